import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { type Instant, plusMillis } from '#kernel/instant';
import type { Parts, Session } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import { pathToCode } from '#engines/territory/model';
import type { ShiftView, SwapView } from '#engines/organisation/contract';
import { problemOfSwap } from '#engines/organisation/model';
import type { OrganisationPorts } from '../ports.ts';
import type { Asking, Reach } from '../reach.ts';
import { inScopes } from '../scope-sql.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import type { KeptShift, Rota } from './rota.ts';

interface SwapRow {
  readonly district: string;
  readonly id: Id;
  readonly shift: Id;
  readonly asked_by: Id;
  readonly asked_of: Id;
  readonly in_return: Id | null;
}

const twoWeeks = 14 * 86_400_000;

/** A asks, B accepts, whoever leads is told; and what one shift leaves to the next. */
export const createSwaps = (parts: Parts, ports: OrganisationPorts, { audit }: Reach, rota: Rota) => {
  const sql: OrganisationSql = parts.sql;

  /** Names of colleagues with whom the person shares a place of work; nobody else can be asked. */
  const colleague = async (within: OrganisationSql, shift: KeptShift, id: Id): Promise<string> => {
    const { rows } = await raw<{ name: string }>`
      select person.name from person where person.district = ${shift.district} and person.id = ${id} and person.disabled_at is null
        and exists (select from holder h join post on post.district = h.district and post.id = h.post and post.abolished_on is null
          where h.district = person.district and h.person = person.id
            and (h.to_day is null or h.to_day > (${shift.startsAt}::timestamptz at time zone 'Asia/Shanghai')::date)
            and (post.scope like ${shift.path} || '%' or ${shift.path} like post.scope || '%'))`.execute(within);
    const [person] = rows;
    if (!person) throw new DomainError('organisation.unknown', {}, { field: 'of' });
    return person.name;
  };

  const problem = async (
    trx: OrganisationTransaction,
    shift: KeptShift,
    taker: Id,
    inReturn: KeptShift | undefined,
    names: ReadonlyMap<Id, string>,
  ) => {
    const times: readonly Instant[] = [
      shift.startsAt,
      shift.endsAt,
      ...(inReturn ? [inReturn.startsAt, inReturn.endsAt] : []),
    ];
    const [from = shift.startsAt] = times.toSorted();
    const around = await rota.shiftsAround(
      trx,
      shift.district,
      [shift.person, taker],
      from,
      plusMillis(from, twoWeeks * 7),
    );
    return problemOfSwap(shift, taker, inReturn, around, parts.clock(), (person) => names.get(person) ?? '');
  };

  const askSwap = async (
    by: Asking,
    id: Id,
    given: { readonly id: Id; readonly of: Id; readonly inReturn?: Id | undefined; readonly reason: string },
  ): Promise<ShiftView> => {
    const known = await rota.getOne(by.session, id);
    if (!known.mine) throw new DomainError('shift.not-yours');
    const { rows } = await raw<{ district: string }>`select district from shift where id = ${id}`.execute(sql);
    const district = rows[0]?.district ?? '';
    const said = { operation: 'askSwap', person: by.session.person, shift: id, given };
    return withReceipt(sql, { district, id: given.id, said }, async (trx: OrganisationTransaction) => {
      const shift = await rota.lockShift(trx, id);
      if (shift?.person !== by.session.person) throw new DomainError('shift.not-yours');
      const name = await colleague(trx, shift, given.of);
      const back = given.inReturn === undefined ? undefined : await rota.lockShift(trx, given.inReturn);
      if (given.inReturn !== undefined && back?.district !== district)
        throw new DomainError('organisation.unknown', {}, { field: 'inReturn' });
      const refusal = await problem(
        trx,
        shift,
        given.of,
        back,
        new Map([
          [given.of, name],
          [by.session.person, by.session.name],
        ]),
      );
      if (refusal) throw refusal;
      await raw`update shift_swap set withdrawn_at = ${parts.clock()} where district = ${district} and shift = ${id}
        and answered_at is null and withdrawn_at is null`.execute(trx);
      await raw`
        insert into shift_swap (district, id, shift, asked_by, asked_of, in_return, reason, asked_at)
        values (${district}, ${given.id}, ${id}, ${by.session.person}, ${given.of}, ${given.inReturn ?? null},
          ${given.reason.trim()}, ${parts.clock()})`.execute(trx);
      await audit(trx, by, { district, action: 'duty.ask-swap', object: `shift:${id}`, detail: { of: given.of } });
      return rota.getOne(by.session, id, trx);
    });
  };

  const answerSwap = (by: Asking, id: Id, accept: boolean): Promise<void> =>
    sql.transaction().execute(async (trx) => {
      const { rows } = await raw<SwapRow>`
        select district, id, shift, asked_by, asked_of, in_return from shift_swap
        where id = ${id} and answered_at is null and withdrawn_at is null for update`.execute(trx);
      const [swap] = rows;
      if (swap?.asked_of !== by.session.person) throw new DomainError('request.not-found');
      if (accept) {
        const shift = await rota.lockShift(trx, swap.shift);
        const back = swap.in_return === null ? undefined : await rota.lockShift(trx, swap.in_return);
        if (shift?.person !== swap.asked_by || (swap.in_return !== null && !back))
          throw new DomainError('request.not-found');
        const names = new Map([[by.session.person, by.session.name]]);
        const refusal = await problem(trx, shift, swap.asked_of, back, names);
        if (refusal) throw refusal;
        await raw`update shift set person = ${swap.asked_of} where district = ${swap.district} and id = ${swap.shift}`.execute(
          trx,
        );
        if (back)
          await raw`update shift set person = ${swap.asked_by} where district = ${swap.district} and id = ${back.id}`.execute(
            trx,
          );
      }
      await raw`update shift_swap set answered_at = ${parts.clock()}, accepted = ${accept}
        where district = ${swap.district} and id = ${id}`.execute(trx);
      await audit(trx, by, {
        district: swap.district,
        action: accept ? 'duty.accept-swap' : 'duty.decline-swap',
        object: `shift:${swap.shift}`,
      });
    });

  const find = async (condition: ReturnType<typeof raw>): Promise<SwapView[]> => {
    const { rows } = await raw<Omit<SwapView, 'at'> & { path: string }>`
      select w.id, w.shift, s.name, s.path, s.starts_at as "startsAt", s.ends_at as "endsAt",
        json_build_object('id', a.id, 'name', a.name) as by, json_build_object('id', o.id, 'name', o.name) as of, w.reason,
        (select json_build_object('startsAt', to_char(r.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'endsAt', to_char(r.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) from shift r
          where r.district = w.district and r.id = w.in_return) as "inReturn",
        case when w.answered_at is null then 'asked' when w.accepted then 'accepted' else 'declined' end as state,
        w.seen_at is not null as seen
      from shift_swap w join shift s on s.district = w.district and s.id = w.shift
      join person a on a.district = w.district and a.id = w.asked_by
      join person o on o.district = w.district and o.id = w.asked_of
      where w.withdrawn_at is null and s.cancelled_at is null and ${condition} order by s.starts_at limit 200`.execute(
      sql,
    );
    const names = await ports.namesOf([...new Set(rows.map((row) => row.path))]);
    return rows.map(({ path, ...row }) => ({
      ...row,
      at: { code: pathToCode(path), name: names.get(path) ?? pathToCode(path) },
    }));
  };

  const seeSwap = (by: Asking, id: Id): Promise<void> =>
    sql.transaction().execute(async (trx) => {
      const { rows } = await raw<{ district: string; path: string; shift: Id }>`
        select w.district, s.path, w.shift from shift_swap w join shift s on s.district = w.district and s.id = w.shift
        where w.id = ${id}`.execute(trx);
      const [swap] = rows;
      if (!swap || !rota.mayManage(by.session, swap.path)) throw new DomainError('request.not-found');
      await raw`update shift_swap set seen_by = ${by.session.person}, seen_at = ${parts.clock()}
        where district = ${swap.district} and id = ${id} and seen_at is null`.execute(trx);
      await audit(trx, by, { district: swap.district, action: 'duty.see-swap', object: `shift:${swap.shift}` });
    });

  /** A note may be rewritten until the next shift has received it. */
  const writeNote = async (
    by: Asking,
    shiftId: Id,
    given: {
      readonly id: Id;
      readonly happened: string;
      readonly items: readonly { readonly text: string; readonly case: string | null }[];
    },
  ): Promise<ShiftView> =>
    sql.transaction().execute(async (trx) => {
      const shift = await rota.lockShift(trx, shiftId);
      if (!shift) throw new DomainError('request.not-found');
      if (shift.person !== by.session.person) throw new DomainError('shift.not-yours');
      const done = await raw`
        insert into shift_note (district, id, shift, happened, items, written_by, written_at)
        values (${shift.district}, ${given.id}, ${shiftId}, ${given.happened.trim()}, ${JSON.stringify(given.items)}::jsonb,
          ${by.session.person}, ${parts.clock()})
        on conflict (district, shift) do update set happened = excluded.happened, items = excluded.items,
          written_at = excluded.written_at where shift_note.received_at is null returning id`.execute(trx);
      if (done.rows.length === 0) throw new DomainError('shift.begun');
      await audit(trx, by, { district: shift.district, action: 'duty.write-note', object: `shift:${shiftId}` });
      return rota.getOne(by.session, shiftId, trx);
    });

  /** Received by whoever has the next shift there, or leads it. */
  const receiveNote = (by: Asking, id: Id): Promise<void> =>
    sql.transaction().execute(async (trx) => {
      const { rows } = await raw<{ district: string; shift: Id; path: string; isNext: boolean }>`
        select n.district, n.shift, s.path, exists (${nextShift(by.session)}) as "isNext"
        from shift_note n join shift s on s.district = n.district and s.id = n.shift
        where n.id = ${id} and n.received_at is null for update of n`.execute(trx);
      const [note] = rows;
      if (!note) throw new DomainError('request.not-found');
      if (!note.isNext && !rota.mayManage(by.session, note.path)) throw new DomainError('shift.not-yours');
      await raw`update shift_note set received_by = ${by.session.person}, received_at = ${parts.clock()}
        where district = ${note.district} and id = ${id}`.execute(trx);
      await audit(trx, by, { district: note.district, action: 'duty.receive-note', object: `shift:${note.shift}` });
    });

  /** A shift of the person at the same place that begins when the noted one ends, or within a day after. */
  const nextShift = (session: Session) => raw`select from shift x where x.district = s.district and x.path = s.path
    and x.person = ${session.person} and x.cancelled_at is null and x.starts_at >= s.starts_at
    and x.starts_at <= s.ends_at + interval '24 hours' and x.id <> s.id`;

  return {
    askSwap,
    answerSwap,
    seeSwap,
    writeNote,
    receiveNote,
    listSwaps: (session: Session) =>
      find(
        raw`(w.answered_at is null or (w.accepted and w.seen_at is null)) and ${inScopes('s.path', rota.managed(session))}`,
      ),
    askedOf: (session: Session) => find(raw`w.asked_of = ${session.person} and w.answered_at is null`),
    notesFor: (session: Session) =>
      rota.find(
        session,
        raw`exists (select from shift_note n where n.district = s.district and n.shift = s.id and n.received_at is null)
        and exists (${nextShift(session)})`,
      ),
  };
};

export type Swaps = ReturnType<typeof createSwaps>;
