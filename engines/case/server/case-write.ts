import type { Fact } from '#kernel/fact';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import {
  type CaseEvent,
  type CaseState,
  evolve,
  factsOf,
  type GrantChange,
  grantChanges,
  nextDeadline,
  type OpenCase,
  type Owner,
  type Playbook,
} from '#engines/case/model';
import { type DeskRow, deskRowsOf, nextMoment } from './desk-rows.ts';
import { type EffectRow, effectRowsOf } from './effect-rows.ts';
import { termsOfMatter } from './words.ts';
import type { Audit, StampedAuditRow } from '#platform/server/parts';
import type { Origin } from './use-cases.ts';

/** All rows that follow from the events of one matter; the store writes them in one statement. */
export interface CaseWrite {
  readonly district: string;
  readonly id: Id;
  /** Version that must stand in the table; 0 for a new matter. */
  readonly expected: number;
  readonly state: Exclude<CaseState, { status: 'none' }>;
  readonly events: readonly { readonly id: Id; readonly seq: number; readonly event: CaseEvent }[];
  readonly facts: readonly (Fact & { readonly id: Id })[];
  readonly audits: readonly WriteAudit[];
  /** Rights of bodies that begin or end; at most one a body. */
  readonly grants: readonly GrantChange[];
  /** Desks beside the owner's as they are now; undefined when there are none and were none. */
  readonly desks?: readonly DeskRow[];
  /** What follows after the commit. */
  readonly effects: readonly EffectRow[];
  /** The next moment at which the clock has something to do. */
  readonly actsAt: Instant | null;
  /** Label of the matter and of the facts it makes. */
  readonly sensitivity: number;
  /** What a search finds a new matter by. */
  readonly words?: readonly string[];
  readonly receipt?: { readonly id: Id; readonly fingerprint: string; readonly answer: unknown };
  /** Sealed contact data (`contact-seal.ts`). */
  readonly sealed?: string;
  readonly queryCodeHmac?: string;
}

/** What its audit row says; the store stamps it. */
export interface WriteAudit {
  readonly at: string;
  readonly person: Id | null;
  readonly address: string | null;
  readonly onBehalfOf: string | null;
  readonly action: string;
}

export type Stamp = Audit['stamp'];

export const stampOf = ({ district, id }: CaseWrite, audit: WriteAudit, stamp: Stamp): StampedAuditRow =>
  stamp({ ...audit, district, object: `case:${id}`, result: 'done' });

const auditName = (event: CaseEvent): string => {
  switch (event.type) {
    case 'CaseReported':
      return 'case.report';
    case 'CaseImported':
      return 'case.import';
    case 'ActionTaken':
      return event.grantedBy ? 'case.ask-granted' : `case.${event.action}`;
    case 'ApprovalAsked':
      return 'case.ask';
    case 'ApprovalRefused':
      return 'case.ask-refused';
    case 'TaskEnded':
      return 'case.task';
    case 'ClosedAlong':
      return 'case.close-along';
    case 'MeTooAdded':
      return 'case.me-too';
    case 'CaseLinked':
      return 'case.link';
    case 'CaseUnlinked':
      return 'case.unlink';
    case 'CaseRelocated':
      return 'case.relocate';
    case 'WorkHandedOver':
      return 'case.hand-over';
  }
};

/** What a write needs to know beside the events. */
export interface WriteGround {
  /** Label of the matter (`labelRank`), as it was given with the report. */
  readonly sensitivity: number;
  /** Days after the closing in which rework may be asked for. */
  readonly reworkDays: number;
  /** The version that the matter runs on. */
  readonly playbook: Playbook;
}

/** A later change of the same body's right, applied to an earlier one of the same write. */
const onTop = (earlier: GrantChange | undefined, later: GrantChange): GrantChange => {
  if (!earlier) return later;
  if (later.endsAt === null) {
    const kept =
      later.unlessEndedBefore !== null && earlier.endsAt !== null && earlier.endsAt <= later.unlessEndedBefore;
    return kept ? earlier : later;
  }
  return earlier.endsAt !== null && earlier.endsAt < later.endsAt ? earlier : later;
};

