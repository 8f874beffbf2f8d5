import type { Static } from 'typebox';
import { label } from '#kernel/label';
import type { Handlers } from '#platform/server/http';
import type { Parts, Session } from '#platform/server/parts';
import { pathToCode } from '#engines/territory/model';
import type { accountRoutes, Me } from '#engines/organisation/contract';
import type { OrganisationPorts } from '../ports.ts';
import type { Directory } from '../structure/directory.ts';
import { districtOfToken } from './sessions.ts';
import type { createSignIn } from './sign-in.ts';

export const accountHandlers = (
  parts: Parts,
  ports: OrganisationPorts,
  directory: Directory,
  signIn: ReturnType<typeof createSignIn>,
): Handlers<typeof accountRoutes> => {
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
        roleName: ports.roles().find((role) => role.id === post.role)?.name ?? label(post.role, post.role),
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
    getMe: ({ session }) => meOf(session),
  };
};
