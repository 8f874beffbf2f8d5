import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText } from '#kernel/instant';
import type { Parts, Session } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import { districtOfPath, inScope, pathToCode } from '#engines/territory/model';
import type { BodyView, PersonView, PostView } from '#engines/organisation/contract';
import { checkPassword, mayGrant, normaliseAccount } from '#engines/organisation/model';
import type { Directory } from './directory.ts';
import { hashPassword } from './password.ts';
import type { OrganisationPorts } from './ports.ts';
import { scopesWith } from './scope-sql.ts';
import { endSessionsOf } from './session-store.ts';
import type { Sessions } from './sessions.ts';
import {
  disablePerson as writeDisabled,
  endHolder as writeEnd,
  insertAccount,
  insertBody,
  insertHolder,
  insertPerson,
  insertPost,
} from './structure-store.ts';
import type { StructureView } from './structure-view.ts';
import type { OrganisationSql, OrganisationTransaction } from './tables.ts';

/** Whoever asks, from where. */
export interface Asking {
  readonly session: Session;
  readonly address: string;
}

/** Changes of bodies, posts, holders and persons; each is bounded by the scopes and roles of whoever asks. */
export const createManage = (
  parts: Parts,
  ports: OrganisationPorts,
  view: StructureView,
  sessions: Sessions,
  directory: Directory,
) => {
  const sql: OrganisationSql = parts.sql;
  const managed = (session: Session): readonly string[] => scopesWith(ports.roles, session, 'organisation.edit');

  const nameOf = async (path: string): Promise<string> => (await ports.namesOf([path])).get(path) ?? pathToCode(path);

  const assertManages = async (session: Session, path: string): Promise<void> => {
    if (managed(session).some((scope) => inScope(path, scope))) return;
    throw new DomainError('organisation.beyond-scope', { name: await nameOf(path) });
  };

  /** A role may be given and taken only by posts that cover its scope and may do as much. */
  const assertGrants = (session: Session, role: string, scope: string): void => {
    const mine = session.posts.filter((post) => inScope(scope, post.scope)).map((post) => post.role);
    if (mayGrant(ports.roles, mine, role)) return;
    const name = ports.roles.find((one) => one.id === role)?.name.zh ?? role;
    throw new DomainError('organisation.beyond-role', { role: name });
  };

  const getPath = async (code: string): Promise<string> => {
    const path = await ports.findPath(code);
    if (path === undefined) throw new DomainError('territory.unknown', { code });
    return path;
  };

  const audit = (
    trx: OrganisationTransaction,
    { session, address }: Asking,
    row: { district: string; action: string; object: string; detail?: Record<string, string | null> },
  ): Promise<void> => parts.audit.write(trx, { ...row, person: session.person, address, result: 'done' });

  const findBody = async (session: Session, id: Id) =>
    (await view.listBodies(managed(session), { id }))[0] &&
    sql.selectFrom('body').select(['district', 'territory']).where('id', '=', id).executeTakeFirst();

  const addBody = async (
    by: Asking,
    body: { id: Id; name: string; kind: string; territory: string; superior?: Id | undefined },
  ): Promise<BodyView> => {
    const territory = await getPath(body.territory);
    await assertManages(by.session, territory);
    const kind = ports.bodyKinds.find((one) => one.id === body.kind);
    if (!kind) throw new DomainError('organisation.unknown', {}, { field: 'kind' });
    const district = districtOfPath(territory);
    const said = { operation: 'addBody', person: by.session.person, body };
    const answer = await withReceipt(
      parts.sql,
      { district, id: body.id, said },
      async (trx: OrganisationTransaction) => {
        if (body.superior !== undefined) {
          const above = await trx
            .selectFrom('body')
            .select('id')
            .where('district', '=', district)
            .where('id', '=', body.superior)
            .executeTakeFirst();
          if (!above) throw new DomainError('organisation.unknown', {}, { field: 'superior' });
        }
        const superiors = body.superior === undefined ? [] : [body.superior];
        const added = await insertBody(trx, {
          district,
          id: body.id,
          name: body.name.trim(),
          kind: kind.id,
          territory,
          superiors,
        });
        if (!added) throw new DomainError('organisation.body-exists', { name: body.name }, { field: 'name' });
        await audit(trx, by, { district, action: 'organisation.add-body', object: `body:${body.id}` });
        const [row] = await view.listBodies([territory], { id: body.id }, trx);
        if (!row) throw new DomainError('request.not-found');
        return row;
      },
    );
    directory.tellChanged(district);
    return answer;
  };

  const getPost = async (trx: OrganisationSql, session: Session, id: Id) => {
    const post = await trx.selectFrom('post').selectAll().where('id', '=', id).executeTakeFirst();
    if (!post || !managed(session).some((scope) => inScope(post.scope, scope)))
      throw new DomainError('request.not-found');
    return post;
  };
  const showPost = async (trx: OrganisationSql, id: Id, scope: string): Promise<PostView> => {
    const [shown] = await view.listPosts([scope], { id }, trx);
    if (!shown) throw new DomainError('request.not-found');
    return shown;
  };

  const addPost = async (
    by: Asking,
    post: { id: Id; title: string; role: string; body: Id; scope: string },
  ): Promise<PostView> => {
    const scope = await getPath(post.scope);
    await assertManages(by.session, scope);
    if (!ports.roles.some((role) => role.id === post.role))
      throw new DomainError('organisation.unknown', {}, { field: 'role' });
    assertGrants(by.session, post.role, scope);
    const body = await findBody(by.session, post.body);
    if (!body) throw new DomainError('organisation.unknown', {}, { field: 'body' });
    const { district } = body;
    const said = { operation: 'addPost', person: by.session.person, post };
    return withReceipt(parts.sql, { district, id: post.id, said }, async (trx: OrganisationTransaction) => {
      await insertPost(trx, { ...post, title: post.title.trim(), district, scope });
      await audit(trx, by, {
        district,
        action: 'organisation.add-post',
        object: `post:${post.id}`,
        detail: { role: post.role, scope },
      });
      return showPost(trx, post.id, scope);
    });
  };

  const appointHolder = async (by: Asking, given: { post: Id; person: Id; from: DateText }): Promise<PostView> => {
    const [known] = await view.listPeople(managed(by.session), { id: given.person });
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
      const [row] = await view.listPeople([home], { id }, trx);
      if (!row) throw new DomainError('request.not-found');
      return row;
    });
  };

  /** Sessions of the person end at once, in every server process. A repeat changes nothing. */
  const disablePerson = async (by: Asking, id: Id): Promise<PersonView> => {
    if (id === by.session.person) throw new DomainError('organisation.not-yourself');
    const scopes = managed(by.session);
    if (!(await view.listPeople(scopes, { id }))[0]) throw new DomainError('request.not-found');
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
      const [row] = await view.listPeople(scopes, { id }, trx);
      if (!row) throw new DomainError('request.not-found');
      return { district: person.district, shown: row };
    });
    sessions.tellChanged(district, id);
    return shown;
  };

  return { addBody, addPost, appointHolder, endHolder, addPerson, disablePerson };
};

export type Manage = ReturnType<typeof createManage>;
