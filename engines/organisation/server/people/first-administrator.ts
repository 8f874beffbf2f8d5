import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type Instant, plusMillis } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import { codeToPath, districtOfPath } from '#engines/territory/model';
import { normaliseAccount } from '#engines/organisation/model';
import type { PasswordRules } from '../accounts/password-rules.ts';
import { hashPassword } from '../accounts/password.ts';
import type { OrganisationPorts } from '../ports.ts';
import type { Directory } from '../structure/directory.ts';
import { insertPost } from '../structure/structure-store.ts';
import type { Holdings } from './holdings.ts';
import { asKeptApart } from './keep-apart.ts';
import { insertAccount, insertPerson } from './people-store.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';

const secretKey = 'organisation.setup-secret';
const validFor = 24 * 3_600_000;

interface KeptSecret {
  readonly hash: string;
  readonly until: Instant;
}

export interface NewAdministrator {
  readonly account: string;
  readonly password: string;
  readonly name: string;
  /** Code of the territory to administer; it need not be in the tree yet. */
  readonly at: string;
  /** Unless told, the role that a pack declares for the first administrator. */
  readonly role?: string | undefined;
}

const hashOf = (secret: string): string => hash('sha256', secret, 'hex');

/** There is no default account: an empty installation gets its first administrator by a secret shown once, or on its command line. */
export const createFirstAdministrator = (
  parts: Parts,
  ports: OrganisationPorts,
  rules: Pick<PasswordRules, 'assertGood'>,
  holdings: Holdings,
  directory: Directory,
) => {
  const sql: OrganisationSql = parts.sql;

  const roleFor = (asked: string | undefined) => {
    const roles = ports.roles().filter((role) => !role.retired);
    return asked === undefined
      ? (roles.find((role) => role.firstAdministrator) ??
          roles.find((role) => role.permissions.includes('organisation.edit')))
      : roles.find((role) => role.id === asked);
  };

  const createWithin = async (
    trx: OrganisationTransaction,
    given: NewAdministrator,
    password: string,
    address: string | null,
  ): Promise<Id> => {
    const scope = codeToPath(given.at);
    const district = districtOfPath(scope);
    const role = roleFor(given.role);
    const kind = ports.bodyKinds.find((one) => one.administers) ?? ports.bodyKinds[0];
    if (!role || !kind) throw new DomainError('organisation.unknown', {}, { field: 'role' });
    const name = normaliseAccount(given.account);
    const person = parts.newId();
    const post = parts.newId();
    const body = await ensureOffice(trx, district, scope, kind.id);
    const now = parts.clock();
    const unknownPhone = { phone_sealed: null, phone_blind: null };
    await insertPerson(trx, { district, id: person, name: given.name, home: scope, ...unknownPhone });
    if (!(await insertAccount(trx, { name, district, person, password, used_at: now })))
      throw new DomainError('organisation.account-taken', { account: name }, { field: 'account' });
    await insertPost(trx, { district, id: post, body, title: role.name.zh, role: role.id, scope });
    await asKeptApart(given.name, () => holdings.insert(trx, { district, post, person, from: chinaDate(now) }));
    await parts.audit.write(trx, {
      district,
      person: null,
      address,
      action: 'organisation.create-administrator',
      object: `person:${person}`,
      result: 'done',
      detail: { role: role.id, scope },
    });
    return person;
  };

  const ensureOffice = async (trx: OrganisationTransaction, district: string, territory: string, kind: string) => {
    const name = '系统管理';
    const found = await trx
      .selectFrom('body')
      .select('id')
      .where('district', '=', district)
      .where('territory', '=', territory)
      .where('kind', '=', kind)
      .where('name', '=', name)
      .where('abolished_on', 'is', null)
      .executeTakeFirst();
    if (found) return found.id;
    const id = parts.newId();
    await trx
      .insertInto('body')
      .values({ district, id, name, kind, territory, founded_on: null, abolished_on: null, successor: null })
      .execute();
    return id;
  };

  const checked = async (given: NewAdministrator): Promise<string> => {
    const { account, name, password } = given;
    await rules.assertGood(password, { account: normaliseAccount(account), name, places: [codeToPath(given.at)] });
    return hashPassword(password);
  };

  /** For the command line, whose user holds the database anyway. */
  const createAdministrator = async (given: NewAdministrator): Promise<Id> => {
    const password = await checked(given);
    const person = await sql.transaction().execute((trx) => createWithin(trx, given, password, null));
    directory.tellChanged(districtOfPath(codeToPath(given.at)));
    return person;
  };

  /**
   * A new setup secret, valid for 24 hours, when the installation has no account yet; undefined when it has one.
   * Only its hash is kept; an earlier secret ends.
   */
  const prepareSetup = async (): Promise<string | undefined> => {
    const any = await sql.selectFrom('account').select('name').limit(1).executeTakeFirst();
    if (any) return undefined;
    const secret = randomBytes(18).toString('base64url');
    const kept: KeptSecret = { hash: hashOf(secret), until: plusMillis(parts.clock(), validFor) };
    await parts.settings.set(secretKey, kept);
    return secret;
  };

  /** Uses the setup secret up and makes the first administrator; refused once there is any account. */
  const setUp = async (secret: string, given: NewAdministrator, address: string): Promise<Id> => {
    const password = await checked(given);
    const person = await sql.transaction().execute(async (trx) => {
      // Two at once: the second waits for this row and then finds it gone.
      const { rows } = await raw<{
        value: KeptSecret;
      }>`select value from setting where key = ${secretKey} for update`.execute(trx);
      const kept = rows[0]?.value;
      const right =
        kept !== undefined &&
        timingSafeEqual(Buffer.from(hashOf(secret), 'hex'), Buffer.from(kept.hash, 'hex')) &&
        parts.clock() < kept.until;
      const any = await trx.selectFrom('account').select('name').limit(1).executeTakeFirst();
      if (!right || any) throw new DomainError('setup.refused');
      await raw`delete from setting where key = ${secretKey}`.execute(trx);
      return createWithin(trx, given, password, address);
    });
    directory.tellChanged(districtOfPath(codeToPath(given.at)));
    return person;
  };

  return { createAdministrator, prepareSetup, setUp, ensureOffice };
};
