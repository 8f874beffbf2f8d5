import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Id } from '#kernel/ids';
import { type Instant, millisOf, plusMillis } from '#kernel/instant';
import type { Parts, SealedPlace } from '#platform/server/parts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';

const step = 30;
const beginFor = 15 * 60_000;
const sixDigits = /^\d{6}$/;

type Whose = { readonly district: string; readonly person: Id };

const place = ({ district, person }: Whose, column: 'secret' | 'next_secret'): SealedPlace => ({
  table: 'totp_factor',
  column,
  row: `${district} ${person}`,
});

/** The step that a code belongs to: this one, the one before or the one after; undefined when the code is none of theirs. */
const stepOf = (secret: string, typed: string, now: Instant): number | undefined => {
  const token = typed.normalize('NFKC').replace(/\s/g, '');
  if (!sixDigits.test(token)) return undefined;
  const found = verifySync({
    secret,
    token,
    epoch: Math.floor(millisOf(now) / 1000),
    period: step,
    epochTolerance: step,
  });
  return found.valid && 'timeStep' in found ? found.timeStep : undefined;
};

/** Codes of an authenticator app (RFC 6238: SHA-1, six digits, 30 seconds, one step of tolerance), each taken once. */
export const createTotp = (parts: Pick<Parts, 'sql' | 'clock' | 'seals'>) => {
  const sql: OrganisationSql = parts.sql;

  const find = (whose: Whose, from: OrganisationSql = sql) =>
    from
      .selectFrom('totp_factor')
      .selectAll()
      .where('district', '=', whose.district)
      .where('person', '=', whose.person)
      .executeTakeFirst();

  /** A new secret beside the present one, which goes on until a code of the new one was shown. */
  const begin = async (whose: Whose, account: string): Promise<{ readonly secret: string; readonly uri: string }> => {
    const secret = generateSecret();
    const next = {
      next_secret: await parts.seals.seal(place(whose, 'next_secret'), secret),
      next_until: plusMillis(parts.clock(), beginFor),
    };
    await sql
      .insertInto('totp_factor')
      .values({ ...whose, secret: null, since: null, ...next })
      .onConflict((on) => on.columns(['district', 'person']).doUpdateSet(next))
      .execute();
    return { secret, uri: generateURI({ issuer: '里坊 Lifang', label: account, secret, period: step, digits: 6 }) };
  };

  /** The first code of the new secret makes it the one that counts. */
  const finish = async (trx: OrganisationTransaction, whose: Whose, code: string): Promise<boolean> => {
    const row = await find(whose, trx);
    const now = parts.clock();
    if (!row?.next_secret || !row.next_until || now >= row.next_until) return false;
    const secret = await parts.seals.open(place(whose, 'next_secret'), row.next_secret);
    const taken = stepOf(secret, code, now);
    if (taken === undefined) return false;
    const sealed = await parts.seals.seal(place(whose, 'secret'), secret);
    const done = await trx
      .updateTable('totp_factor')
      .set({ secret: sealed, since: now, last_step: taken, next_secret: null, next_until: null })
      .where('district', '=', whose.district)
      .where('person', '=', whose.person)
      .where('next_secret', '=', row.next_secret)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  };

  /** Takes a code; the same one, or an earlier one, is never taken again, whichever process is asked. */
  const take = async (trx: OrganisationTransaction, whose: Whose, code: string): Promise<boolean> => {
    const row = await find(whose, trx);
    if (!row?.secret) return false;
    const taken = stepOf(await parts.seals.open(place(whose, 'secret'), row.secret), code, parts.clock());
    if (taken === undefined) return false;
    const done = await trx
      .updateTable('totp_factor')
      .set({ last_step: taken })
      .where('district', '=', whose.district)
      .where('person', '=', whose.person)
      .where('last_step', '<', taken as never)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  };

  return { find, begin, finish, take };
};

export type Totp = ReturnType<typeof createTotp>;
