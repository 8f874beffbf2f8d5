import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant, Label, TerritoryCode } from '#platform/contract';
import { Only } from './only.ts';
import { ActivationCode } from './grant-routes.ts';

export const PersonView = Type.Object(
  {
    id: Id,
    name: Type.String(),
    account: Type.Union([Type.String(), Type.Null()]),
    /** Masked: 138****5678. */
    phone: Type.Union([Type.String(), Type.Null()]),
    /** `waiting`: has an account but no post that was granted. `suspended`: not used for long. */
    state: Type.Union([
      Type.Literal('waiting'),
      Type.Literal('active'),
      Type.Literal('suspended'),
      Type.Literal('disabled'),
    ]),
    disabledAt: Type.Union([Instant, Type.Null()]),
    /** Proposals that nobody has decided yet. */
    proposed: Type.Integer(),
    /** The owner has not set a password yet and may be given an activation code. */
    activates: Type.Boolean(),
    posts: Type.Array(Type.Object({ id: Id, title: Type.String(), scope: Type.String() })),
  },
  { $id: 'PersonView' },
);
export type PersonView = Static<typeof PersonView>;

/** What somebody leaves behind (S066, security 17). */
export const Leaving = Type.Object(
  {
    posts: Type.Array(
      Type.Object({
        id: Id,
        title: Type.String(),
        body: Type.String(),
        scope: Type.String(),
        roleName: Label,
        openCases: Type.Integer(),
        /** Others who hold the post; none: it falls vacant and its work waits. */
        others: Type.Array(Type.String()),
      }),
    ),
    openCases: Type.Integer(),
    proposed: Type.Integer(),
  },
  { $id: 'Leaving' },
);
export type Leaving = Static<typeof Leaving>;

const byId = Type.Object({ id: Id });
const short = Type.String({ minLength: 1, maxLength: 60 });
const Phone = Type.String({ minLength: 1, maxLength: 20 });
const Reason = Type.String({ minLength: 2, maxLength: 300 });

/** Persons and the beginning of an installation. */
export const peopleRoutes = defineRoutes({
  setUp: {
    method: 'POST',
    url: '/api/public/setup',
    tag: 'public',
    who: 'anyone',
    perMinute: 5,
    summary: 'Make the first administrator with the secret that an empty installation printed at its start',
    body: Only({
      secret: Type.String({ minLength: 1, maxLength: 60 }),
      account: short,
      password: Type.String({ minLength: 1, maxLength: 200 }),
      name: short,
      at: TerritoryCode,
    }),
    errors: ['setup.refused', 'password.short', 'password.guessable', 'territory.unknown'],
  },
  activate: {
    method: 'POST',
    url: '/api/public/activation',
    tag: 'public',
    who: 'anyone',
    perMinute: 5,
    summary: 'Set the first password of one’s own account with the code that the administrator handed over',
    body: Only({
      account: short,
      code: Type.String({ minLength: 1, maxLength: 60 }),
      password: Type.String({ minLength: 1, maxLength: 200 }),
    }),
    errors: ['activation.refused', 'password.short', 'password.guessable'],
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
  listPeople: {
    method: 'GET',
    url: '/api/people',
    tag: 'organisation',
    who: { permission: 'organisation.read' },
    summary: 'Staff',
    query: Type.Object({
      words: Type.Optional(Type.String({ maxLength: 40 })),
      at: Type.Optional(TerritoryCode),
      state: Type.Optional(PersonView.properties.state),
    }),
    answer: Type.Array(PersonView),
  },
  addPerson: {
    method: 'POST',
    url: '/api/people',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'Add a member of staff with an account, which gives nothing until a post is granted',
    body: Only({
      id: Id,
      name: short,
      phone: Type.Optional(Phone),
      account: short,
      /** A starting password, to be changed at the first sign-in; without it the owner sets one by an activation code. */
      password: Type.Optional(Type.String({ minLength: 10, maxLength: 200 })),
    }),
    answer: PersonView,
    errors: [
      'organisation.account-taken',
      'organisation.phone-taken',
      'organisation.phone-wrong',
      'password.short',
      'password.guessable',
      'request.id-reused',
    ],
  },
  editPerson: {
    method: 'PATCH',
    url: '/api/people/:id',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'Mend the name or the phone of a person; nothing else can be changed here',
    params: byId,
    body: Only({ name: Type.Optional(short), phone: Type.Optional(Type.Union([Phone, Type.Null()])) }),
    answer: PersonView,
    errors: [
      'request.not-found',
      'organisation.beyond-scope',
      'organisation.beyond-role',
      'organisation.phone-taken',
      'organisation.phone-wrong',
    ],
  },
  issueActivation: {
    method: 'POST',
    url: '/api/people/:id/activation',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    confirm: true,
    perMinute: 20,
    summary: 'A new activation code for an account whose owner has never set a password; earlier codes end',
    params: byId,
    answer: ActivationCode,
    errors: ['request.not-found', 'activation.not-needed', 'organisation.beyond-scope', 'organisation.beyond-role'],
  },
  seeLeaving: {
    method: 'GET',
    url: '/api/people/:id/leaving',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'What a person would leave behind: posts, who else holds them, open matters at them',
    params: byId,
    answer: Leaving,
    errors: ['request.not-found'],
  },
  disablePerson: {
    method: 'POST',
    url: '/api/people/:id/disable',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    confirm: true,
    summary: 'Disable an account: its sessions and holdings end at once; open matters stay with the posts',
    params: byId,
    body: Only({ reason: Reason }),
    answer: PersonView,
    errors: ['organisation.beyond-scope', 'organisation.beyond-role', 'organisation.not-yourself', 'request.not-found'],
  },
  enablePerson: {
    method: 'POST',
    url: '/api/people/:id/enable',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'Let somebody who came back sign in again; posts have to be proposed and granted anew',
    params: byId,
    body: Only({ reason: Reason }),
    answer: PersonView,
    errors: ['organisation.beyond-scope', 'organisation.phone-taken', 'request.not-found'],
  },
});
