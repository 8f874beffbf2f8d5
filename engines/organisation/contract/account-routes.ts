import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Label, TerritoryCode } from '#platform/contract';

export const Me = Type.Object(
  {
    person: Type.Object({ id: Id, name: Type.String() }),
    posts: Type.Array(
      Type.Object({
        id: Id,
        title: Type.String(),
        role: Type.String(),
        roleName: Label,
        body: Type.String(),
        scope: Type.Object({ code: TerritoryCode, name: Type.String() }),
        district: Type.String(),
      }),
    ),
    permissions: Type.Array(Type.String()),
    /** The demo district says so on every page. */
    demo: Type.Boolean(),
  },
  { $id: 'Me' },
);
export type Me = Static<typeof Me>;

const short = Type.String({ minLength: 1, maxLength: 60 });

/** Signing in and out; one’s own account. */
export const accountRoutes = defineRoutes({
  signIn: {
    method: 'POST',
    url: '/api/session',
    tag: 'session',
    who: 'anyone',
    perMinute: 10,
    summary: 'Sign in',
    body: Type.Object({ account: short, password: Type.String({ minLength: 1, maxLength: 200 }) }),
    answer: Me,
    errors: ['sign-in.refused', 'request.too-many'],
  },
  signOut: { method: 'DELETE', url: '/api/session', tag: 'session', who: 'signed-in', summary: 'Sign out' },
  getMe: {
    method: 'GET',
    url: '/api/me',
    tag: 'session',
    who: 'signed-in',
    summary: 'Who I am, my posts, what I may do',
    answer: Me,
  },
  changePassword: {
    method: 'PUT',
    url: '/api/me/password',
    tag: 'session',
    who: 'signed-in',
    perMinute: 5,
    summary: 'Change my password; my other sessions end',
    body: Type.Object({
      old: Type.String({ minLength: 1, maxLength: 200 }),
      new: Type.String({ minLength: 1, maxLength: 200 }),
    }),
    errors: ['sign-in.refused', 'request.too-many', 'password.short', 'password.guessable'],
  },
});
