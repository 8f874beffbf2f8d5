import type { Handlers } from '#platform/server/http';
import type { structureRoutes } from '#engines/organisation/contract';
import { pathBy } from '../path-by.ts';
import type { OrganisationPorts } from '../ports.ts';
import { scopesWith } from '../scope-sql.ts';
import type { ManageBodies } from './manage-bodies.ts';
import type { StructureView } from './structure-view.ts';

export const structureHandlers = (
  ports: OrganisationPorts,
  view: StructureView,
  manage: ManageBodies,
): Handlers<typeof structureRoutes> => {
  const pathOf = pathBy(ports);
  return {
    listBodies: async ({ session, query }) => [
      ...(await view.listBodies(scopesWith(session, 'organisation.read'), { ...query, at: await pathOf(query.at) })),
    ],
    addBody: ({ session, address, body }) => manage.addBody({ session, address }, body),
    listPosts: async ({ session, query }) => [
      ...(await view.listPosts(scopesWith(session, 'organisation.read'), { ...query, at: await pathOf(query.at) })),
    ],
    addPost: ({ session, address, body }) => manage.addPost({ session, address }, body),
    listBodyKinds: () => ports.bodyKinds.map(({ id, name, levels }) => ({ id, name, levels: [...levels] })),
  };
};
