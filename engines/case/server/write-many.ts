import { madeColumns, movedColumns } from './case-columns.ts';

const names = madeColumns.map((column) => column.slice(0, column.indexOf(' '))).join(', ');

/**
 * Writes any number of matters with all rows that follow, in one statement: new ones that are not there, known
 * ones that stand at the expected version. What is not returned was not written, nor was anything of it.
 * Planned anew each time: how many rows come is different each time.
 */
export const writeMany = {
  text: `
with given as (
  select * from jsonb_to_recordset($1::jsonb) as x(${madeColumns.join(', ')}, expected int)
), made as (
  insert into case_file (${names})
  select ${names} from given where expected = 0
  on conflict do nothing
  returning district, id
), moved as (
  update case_file as c set ${movedColumns.map((name) => `${name} = given.${name}`).join(', ')}
  from given
  where given.expected > 0 and c.district = given.district and c.id = given.id and c.version = given.expected
  returning c.district, c.id
), done as (
  select district, id from made union all select district, id from moved
), happened as (
  insert into case_event (district, case_id, seq, id, type, at, person, data)
  select x.district, x.case_id, x.seq, x.id, x.type, x.at, x.person, x.data
  from jsonb_to_recordset($2::jsonb)
    as x(district text, case_id uuid, seq int, id uuid, type text, at timestamptz, person uuid, data jsonb)
  join done on done.district = x.district and done.id = x.case_id
), told as (
  insert into fact (district, id, kind, at, cohort_at, path, subject, dims, value, sensitivity)
  select x.district, x.id, x.kind, x.at, x.cohort_at, x.path, x.subject, x.dims, x.value, x.sensitivity
  from jsonb_to_recordset($3::jsonb) as x(district text, id uuid, kind text, at timestamptz, cohort_at timestamptz,
    path text, subject uuid, dims jsonb, value float8, sensitivity int2)
  join done on done.district = x.district and done.id = x.subject
), audited as (
  insert into audit_row (district, id, at, person, on_behalf_of, address, agent, trace, action, object, result, mac)
  select x.district, x.id, x.at, x.person, x.on_behalf_of, x.address, x.agent, x.trace, x.action, x.object, x.result, x.mac
  from jsonb_to_recordset($4::jsonb) as x(district text, id uuid, at timestamptz, person uuid, on_behalf_of text,
    address text, agent text, trace text, action text, object text, result text, mac bytea, case_id uuid)
  join done on done.district = x.district and done.id = x.case_id
), received as (
  insert into command_receipt (district, id, fingerprint, answer)
  select x.district, x.id, x.fingerprint, x.answer
  from jsonb_to_recordset($5::jsonb) as x(district text, id uuid, fingerprint text, answer jsonb, case_id uuid)
  join done on done.district = x.district and done.id = x.case_id
), granted as (
  insert into case_grant as known (district, body, reported_at, case_id, ended_at)
  select x.district, x.body, x.reported_at, x.case_id, x.ended_at
  from jsonb_to_recordset($6::jsonb)
    as x(district text, body uuid, reported_at timestamptz, case_id uuid, ended_at timestamptz, kept timestamptz)
  join done on done.district = x.district and done.id = x.case_id
  where x.kept is null or not exists (select from case_grant k where k.district = x.district and k.body = x.body
    and k.reported_at = x.reported_at and k.case_id = x.case_id and k.ended_at <= x.kept)
  on conflict (district, body, reported_at, case_id) do update set ended_at =
    case when excluded.ended_at is not null then least(known.ended_at, excluded.ended_at) end
), kept as (
  insert into case_contact (district, case_id, sealed)
  select x.district, x.case_id, x.sealed
  from jsonb_to_recordset($7::jsonb) as x(district text, case_id uuid, sealed text)
  join done on done.district = x.district and done.id = x.case_id
  on conflict (district, case_id) do update set sealed = excluded.sealed, recorded_at = now()
), named as (
  insert into case_word (district, case_id, words)
  select x.district, x.case_id, x.words
  from jsonb_to_recordset($8::jsonb) as x(district text, case_id uuid, words text[])
  join made on made.district = x.district and made.id = x.case_id
), cleared as (
  delete from case_desk d using moved
  where d.district = moved.district and d.case_id = moved.id and not exists (
    select from jsonb_to_recordset($9::jsonb) as x(district text, case_id uuid, kind text, who text)
    where x.district = d.district and x.case_id = d.case_id and x.kind = d.kind and x.who = d.who)
), seated as (
  insert into case_desk (district, case_id, kind, who, role, body, waits, path, sensitivity, playbook, due_at)
  select x.district, x.case_id, x.kind, x.who, x.role, x.body, x.waits, x.path, x.sensitivity, x.playbook, x.due
  from jsonb_to_recordset($9::jsonb) as x(district text, case_id uuid, kind text, who text, role text, body uuid,
    waits boolean, path text, sensitivity int2, playbook text, due timestamptz)
  join done on done.district = x.district and done.id = x.case_id
  on conflict (district, case_id, kind, who) do update set waits = excluded.waits, due_at = excluded.due_at
), ordered as (
  insert into case_effect (district, id, case_id, work, next_at)
  select x.district, x.id, x.case_id, x.work, x.at - (1000 - x.number) * interval '1 microsecond'
  from jsonb_to_recordset($10::jsonb) as x(district text, id uuid, case_id uuid, work jsonb, number int, at timestamptz, "when" text)
  join done on done.district = x.district and done.id = x.case_id
  where x."when" is null
    or (x."when" = 'repeated' and exists (select from case_file r
      where r.district = x.district and r.duplicate_of = x.case_id and r.status = 'open'))
    or (x."when" = 'awaited' and (exists (select from case_follower f where f.district = x.district and f.case_id = x.case_id)
      or exists (select from case_contact t where t.district = x.district and t.case_id = x.case_id)))
)
select district, id from done`,
} as const;
