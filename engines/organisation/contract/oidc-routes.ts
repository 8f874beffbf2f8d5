import { Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Me } from './account-routes.ts';

const begun = Type.Object({ url: Type.String() });
/** What the other house put into the address that the browser came back to. */
const back = Type.Object({ query: Type.String({ minLength: 1, maxLength: 4000 }) });

/** Single sign-on by OpenID Connect. The browser comes back to `/sign-in/back`, which hands on what it was given. */
export const oidcRoutes = defineRoutes({
  seeSignInWays: {
    method: 'GET',
    url: '/api/public/sign-in-ways',
    tag: 'public',
    who: 'anyone',
    perMinute: 60,
    summary: 'Whether single sign-on is set up here, and what it is called',
    answer: Type.Object({ oidc: Type.Union([Type.Object({ name: Type.String() }), Type.Null()]) }),
  },
  beginOidc: {
    method: 'POST',
    url: '/api/session/oidc',
    tag: 'session',
    who: 'anyone',
    perMinute: 20,
    summary: 'Where to go to sign in with the other house',
    answer: begun,
    errors: ['request.not-found', 'sign-in.oidc-unreachable'],
  },
  finishOidc: {
    method: 'POST',
    url: '/api/session/oidc/back',
    tag: 'session',
    who: 'anyone',
    perMinute: 20,
    summary: 'Sign in with what came back',
    body: back,
    answer: Me,
    errors: [
      'sign-in.oidc-failed',
      'sign-in.oidc-unreachable',
      'sign-in.not-linked',
      'sign-in.suspended',
      'request.not-found',
    ],
  },
  beginLink: {
    method: 'POST',
    url: '/api/me/oidc',
    tag: 'session',
    who: 'signed-in',
    confirm: true,
    perMinute: 10,
    summary: 'Where to go to link an identity of the other house to my account',
    answer: begun,
    errors: ['request.not-found', 'sign-in.oidc-unreachable'],
  },
  finishLink: {
    method: 'POST',
    url: '/api/me/oidc/back',
    tag: 'session',
    who: 'signed-in',
    confirm: true,
    perMinute: 10,
    summary: 'Link it with what came back',
    body: back,
    errors: ['sign-in.oidc-failed', 'sign-in.oidc-unreachable', 'oidc.taken', 'request.not-found'],
  },
  removeLink: {
    method: 'DELETE',
    url: '/api/me/oidc',
    tag: 'session',
    who: 'signed-in',
    confirm: true,
    summary: 'Unlink my identities of the other house',
    errors: ['request.not-found'],
  },
});
