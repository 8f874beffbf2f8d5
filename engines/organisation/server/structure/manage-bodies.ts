import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Parts } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import { districtOfPath } from '#engines/territory/model';
import type { BodyView, PostView } from '#engines/organisation/contract';
import type { OrganisationPorts } from '../ports.ts';
import type { Asking, Reach } from '../reach.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import type { Directory } from './directory.ts';
import { insertBody, insertPost } from './structure-store.ts';
import type { StructureView } from './structure-view.ts';

/** Changes of bodies and posts; each is bounded by the scopes and roles of whoever asks. */
export const createManageBodies = (
  parts: Parts,
  ports: OrganisationPorts,
  { managed, assertManages, assertGrants, getPath, audit }: Reach,
  view: StructureView,
  directory: Directory,
) => {
  const sql: OrganisationSql = parts.sql;

  const findBody = async (session: Asking['session'], id: Id) =>
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

  const addPost = async (
    by: Asking,
    post: { id: Id; title: string; role: string; body: Id; scope: string },
  ): Promise<PostView> => {
    const scope = await getPath(post.scope);
    await assertManages(by.session, scope);
    if (!ports.roles().some((role) => role.id === post.role))
      throw new DomainError('organisation.unknown', {}, { field: 'role' });
    assertGrants(by.session, post.role, scope);
    const body = await findBody(by.session, post.body);
    if (!body) throw new DomainError('organisation.unknown', {}, { field: 'body' });
    const { district } = body;
    const said = { operation: 'addPost', person: by.session.person, post };
    const added = await withReceipt(
      parts.sql,
      { district, id: post.id, said },
      async (trx: OrganisationTransaction) => {
        await insertPost(trx, { ...post, title: post.title.trim(), district, scope });
        await audit(trx, by, {
          district,
          action: 'organisation.add-post',
          object: `post:${post.id}`,
          detail: { role: post.role, scope },
        });
        const [shown] = await view.listPosts([scope], { id: post.id }, trx);
        if (!shown) throw new DomainError('request.not-found');
        return shown;
      },
    );
    // Whose work a body's is may have changed for those who have posts there.
    directory.tellChanged(district);
    return added;
  };

  return { addBody, addPost };
};

export type ManageBodies = ReturnType<typeof createManageBodies>;
