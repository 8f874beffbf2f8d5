import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant, Label, TerritoryCode } from '#platform/contract';

export const PostView = Type.Object(
  {
    id: Id,
    title: Type.String(),
    role: Type.String(),
    roleName: Label,
    body: Type.Object({ id: Id, name: Type.String() }),
    scope: Type.Object({ code: TerritoryCode, name: Type.String() }),
    holders: Type.Array(
      Type.Object({
        person: Id,
        name: Type.String(),
        from: Type.String(),
        to: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
    openCases: Type.Integer(),
  },
  { $id: 'PostView' },
);
export type PostView = Static<typeof PostView>;

export const PersonView = Type.Object(
  {
    id: Id,
    name: Type.String(),
    account: Type.Union([Type.String(), Type.Null()]),
    /** Masked: 138****5678. */
    phone: Type.Union([Type.String(), Type.Null()]),
    disabledAt: Type.Union([Instant, Type.Null()]),
    posts: Type.Array(Type.Object({ id: Id, title: Type.String(), scope: Type.String() })),
  },
  { $id: 'PersonView' },
);
export type PersonView = Static<typeof PersonView>;

export const BodyView = Type.Object(
  {
    id: Id,
    name: Type.String(),
    kind: Type.String(),
    superior: Type.Union([Id, Type.Null()]),
    territory: TerritoryCode,
    posts: Type.Integer(),
  },
  { $id: 'BodyView' },
);
export type BodyView = Static<typeof BodyView>;

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

const byId = Type.Object({ id: Id });
const short = Type.String({ minLength: 1, maxLength: 60 });

export const organisationRoutes = defineRoutes({
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
  setUp: {
    method: 'POST',
    url: '/api/public/setup',
    tag: 'public',
    who: 'anyone',
    perMinute: 5,
    summary: 'Make the first administrator with the secret that an empty installation printed at its start',
    body: Type.Object({
      secret: Type.String({ minLength: 1, maxLength: 60 }),
      account: short,
      password: Type.String({ minLength: 1, maxLength: 200 }),
      name: short,
      at: TerritoryCode,
    }),
    errors: ['setup.refused', 'password.short', 'password.guessable', 'territory.unknown'],
  },
  seeInstallation: {
    method: 'GET',
    url: '/api/public/installation',
    tag: 'public',
    who: 'anyone',
    perMinute: 60,
    summary: 'Which districts are served here, and the key of the map pictures',
    answer: Type.Object({
      districts: Type.Array(Type.Object({ code: TerritoryCode, name: Type.String() })),
      demo: Type.Boolean(),
      mapKey: Type.Union([Type.String(), Type.Null()]),
    }),
  },
  listDemoAccounts: {
    method: 'GET',
    url: '/api/public/demo-accounts',
    tag: 'public',
    who: 'anyone',
    perMinute: 60,
    summary: 'Who to sign in as in the demo district; empty elsewhere',
    answer: Type.Array(
      Type.Object({ account: Type.String(), password: Type.String(), name: Type.String(), post: Label }),
    ),
  },
  listBodies: {
    method: 'GET',
    url: '/api/bodies',
    tag: 'organisation',
    who: { permission: 'organisation.read' },
    summary: 'Bodies in my scope',
    query: Type.Object({
      at: Type.Optional(TerritoryCode),
      words: Type.Optional(Type.String({ maxLength: 60 })),
      kind: Type.Optional(Type.String({ maxLength: 60 })),
    }),
    answer: Type.Array(BodyView),
  },
  addBody: {
    method: 'POST',
    url: '/api/bodies',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'Create a body',
    body: Type.Object({ id: Id, name: short, kind: short, territory: TerritoryCode, superior: Type.Optional(Id) }),
    answer: BodyView,
    errors: [
      'organisation.beyond-scope',
      'organisation.body-exists',
      'organisation.unknown',
      'territory.unknown',
      'request.id-reused',
    ],
  },
  listPosts: {
    method: 'GET',
    url: '/api/posts',
    tag: 'organisation',
    who: { permission: 'organisation.read' },
    summary: 'Posts of a territory or body',
    query: Type.Object({ at: Type.Optional(TerritoryCode), body: Type.Optional(Id) }),
    answer: Type.Array(PostView),
  },
  addPost: {
    method: 'POST',
    url: '/api/posts',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'Create a post',
    body: Type.Object({ id: Id, title: short, role: short, body: Id, scope: TerritoryCode }),
    answer: PostView,
    errors: [
      'organisation.beyond-scope',
      'organisation.beyond-role',
      'organisation.unknown',
      'territory.unknown',
      'request.id-reused',
    ],
  },
  appointHolder: {
    method: 'POST',
    url: '/api/posts/:id/holders',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'Give a post to a person from a day on',
    params: byId,
    body: Type.Object({ person: Id, from: Type.String({ format: 'date' }) }),
    answer: PostView,
    errors: ['organisation.beyond-role', 'organisation.unknown', 'organisation.already-holds', 'request.not-found'],
  },
  endHolder: {
    method: 'DELETE',
    url: '/api/posts/:id/holders/:person',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'End a holding today',
    params: Type.Object({ id: Id, person: Id }),
    answer: PostView,
    errors: ['organisation.beyond-role', 'organisation.not-yourself', 'request.not-found'],
  },
  listPeople: {
    method: 'GET',
    url: '/api/people',
    tag: 'organisation',
    who: { permission: 'organisation.read' },
    summary: 'Staff',
    query: Type.Object({ words: Type.Optional(Type.String({ maxLength: 40 })), at: Type.Optional(TerritoryCode) }),
    answer: Type.Array(PersonView),
  },
  addPerson: {
    method: 'POST',
    url: '/api/people',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'Add a member of staff with an account',
    body: Type.Object({
      id: Id,
      name: short,
      phone: Type.Optional(Type.String({ maxLength: 20 })),
      account: short,
      password: Type.String({ minLength: 10, maxLength: 200 }),
    }),
    answer: PersonView,
    errors: ['organisation.account-taken', 'password.short', 'password.guessable', 'request.id-reused'],
  },
  disablePerson: {
    method: 'POST',
    url: '/api/people/:id/disable',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'Disable an account; its sessions end at once',
    params: byId,
    answer: PersonView,
    errors: ['organisation.beyond-scope', 'organisation.beyond-role', 'organisation.not-yourself', 'request.not-found'],
  },
  listBodyKinds: {
    method: 'GET',
    url: '/api/body-kinds',
    tag: 'organisation',
    who: { permission: 'organisation.read' },
    summary: 'Kinds of bodies that packs declare',
    answer: Type.Array(Type.Object({ id: Type.String(), name: Label, levels: Type.Array(Type.String()) })),
  },
  listRoles: {
    method: 'GET',
    url: '/api/roles',
    tag: 'organisation',
    who: { permission: 'organisation.read' },
    summary: 'Roles that packs declare',
    answer: Type.Array(
      Type.Object({ id: Type.String(), name: Label, level: Type.String(), permissions: Type.Array(Type.String()) }),
    ),
  },
});
