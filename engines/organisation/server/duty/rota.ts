import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, chinaInstant, type DateText, type Instant, plusDays, plusMillis } from '#kernel/instant';
import { maskedPhone } from '#fields/phone/phone';
import type { Parts, Session } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import { districtOfPath, pathToCode, trailPaths } from '#engines/territory/model';
import type { ShiftView } from '#engines/organisation/contract';
import {
  clashes,
  type DutyKind,
  longestRota,
  problemOfPattern,
  type RotaPattern,
  shiftsOf,
} from '#engines/organisation/model';
import type { OrganisationPorts } from '../ports.ts';
import type { Asking, Reach } from '../reach.ts';
import { inScopes, scopesWith } from '../scope-sql.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';

export interface KeptShift {
  readonly district: string;
  readonly id: Id;
  readonly path: string;
  readonly name: string;
  readonly kind: DutyKind;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly person: Id;
}

interface ShiftRow extends Omit<ShiftView, 'at' | 'mine' | 'person' | 'phone'> {
  readonly district: string;
  readonly path: string;
  readonly person: { readonly id: Id; readonly name: string };
}

/** Everything that somebody's posts range over: whoever works there may know who is on duty there. */
export const rangesOf = (session: Session): readonly string[] => session.posts.map((post) => post.scope);

