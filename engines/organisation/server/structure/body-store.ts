import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { DateText, Instant } from '#kernel/instant';
import type { BodyAtChange, BodyChange, LeftBehind } from '#engines/organisation/model';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';

export interface KeptBody extends BodyAtChange {
  readonly district: string;
  readonly kind: string;
  readonly territory: string;
}

/** Bodies by id, with the change that lies ahead of each; locked when a change is decided or applied. */
export const findBodies = async (
  sql: OrganisationSql,
  ids: readonly Id[],
  lock = false,
): Promise<ReadonlyMap<Id, KeptBody>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await raw<KeptBody>`
    select b.district, b.id, b.name, b.kind, b.territory, b.abolished_on as "abolishedOn", b.successor,
      (select json_build_object('kind', c.kind, 'on', c.on_day) from body_change c
        where c.district = b.district and c.body = b.id and c.applied_at is null and c.cancelled_at is null) as ahead
    from body b where b.id = any(${[...ids]}::uuid[]) order by b.id ${lock ? raw`for update` : raw``}`.execute(sql);
  return new Map(rows.map((row) => [row.id, row]));
};

/** What would be without anybody if the body ended. */
export const countLeft = async (
  sql: OrganisationSql,
  body: Pick<KeptBody, 'district' | 'id'>,
  openCases: number,
): Promise<LeftBehind> => {
  const { rows } = await raw<{ posts: number; orphans: number }>`
    select (select count(*)::int from post where district = ${body.district} and body = ${body.id}
        and abolished_on is null) as posts,
      (select count(*)::int from body_superior s join body b on b.district = s.district and b.id = s.body
        where s.district = ${body.district} and s.superior = ${body.id} and b.abolished_on is null
          and not exists (select from body_superior o join body u on u.district = o.district and u.id = o.superior
            where o.district = s.district and o.body = s.body and o.superior <> s.superior
              and u.abolished_on is null)) as orphans`.execute(sql);
  return { openCases, posts: rows[0]?.posts ?? 0, orphans: rows[0]?.orphans ?? 0 };
};

export interface KeptChange extends BodyChange {
  readonly district: string;
  readonly id: Id;
  readonly reason: string;
  readonly decidedBy: Id | null;
}

export const insertChange = async (trx: OrganisationTransaction, change: KeptChange, at: Instant): Promise<void> => {
  const { district, id, body, kind, on, name = null, successor = null, reason, decidedBy } = change;
  await raw`
    insert into body_change (district, id, body, kind, on_day, name, successor, reason, decided_by, decided_at)
    values (${district}, ${id}, ${body}, ${kind}, ${on}, ${name}, ${successor}, ${reason}, ${decidedBy}, ${at})`.execute(
    trx,
  );
};

/** Changes whose day has come, oldest first. */
export const listDue = async (sql: OrganisationSql, today: DateText): Promise<readonly KeptChange[]> => {
  const { rows } = await raw<KeptChange>`
    select district, id, body, kind, on_day as "on", name, successor, reason, decided_by as "decidedBy"
    from body_change where applied_at is null and cancelled_at is null and on_day <= ${today}
    order by on_day, decided_at, id`.execute(sql);
  return rows;
};

export const markApplied = async (
  trx: OrganisationTransaction,
  change: Pick<KeptChange, 'district' | 'id'>,
  at: Instant,
  cases: number,
): Promise<boolean> => {
  const done = await raw`
    update body_change set applied_at = ${at}, cases = ${cases}
    where district = ${change.district} and id = ${change.id} and applied_at is null and cancelled_at is null
    returning id`.execute(trx);
  return done.rows.length > 0;
};

/** The former name stays findable, with the day from which it was another. */
export const renameBody = async (
  trx: OrganisationTransaction,
  body: KeptBody,
  name: string,
  on: DateText,
): Promise<void> => {
  await raw`
    insert into body_name (district, body, name, from_day, to_day)
    select ${body.district}, ${body.id}, ${body.name},
      (select max(to_day) from body_name where district = ${body.district} and body = ${body.id}), ${on}
    on conflict (district, body, to_day) do nothing`.execute(trx);
  await raw`update body set name = ${name} where district = ${body.district} and id = ${body.id}`.execute(trx);
};

/**
 * Ends a body on a day; posts, approved numbers, seats and subordinates go to the successor, each once.
 * @returns the persons whose posts stand in another body from now on
 */
export const endBody = async (
  trx: OrganisationTransaction,
  body: KeptBody,
  successor: Id | null,
  on: DateText,
): Promise<readonly Id[]> => {
  const { district, id } = body;
  await raw`update body set abolished_on = ${on}, successor = ${successor}
    where district = ${district} and id = ${id}`.execute(trx);
  if (successor === null) return [];
  // A subordinate of both answers to the successor once; the successor does not answer to itself.
  await raw`
    with gone as (delete from body_superior where district = ${district} and superior = ${id} returning *)
    insert into body_superior (district, body, superior, line)
    select district, body, ${successor}::uuid, line from gone where body <> ${successor}
    on conflict do nothing`.execute(trx);
  await raw`delete from body_superior where district = ${district} and body = ${id}`.execute(trx);
  await raw`
    with gone as (delete from establishment where district = ${district} and body = ${id} returning *)
    insert into establishment (district, body, role, approved, document, over, over_until, over_by, over_reason, changed_at)
    select district, ${successor}::uuid, role, approved, document, over, over_until, over_by, over_reason, changed_at
    from gone
    on conflict (district, body, role) do update
      set approved = establishment.approved + excluded.approved, changed_at = excluded.changed_at`.execute(trx);
  await raw`
    update membership m set member_body = ${successor}::uuid
    where district = ${district} and member_body = ${id} and (to_day is null or to_day > ${on})
      and not exists (select from membership o where o.district = m.district and o.body = m.body
        and o.member_body = ${successor} and (o.to_day is null or o.to_day > ${on}))`.execute(trx);
  await raw`
    update membership set to_day = greatest(from_day, ${on}::date)
    where district = ${district} and member_body = ${id} and (to_day is null or to_day > ${on})`.execute(trx);
  await raw`
    update membership set body = ${successor}::uuid
    where district = ${district} and body = ${id} and (to_day is null or to_day > ${on})`.execute(trx);
  const { rows } = await raw<{ person: Id }>`
    with moved as (
      update post set body = ${successor}::uuid
      where district = ${district} and body = ${id} and abolished_on is null returning district, id
    )
    update person p set stamp = p.stamp + 1
    where (p.district, p.id) in (select h.district, h.person from holding h join moved m on m.district = h.district and m.id = h.post)
    returning p.id as person`.execute(trx);
  return rows.map((row) => row.person);
};
