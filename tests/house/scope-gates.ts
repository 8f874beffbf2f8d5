/**
 * Who may name a table that has a scope in SQL. A matter, a fact, a plate, an export: whoever reads one for a person
 * goes through the files named here, each with its reason; any other file that names the table fails the test. What
 * belongs to one room whole (accounts, posts, the tree) is named by folder.
 */
export const gates: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  case_file: {
    'engines/case/server/case-lists.ts': 'lists and counts; each takes a Reader, or counts for posts up to `internal`',
    'engines/case/server/case-store.ts': 'reads by id; what comes back is shown only after `see` (a SeenCase)',
    'engines/case/server/case-words.ts': 'ways of a search; the reading rule stands on top of each',
    'engines/case/server/sweep-grants.ts': 'forgets rights that are over; shows nothing',
    'engines/case/server/effects/mend-effects.ts':
      'numbers up to `internal` in the range of whoever mends what failed; titles are asked of the lists',
    'engines/case/server/effects/watch-clocks.ts': 'what the clock has to do next; shows nothing',
    'engines/case/server/near.ts': 'what anybody may know who stands beside it, or a Reader',
    'engines/case/server/plate-matters.ts': 'what neighbours see at the plate: category, stage, cleaned answer',
    'engines/case/server/write-one.ts': 'writes',
    'engines/case/server/write-many.ts': 'writes',
    'engines/case/server/hand-over.ts': 'moves open work between bodies; numbers up to `internal`',
    'engines/case/server/relocate.ts': 'moves matters with the tree; numbers up to `internal`',
    'engines/case/server/fill-words.ts': 'makes search terms once after an upgrade; shows nothing',
    'engines/case/server/expire-contacts.ts': 'deletes what is over; shows nothing',
    'engines/case/server/learn/past-matters.ts':
      'learns from closed ones up to `internal`; what is counted for a person is asked of the lists',
    'engines/case/server/learn/train-job.ts': 'is there anything new to learn from? shows nothing',
    'engines/case/server/slots/slot-reminders.ts': 'gives back times of matters that ended; shows nothing',
  },
  case_event: {
    'engines/case/server/learn/model-store.ts': 'how often suggestions were taken, for the card of the district',
    'engines/case/server/case-store.ts': 'reads by id; shown only after `see`',
    'engines/case/server/write-one.ts': 'writes',
    'engines/case/server/write-many.ts': 'writes',
    'engines/case/server/relocate.ts': 'writes',
  },
  case_grant: {
    'engines/case/server/list-conditions.ts': 'the reading rule itself',
    'engines/case/server/case-lists.ts': 'the branches of the reading rule',
    'engines/case/server/case-words.ts': 'the branches of the reading rule, by words',
    'engines/case/server/sweep-grants.ts': 'deletes what is over',
    'engines/case/server/case-store.ts': 'for `see`',
    'engines/case/server/write-one.ts': 'writes',
    'engines/case/server/write-many.ts': 'writes',
    'engines/case/server/hand-over.ts': 'writes',
  },
  case_desk: {
    'engines/case/server/list-conditions.ts': 'inboxes; the label is asked for each post',
    'engines/case/server/hand-over.ts': 'tasks that go over to another body; numbers alone',
    'engines/case/server/write-one.ts': 'writes',
    'engines/case/server/write-many.ts': 'writes',
    'engines/case/server/relocate.ts': 'desks move with their matters',
  },
  case_effect: {
    'engines/case/server/effects/effect-queue.ts': 'runs what follows from steps; shows nothing',
    'engines/case/server/effects/mend-effects.ts': 'what failed, in the range of whoever mends it',
    'engines/case/server/write-one.ts': 'writes',
    'engines/case/server/write-many.ts': 'writes',
  },
  case_applicant: {
    'engines/case/server/applicant/keep-applicants.ts': 'writes',
    'engines/case/server/applicant/find-applicant.ts': 'ids alone; what is shown is asked of the lists, with a Reader',
    'engines/case/server/expire-contacts.ts': 'deletes what is over; shows nothing',
  },
  case_contact: {
    'engines/case/server/case-store.ts': 'sealed; opened for `reveal` and approved exports alone',
    'engines/case/server/write-one.ts': 'writes',
    'engines/case/server/write-many.ts': 'writes',
    'engines/case/server/expire-contacts.ts': 'deletes what is over',
  },
  case_word: {
    'engines/case/server/case-words.ts': 'ways of a search; the reading rule stands on top of each',
    'engines/case/server/write-one.ts': 'writes',
    'engines/case/server/write-many.ts': 'writes',
    'engines/case/server/fill-words.ts': 'writes',
    'engines/case/server/relocate.ts': 'writes',
  },
  routing_shown: {
    'engines/case/server/learn/model-store.ts': 'what was shown to whoever dispatched; numbers for the card',
  },
  slot_booking: {
    'engines/case/server/slots/slot-book.ts': 'books with the step of a matter; counts what is free',
    'engines/case/server/slots/slot-desk.ts': 'the day of a place, for posts that receive people there',
    'engines/case/server/slots/slot-mark.ts': 'says of one booking whether somebody came; shows nothing',
    'engines/case/server/slots/slot-preview.ts': 'how many have booked, for those who keep the plan; no matter',
    'engines/case/server/slots/slot-reminders.ts': 'reminds whoever booked; shows nothing',
  },
  case_follower: {
    'engines/case/server/followers.ts': 'a resident’s own reports',
    'engines/case/server/write-one.ts': 'does anybody wait for an answer? shows nothing',
    'engines/case/server/write-many.ts': 'does anybody wait for an answer? shows nothing',
  },
  personal_reveal: { 'engines/case/server/reveal.ts': 'counts one’s own looks' },
  export_request: { 'engines/case/server/exports/export-requests.ts': 'one’s own, and those one’s range covers' },
  qr_plate: {
    'engines/case/server/plates.ts': 'lists take a Reader; a code is opened by whoever has it',
    'engines/case/server/relocate.ts': 'plates move with the tree',
    'engines/organisation/server/structure/grid-force.ts': 'the plate that hangs on the public board of a grid',
  },
  fact: {
    'engines/case/server/slots/slot-mark.ts':
      'writes whether somebody came, of a matter that its step or desk has found',
    'engines/case/server/write-one.ts': 'writes',
    'engines/case/server/write-many.ts': 'writes',
    'engines/indicator/server/tally-facts.ts':
      'counts below a node that the session may ask about, up to the figure’s label',
    'engines/indicator/server/open-figure.ts': 'as the figure itself',
    'engines/indicator/server/relocate.ts': 'facts follow their subjects',
  },
  stored_file: {
    'platform/server/files/': 'found by hash; handed out through the matter, notice or export that names it',
    'platform/server/backup/': 'the whole installation',
    'apps/server/retention-rules.ts': 'deletes what nothing names any more',
  },
  job: {
    'platform/server/jobs/': 'a person sees his own jobs',
    'platform/server/audit/handlers.ts': 'an export of the audit administrator’s own',
  },
  audit_row: {
    'platform/server/audit/': 'read by the audit administrator alone',
    'engines/case/server/write-one.ts': 'writes',
    'engines/case/server/write-many.ts': 'writes',
  },
  territory: { 'engines/territory/server/': 'the tree’s own room; each view takes the scopes of its session' },
  territory_term: { 'engines/territory/server/': 'as the tree' },
  person: {
    'engines/organisation/server/': 'its own room; views ask how far the session’s posts reach',
    'apps/server/wiring/demo-or-own.ts': 'is there anybody yet?',
    'apps/server/demo/': 'plants the demo',
  },
  post: {
    'engines/organisation/server/': 'its own room; views ask how far the session’s posts reach',
    'apps/server/wiring/tell-security.ts': 'whom to alarm; shows nothing',
    'apps/server/commands/': 'the command line of whoever runs the machine',
  },
  account: {
    'engines/organisation/server/': 'its own room',
    'apps/server/commands/': 'the command line of whoever runs the machine',
  },
  session: {
    'engines/organisation/server/': 'its own room; a person sees his own',
    'apps/server/wiring/end-sessions.ts': 'ends them after a restore',
  },
  resident: { 'engines/organisation/server/residents/': 'its own room; a resident sees himself' },
  notice: { 'engines/notice/server/': 'its own room; a person sees what was sent to him' },
  notice_message: { 'engines/notice/server/': 'its own room' },
};

