import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant, Label, TerritoryCode } from '#platform/contract';
import { NewPasskey, PasskeyAsk, PasskeyEnrol, ShownPasskey } from './passkey-shapes.ts';

const Nullable = <Shape extends Parameters<typeof Type.Union>[0][number]>(shape: Shape) =>
  Type.Union([shape, Type.Null()]);

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
        /** Worked at in the place of this person, who is on leave. */
        standsInFor: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
    permissions: Type.Array(Type.String()),
    /** What has to be done before the sign-in counts; until then there are neither posts nor permissions. */
    pending: Type.Union([Type.Literal('factor'), Type.Literal('enrol'), Type.Literal('password'), Type.Null()]),
    /** The demo district says so on every page. */
    demo: Type.Boolean(),
  },
  { $id: 'Me' },
);
export type Me = Static<typeof Me>;

const short = Type.String({ minLength: 1, maxLength: 60 });
const password = Type.String({ minLength: 1, maxLength: 200 });
const code = Type.String({ minLength: 6, maxLength: 12 });
const byId = Type.Object({ id: Id });

/** One of these proves who one is. */
const Proof = Type.Object({
  password: Type.Optional(password),
  /** Six digits of the authenticator app. */
  code: Type.Optional(code),
  passkey: Type.Optional(ShownPasskey),
});

export const Security = Type.Object(
  {
    account: Type.String(),
    password: Type.Object({ changedAt: Instant, endsAt: Nullable(Instant) }),
    /** Whether a second factor is asked of everybody here. */
    required: Type.Boolean(),
    totp: Nullable(Type.Object({ since: Instant })),
    passkeys: Type.Array(Type.Object({ id: Id, name: Type.String(), madeAt: Instant, usedAt: Nullable(Instant) })),
    recoveryLeft: Type.Integer(),
    oidc: Nullable(Type.Object({ name: Type.String(), linked: Type.Boolean() })),
  },
  { $id: 'Security' },
);
export type Security = Static<typeof Security>;

export const OwnSession = Type.Object(
  {
    id: Id,
    madeAt: Instant,
    seenAt: Instant,
    address: Nullable(Type.String()),
    /** Such as `Edge · Windows`. */
    device: Nullable(Type.String()),
    current: Type.Boolean(),
  },
  { $id: 'OwnSession' },
);
export type OwnSession = Static<typeof OwnSession>;

const Recovery = Type.Object({ codes: Nullable(Type.Array(Type.String())) });

