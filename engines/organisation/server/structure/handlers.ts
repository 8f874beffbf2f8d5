import type { Handlers } from '#platform/server/http';
import type { forceRoutes, structureRoutes } from '#engines/organisation/contract';
import { pathBy } from '../path-by.ts';
import type { OrganisationPorts } from '../ports.ts';
import { scopesWith } from '../scope-sql.ts';
import type { BodyLife } from './body-life.ts';
import type { BusinessLines } from './business-lines.ts';
import type { Chart } from './chart.ts';
import type { Establishment } from './establishment.ts';
import type { GridForceRoom } from './grid-force.ts';
import type { ManageBodies } from './manage-bodies.ts';
import type { ManagePosts } from './manage-posts.ts';
import type { Members } from './members.ts';
import type { StructureView } from './structure-view.ts';

export interface StructureRooms {
  readonly view: StructureView;
  readonly manage: ManageBodies;
  readonly life: BodyLife;
  readonly posts: ManagePosts;
  readonly lines: BusinessLines;
  readonly establishment: Establishment;
  readonly chart: Chart;
  readonly members: Members;
  readonly force: GridForceRoom;
}

export const structureHandlers = (
  ports: OrganisationPorts,
  { view, manage, life, posts, lines, establishment, chart, members, force }: StructureRooms,
): Handlers<typeof structureRoutes & typeof forceRoutes> => {
  const pathOf = pathBy(ports);
  const read = (session: Parameters<typeof scopesWith>[0]): readonly string[] =>
    scopesWith(session, 'organisation.read');
  return {
    listBodies: async ({ session, query }) => [
      ...(await view.listBodies(read(session), { ...query, at: await pathOf(query.at) })),
    ],
    getBody: ({ session, params }) => view.getBody(read(session), params.id),
    addBody: ({ session, address, body }) => manage.addBody({ session, address }, body),
    setSuperiors: ({ session, address, params, body }) =>
      life.setSuperiors({ session, address }, params.id, body.superiors),
    changeBody: ({ session, address, params, body }) => life.changeBody({ session, address }, params.id, body),
    cancelChange: ({ session, address, params }) => life.cancelChange({ session, address }, params.id),
    seeChart: async ({ session, query }) => chart.seeChart(read(session), { ...query, at: await pathOf(query.at) }),
    listPosts: async ({ session, query }) => [
      ...(await view.listPosts(read(session), { ...query, at: await pathOf(query.at) })),
    ],
    addPost: ({ session, address, body }) => manage.addPost({ session, address }, body),
    abolishPost: ({ session, address, params }) => posts.abolishPost({ session, address }, params.id),
    setTerm: ({ session, address, params, body }) =>
      posts.setTerm({ session, address }, { post: params.id, person: params.person, ...body }),
    seePostJob: ({ session, params }) => posts.getJob(session, params.id),
    setPostJob: ({ session, address, params, body }) => posts.setJob({ session, address }, params.id, body),
    listMyJobs: ({ session }) => posts.listMyJobs(session),
    confirmJob: ({ session, address, params, body }) => posts.confirmJob({ session, address }, params.id, body.version),
    listBusinessLines: () =>
      ports.businessLines.map(({ id, name, categories }) => ({ id, name, categories: [...(categories ?? [])] })),
    listLinePosts: async ({ session, query }) => lines.listLinePosts(read(session), await pathOf(query.at)),
    setLinePosts: ({ session, address, body }) => lines.setLinePosts({ session, address }, body),
    findAnswerer: async ({ session, query }) =>
      lines.findAnswerer(session, (await pathOf(query.at)) ?? '-', query.category),
    listEstablishment: async ({ session, query }) =>
      establishment.listEstablishment(read(session), await pathOf(query.at)),
    setEstablishment: ({ session, address, body }) => establishment.setEstablishment({ session, address }, body),
    allowOver: ({ session, address, body }) => establishment.allowOver({ session, address }, body),
    listLoads: async ({ session, query }) => establishment.listLoads(read(session), await pathOf(query.at)),
    listBodyKinds: () => ports.bodyKinds.map(({ id, name, levels }) => ({ id, name, levels: [...levels] })),
    listMembers: ({ session, params, query }) => members.listMembers(read(session), params.id, query.on),
    addMember: ({ session, address, params, body }) => members.addMember({ session, address }, params.id, body),
    endMember: ({ session, address, params }) => members.endMember({ session, address }, params.id),
    seeGridForce: ({ session, params }) => force.seeGridForce(session, params.code),
    declareCard: ({ session, address, params, body }) =>
      force.declareCard({ session, address }, { post: params.id, person: params.person, ...body }),
    withdrawCard: ({ session, address, params }) => force.withdrawCard({ session, address }, params.id, params.person),
    getCardPhoto: ({ session, params }) => force.getCardPhoto(session, params.id, params.person),
    printBoard: ({ session, address, params }) => force.printBoard({ session, address }, params.code),
    seePublicBoard: ({ params }) => force.seePublicBoard(params.plate),
    getPublicPhoto: ({ params }) => force.getPublicPhoto(params.plate, params.photo),
  };
};
