import { madeColumns, movedColumns } from './case-columns.ts';
import { type CaseWrite, rowOf, type Stamp, stampOf } from './case-write.ts';

/**
 * One matter, one event: the statement of every report and every step. It writes all rows that follow, or
 * none: a new matter must not be there, a known one must stand at the expected version. Prepared once a
 * connection; its plan finds the row by the key whatever size the table had when the plan was made.
 */
interface OneStatement {
  readonly name: string;
  readonly text: string;
  /** Names of the values, in the order of the parameters. */
  readonly order: readonly string[];
}

interface Shape {
  readonly isNew: boolean;
  readonly facts: boolean;
  readonly grants: boolean;
  readonly sealed: boolean;
  readonly desks: boolean;
  readonly effects: boolean;
}

const types = new Map(madeColumns.map((column) => column.split(' ') as [string, string]));
const all = [...types.keys()];

const compose = ({ isNew, facts, grants, sealed, desks, effects }: Shape): OneStatement => {
  const order: string[] = [];
  const value = (name: string, type = types.get(name) ?? 'text'): string => {
    if (!order.includes(name)) order.push(name);
    return `$${order.indexOf(name) + 1}::${type}`;
  };
  const key = `${value('district')}, ${value('id')}`;
  const person = value('person', 'uuid');
  const written = isNew
    ? `insert into case_file (${all.join(', ')}) values (${all.map((name) => value(name)).join(', ')})
  on conflict do nothing returning id`
    : `update case_file set ${movedColumns.map((name) => `${name} = ${value(name)}`).join(', ')}
  where district = ${value('district')} and id = ${value('id')} and version = ${value('expected', 'int')} returning id`;
  const parts = [
    `done as (
  ${written}
)`,
    `happened as (
  insert into case_event (district, case_id, seq, id, type, at, person, data)
  select ${key}, ${value('version')}, ${value('event_id', 'uuid')}, ${value('type')}, ${value('at', 'timestamptz')}, ${person}, ${value('event', 'jsonb')}
  from done
)`,
    `audited as (
  insert into audit_row (district, id, at, person, on_behalf_of, address, agent, trace, action, object, result, mac)
  select ${value('district')}, ${value('audit_id', 'uuid')}, ${value('audit_at', 'timestamptz')}, ${person}, ${value('on_behalf_of')},
    ${value('address')}, ${value('agent')}, ${value('trace')}, ${value('action')}, ${value('object')}, 'done', ${value('mac', 'bytea')}
  from done
)`,
    `received as (
  insert into command_receipt (district, id, fingerprint, answer)
  select ${value('district')}, ${value('receipt_id', 'uuid')}, ${value('fingerprint')}, ${value('answer', 'jsonb')} from done
)`,
  ];
  if (facts) {
    parts.push(`told as (
  insert into fact (district, id, kind, at, cohort_at, path, subject, dims, value, sensitivity)
  select ${value('district')}, x.id, x.kind, x.at, ${value('reported_at')}, ${value('path')}, ${value('id')}, x.dims, x.value, ${value('sensitivity')}
  from done, jsonb_to_recordset(${value('facts', 'jsonb')}) as x(id uuid, kind text, at timestamptz, dims jsonb, value float8)
)`);
  }
  if (grants) {
    parts.push(`granted as (
  insert into case_grant as known (district, body, reported_at, case_id, ended_at)
  select ${value('district')}, g.body, ${value('reported_at')}, ${value('id')}, g.ended_at
  from done, unnest(${value('grants', 'uuid[]')}, ${value('ends', 'timestamptz[]')}, ${value('kept', 'timestamptz[]')}) as g(body, ended_at, kept)
  where g.kept is null or not exists (select from case_grant k where k.district = ${value('district')} and k.body = g.body
    and k.reported_at = ${value('reported_at')} and k.case_id = ${value('id')} and k.ended_at <= g.kept)
  on conflict (district, body, reported_at, case_id) do update set ended_at =
    case when excluded.ended_at is not null then least(known.ended_at, excluded.ended_at) end
)`);
  }
  if (desks) {
    parts.push(`cleared as (
  delete from case_desk d using done where d.district = ${value('district')} and d.case_id = ${value('id')}
    and d.kind || ' ' || d.who <> all(${value('desk_keys', 'text[]')})
), seated as (
  insert into case_desk (district, case_id, kind, who, role, body, waits, path, sensitivity, playbook, due_at)
  select ${key}, x.kind, x.who, x.role, x.body, x.waits, ${value('path')}, ${value('sensitivity')}, ${value('playbook')}, x.due
  from done, jsonb_to_recordset(${value('desks', 'jsonb')})
    as x(kind text, who text, role text, body uuid, waits boolean, due timestamptz)
  on conflict (district, case_id, kind, who) do update set waits = excluded.waits, due_at = excluded.due_at
)`);
  }
  if (effects) {
    parts.push(`ordered as (
  insert into case_effect (district, id, case_id, work, next_at)
  select ${value('district')}, x.id, ${value('id')}, x.work, ${value('at', 'timestamptz')} - (1000 - x.number) * interval '1 microsecond'
  from done, jsonb_to_recordset(${value('effects', 'jsonb')}) as x(id uuid, work jsonb, number int, "when" text)
  where x."when" is null
    or (x."when" = 'repeated' and exists (select from case_file r
      where r.district = ${value('district')} and r.duplicate_of = ${value('id')} and r.status = 'open'))
    or (x."when" = 'awaited' and (exists (select from case_follower f where f.district = ${value('district')} and f.case_id = ${value('id')})
      or exists (select from case_contact t where t.district = ${value('district')} and t.case_id = ${value('id')})))
)`);
  }
  if (isNew) {
    parts.push(`named as (
  insert into case_word (district, case_id, words) select ${key}, ${value('words', 'text[]')} from done
)`);
  }
  if (sealed) {
    parts.push(`kept as (
  insert into case_contact (district, case_id, sealed) select ${key}, ${value('sealed')} from done
  on conflict (district, case_id) do update set sealed = excluded.sealed, recorded_at = now()
)`);
  }
  const marks = [
    isNew && 'report',
    facts && 'facts',
    grants && 'grants',
    sealed && 'contact',
    desks && 'desks',
    effects && 'effects',
  ].filter(Boolean);
  return { name: ['case-write', ...marks].join('-'), text: `with ${parts.join(', ')} select id from done`, order };
};