/** Signing in and out; one’s own account. */
export const accountRoutes = defineRoutes({
  signIn: {
    method: 'POST',
    url: '/api/session',
    tag: 'session',
    who: 'anyone',
    perMinute: 10,
    summary: 'Sign in; `pending` says what has to follow',
    body: Type.Object({ account: short, password }),
    answer: Me,
    errors: ['sign-in.refused', 'sign-in.locked', 'sign-in.suspended', 'sign-in.starting-expired'],
  },
  signOut: {
    method: 'DELETE',
    url: '/api/session',
    tag: 'session',
    who: 'signed-in',
    early: true,
    summary: 'Sign out',
  },
  getMe: {
    method: 'GET',
    url: '/api/me',
    tag: 'session',
    who: 'signed-in',
    early: true,
    summary: 'Who I am, my posts, what I may do',
    answer: Me,
  },
  seeFactors: {
    method: 'GET',
    url: '/api/session/factor',
    tag: 'session',
    who: 'signed-in',
    early: true,
    summary: 'Which second factors I may show',
    answer: Type.Object({ totp: Type.Boolean(), passkey: Type.Boolean(), recovery: Type.Boolean() }),
  },
  askPasskey: {
    method: 'POST',
    url: '/api/session/passkey',
    tag: 'session',
    who: 'signed-in',
    early: true,
    perMinute: 30,
    summary: 'What my passkey has to sign',
    answer: PasskeyAsk,
  },
  showFactor: {
    method: 'POST',
    url: '/api/session/factor',
    tag: 'session',
    who: 'signed-in',
    early: true,
    perMinute: 10,
    summary: 'Show the second factor: a code of the app, a passkey or a recovery code',
    body: Type.Object({
      code: Type.Optional(code),
      passkey: Type.Optional(ShownPasskey),
      recovery: Type.Optional(Type.String({ minLength: 8, maxLength: 40 })),
    }),
    answer: Me,
    errors: ['factor.refused', 'sign-in.locked', 'session.incomplete'],
  },
  confirmSession: {
    method: 'POST',
    url: '/api/session/confirm',
    tag: 'session',
    who: 'signed-in',
    early: true,
    perMinute: 10,
    summary: 'Say again who I am, for ten minutes',
    body: Proof,
    errors: ['sign-in.refused', 'factor.refused', 'sign-in.locked', 'session.incomplete'],
  },
  changePassword: {
    method: 'PUT',
    url: '/api/me/password',
    tag: 'session',
    who: 'signed-in',
    early: true,
    perMinute: 5,
    summary: 'Change my password; my other sessions end',
    body: Type.Object({ old: password, new: password }),
    answer: Me,
    errors: [
      'sign-in.refused',
      'sign-in.locked',
      'password.short',
      'password.guessable',
      'password.classes',
      'password.used',
      'session.incomplete',
    ],
  },
  seeSecurity: {
    method: 'GET',
    url: '/api/me/security',
    tag: 'session',
    who: 'signed-in',
    summary: 'My password, my second factors, my other identities',
    answer: Security,
  },
  beginTotp: {
    method: 'POST',
    url: '/api/me/totp',
    tag: 'session',
    who: 'signed-in',
    early: true,
    confirm: true,
    perMinute: 10,
    summary: 'A new secret for the authenticator app; it counts once a code of it was shown',
    answer: Type.Object({ secret: Type.String(), uri: Type.String() }),
    errors: ['session.incomplete'],
  },
  finishTotp: {
    method: 'PUT',
    url: '/api/me/totp',
    tag: 'session',
    who: 'signed-in',
    early: true,
    confirm: true,
    perMinute: 10,
    summary: 'Set the authenticator app up with its first code; answers recovery codes when there were none',
    body: Type.Object({ code }),
    answer: Recovery,
    errors: ['factor.refused', 'sign-in.locked', 'session.incomplete'],
  },
  removeTotp: {
    method: 'DELETE',
    url: '/api/me/totp',
    tag: 'session',
    who: 'signed-in',
    confirm: true,
    summary: 'Remove the authenticator app',
    errors: ['factor.last', 'request.not-found'],
  },
  beginPasskey: {
    method: 'POST',
    url: '/api/me/passkeys/begin',
    tag: 'session',
    who: 'signed-in',
    early: true,
    confirm: true,
    perMinute: 20,
    summary: 'What a new passkey has to sign',
    answer: PasskeyEnrol,
    errors: ['session.incomplete'],
  },
  addPasskey: {
    method: 'POST',
    url: '/api/me/passkeys',
    tag: 'session',
    who: 'signed-in',
    early: true,
    confirm: true,
    perMinute: 20,
    summary: 'Add a passkey; answers recovery codes when there were none',
    body: Type.Object({ id: Id, name: short, passkey: NewPasskey }),
    answer: Recovery,
    errors: ['factor.refused', 'factor.known', 'session.incomplete'],
  },
  removePasskey: {
    method: 'DELETE',
    url: '/api/me/passkeys/:id',
    tag: 'session',
    who: 'signed-in',
    confirm: true,
    summary: 'Remove a passkey',
    params: byId,
    errors: ['factor.last', 'request.not-found'],
  },
  renewRecovery: {
    method: 'POST',
    url: '/api/me/recovery-codes',
    tag: 'session',
    who: 'signed-in',
    confirm: true,
    perMinute: 5,
    summary: 'Ten new recovery codes; the old ones end',
    answer: Type.Object({ codes: Type.Array(Type.String()) }),
    errors: ['request.not-found'],
  },
  listOwnSessions: {
    method: 'GET',
    url: '/api/me/sessions',
    tag: 'session',
    who: 'signed-in',
    summary: 'Where I am signed in',
    answer: Type.Array(OwnSession),
  },
  endOwnSession: {
    method: 'DELETE',
    url: '/api/me/sessions/:id',
    tag: 'session',
    who: 'signed-in',
    summary: 'End one of my sessions',
    params: byId,
    errors: ['request.not-found'],
  },
  endOtherSessions: {
    method: 'DELETE',
    url: '/api/me/sessions',
    tag: 'session',
    who: 'signed-in',
    summary: 'End all my sessions but this one',
  },
});
