import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { uuidv7 } from '#kernel/ids';

/**
 * The rows of one case step written by hand: one prepared statement with plain parameters, no checks, no
 * history read. The fastest way we know to write the same rows to the same tables.
 */
const insert = `
with made as (
  insert into case_file (district, id, number, playbook, playbook_version, stage, status, path, place, category,
    category_class, title, channel, reporter_kind, reporter_person, waits_for, owner_role, reported_at, warn_at, due_at, version, state)
  values ('990101', $1, '260302-00000-00000', 'test.repair', 1, 'received', 'open', '99.01.01.001.001.g01.', '3 号楼', '0101',
    '01', '电梯：3 号楼', 'app', 'staff', $2, 'role', 'worker', $3, $3, $3, 1, $4) returning id
), happened as (
  insert into case_event (district, case_id, seq, id, type, at, person, data)
  select '990101', $1, 1, $1, 'CaseReported', $3, $2, $5 from made
), told as (
  insert into fact (district, id, kind, at, cohort_at, path, subject, dims, value)
  select '990101', $6, 'case.reported', $3, $3, '99.01.01.001.001.g01.', $1, $7, 1 from made
), audited as (
  insert into audit_row (district, id, person, address, agent, trace, action, object, result, mac)
  select '990101', $8, $2, '127.0.0.1', 'node', '0123456789', 'case.report', $9, 'done', decode(repeat('00', 36), 'hex') from made
)
insert into command_receipt (district, id, fingerprint, answer) select '990101', $1, $10, $11 from made`;

const step = `
with moved as (
  update case_file set stage = $4, status = $5, waits_for = $6, owner_role = $7, assignee = $8, warn_at = $9, due_at = $9,
    closed_at = $10, timing = $11, state = $12, version = $3 + 1
  where district = '990101' and id = $1 and version = $3 returning id
), happened as (
  insert into case_event (district, case_id, seq, id, type, at, person, data)
  select '990101', $1, $3 + 1, $13, 'ActionTaken', $14, $2, $15 from moved
), told as (
  insert into fact (district, id, kind, at, cohort_at, path, subject, dims, value)
  select '990101', f.id, f.kind, $14, $14, '99.01.01.001.001.g01.', $1, $16, 1 from moved, unnest($17::uuid[], $18::text[]) as f(id, kind)
), audited as (
  insert into audit_row (district, id, person, address, agent, trace, action, object, result, mac)
  select '990101', $19, $2, '127.0.0.1', 'node', '0123456789', $20, $21, 'done', decode(repeat('00', 36), 'hex') from moved
), granted as (
  insert into case_grant (district, body, reported_at, case_id) select '990101', $8, $14, $1 from moved where $22
)
insert into command_receipt (district, id, fingerprint, answer) select '990101', $13, $23, '{"version": 2}' from moved`;

const newId = () => uuidv7(Date.now(), randomBytes(10));
const dims = JSON.stringify({ playbook: 'test.repair', category: '0101', class: '01', channel: 'app', body: 'none' });
const print = 'f'.repeat(64);

/** What real rows weigh: taken from what Lifang itself wrote. */
export interface Weights {
  readonly state: string;
  readonly reported: string;
  readonly taken: string;
}

export const readWeights = async (pool: pg.Pool): Promise<Weights> => {
  const { rows } = await pool.query<Weights>(`
    select (select state::text from case_file order by version desc, reported_at desc limit 1) as state,
      (select data::text from case_event where type = 'CaseReported' order by at desc limit 1) as reported,
      (select data::text from case_event where type = 'ActionTaken' order by at desc limit 1) as taken`);
  const [row] = rows;
  if (!row?.state || !row.reported || !row.taken) throw new Error('nothing was written yet');
  return row;
};

export const bareReport = async (pool: pg.Pool, weights: Weights, id: string): Promise<void> => {
  const now = new Date().toISOString();
  const answer = JSON.stringify({
    id,
    number: '260302-00000-00000',
    receivedAt: now,
    shown: { zh: '已收到', en: 'Received' },
  });
  await pool.query({
    name: 'bare-report',
    text: insert,
    values: [id, newId(), now, weights.state, weights.reported, newId(), dims, newId(), `case:${id}`, print, answer],
  });
};

export interface BareStep {
  readonly version: number;
  readonly stage: string;
  readonly role: string | null;
  readonly body: string | null;
  readonly assigns: boolean;
  readonly closed: boolean;
  readonly facts: readonly string[];
}

export const bareStep = async (pool: pg.Pool, weights: Weights, id: string, one: BareStep): Promise<void> => {
  const now = new Date().toISOString();
  const { version, stage, role, body, assigns, closed, facts } = one;
  const waits = closed ? null : role ? 'role' : 'assignee';
  await pool.query({
    name: 'bare-step',
    text: step,
    values: [
      id,
      newId(),
      version,
      stage,
      closed ? 'closed' : 'open',
      waits,
      role,
      body,
      now,
      closed ? now : null,
      closed ? 'in-time' : null,
      weights.state,
      newId(),
      now,
      weights.taken,
      dims,
      facts.map(newId),
      facts,
      newId(),
      `case.${stage}`,
      `case:${id}`,
      assigns,
      print,
    ],
  });
};

/** The lifecycle of a matter, as rows. */
export const bareLifecycle = (body: string): readonly BareStep[] => [
  {
    version: 1,
    stage: 'sorting',
    role: 'dispatcher',
    body: null,
    assigns: false,
    closed: false,
    facts: ['case.accepted'],
  },
  { version: 2, stage: 'handling', role: null, body, assigns: true, closed: false, facts: ['case.dispatched'] },
  { version: 3, stage: 'checking', role: 'inspector', body, assigns: false, closed: false, facts: ['case.handled'] },
  { version: 4, stage: 'closed', role: null, body, assigns: false, closed: true, facts: ['case.finished'] },
];
