import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import { districtOfPath } from '#engines/territory/model';
import type { PersonView, PostView } from '#engines/organisation/contract';
import { checkPassword, normaliseAccount } from '#engines/organisation/model';
import { hashPassword } from '../accounts/password.ts';
import { endSessionsOf } from '../accounts/session-store.ts';
import type { Sessions } from '../accounts/sessions.ts';
import type { Asking, Reach } from '../reach.ts';
import type { Directory } from '../structure/directory.ts';
import type { StructureView } from '../structure/structure-view.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import {
  disablePerson as writeDisabled,
  endHolder as writeEnd,
  insertAccount,
  insertHolder,
  insertPerson,
} from './people-store.ts';
import type { PeopleView } from './people-view.ts';

/** Changes of persons and of who holds which post; each is bounded by the scopes and roles of whoever asks. */
export const createManagePeople = (
  parts: Parts,
  { managed, assertManages, assertGrants, getPost, audit }: Reach,
  views: { readonly structure: StructureView; readonly people: PeopleView },
  sessions: Sessions,
  directory: Directory,
) => {
  const sql: OrganisationSql = parts.sql;

  const showPost = async (trx: OrganisationSql, id: Id, scope: string): Promise<PostView> => {
    const [shown] = await views.structure.listPosts([scope], { id }, trx);
    if (!shown) throw new DomainError('request.not-found');
    return shown;
  };

  const appointHolder = async (by: Asking, given: { post: Id; person: Id; from: DateText }): Promise<PostView> => {
    const [known] = await views.people.listPeople(managed(by.session), { id: given.person });
    if (!known || known.disabledAt !== null) throw new DomainError('organisation.unknown', {}, { field: 'person' });
    const { district, shown } = await sql.transaction().execute(async (trx) => {
      const post = await getPost(trx, by.session, given.post);
      assertGrants(by.session, post.role, post.scope);
      const person = await trx
        .selectFrom('person')
        .select('id')
        .where('district', '=', post.district)
        .where('id', '=', given.person)
        .executeTakeFirst();
      if (!person) throw new DomainError('organisation.unknown', {}, { field: 'person' });
      const holder = { district: post.district, ...given };
      if (!(await insertHolder(trx, holder))) throw new DomainError('organisation.already-holds', { name: known.name });
      await audit(trx, by, {
        district: post.district,
        action: 'organisation.appoint',
        object: `post:${post.id}`,
        detail: { person: given.person, from: given.from },
      });
      return { district: post.district, shown: await showPost(trx, post.id, post.scope) };
    });
    sessions.tellChanged(district, given.person);
    return shown;
  };

  const endHolder = async (by: Asking, given: { post: Id; person: Id }): Promise<PostView> => {
    if (given.person === by.session.person) throw new DomainError('organisation.not-yourself');
    const { district, shown } = await sql.transaction().execute(async (trx) => {
      const post = await getPost(trx, by.session, given.post);
      assertGrants(by.session, post.role, post.scope);
      const holder = { district: post.district, ...given };
      const today = chinaDate(parts.clock());
      if (!(await writeEnd(trx, holder, today))) throw new DomainError('request.not-found');
      await audit(trx, by, {
        district: post.district,
        action: 'organisation.end-holding',
        object: `post:${post.id}`,
        detail: { person: given.person },
      });
      return { district: post.district, shown: await showPost(trx, post.id, post.scope) };
    });
    sessions.tellChanged(district, given.person);
    return shown;
  };

  const addPerson = async (
    by: Asking,
    person: { id: Id; name: string; phone?: string | undefined; account: string; password: string },
  ): Promise<PersonView> => {
    const [home] = managed(by.session);
    if (home === undefined) throw new DomainError('permission.denied');
    const weak = checkPassword(person.password, person);
    if (weak) throw weak;
    const district = districtOfPath(home);
    const password = await hashPassword(person.password);
    // The receipt keeps a plain hash of what was said, so the password stays out of it.
    const { password: _, ...said } = person;
    const command = { district, id: person.id, said: { operation: 'addPerson', person: by.session.person, said } };
    return withReceipt(parts.sql, command, async (trx: OrganisationTransaction) => {
      const { id, name } = person;
      await insertPerson(trx, { district, id, name: name.trim(), phone: person.phone?.trim() || null, home });
      const account = { name: normaliseAccount(person.account), district, person: id, password };
      if (!(await insertAccount(trx, account)))
        throw new DomainError('organisation.account-taken', { account: account.name }, { field: 'account' });
      await audit(trx, by, { district, action: 'organisation.add-person', object: `person:${id}` });
      const [row] = await views.people.listPeople([home], { id }, trx);
      if (!row) throw new DomainError('request.not-found');
      return row;
    });
  };

  /** Sessions of the person end at once, in every server process. A repeat changes nothing. */
  const disablePerson = async (by: Asking, id: Id): Promise<PersonView> => {
    if (id === by.session.person) throw new DomainError('organisation.not-yourself');
    const scopes = managed(by.session);
    if (!(await views.people.listPeople(scopes, { id }))[0]) throw new DomainError('request.not-found');
    const { district, shown } = await sql.transaction().execute(async (trx) => {
      const person = await trx
        .selectFrom('person')
        .select(['district', 'home'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      // Who holds a post outside my range or beyond my role is not mine to disable.
      for (const post of await directory.postsOf(person.district, id)) {
        await assertManages(by.session, post.scope);
        assertGrants(by.session, post.role, post.scope);
      }
      const now = parts.clock();
      await writeDisabled(trx, person.district, id, now);
      await endSessionsOf(trx, person.district, id, now);
      await audit(trx, by, {
        district: person.district,
        action: 'organisation.disable-person',
        object: `person:${id}`,
      });
      const [row] = await views.people.listPeople(scopes, { id }, trx);
      if (!row) throw new DomainError('request.not-found');
      return { district: person.district, shown: row };
    });
    sessions.tellChanged(district, id);
    return shown;
  };

  return { appointHolder, endHolder, addPerson, disablePerson };
};

export type ManagePeople = ReturnType<typeof createManagePeople>;