/** One event, one audit row; facts and reading rights follow from the states before and after. */
export const writeOf = (
  district: string,
  before: CaseState,
  events: readonly CaseEvent[],
  newId: () => Id,
  ground: WriteGround,
  more: {
    /** The first event's id is the command's. */
    readonly commandId?: Id;
    readonly receipt?: CaseWrite['receipt'];
    readonly sealed?: string | undefined;
    readonly queryCodeHmac?: string;
    readonly onBehalfOf?: string | null;
    readonly origin?: Origin;
    /** When the audit row is of another time than the event: a past matter is imported now. */
    readonly auditAt?: Instant;
    /** A past that is written as it was, up to this moment: nothing follows from it any more. */
    readonly pastUpTo?: Instant;
  } = {},
): CaseWrite => {
  let state = before;
  const rows: { id: Id; seq: number; event: CaseEvent }[] = [];
  const facts: (Fact & { id: Id })[] = [];
  const audits: WriteAudit[] = [];
  const grants = new Map<Id, GrantChange>();
  const effects: EffectRow[] = [];
  for (const [index, event] of events.entries()) {
    const after = evolve(state, event);
    if (after.status === 'none') throw new RangeError('an event leaves a matter');
    rows.push({ id: index === 0 && more.commandId ? more.commandId : newId(), seq: after.version, event });
    for (const fact of factsOf(event, state, after)) facts.push({ ...fact, id: newId() });
    audits.push({
      at: more.auditAt ?? event.at,
      // Who granted a step did it; who asked for it is in the row of the asking.
      person: (event.type === 'ActionTaken' && event.grantedBy ? event.grantedBy : event.by).person,
      address: more.origin?.address ?? null,
      onBehalfOf: more.onBehalfOf ?? null,
      action: auditName(event),
    });
    for (const change of grantChanges(state, event, after, ground.reworkDays))
      grants.set(change.body, onTop(grants.get(change.body), change));
    if (more.pastUpTo === undefined) effects.push(...effectRowsOf(event, state, after));
    state = after;
  }
  if (state.status === 'none') throw new RangeError('nothing to write');
  const desks = deskRowsOf(state, ground.playbook);
  const hadDesks = before.status !== 'none' && deskRowsOf(before, ground.playbook).length > 0;
  const last = more.pastUpTo ?? rows.at(-1)?.event.at ?? state.reportedAt;
  return {
    district,
    id: state.id,
    expected: before.status === 'none' ? 0 : before.version,
    state,
    events: rows,
    facts,
    audits,
    grants: [...grants.values()],
    ...((desks.length > 0 || hadDesks) && { desks }),
    effects,
    actsAt: nextMoment(state, ground.playbook, last),
    sensitivity: ground.sensitivity,
    ...(before.status === 'none' && { words: termsOfMatter(state.title, state.place.text, state.place.path) }),
    ...(more.receipt && { receipt: more.receipt }),
    ...(more.sealed && { sealed: more.sealed }),
    ...(more.queryCodeHmac && { queryCodeHmac: more.queryCodeHmac }),
  };
};

const waitsFor = (owner: Owner): string =>
  (['role', 'assignee', 'task', 'system'] as const).find((kind) => kind in owner) ?? 'reporter';

/** Somebody was given more time for it. */
export const isExtended = (state: Pick<OpenCase, 'clocks'>): boolean =>
  Object.values(state.clocks).some((clock) => clock.extensions !== undefined);

/** The row of `case_file`: what lists, inboxes and lights look at, and the fold itself. */
export const rowOf = ({
  district,
  expected,
  state,
  sensitivity,
  queryCodeHmac,
  actsAt,
}: CaseWrite): Readonly<Record<string, unknown>> => {
  const { warnAt, dueAt } = nextDeadline(state);
  const owner = state.status === 'open' ? state.owner : null;
  const closed = state.status === 'closed' ? state : null;
  const moving = {
    district,
    id: state.id,
    expected,
    stage: state.stage,
    status: state.status,
    waits_for: owner && waitsFor(owner),
    owner_role: owner && 'role' in owner ? owner.role : null,
    assignee: state.assignee?.body ?? null,
    warn_at: closed ? null : warnAt,
    due_at: closed ? null : dueAt,
    closed_at: closed?.closedAt ?? null,
    timing: closed?.timing ?? null,
    rating: state.rating,
    me_too: state.meToo,
    duplicate_of: state.duplicateOf,
    parent: state.parent?.id ?? null,
    handler: state.handler?.post ?? null,
    held_until: state.held?.review ?? null,
    card: state.card?.level ?? null,
    extended: isExtended(state) || null,
    pending: state.pending !== undefined || null,
    exempt: state.exempt !== undefined || null,
    acts_at: actsAt,
    version: state.version,
    state,
  };
  if (expected > 0) return moving;
  return {
    ...moving,
    sensitivity,
    number: state.number,
    playbook: state.playbook,
    playbook_version: state.playbookVersion,
    path: state.place.path,
    place: state.place.text,
    lng: state.place.point?.lng ?? null,
    lat: state.place.point?.lat ?? null,
    category: state.category,
    category_class: state.categoryClass,
    title: state.title,
    channel: state.channel,
    reporter_kind: state.reporter.kind,
    reporter_person: state.reporter.person,
    entered_by: state.reporter.enteredBy,
    reported_at: state.reportedAt,
    query_code_hmac: queryCodeHmac ?? null,
    import_source: state.imported?.source ?? null,
    external_id: state.imported?.externalId ?? null,
  };
};
