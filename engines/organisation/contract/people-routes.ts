import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant, Label, TerritoryCode } from '#platform/contract';
import { PostView } from './structure-routes.ts';

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

const byId = Type.Object({ id: Id });
const short = Type.String({ minLength: 1, maxLength: 60 });

/** Persons, who holds which post, and the beginning of an installation. */
export const peopleRoutes = defineRoutes({
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
