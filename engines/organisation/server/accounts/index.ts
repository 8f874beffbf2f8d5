import { DomainError } from '#kernel/domain-error';
import type { Parts } from '#platform/server/parts';
import type { OrganisationPorts } from '../ports.ts';
import { createPhones } from '../people/phones.ts';
import type { Reach } from '../reach.ts';
import type { Directory } from '../structure/directory.ts';
import type { OrganisationSql } from '../tables.ts';
import { createAccountAdmin, type GrantAgain } from './account-admin.ts';
import { createChangePassword } from './change-password.ts';
import { createCompleting } from './complete-sign-in.ts';
import { createFactors } from './factors.ts';
import { accountHandlers } from './handlers.ts';
import { createKnownDevices } from './known-devices.ts';
import { createOidc } from './oidc.ts';
import { createOidcLinks } from './oidc-links.ts';
import { createOwnSessions } from './own-sessions.ts';
import { createPasskeys } from './passkeys.ts';
import { createPasswordRules } from './password-rules.ts';
import { createProving } from './proving.ts';
import { createSecurityPolicy } from './security-policy.ts';
import { createSeeMe } from './see-me.ts';
import type { Sessions } from './sessions.ts';
import { createSignIn } from './sign-in.ts';
import { dropOldFailures } from './sign-in-locks.ts';
import { createTotp } from './totp.ts';
import { createUnusedAccounts } from './unused-accounts.ts';

/** Accounts: how somebody proves who he is, what that is worth, and when it ends. */
export const createAccounts = (
  parts: Parts,
  ports: OrganisationPorts,
  needs: {
    readonly sessions: Sessions;
    readonly directory: Directory;
    readonly reach: Reach;
    readonly grantAgain: GrantAgain;
  },
) => {
  const { sessions, directory, reach } = needs;
  const sql: OrganisationSql = parts.sql;
  const policy = createSecurityPolicy(parts);
  const devices = createKnownDevices(parts.seals);
  const proving = createProving(parts, devices);
  const completing = createCompleting(parts, ports, policy);
  const totp = createTotp(parts);
  const passkeys = createPasskeys(parts);
  const phones = createPhones(parts);
  const rules = createPasswordRules(parts, ports, policy);
  const signIn = createSignIn(parts, sessions, completing, proving);
  const factors = createFactors({ parts, sessions, completing, proving, policy, totp, passkeys });
  const oidc = createOidc(parts, ports.oidc);

  const phoneOf = async (district: string, id: string): Promise<string | undefined> => {
    const row = await sql
      .selectFrom('person')
      .select(['district', 'id', 'phone', 'phone_sealed'])
      .where('district', '=', district)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new DomainError('request.not-found');
    return (await phones.open(row)) ?? undefined;
  };

  const suspendUnused = createUnusedAccounts(parts, ports, sessions);
  parts.jobs.every('17 * * * *', 'organisation-old-sign-in-failures', () => dropOldFailures(sql, parts.clock()));
  parts.jobs.every('37 2 * * *', 'organisation-unused-accounts', async () => {
    await suspendUnused();
  });

  return {
    handlers: accountHandlers({
      sessions,
      devices,
      signIn,
      factors,
      me: createSeeMe(parts, ports, directory, policy, { totp, passkeys }),
      changePassword: createChangePassword(parts, sessions, completing, proving, rules, phoneOf),
      own: createOwnSessions(parts, sessions),
      admin: createAccountAdmin(parts, ports, reach, sessions, needs.grantAgain),
      oidc,
      links: createOidcLinks(parts, ports, oidc, signIn),
      oidcSettings: ports.oidc,
    }),
    /** Which passwords are taken here; for whoever makes accounts. */
    rules,
    /** The nightly job: accounts that nobody used for 90 days are suspended. */
    suspendUnused,
  };
};
