import { label } from '#kernel/label';
import type { Instant } from '#kernel/instant';
import { plusMillis } from '#kernel/instant';
import type { Parts, Session } from '#platform/server/parts';
import { pathToCode } from '#engines/territory/model';
import type { Me, Security } from '#engines/organisation/contract';
import type { OrganisationPorts } from '../ports.ts';
import type { Directory } from '../structure/directory.ts';
import type { OrganisationSql } from '../tables.ts';
import { getAccountOf } from './account-store.ts';
import type { Asker } from './asking.ts';
import type { Passkeys } from './passkeys.ts';
import { countRecoveryCodes } from './recovery-codes.ts';
import type { SecurityPolicy } from './security-policy.ts';
import type { Totp } from './totp.ts';

const day = 86_400_000;

/** What somebody sees of himself. */
export const createSeeMe = (
  parts: Parts,
  ports: Pick<OrganisationPorts, 'namesOf' | 'roles' | 'oidc'>,
  directory: Directory,
  policy: SecurityPolicy,
  { totp, passkeys }: { readonly totp: Totp; readonly passkeys: Passkeys },
) => {
  const sql: OrganisationSql = parts.sql;

  const meOf = async (session: Session): Promise<Me> => {
    const [names, bodies] = await Promise.all([
      ports.namesOf([...new Set(session.posts.map((post) => post.scope))]),
      Promise.all(session.posts.map((post) => directory.namesOfBodies(post.keptIn ?? post.district, [post.body]))),
    ]);
    return {
      person: { id: session.person, name: session.name },
      posts: session.posts.map((post, index) => ({
        id: post.id,
        title: post.title,
        role: post.role,
        roleName: ports.roles().find((role) => role.id === post.role)?.name ?? label(post.role, post.role),
        body: bodies[index]?.get(post.body) ?? '',
        scope: { code: pathToCode(post.scope), name: names.get(post.scope) ?? pathToCode(post.scope) },
        district: post.district,
        standsInFor: post.standsInFor ?? null,
      })),
      permissions: [...session.permissions].sort(),
      pending: session.pending,
      demo: parts.demo,
    };
  };

  const securityOf = async ({ district, session }: Asker): Promise<Security> => {
    const whose = { district, person: session.person };
    const [account, app, keys, recoveryLeft, required, { days }, oidc] = await Promise.all([
      getAccountOf(sql, district, session.person),
      totp.find(whose),
      passkeys.list(whose),
      countRecoveryCodes(sql, whose),
      policy.factorRequired(),
      policy.passwords(),
      ports.oidc(),
    ]);
    const linked =
      oidc &&
      (await sql
        .selectFrom('oidc_identity')
        .select('issuer')
        .where('district', '=', district)
        .where('person', '=', session.person)
        .executeTakeFirst());
    const endsAt: Instant | null = days === null ? null : plusMillis(account.changed_at, days * day);
    return {
      account: account.name,
      password: { changedAt: account.changed_at, endsAt },
      required,
      totp: app?.secret && app.since ? { since: app.since } : null,
      passkeys: keys.map((key) => ({ id: key.id, name: key.name, madeAt: key.made_at, usedAt: key.used_at })),
      recoveryLeft,
      oidc: oidc ? { name: oidc.name, linked: linked !== undefined && linked !== null } : null,
    };
  };

  return { meOf, securityOf };
};

export type SeeMe = ReturnType<typeof createSeeMe>;
