import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { label } from '#kernel/label';
import { bindRoutes, type Handlers } from '#platform/server/http';
import type { Parts, Session } from '#platform/server/parts';
import { pathToCode } from '#engines/territory/model';
import { type Me, organisationRoutes } from '#engines/organisation/contract';
import type { Directory } from './directory.ts';
import type { createFirstAdministrator } from './first-administrator.ts';
import { createInstallationView } from './installation-view.ts';
import type { Manage } from './manage.ts';
import { type DemoAccount, demoAccountsKey } from './plant.ts';
import type { OrganisationPorts } from './ports.ts';
import { scopesWith } from './scope-sql.ts';
import { districtOfToken } from './sessions.ts';
import type { createSignIn } from './sign-in.ts';
import type { StructureView } from './structure-view.ts';

export interface OrganisationUseCases {
  readonly view: StructureView;
  readonly manage: Manage;
  readonly directory: Directory;
  readonly signIn: ReturnType<typeof createSignIn>;
  readonly firstAdministrator: ReturnType<typeof createFirstAdministrator>;
}

export const organisationHandlers = (
  parts: Parts,
  ports: OrganisationPorts,
  cases: OrganisationUseCases,
): Handlers<typeof organisationRoutes> => {
  const { view, manage, directory, signIn, firstAdministrator } = cases;
  const readable = (session: Session): readonly string[] => scopesWith(ports.roles, session, 'organisation.read');
  /** A code that the tree does not know, or that lies elsewhere, simply holds nothing. */
  const pathOf = async (code: string | undefined): Promise<string | undefined> =>
    code === undefined ? undefined : ((await ports.findPath(code)) ?? '-');

  const meOf = async (session: Session): Promise<Static<typeof Me>> => {
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
        roleName: ports.roles.find((role) => role.id === post.role)?.name ?? label(post.role, post.role),
        body: bodies[index]?.get(post.body) ?? '',
        scope: { code: pathToCode(post.scope), name: names.get(post.scope) ?? pathToCode(post.scope) },
        district: post.district,
      })),
      permissions: [...session.permissions].sort(),
      demo: parts.demo,
    };
  };

  return {
    signIn: async ({ body, address, wire }) => {
      const { token, seconds, session } = await signIn.signIn(body.account, body.password, address);
      wire.setSession(token, seconds);
      return meOf(session);
    },
    signOut: async ({ session, address, wire }) => {
      await signIn.signOut(session, districtOfToken(wire.token), address);
      wire.clearSession();
    },
    changePassword: ({ session, body, address, wire }) =>
      signIn.changePassword(session, districtOfToken(wire.token), body, address),
    setUp: async ({ body: { secret, ...given }, address }) => {
      await firstAdministrator.setUp(secret, given, address);
    },
    getMe: ({ session }) => meOf(session),
    seeInstallation: createInstallationView(parts, ports),
    listDemoAccounts: async () =>
      parts.demo ? [...(await parts.settings.get<readonly DemoAccount[]>(demoAccountsKey, []))] : [],

    listBodies: async ({ session, query }) => [
      ...(await view.listBodies(readable(session), { ...query, at: await pathOf(query.at) })),
    ],
    addBody: ({ session, address, body }) => manage.addBody({ session, address }, body),
    listPosts: async ({ session, query }) => [
      ...(await view.listPosts(readable(session), { ...query, at: await pathOf(query.at) })),
    ],
    addPost: ({ session, address, body }) => manage.addPost({ session, address }, body),
    appointHolder: ({ session, address, params, body }) =>
      manage.appointHolder({ session, address }, { post: params.id, ...body }),
    endHolder: ({ session, address, params }) =>
      manage.endHolder({ session, address }, { post: params.id, person: params.person }),
    listPeople: async ({ session, query }) => [
      ...(await view.listPeople(readable(session), { ...query, at: await pathOf(query.at) })),
    ],
    addPerson: ({ session, address, body }) => manage.addPerson({ session, address }, body),
    disablePerson: ({ session, address, params }) => manage.disablePerson({ session, address }, params.id),
    listBodyKinds: () => ports.bodyKinds.map(({ id, name, levels }) => ({ id, name, levels: [...levels] })),
    listRoles: () =>
      ports.roles.map(({ id, name, level, permissions }) => ({ id, name, level, permissions: [...permissions] })),
  };
};

export const bindOrganisation = (app: FastifyInstance, handlers: Handlers<typeof organisationRoutes>): void =>
  bindRoutes(app, organisationRoutes, handlers);