const composed = new Map<string, OneStatement>();

const statementFor = (shape: Shape): OneStatement => {
  const key = Object.values(shape).map(Number).join('');
  let statement = composed.get(key);
  if (!statement) composed.set(key, (statement = compose(shape)));
  return statement;
};

/** A write of one event with its receipt, as a prepared statement; undefined for any other write. */
export const writeOne = (
  write: CaseWrite,
  stamp: Stamp,
): { name: string; text: string; values: unknown[] } | undefined => {
  const { state, facts, grants, sealed, desks, effects, receipt, events, audits } = write;
  const [happened, said] = [events[0], audits[0]];
  if (events.length !== 1 || !happened || !said || !receipt) return undefined;
  const audit = stampOf(write, said, stamp);
  const { name, text, order } = statementFor({
    isNew: write.expected === 0,
    facts: facts.length > 0,
    grants: grants.length > 0,
    sealed: sealed !== undefined,
    desks: desks !== undefined,
    effects: effects.length > 0,
  });
  const values: Readonly<Record<string, unknown>> = {
    ...rowOf(write),
    state: JSON.stringify(state),
    path: state.place.path,
    reported_at: state.reportedAt,
    person: audit.person,
    event_id: happened.id,
    type: happened.event.type,
    at: happened.event.at,
    event: JSON.stringify(happened.event),
    audit_id: audit.id,
    audit_at: audit.at,
    on_behalf_of: audit.on_behalf_of,
    address: audit.address,
    agent: audit.agent,
    trace: audit.trace,
    action: audit.action,
    object: audit.object,
    mac: audit.mac,
    receipt_id: receipt.id,
    fingerprint: receipt.fingerprint,
    answer: JSON.stringify(receipt.answer),
    facts: JSON.stringify(facts),
    sensitivity: write.sensitivity,
    grants: grants.map((one) => one.body),
    ends: grants.map((one) => one.endsAt),
    kept: grants.map((one) => one.unlessEndedBefore),
    playbook: state.playbook,
    desks: JSON.stringify(desks ?? []),
    desk_keys: (desks ?? []).map((one) => `${one.kind} ${one.who}`),
    effects: JSON.stringify(effects),
    words: write.words,
    sealed,
  };
  return { name, text, values: order.map((one) => values[one] ?? null) };
};
