import { DomainError } from '#kernel/domain-error';
import type { Parts } from '#platform/server/parts';
import type { OrganisationPorts } from '../ports.ts';
import type { OrganisationSql } from '../tables.ts';
import type { Asker, From } from './asking.ts';
import type { Oidc, Vouched } from './oidc.ts';
import { nowhere } from './proving.ts';
import type { SignedIn, SignIn } from './sign-in.ts';

/** Which account an identity of the other house belongs to; only its owner, signed in and confirmed, says so. */
export const createOidcLinks = (parts: Parts, ports: Pick<OrganisationPorts, 'oidc'>, oidc: Oidc, signIn: SignIn) => {
  const sql: OrganisationSql = parts.sql;

  const findLinked = ({ issuer, subject }: Vouched) =>
    sql
      .selectFrom('oidc_identity')
      .innerJoin('account', (on) =>
        on
          .onRef('account.district', '=', 'oidc_identity.district')
          .onRef('account.person', '=', 'oidc_identity.person'),
      )
      .select('account.name')
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst();

  /** @throws sign-in.oidc-failed, sign-in.not-linked */
  const finishSignIn = async (query: string, browser: string | undefined, from: From): Promise<SignedIn> => {
    const vouched = await oidc.finish(query, browser, null);
    const linked = await findLinked(vouched);
    if (linked) return signIn.signInLinked(linked.name, from, vouched.twoFactors);
    await parts.audit.write(sql, {
      district: nowhere,
      person: null,
      address: from.address,
      action: 'session.sign-in',
      object: 'oidc',
      result: 'refused',
      detail: { why: 'not-linked', issuer: vouched.issuer },
    });
    throw new DomainError('sign-in.not-linked', { name: (await ports.oidc())?.name ?? vouched.issuer });
  };

  /** @throws sign-in.oidc-failed, oidc.taken */
  const finishLink = async (asker: Asker, query: string, browser: string | undefined): Promise<void> => {
    const { district, session, address } = asker;
    const { issuer, subject } = await oidc.finish(query, browser, session.id);
    await sql.transaction().execute(async (trx) => {
      await trx
        .deleteFrom('oidc_identity')
        .where('district', '=', district)
        .where('person', '=', session.person)
        .where('issuer', '=', issuer)
        .execute();
      const done = await trx
        .insertInto('oidc_identity')
        .values({ issuer, subject, district, person: session.person, linked_at: parts.clock() })
        .onConflict((on) => on.columns(['issuer', 'subject']).doNothing())
        .executeTakeFirst();
      if (!done.numInsertedOrUpdatedRows) throw new DomainError('oidc.taken');
      await parts.audit.write(trx, {
        district,
        person: session.person,
        address,
        action: 'account.link-oidc',
        object: `person:${session.person}`,
        result: 'done',
        detail: { issuer },
      });
    });
  };

  const removeLink = async ({ district, session, address }: Asker): Promise<void> => {
    await sql.transaction().execute(async (trx) => {
      const done = await trx
        .deleteFrom('oidc_identity')
        .where('district', '=', district)
        .where('person', '=', session.person)
        .executeTakeFirst();
      if (done.numDeletedRows === 0n) throw new DomainError('request.not-found');
      await parts.audit.write(trx, {
        district,
        person: session.person,
        address,
        action: 'account.unlink-oidc',
        object: `person:${session.person}`,
        result: 'done',
      });
    });
  };

  return { finishSignIn, finishLink, removeLink };
};

export type OidcLinks = ReturnType<typeof createOidcLinks>;