const tables = Object.keys(gates).join('|');
const inSql = new RegExp(
  [
    // In a text of SQL, also after an alias or a comma: `from case_file c, fact f`.
    `\\b(?:from|join|into|update|only|using|table)\\s+(?:only\\s+)?"?(${tables})"?(?![\\w.-])`,
    `\\bfrom\\s+[\\w."]+(?:\\s+(?:as\\s+)?\\w+)?\\s*,\\s*(${tables})\\b(?![\\w.-])`,
    // By the query builder.
    `\\.(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin|rightJoin|fullJoin|crossJoin|using|replaceInto|mergeInto|from|table)\\(\\s*\\[?\\s*['"\`](${tables})\\b`,
    // By name in a fragment.
    `\\braw\\.(?:table|ref|id)\\(\\s*['"\`](${tables})\\b`,
  ].join('|'),
  'gi',
);

/** Tables with a scope that a text of a program names in SQL. */
export const scopedTablesIn = (code: string): readonly string[] => [
  ...new Set([...code.matchAll(inSql)].map((found) => found.slice(1).find(Boolean)?.toLowerCase() ?? '')),
];

/** `file: table` for each table that a file names without standing among its gates. */
export const offencesOf = (name: string, code: string): readonly string[] =>
  scopedTablesIn(code)
    .filter(
      (table) =>
        !Object.keys(gates[table] ?? {}).some((gate) => name === gate || (gate.endsWith('/') && name.startsWith(gate))),
    )
    .map((table) => `${name}: ${table}`);
