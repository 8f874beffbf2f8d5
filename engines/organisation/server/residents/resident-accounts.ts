import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import { maskedPhone } from '#fields/phone/phone';
import type { Parts, Session } from '#platform/server/parts';
import type { ResidentMe } from '#engines/organisation/contract';
import { type Codes, phoneOf } from './codes.ts';
import type { ResidentPorts } from './ports.ts';
import type { ResidentSessions } from './resident-sessions.ts';
import { nowhere, phonePlace, type ResidentSql, type ResidentTransaction } from './tables.ts';

interface Given {
  readonly request: Id;
  readonly code: string;
}

/** Residents’ accounts: made by the first sign-in, changed and deleted only with a code in hand. */
export const createResidentAccounts = (
  parts: Parts,
  ports: ResidentPorts,
  codes: Codes,
  sessions: ResidentSessions,
) => {
  const sql: ResidentSql = parts.sql;

  const audit = (
    trx: ResidentTransaction,
    row: {
      readonly resident: Id | null;
      readonly address: string;
      readonly action: string;
      readonly object: string;
      readonly result?: 'done' | 'refused';
    },
  ): Promise<void> =>
    parts.audit.write(trx, {
      district: nowhere,
      person: row.resident,
      address: row.address,
      action: row.action,
      object: row.object,
      result: row.result ?? 'done',
    });

  const getResident = async (id: Id) => {
    const row = await sql
      .selectFrom('resident')
      .select(['id', 'phone_sealed', 'phone_blind', 'made_at'])
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (!row || row.phone_sealed === null || row.phone_blind === null) throw new DomainError('session.missing');
    return { ...row, phone_blind: row.phone_blind, phone: await parts.seals.open(phonePlace(id), row.phone_sealed) };
  };

  const meOf = async (id: Id): Promise<ResidentMe> => {
    const { phone, made_at } = await getResident(id);
    return { id, phone: maskedPhone(phone), since: made_at, demo: parts.demo };
  };

  /** The resident of a phone; made when there is none. Two at once meet in the unique index. */
  const ensureResident = async (trx: ResidentTransaction, phone: string, blind: string, now: Instant): Promise<Id> => {
    const find = () => trx.selectFrom('resident').select('id').where('phone_blind', '=', blind).executeTakeFirst();
    const known = await find();
    if (known) return known.id;
    const id = parts.newId();
    const made = await trx
      .insertInto('resident')
      .values({ id, phone_sealed: await parts.seals.seal(phonePlace(id), phone), phone_blind: blind, made_at: now })
      .onConflict((on) => on.doNothing())
      .returning('id')
      .executeTakeFirst();
    return made?.id ?? (await find())?.id ?? id;
  };

  const signIn = async (
    given: Given & { readonly phone: string },
    from: { readonly address: string; readonly device: string | null },
  ) => {
    await codes.brakeGuesses(from.address);
    const phone = phoneOf(given.phone);
    const blind = await codes.blindOf(phone);
    const now = parts.clock();
    const opened = await sql.transaction().execute(async (trx) => {
      const fits = await codes.take(
        trx,
        { purpose: 'sign-in', request: given.request, phoneBlind: blind, code: given.code, resident: null },
        now,
      );
      if (!fits) {
        await audit(trx, {
          resident: null,
          address: from.address,
          action: 'resident.sign-in',
          object: `code:${given.request}`,
          result: 'refused',
        });
        return undefined;
      }
      const resident = await ensureResident(trx, phone, blind, now);
      const session = await sessions.open(trx, resident, from.device, now);
      await audit(trx, {
        resident,
        address: from.address,
        action: 'resident.sign-in',
        object: `session:${session.id}`,
      });
      return { resident, ...session };
    });
    // Refused only now: the try that failed has to stay counted.
    if (!opened) throw new DomainError('code.refused', {}, { field: 'code' });
    return opened;
  };

  const endSessions = async (
    { id, person }: Session,
    address: string,
    which: { readonly only: Id },
    action: string,
  ): Promise<void> => {
    const ended = await sql.transaction().execute(async (trx) => {
      const count = await sessions.end(trx, person, parts.clock(), which);
      if (count > 0) await audit(trx, { resident: person, address, action, object: `session:${which.only}` });
      return count;
    });
    sessions.tellChanged(person);
    if (ended === 0 && which.only !== id) throw new DomainError('request.not-found');
  };

  const listSessions = async ({ id, person }: Session) => {
    const rows = await sql
      .selectFrom('resident_session')
      .select(['id', 'device', 'made_at', 'seen_at'])
      .where('resident', '=', person)
      .where('ended_at', 'is', null)
      .where('ends_at', '>', parts.clock())
      .orderBy('seen_at', 'desc')
      .limit(50)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      device: row.device,
      madeAt: row.made_at,
      seenAt: row.seen_at,
      mine: row.id === id,
    }));
  };

  const sendPhoneCodes = async ({ person }: Session, typed: string, address: string) => {
    const phone = phoneOf(typed);
    const mine = await getResident(person);
    if (phone === mine.phone) throw new DomainError('resident.phone-wrong', {}, { field: 'phone' });
    return {
      old: await codes.send({ purpose: 'old-phone', phone: mine.phone, address, resident: person }),
      new: await codes.send({ purpose: 'new-phone', phone, address, resident: person }),
    };
  };

  /** Both phones have to be in hand. Other sign-ins end; the former phone is told. */
  const changePhone = async (
    session: Session,
    body: { readonly phone: string; readonly old: Given; readonly new: Given },
    address: string,
  ): Promise<ResidentMe> => {
    await codes.brakeGuesses(address);
    const phone = phoneOf(body.phone);
    const blind = await codes.blindOf(phone);
    const mine = await getResident(session.person);
    const now = parts.clock();
    const outcome = await sql.transaction().execute(async (trx) => {
      const of = (purpose: 'old-phone' | 'new-phone', given: Given, phoneBlind: string) =>
        codes.take(trx, { purpose, ...given, phoneBlind, resident: session.person }, now);
      const oldFits = await of('old-phone', body.old, mine.phone_blind);
      const newFits = await of('new-phone', body.new, blind);
      if (!oldFits || !newFits) {
        // The one that was right may be shown again beside the other.
        const right = oldFits ? body.old.request : body.new.request;
        if (oldFits || newFits)
          await trx.updateTable('resident_code').set({ used_at: null }).where('id', '=', right).execute();
        await audit(trx, {
          resident: session.person,
          address,
          action: 'resident.change-phone',
          object: `resident:${session.person}`,
          result: 'refused',
        });
        return 'refused' as const;
      }
      const taken = await trx.selectFrom('resident').select('id').where('phone_blind', '=', blind).executeTakeFirst();
      if (taken) return 'taken' as const;
      await trx
        .updateTable('resident')
        .set({ phone_sealed: await parts.seals.seal(phonePlace(session.person), phone), phone_blind: blind })
        .where('id', '=', session.person)
        .execute();
      await sessions.end(trx, session.person, now, { except: session.id });
      await ports.tellPhoneChanged(trx, mine.phone, body.new.request);
      await audit(trx, {
        resident: session.person,
        address,
        action: 'resident.change-phone',
        object: `resident:${session.person}`,
      });
      return 'done' as const;
    });
    if (outcome === 'refused') throw new DomainError('code.refused', {}, { field: 'code' });
    if (outcome === 'taken') throw new DomainError('resident.phone-taken', {}, { field: 'phone' });
    sessions.tellChanged(session.person);
    return meOf(session.person);
  };

  const sendDeletionCode = async ({ person }: Session, address: string) => {
    const { phone } = await getResident(person);
    return codes.send({ purpose: 'delete', phone, address, resident: person });
  };

  /** The phone, the sign-ins and every tie to what was reported go; a row without anything personal says that one was. */
  const remove = async (session: Session, given: Given, address: string): Promise<void> => {
    await codes.brakeGuesses(address);
    const { person } = session;
    const mine = await getResident(person);
    const now = parts.clock();
    const done = await sql.transaction().execute(async (trx) => {
      const fits = await codes.take(
        trx,
        { purpose: 'delete', ...given, phoneBlind: mine.phone_blind, resident: person },
        now,
      );
      if (fits) {
        await ports.forget(trx, person);
        await trx.deleteFrom('resident_session').where('resident', '=', person).execute();
        await trx
          .deleteFrom('resident_code')
          .where((eb) => eb.or([eb('resident', '=', person), eb('phone_blind', '=', mine.phone_blind)]))
          .execute();
        await trx
          .updateTable('resident')
          .set({ phone_sealed: null, phone_blind: null, deleted_at: now })
          .where('id', '=', person)
          .execute();
      }
      await audit(trx, {
        resident: person,
        address,
        action: 'resident.delete',
        object: `resident:${person}`,
        result: fits ? 'done' : 'refused',
      });
      return fits;
    });
    if (!done) throw new DomainError('code.refused', {}, { field: 'code' });
    sessions.tellChanged(person);
  };

  /** Everything that is kept of the one who asks, for himself alone (个人信息保护法 45). */
  const exportData = async (session: Session, address: string): Promise<Readonly<Record<string, unknown>>> => {
    const mine = await getResident(session.person);
    const [places, rest] = await Promise.all([listSessions(session), ports.dataOf(session)]);
    await parts.audit.write(sql, {
      district: nowhere,
      person: session.person,
      address,
      action: 'resident.export',
      object: `resident:${session.person}`,
      result: 'done',
    });
    return {
      madeAt: parts.clock(),
      account: { id: mine.id, phone: mine.phone, since: mine.made_at },
      signIns: places.map(({ device, madeAt, seenAt }) => ({ device, madeAt, seenAt })),
      ...rest,
    };
  };

  return {
    meOf,
    getResident,
    signIn,
    endSessions,
    listSessions,
    sendPhoneCodes,
    changePhone,
    sendDeletionCode,
    remove,
    exportData,
  };
};

export type ResidentAccounts = ReturnType<typeof createResidentAccounts>;
