import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Parts } from '#platform/server/parts';
import type { NewPasskey, ShownPasskey } from '#engines/organisation/contract';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import { getAccountOf, hasFactor, type KnownAccount } from './account-store.ts';
import type { Asker } from './asking.ts';
import type { Completing, Given } from './complete-sign-in.ts';
import { type Passkeys, passkeyHost } from './passkeys.ts';
import { verifyPassword } from './password.ts';
import type { Proving } from './proving.ts';
import { countRecoveryCodes, dropRecoveryCodes, renewRecoveryCodes, takeRecoveryCode } from './recovery-codes.ts';
import type { SecurityPolicy } from './security-policy.ts';
import { endSessionsOf } from './session-store.ts';
import type { Sessions } from './sessions.ts';
import { forgetFailures } from './sign-in-locks.ts';
import type { Totp } from './totp.ts';

/** One of these. */
export interface Proof {
  readonly password?: string | undefined;
  readonly code?: string | undefined;
  readonly passkey?: ShownPasskey | undefined;
  readonly recovery?: string | undefined;
}

/** What enrolling gives: recovery codes when there were none, and a new token when the sign-in went on by it. */
interface Enrolled {
  readonly codes: readonly string[] | null;
  readonly given: Given | undefined;
}

interface Needs {
  readonly parts: Parts;
  readonly sessions: Sessions;
  readonly completing: Completing;
  readonly proving: Proving;
  readonly policy: SecurityPolicy;
  readonly totp: Totp;
  readonly passkeys: Passkeys;
}