/** Rosters: generated from a pattern, edited shift by shift, seen by everybody in whose range they lie (S366). */
export const createRota = (parts: Parts, ports: OrganisationPorts, { getPath, audit }: Reach) => {
  const sql: OrganisationSql = parts.sql;
  const managed = (session: Session): readonly string[] => scopesWith(session, 'duty.manage');
  const mayManage = (session: Session, path: string): boolean =>
    managed(session).some((scope) => path.startsWith(scope));

  const find = async (
    session: Session,
    condition: ReturnType<typeof raw>,
    within: OrganisationSql = sql,
  ): Promise<ShiftView[]> => {
    const { rows } = await raw<ShiftRow>`
      select s.district, s.id, s.rota, s.path, s.name, s.kind, s.starts_at as "startsAt", s.ends_at as "endsAt",
        json_build_object('id', person.id, 'name', person.name) as person,
        exists (select from absence a where a.district = s.district and a.person = s.person and a.cancelled_at is null
          and a.from_day <= (s.starts_at at time zone 'Asia/Shanghai')::date
          and a.to_day > (s.starts_at at time zone 'Asia/Shanghai')::date) as away,
        (select json_build_object('id', w.id, 'of', json_build_object('id', o.id, 'name', o.name), 'reason', w.reason,
            'askedAt', to_char(w.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'inReturn', (select to_char(r.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from shift r
              where r.district = w.district and r.id = w.in_return))
          from shift_swap w join person o on o.district = w.district and o.id = w.asked_of
          where w.district = s.district and w.shift = s.id and w.answered_at is null and w.withdrawn_at is null) as swap,
        (select json_build_object('id', n.id, 'happened', n.happened, 'items', n.items, 'receivedBy', r.name,
            'writtenAt', to_char(n.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'receivedAt', to_char(n.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          from shift_note n left join person r on r.district = n.district and r.id = n.received_by
          where n.district = s.district and n.shift = s.id) as note,
        coalesce((select json_agg(json_build_object('result', c.result, 'way', c.way, 'remark', c.remark, 'by', b.name,
            'at', to_char(c.checked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by c.checked_at)
          from shift_check c join person b on b.district = c.district and b.id = c.checked_by
          where c.district = s.district and c.shift = s.id), '[]') as checks
      from shift s join person on person.district = s.district and person.id = s.person
      where s.cancelled_at is null and ${condition} order by s.starts_at, s.path, person.name, s.id limit 2000`.execute(
      within,
    );
    const names = await ports.namesOf([...new Set(rows.map((row) => row.path))]);
    return rows.map(({ district: _, path, ...row }) => {
      const mine = row.person.id === session.person;
      const leads = mayManage(session, path);
      return {
        ...row,
        at: { code: pathToCode(path), name: names.get(path) ?? pathToCode(path) },
        phone: null,
        mine,
        // Who asked whom, what was left open and who was found absent is for those who lead, and one's own.
        swap: mine || leads || row.swap?.of.id === session.person ? row.swap : null,
        note: mine || leads ? row.note : row.note && { ...row.note, items: row.note.items },
        checks: mine || leads ? row.checks : [],
      };
    });
  };

  const listShifts = async (
    session: Session,
    asked: { readonly from: DateText; readonly to: DateText; readonly at?: string | undefined },
  ): Promise<ShiftView[]> => {
    if (asked.to < asked.from) throw new DomainError('rota.empty', {}, { field: 'to' });
    if (plusDays(asked.from, longestRota) < asked.to)
      throw new DomainError('rota.long', { most: longestRota }, { field: 'to' });
    const [from, to] = [chinaInstant(asked.from), chinaInstant(plusDays(asked.to, 1))];
    return find(
      session,
      raw`s.starts_at < ${to} and s.ends_at > ${from} and (s.person = ${session.person} or ${inScopes('s.path', rangesOf(session))})
      and ${asked.at === undefined ? raw`true` : inScopes('s.path', [asked.at])}`,
    );
  };

  /** The call list of a place in one's range: its own duty, then those above it; with phones, masked as everywhere. */
  const seeOnDuty = async (session: Session, path: string): Promise<ShiftView[]> => {
    if (!rangesOf(session).some((scope) => path.startsWith(scope) || scope.startsWith(path)))
      throw new DomainError('request.not-found');
    const now = parts.clock();
    const shifts = await find(
      session,
      raw`s.district = ${districtOfPath(path)} and s.path = any(${trailPaths(path)}::text[])
      and s.starts_at <= ${now} and s.ends_at > ${now}`,
    );
    const phones = await phonesOf(shifts.map((shift) => shift.person.id));
    return shifts
      .toSorted((one, other) => other.at.code.length - one.at.code.length)
      .map((shift) => ({ ...shift, phone: phones.get(shift.person.id) ?? null }));
  };

  /** An office phone that was declared public is shown in full; a person's own number never. */
  const phonesOf = async (persons: readonly Id[]): Promise<ReadonlyMap<Id, string>> => {
    const { rows } = await raw<{ id: Id; phone: string; open: boolean }>`
      select distinct on (c.person) c.person as id, c.phone, true as open from public_card c
      where c.person = any(${[...persons]}::uuid[]) and c.phone is not null order by c.person, c.declared_at desc`.execute(
      sql,
    );
    return new Map(rows.map((row) => [row.id, row.open ? row.phone : maskedPhone(row.phone)]));
  };

  /** People who work in the scopes, by appointment. */
  const listPeople = async (scopes: readonly string[], at?: string, words = '') => {
    const day = chinaDate(parts.clock());
    const { rows } = await raw<{ id: Id; name: string; title: string; body: string; district: string }>`
      select distinct on (person.name, person.id) person.id, person.name, post.title, body.name as body, person.district
      from holder h join post on post.district = h.district and post.id = h.post and post.abolished_on is null
      join body on body.district = post.district and body.id = post.body
      join person on person.district = h.district and person.id = h.person and person.disabled_at is null
      where h.from_day <= ${day} and (h.to_day is null or h.to_day > ${day}) and ${inScopes('post.scope', scopes)}
        and ${at === undefined ? raw`true` : inScopes('post.scope', [at])}
        and (${words} = '' or person.name like '%' || ${words} || '%' or post.title like '%' || ${words} || '%')
      order by person.name, person.id, post.scope limit 500`.execute(sql);
    return rows;
  };

  const assertPeople = async (session: Session, persons: readonly Id[]): Promise<ReadonlyMap<Id, string>> => {
    const day = chinaDate(parts.clock());
    const { rows } = await raw<{ id: Id; name: string }>`
      select distinct person.id, person.name from holder h
      join post on post.district = h.district and post.id = h.post and post.abolished_on is null
      join person on person.district = h.district and person.id = h.person and person.disabled_at is null
      where h.person = any(${[...persons]}::uuid[]) and (h.to_day is null or h.to_day > ${day})
        and ${inScopes('post.scope', managed(session))}`.execute(sql);
    const names = new Map(rows.map((row) => [row.id, row.name]));
    if (persons.some((person) => !names.has(person)))
      throw new DomainError('organisation.unknown', {}, { field: 'person' });
    return names;
  };

  /** Other shifts of these people that touch the time. */
  const shiftsAround = async (
    within: OrganisationSql,
    district: string,
    persons: readonly Id[],
    from: Instant,
    to: Instant,
  ) => {
    const { rows } = await raw<KeptShift>`
      select district, id, path, name, kind, starts_at as "startsAt", ends_at as "endsAt", person from shift
      where district = ${district} and person = any(${[...persons]}::uuid[]) and cancelled_at is null
        and starts_at < ${to} and ends_at > ${from}`.execute(within);
    return rows;
  };

  const assertFree = async (
    trx: OrganisationTransaction,
    district: string,
    wanted: readonly Pick<KeptShift, 'id' | 'person' | 'startsAt' | 'endsAt'>[],
    names: ReadonlyMap<Id, string>,
  ): Promise<void> => {
    const [first] = wanted;
    if (!first) return;
    await raw`select pg_advisory_xact_lock(hashtext(${`shifts of ${district}`}))`.execute(trx);
    const from = wanted.reduce((least, one) => (one.startsAt < least ? one.startsAt : least), first.startsAt);
    const to = wanted.reduce((most, one) => (one.endsAt > most ? one.endsAt : most), first.endsAt);
    const own = new Set(wanted.map((one) => one.id));
    const around = (await shiftsAround(trx, district, [...new Set(wanted.map((one) => one.person))], from, to)).filter(
      (one) => !own.has(one.id),
    );
    const [clash] = clashes<Pick<KeptShift, 'person' | 'startsAt' | 'endsAt'>>([...wanted, ...around]);
    if (clash) throw new DomainError('shift.clash', { name: names.get(clash[0].person) ?? '' }, { field: 'person' });
  };

  const insertShifts = (trx: OrganisationTransaction, shifts: readonly (KeptShift & { readonly rota: Id | null })[]) =>
    raw`
    insert into shift (district, id, rota, path, name, kind, starts_at, ends_at, person)
    select x.district, x.id, x.rota, x.path, x.name, x.kind, x."startsAt", x."endsAt", x.person
    from jsonb_to_recordset(${JSON.stringify(shifts)}::jsonb) as x(district text, id uuid, rota uuid, path text, name text,
      kind text, "startsAt" timestamptz, "endsAt" timestamptz, person uuid)`.execute(trx);

  const assertLeads = async (session: Session, path: string): Promise<void> => {
    if (mayManage(session, path)) return;
    throw new DomainError('organisation.beyond-scope', {
      name: (await ports.namesOf([path])).get(path) ?? pathToCode(path),
    });
  };

  const addRota = async (
    by: Asking,
    given: {
      readonly id: Id;
      readonly at: string;
      readonly name: string;
      readonly kind: DutyKind;
      readonly from: DateText;
      readonly to: DateText;
      readonly pattern: RotaPattern;
    },
  ): Promise<{ made: number }> => {
    const path = await getPath(given.at);
    await assertLeads(by.session, path);
    const problem = problemOfPattern(given.pattern, given.from, given.to);
    if (problem) throw problem;
    const names = await assertPeople(by.session, given.pattern.turns);
    const planned = shiftsOf(given.pattern, await ports.calendar(), given.from, given.to);
    const district = districtOfPath(path);
    const said = { operation: 'addRota', person: by.session.person, given };
    return withReceipt(sql, { district, id: given.id, said }, async (trx: OrganisationTransaction) => {
      await raw`
        insert into rota (district, id, path, name, kind, from_day, to_day, pattern, made_by, made_at)
        values (${district}, ${given.id}, ${path}, ${given.name.trim()}, ${given.kind}, ${given.from}, ${given.to},
          ${JSON.stringify(given.pattern)}::jsonb, ${by.session.person}, ${parts.clock()})`.execute(trx);
      const shifts = planned.map((shift) => ({
        ...shift,
        district,
        id: parts.newId(),
        rota: given.id,
        path,
        kind: given.kind,
      }));
      await assertFree(trx, district, shifts, names);
      await insertShifts(trx, shifts);
      await audit(trx, by, {
        district,
        action: 'duty.add-rota',
        object: `rota:${given.id}`,
        detail: { kind: given.kind, from: given.from, to: given.to, shifts: String(shifts.length) },
      });
      return { made: shifts.length };
    });
  };

  const getOne = async (session: Session, id: Id, within?: OrganisationSql): Promise<ShiftView> => {
    const [shift] = await find(session, raw`s.id = ${id}`, within);
    if (!shift) throw new DomainError('request.not-found');
    return shift;
  };

  /** A shift that the session leads; others do not exist for it. */
  const lockLed = async (trx: OrganisationTransaction, session: Session, id: Id): Promise<KeptShift> => {
    const shift = await lockShift(trx, id);
    if (!shift || !mayManage(session, shift.path)) throw new DomainError('request.not-found');
    return shift;
  };
  const lockShift = async (trx: OrganisationTransaction, id: Id): Promise<KeptShift | undefined> => {
    const { rows } = await raw<KeptShift>`
      select district, id, path, name, kind, starts_at as "startsAt", ends_at as "endsAt", person from shift
      where id = ${id} and cancelled_at is null for update`.execute(trx);
    return rows[0];
  };

  const addShift = async (
    by: Asking,
    given: Omit<KeptShift, 'district' | 'path'> & { readonly at: string },
  ): Promise<ShiftView> => {
    const path = await getPath(given.at);
    await assertLeads(by.session, path);
    if (given.endsAt <= given.startsAt || given.endsAt > plusMillis(given.startsAt, 7 * 86_400_000))
      throw new DomainError('rota.empty', {}, { field: 'endsAt' });
    const names = await assertPeople(by.session, [given.person]);
    const district = districtOfPath(path);
    const said = { operation: 'addShift', person: by.session.person, given };
    return withReceipt(sql, { district, id: given.id, said }, async (trx: OrganisationTransaction) => {
      const { at: _, ...rest } = given;
      const shift = { ...rest, district, path, rota: null };
      await assertFree(trx, district, [shift], names);
      await insertShifts(trx, [shift]);
      await audit(trx, by, {
        district,
        action: 'duty.add-shift',
        object: `shift:${given.id}`,
        detail: { person: given.person },
      });
      return getOne(by.session, given.id, trx);
    });
  };

  const changeShift = async (by: Asking, id: Id, person: Id): Promise<ShiftView> => {
    const names = await assertPeople(by.session, [person]);
    return sql.transaction().execute(async (trx) => {
      const shift = await lockLed(trx, by.session, id);
      await assertFree(trx, shift.district, [{ ...shift, person }], names);
      await raw`update shift set person = ${person} where district = ${shift.district} and id = ${id}`.execute(trx);
      await raw`update shift_swap set withdrawn_at = ${parts.clock()} where district = ${shift.district} and shift = ${id}
        and answered_at is null and withdrawn_at is null`.execute(trx);
      await audit(trx, by, {
        district: shift.district,
        action: 'duty.change-shift',
        object: `shift:${id}`,
        detail: { from: shift.person, to: person },
      });
      return getOne(by.session, id, trx);
    });
  };

  const cancelShift = (by: Asking, id: Id): Promise<void> =>
    sql.transaction().execute(async (trx) => {
      const shift = await lockLed(trx, by.session, id);
      await raw`update shift set cancelled_at = ${parts.clock()} where district = ${shift.district} and id = ${id}`.execute(
        trx,
      );
      await audit(trx, by, { district: shift.district, action: 'duty.cancel-shift', object: `shift:${id}` });
    });

  const checkShift = async (
    by: Asking,
    id: Id,
    given: { readonly id: Id; readonly result: string; readonly way: string; readonly remark: string },
  ): Promise<ShiftView> => {
    const known = await sql.transaction().execute((trx) => lockLed(trx, by.session, id));
    const said = { operation: 'checkShift', person: by.session.person, shift: id, given };
    return withReceipt(sql, { district: known.district, id: given.id, said }, async (trx: OrganisationTransaction) => {
      await raw`
        insert into shift_check (district, id, shift, result, way, remark, checked_by, checked_at)
        values (${known.district}, ${given.id}, ${id}, ${given.result}, ${given.way}, ${given.remark.trim()},
          ${by.session.person}, ${parts.clock()})`.execute(trx);
      await audit(trx, by, {
        district: known.district,
        action: 'duty.check-shift',
        object: `shift:${id}`,
        detail: { result: given.result, way: given.way },
      });
      return getOne(by.session, id, trx);
    });
  };

  return {
    find,
    getOne,
    lockShift,
    mayManage,
    managed,
    shiftsAround,
    listShifts,
    seeOnDuty,
    listPeople,
    addRota,
    addShift,
    changeShift,
    cancelShift,
    checkShift,
  };
};

export type Rota = ReturnType<typeof createRota>;
