import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { plusMillis } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import type { ActivationCode } from '#engines/organisation/contract';
import { normaliseAccount } from '#engines/organisation/model';
import type { PasswordRules } from '../accounts/password-rules.ts';
import { hashPassword } from '../accounts/password.ts';
import { stampPerson } from '../accounts/session-store.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import { noPassword } from './people-store.ts';
import type { Phones } from './phones.ts';

const validFor = 72 * 3_600_000;
/** No 0, 1, I, L, O, U: it is read out and typed. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 16 letters of 30: 78 random bits, in groups of four. */
const newCode = (): string => {
  const text = Array.from(randomBytes(64))
    .filter((byte) => byte < 240)
    .slice(0, 16)
    .map((byte) => letters[byte % 30])
    .join('');
  return (text.match(/.{4}/g) ?? []).join('-');
};

const plain = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
const hashOf = (district: string, person: Id, code: string): string =>
  hash('sha256', `${district} ${person} ${plain(code)}`, 'hex');

/** The appointment of the first security administrator takes effect with its owner's activation. */
export type WhenActivated = (
  trx: OrganisationTransaction,
  activated: { readonly district: string; readonly person: Id; readonly appointment: Id },
) => Promise<void>;

/**
 * One-time codes with which the owner of an account sets the first password, so that whoever made the account
 * never knows it. Only a hash is kept; a new code ends the one before.
 */
export const createActivation = (
  parts: Pick<Parts, 'sql' | 'clock' | 'audit'>,
  rules: Pick<PasswordRules, 'assertGood'>,
  phones: Phones,
) => {
  const sql: OrganisationSql = parts.sql;

  const issue = async (
    trx: OrganisationTransaction,
    of: { readonly district: string; readonly person: Id; readonly account: string; readonly appointment?: Id },
  ): Promise<ActivationCode> => {
    const code = newCode();
    const until = plusMillis(parts.clock(), validFor);
    const kept = { code_hash: hashOf(of.district, of.person, code), until, appointment: of.appointment ?? null };
    await trx
      .insertInto('activation')
      .values({ district: of.district, person: of.person, ...kept })
      .onConflict((on) => on.columns(['district', 'person']).doUpdateSet(kept))
      .execute();
    return { account: of.account, code, until };
  };

  const find = (trx: OrganisationSql, account: string) =>
    trx
      .selectFrom('account')
      .innerJoin('person', (on) =>
        on.onRef('person.district', '=', 'account.district').onRef('person.id', '=', 'account.person'),
      )
      .innerJoin('activation', (on) =>
        on.onRef('activation.district', '=', 'account.district').onRef('activation.person', '=', 'account.person'),
      )
      .select(['account.name as account', 'account.district', 'account.person', 'activation.code_hash'])
      .select(['activation.until', 'activation.appointment', 'person.name', 'person.home', 'person.disabled_at'])
      .select(['person.phone', 'person.phone_sealed', 'person.id'])
      .where('account.name', '=', account);

  /** The same refusal whether the account, the code or the time is wrong. */
  const activate = async (
    given: { readonly account: string; readonly code: string; readonly password: string },
    address: string,
    whenActivated: WhenActivated,
  ): Promise<{ readonly district: string; readonly person: Id }> => {
    const account = normaliseAccount(given.account);
    const isRight = (row: { district: string; person: Id; code_hash: string; until: string } | undefined): boolean => {
      const made = Buffer.from(hashOf(row?.district ?? '', row?.person ?? '', given.code));
      const kept = Buffer.from(row?.code_hash ?? '0'.repeat(64));
      return timingSafeEqual(made, kept) && row !== undefined && parts.clock() < row.until;
    };
    const known = await find(sql, account).executeTakeFirst();
    if (!known || !isRight(known) || known.disabled_at !== null) {
      await parts.audit.write(sql, {
        district: known?.district ?? '000000',
        person: null,
        address,
        action: 'account.activate',
        object: known ? `person:${known.person}` : `account:${hash('sha256', account, 'hex').slice(0, 12)}`,
        result: 'refused',
      });
      throw new DomainError('activation.refused');
    }
    const { district, person, name, home } = known;
    const phone = (await phones.open(known)) ?? undefined;
    await rules.assertGood(given.password, { account, name, phone, places: [home] });
    const password = await hashPassword(given.password);
    await sql.transaction().execute(async (trx) => {
      // Two at once: the second waits here and then finds the code used.
      const used = await trx
        .deleteFrom('activation')
        .where('district', '=', district)
        .where('person', '=', person)
        .where('code_hash', '=', known.code_hash)
        .returning('appointment')
        .executeTakeFirst();
      if (!used) throw new DomainError('activation.refused');
      const now = parts.clock();
      await trx
        .updateTable('account')
        .set({ password, changed_at: now, must_change: false, starting_until: null, used_at: now, suspended_at: null })
        .where('name', '=', account)
        .execute();
      await stampPerson(trx, district, person);
      if (used.appointment !== null) await whenActivated(trx, { district, person, appointment: used.appointment });
      await parts.audit.write(trx, {
        district,
        person,
        address,
        action: 'account.activate',
        object: `person:${person}`,
        result: 'done',
      });
    });
    return { district, person };
  };

  /** Whether the owner of an account has never set a password himself. */
  const isUntouched = (account: { readonly password: string; readonly must_change: boolean }): boolean =>
    account.password === noPassword || account.must_change;

  return { issue, activate, isUntouched };
};

export type Activation = ReturnType<typeof createActivation>;