/** Second factors: shown at sign-in, set up and taken away, and the question “is it still you?”. */
export const createFactors = ({ parts, sessions, completing, proving, policy, totp, passkeys }: Needs) => {
  const sql: OrganisationSql = parts.sql;

  const whoseOf = ({ district, session, origin }: Asker) => ({
    district,
    person: session.person,
    session: session.id,
    origin,
  });

  const audit = (trx: OrganisationTransaction, asker: Asker, action: string, detail: Record<string, string> = {}) =>
    parts.audit.write(trx, {
      district: asker.district,
      person: asker.session.person,
      address: asker.address,
      action,
      object: `person:${asker.session.person}`,
      result: 'done',
      detail,
    });

  const assertStep = ({ session }: Asker, ...steps: readonly Asker['session']['pending'][]): void => {
    if (!steps.includes(session.pending)) throw new DomainError('session.incomplete');
  };

  /** Which kind of proof was right; undefined when none was. */
  const prove = async (asker: Asker, account: KnownAccount, proof: Proof): Promise<string | undefined> => {
    const whose = whoseOf(asker);
    const within = (work: (trx: OrganisationTransaction) => Promise<boolean>) => sql.transaction().execute(work);
    if (proof.code !== undefined && (await within((trx) => totp.take(trx, whose, proof.code ?? '')))) return 'totp';
    if (proof.passkey && (await passkeys.take(whose, proof.passkey))) return 'passkey';
    const { recovery } = proof;
    if (recovery !== undefined && (await within((trx) => takeRecoveryCode(trx, whose, recovery, parts.clock()))))
      return 'recovery';
    if (proof.password !== undefined && (await verifyPassword(proof.password, account.password)).right)
      return 'password';
    return undefined;
  };

  const seeFactors = async (asker: Asker) => {
    const whose = whoseOf(asker);
    const [app, keys, left] = await Promise.all([
      totp.find(whose),
      passkeys.list(whose),
      countRecoveryCodes(sql, whose),
    ]);
    const usable = passkeyHost(asker.origin) !== undefined && keys.length > 0;
    return { totp: Boolean(app?.secret), passkey: usable, recovery: left > 0 };
  };

  /** The second step of a sign-in. @throws factor.refused, sign-in.locked */
  const show = async (asker: Asker, proof: Omit<Proof, 'password'>): Promise<Given & { readonly account: string }> => {
    assertStep(asker, 'factor');
    const account = await getAccountOf(sql, asker.district, asker.session.person);
    const one = await proving.ownTry(asker, account, 'session.factor', 'factor');
    await proving.assertOpen(one);
    const by = await prove(asker, account, proof);
    if (!by) return proving.fail(one, 'factor.refused', 'factor');
    const given = await sql.transaction().execute(async (trx) => {
      const next = await completing.advance(trx, asker, account, { factor: true });
      if (!next) throw new DomainError('session.missing');
      await forgetFailures(trx, one.attempt);
      await audit(trx, asker, 'session.factor', { by });
      return next;
    });
    sessions.tellChanged(asker.district, asker.session.person);
    return { ...given, account: account.name };
  };

  /** Says again who one is; routes marked `confirm` then answer for ten minutes. */
  const confirm = async (asker: Asker, proof: Omit<Proof, 'recovery'>): Promise<Given | undefined> => {
    assertStep(asker, null, 'enrol', 'password');
    const account = await getAccountOf(sql, asker.district, asker.session.person);
    const what = proof.password === undefined ? 'factor' : 'password';
    const one = await proving.ownTry(asker, account, 'session.confirm', what);
    await proving.assertOpen(one);
    const by = await prove(asker, account, proof);
    if (!by) return proving.fail(one, what === 'factor' ? 'factor.refused' : 'sign-in.refused', what);
    const given = await sql.transaction().execute(async (trx) => {
      const next = await completing.advance(trx, asker, account, { factor: by !== 'password' });
      await forgetFailures(trx, one.attempt);
      await audit(trx, asker, 'session.confirm', { by });
      return next;
    });
    sessions.tellChanged(asker.district, asker.session.person);
    return given;
  };

  /** What every change of factors brings with it: other sign-ins end, this one goes on. */
  const settle = async (trx: OrganisationTransaction, asker: Asker, account: KnownAccount, added: boolean) => {
    const given = await completing.advance(trx, asker, account, { factor: added });
    await endSessionsOf(trx, asker.district, asker.session.person, parts.clock(), asker.session.id);
    return given;
  };

  const enrolled = async (trx: OrganisationTransaction, asker: Asker, action: string): Promise<Enrolled> => {
    const whose = whoseOf(asker);
    const { district, person } = whose;
    const account = await getAccountOf(trx, district, person);
    const codes =
      (await countRecoveryCodes(trx, whose)) === 0 ? await renewRecoveryCodes(trx, { district, person }) : null;
    const given = await settle(trx, asker, account, true);
    await audit(trx, asker, action);
    return { codes, given };
  };

  const beginTotp = async (asker: Asker) => {
    assertStep(asker, null, 'enrol');
    const account = await getAccountOf(sql, asker.district, asker.session.person);
    return totp.begin({ district: asker.district, person: asker.session.person }, account.name);
  };

  const finishTotp = async (asker: Asker, code: string): Promise<Enrolled> => {
    assertStep(asker, null, 'enrol');
    const { district, session } = asker;
    const account = await getAccountOf(sql, district, session.person);
    const one = await proving.ownTry(asker, account, 'account.enrol-totp', 'factor');
    await proving.assertOpen(one);
    const done = await sql
      .transaction()
      .execute(async (trx) =>
        (await totp.finish(trx, { district, person: session.person }, code))
          ? enrolled(trx, asker, 'account.enrol-totp')
          : undefined,
      );
    if (!done) return proving.fail(one, 'factor.refused', 'factor');
    sessions.tellChanged(district, session.person);
    return done;
  };

  const beginPasskey = async (asker: Asker) => {
    assertStep(asker, null, 'enrol');
    const account = await getAccountOf(sql, asker.district, asker.session.person);
    return passkeys.begin(whoseOf(asker), { account: account.name, name: asker.session.name });
  };

  const addPasskey = async (asker: Asker, given: { id: Id; name: string; passkey: NewPasskey }): Promise<Enrolled> => {
    assertStep(asker, null, 'enrol');
    const credential = await passkeys.check(whoseOf(asker), given.passkey);
    if (!credential) throw new DomainError('factor.refused');
    const key = { id: given.id, name: given.name, transports: given.passkey.transports };
    const done = await sql.transaction().execute(async (trx) => {
      await passkeys.insert(trx, whoseOf(asker), key, credential);
      return enrolled(trx, asker, 'account.enrol-passkey');
    });
    sessions.tellChanged(asker.district, asker.session.person);
    return done;
  };

  /** @throws factor.last */
  const remove = async (
    asker: Asker,
    action: string,
    work: (trx: OrganisationTransaction) => Promise<boolean>,
  ): Promise<void> => {
    const { district, session } = asker;
    const required = await policy.factorRequired();
    await sql.transaction().execute(async (trx) => {
      const account = await getAccountOf(trx, district, session.person);
      // Two at once, each removing what the other counts on, come one after the other.
      await trx.selectFrom('account').select('name').where('name', '=', account.name).forUpdate().execute();
      if (!(await work(trx))) throw new DomainError('request.not-found');
      if (!(await hasFactor(trx, district, session.person))) {
        if (required) throw new DomainError('factor.last');
        await dropRecoveryCodes(trx, { district, person: session.person });
      }
      await settle(trx, asker, account, false);
      await audit(trx, asker, action);
    });
    sessions.tellChanged(district, session.person);
  };

  const removeTotp = (asker: Asker): Promise<void> =>
    remove(asker, 'account.remove-totp', async (trx) => {
      const done = await trx
        .deleteFrom('totp_factor')
        .where('district', '=', asker.district)
        .where('person', '=', asker.session.person)
        .where('secret', 'is not', null)
        .executeTakeFirst();
      return done.numDeletedRows > 0n;
    });

  const removePasskey = (asker: Asker, id: Id): Promise<void> =>
    remove(asker, 'account.remove-passkey', async (trx) => {
      const done = await trx
        .deleteFrom('passkey')
        .where('district', '=', asker.district)
        .where('person', '=', asker.session.person)
        .where('id', '=', id)
        .executeTakeFirst();
      return done.numDeletedRows > 0n;
    });

  const renewRecovery = (asker: Asker): Promise<readonly string[]> =>
    sql.transaction().execute(async (trx) => {
      const { district, session } = asker;
      if (!(await hasFactor(trx, district, session.person))) throw new DomainError('request.not-found');
      const codes = await renewRecoveryCodes(trx, { district, person: session.person });
      await audit(trx, asker, 'account.renew-recovery');
      return codes;
    });

  return {
    seeFactors,
    askPasskey: (asker: Asker) => passkeys.ask(whoseOf(asker)),
    show,
    confirm,
    beginTotp,
    finishTotp,
    beginPasskey,
    addPasskey,
    removeTotp,
    removePasskey,
    renewRecovery,
  };
};

export type Factors = ReturnType<typeof createFactors>;
