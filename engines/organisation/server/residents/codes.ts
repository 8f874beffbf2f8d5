import { randomInt } from 'node:crypto';
import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { type Instant, plusMillis } from '#kernel/instant';
import { foldWidth } from '#fields/fold-text';
import { addressKey } from '#platform/server/http';
import type { Limit, Parts } from '#platform/server/parts';
import type { SentCode } from '#engines/organisation/contract';
import type { ResidentPorts } from './ports.ts';
import { type CodePurpose, nowhere, type ResidentSql, type ResidentTransaction } from './tables.ts';

const minutes = 10;
const mostTries = 5;
const again = 60;
const hour = 3600;
const day = 24 * hour;

/** @throws resident.phone-wrong */
export const phoneOf = (typed: string): string => {
  const digits = foldWidth(typed)
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  if (!/^1[3-9]\d{9}$/.test(digits)) throw new DomainError('resident.phone-wrong', {}, { field: 'phone' });
  return digits;
};

/** Codes by short message: sent, and taken once (security 9, 63; GB/T 22239-2019 8.1.4.1). */
export const createCodes = (parts: Parts, ports: Pick<ResidentPorts, 'sendCode'>) => {
  const sql: ResidentSql = parts.sql;

  const blindOf = (phone: string): Promise<string> => parts.seals.blind('resident.phone', phone);

  /** Six digits are soon guessed, so what is kept is hashed with a key that does not lie in the database. */
  const hashOf = (purpose: CodePurpose, request: Id, phoneBlind: string, code: string): Promise<string> =>
    parts.seals.blind('resident.code', `${purpose} ${request} ${phoneBlind} ${code}`);

  /** One a minute, five an hour, ten a day to a phone; an address and the whole installation have a bound too. */
  const limitsOf = (phoneBlind: string, address: string): readonly Limit[] => [
    { key: `code.phone ${phoneBlind}`, most: 1, seconds: again },
    { key: `code.phone ${phoneBlind}`, most: 5, seconds: hour },
    { key: `code.phone ${phoneBlind}`, most: 10, seconds: day },
    { key: `code.address ${addressKey(address)}`, most: 20, seconds: hour },
    { key: `code.address ${addressKey(address)}`, most: 60, seconds: day },
    { key: 'code.installation', most: 2000, seconds: hour },
  ];

  const send = async (asked: {
    readonly purpose: CodePurpose;
    readonly phone: string;
    readonly address: string;
    readonly resident: Id | null;
  }): Promise<SentCode> => {
    const phone = phoneOf(asked.phone);
    const blind = await blindOf(phone);
    // Outside the transaction: what fails later has still been asked for.
    const seconds = await parts.limits.take(limitsOf(blind, asked.address));
    if (seconds > 0) throw new DomainError('code.too-many', { seconds });
    const request = parts.newId();
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const now = parts.clock();
    const expiresAt = plusMillis(now, minutes * 60_000);
    const hash = await hashOf(asked.purpose, request, blind, code);
    await sql.transaction().execute(async (trx) => {
      await trx
        .insertInto('resident_code')
        .values({
          id: request,
          purpose: asked.purpose,
          phone_blind: blind,
          hash,
          resident: asked.resident,
          made_at: now,
          expires_at: expiresAt,
        })
        .execute();
      await ports.sendCode(trx, { request, phone, code, minutes, expiresAt });
      await parts.audit.write(trx, {
        district: nowhere,
        person: asked.resident,
        address: asked.address,
        action: 'resident.send-code',
        object: `code:${request}`,
        result: 'done',
        detail: { purpose: asked.purpose },
      });
    });
    return { request, expiresAt, again };
  };

  /**
   * Uses a code up, in the caller's transaction. @returns false when it does not fit: the try counts, so the caller
   * commits that before he refuses
   */
  const take = async (
    trx: ResidentTransaction,
    given: {
      readonly purpose: CodePurpose;
      readonly request: Id;
      readonly phoneBlind: string;
      readonly code: string;
      readonly resident: Id | null;
    },
    now: Instant,
  ): Promise<boolean> => {
    const hash = await hashOf(given.purpose, given.request, given.phoneBlind, given.code);
    // The row is locked by the first who comes: two at once with the same code do not both succeed.
    const { rows } = await raw<{ fits: boolean }>`
      update resident_code set
        tries = tries + 1,
        used_at = case when hash = ${hash} and phone_blind = ${given.phoneBlind} and tries < ${mostTries}
          then ${now}::timestamptz else null end
      where id = ${given.request} and purpose = ${given.purpose} and used_at is null and expires_at > ${now}
        and resident is not distinct from ${given.resident}::uuid
      returning used_at is not null as fits`.execute(trx);
    return rows[0]?.fits ?? false;
  };

  /** Guesses at whatever codes, by address: a single code has its own five. */
  const brakeGuesses = async (address: string): Promise<void> => {
    const seconds = await parts.limits.take([{ key: `code.try ${addressKey(address)}`, most: 60, seconds: hour }]);
    if (seconds > 0) throw new DomainError('code.too-many', { seconds });
  };

  return {
    send,
    take,
    brakeGuesses,
    blindOf,
    dropOld: async (): Promise<void> => {
      await sql
        .deleteFrom('resident_code')
        .where('expires_at', '<', plusMillis(parts.clock(), -day * 1000))
        .execute();
    },
  };
};

export type Codes = ReturnType<typeof createCodes>;
