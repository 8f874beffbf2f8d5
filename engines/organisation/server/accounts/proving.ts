import { DomainError } from '#kernel/domain-error';
import type { ErrorCode } from '#kernel/error-catalogue';
import type { Id } from '#kernel/ids';
import type { AuditRow, Parts } from '#platform/server/parts';
import type { OrganisationSql } from '../tables.ts';
import type { KnownAccount } from './account-store.ts';
import type { Asker, From } from './asking.ts';
import type { KnownDevices } from './known-devices.ts';
import { type Attempt, countFailure, lockedFor, secondsLocked } from './sign-in-locks.ts';

/** Who tries, as far as it is known. */
export type Known = { readonly district: string; readonly person: Id } | undefined;

/** Where it is not known to which district somebody belongs. */
export const nowhere = '000000';

interface Try {
  readonly action: string;
  readonly object: string;
  readonly known: Known;
  readonly attempt: Attempt;
}

/** Every attempt to prove who one is goes through here: locks before it, the count and the audit row when it fails. */
export const createProving = (parts: Pick<Parts, 'sql' | 'clock' | 'audit'>, devices: KnownDevices) => {
  const sql: OrganisationSql = parts.sql;

  const attemptOf = async (account: string, from: From, what: Attempt['what']): Promise<Attempt> => ({
    account,
    address: from.address,
    device: await devices.find(from.device, account),
    what,
  });

  const refused = ({ action, object, known, attempt }: Try, why: string): AuditRow => ({
    district: known?.district ?? nowhere,
    person: known?.person ?? null,
    address: attempt.address,
    action,
    object,
    result: 'refused',
    detail: { why },
  });

  /** @throws sign-in.locked */
  const assertOpen = async (one: Try): Promise<void> => {
    const seconds = await secondsLocked(sql, one.attempt, parts.clock());
    if (seconds === 0) return;
    await parts.audit.write(sql, refused(one, 'locked'));
    throw lockedFor(seconds);
  };

  /** Counts a failure and says no. */
  const fail = async (one: Try, code: ErrorCode, why: string): Promise<never> => {
    await sql.transaction().execute(async (trx) => {
      await countFailure(trx, one.attempt, parts.clock());
      await parts.audit.write(trx, refused(one, why));
    });
    throw new DomainError(code);
  };

  /** An attempt of somebody who is signed in, to do something with his own account. */
  const ownTry = async (asker: Asker, account: KnownAccount, action: string, what: Attempt['what']): Promise<Try> => ({
    action,
    object: `person:${asker.session.person}`,
    known: { district: asker.district, person: asker.session.person },
    attempt: await attemptOf(account.name, asker, what),
  });

  return { attemptOf, assertOpen, fail, ownTry, refused };
};

export type Proving = ReturnType<typeof createProving>;
export type { Try };
