import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant, Label, TerritoryCode } from '#platform/contract';
import { Only } from './only.ts';

const Named = Type.Object({ id: Id, name: Type.String() });
const orNull = <Shape extends Parameters<typeof Type.Union>[0][number]>(shape: Shape) =>
  Type.Union([shape, Type.Null()]);
const Day = Type.String({ format: 'date' });

const State = Type.Union([
  Type.Literal('proposed'),
  Type.Literal('granted'),
  Type.Literal('refused'),
  Type.Literal('withdrawn'),
  Type.Literal('ended'),
]);

/** That somebody is to hold a post: proposed by one person, decided by another, ended by either. */
export const AppointmentView = Type.Object(
  {
    id: Id,
    state: State,
    person: Type.Object({ id: Id, name: Type.String(), account: orNull(Type.String()) }),
    post: Type.Object({
      id: Id,
      title: Type.String(),
      body: Named,
      scope: Type.Object({ code: TerritoryCode, name: Type.String() }),
      role: Type.String(),
      roleName: Label,
      /** What the role may do today; `listPermissions` has the words. */
      permissions: Type.Array(Type.String()),
    }),
    from: Type.String(),
    /** The day on which it ends by itself; null: until it is ended. */
    to: orNull(Type.String()),
    reason: orNull(Type.String()),
    proposedBy: orNull(Named),
    proposedAt: Instant,
    decidedBy: orNull(Named),
    decidedAt: orNull(Instant),
    decision: orNull(Type.String()),
    endedBy: orNull(Named),
    endedAt: orNull(Instant),
    ending: orNull(Type.String()),
    /** What the person carries already (S066): posts held today, open matters at them, and how many posts are usual at most. */
    load: Type.Object({ posts: Type.Integer(), openCases: Type.Integer(), most: Type.Integer() }),
    /** False for whoever proposed it and whom it is about: another person decides. */
    mayDecide: Type.Boolean(),
  },
  { $id: 'AppointmentView' },
);
export type AppointmentView = Static<typeof AppointmentView>;

/** Which of the three administrators there are. */
export const Administrators = Type.Object(
  {
    system: Type.Integer(),
    security: Type.Integer(),
    audit: Type.Integer(),
    /** Until there was one, the first system administrator appoints the first security administrator alone. */
    everSecurity: Type.Boolean(),
  },
  { $id: 'Administrators' },
);
export type Administrators = Static<typeof Administrators>;

/** A code that its new owner uses once; it is shown this once and kept nowhere. */
export const ActivationCode = Type.Object(
  { account: Type.String(), code: Type.String(), until: Instant },
  { $id: 'ActivationCode' },
);
export type ActivationCode = Static<typeof ActivationCode>;

const byId = Type.Object({ id: Id });
const ofHolder = Type.Object({ id: Id, person: Id });
const short = Type.String({ minLength: 1, maxLength: 60 });
const Reason = Type.String({ minLength: 2, maxLength: 300 });

/** Who holds which post: proposed by the system administrator, decided by the security administrator. */
export const grantRoutes = defineRoutes({
  proposeHolder: {
    method: 'POST',
    url: '/api/posts/:id/appointments',
    tag: 'grants',
    who: { permission: 'organisation.edit' },
    summary: 'Propose who holds a post; it gives nothing until a security administrator decides',
    params: byId,
    body: Only({ id: Id, person: Id, from: Day, to: Type.Optional(Day), reason: Type.Optional(Reason) }),
    answer: AppointmentView,
    errors: [
      'organisation.beyond-role',
      'organisation.unknown',
      'organisation.already-holds',
      'organisation.already-proposed',
      'organisation.kept-apart',
      'organisation.person-disabled',
      'organisation.not-yourself',
      'request.not-found',
      'request.id-reused',
    ],
  },
  listProposals: {
    method: 'GET',
    url: '/api/appointments',
    tag: 'grants',
    who: { permission: 'organisation.edit' },
    summary: 'Proposals where I manage, and what became of them',
    query: Type.Object({ state: Type.Optional(State) }),
    answer: Type.Array(AppointmentView),
  },
  withdrawProposal: {
    method: 'DELETE',
    url: '/api/appointments/:id',
    tag: 'grants',
    who: { permission: 'organisation.edit' },
    summary: 'Take a proposal back that nobody has decided',
    params: byId,
    answer: AppointmentView,
    errors: ['request.not-found', 'grant.decided'],
  },
  listGrants: {
    method: 'GET',
    url: '/api/grants',
    tag: 'grants',
    who: { permission: 'grant.decide' },
    summary: 'Proposals that wait for a decision, and what was decided and ended, the latest first',
    query: Type.Object({ state: Type.Optional(State) }),
    answer: Type.Array(AppointmentView),
  },
  decideGrant: {
    method: 'POST',
    url: '/api/grants/:id/decision',
    tag: 'grants',
    who: { permission: 'grant.decide' },
    confirm: true,
    summary: 'Grant or refuse a proposal that somebody else made',
    params: byId,
    body: Only({
      decision: Type.Union([Type.Literal('granted'), Type.Literal('refused')]),
      reason: Reason,
    }),
    answer: AppointmentView,
    errors: [
      'request.not-found',
      'grant.decided',
      'grant.own',
      'organisation.kept-apart',
      'organisation.already-holds',
      'establishment.full',
      'organisation.person-disabled',
    ],
  },
  revokeHolder: {
    method: 'POST',
    url: '/api/posts/:id/holders/:person/revocation',
    tag: 'grants',
    who: { permission: 'grant.decide' },
    confirm: true,
    summary: 'Take a post away at once',
    params: ofHolder,
    body: Only({ reason: Reason }),
    answer: AppointmentView,
    errors: ['request.not-found', 'organisation.not-yourself'],
  },
  endHolder: {
    method: 'DELETE',
    url: '/api/posts/:id/holders/:person',
    tag: 'grants',
    who: { permission: 'organisation.edit' },
    summary: 'End a holding today; it takes effect at once and the security administrator sees it',
    params: ofHolder,
    query: Type.Object({ reason: Type.Optional(Reason) }),
    answer: AppointmentView,
    errors: ['organisation.beyond-role', 'organisation.not-yourself', 'request.not-found'],
  },
  seeAdministrators: {
    method: 'GET',
    url: '/api/administrators',
    tag: 'grants',
    who: { permission: 'organisation.read' },
    bound: 'nothing',
    summary: 'How many of the three administrators there are: which is still missing',
    answer: Administrators,
  },
  appointFirstSecurity: {
    method: 'POST',
    url: '/api/administrators/first-security',
    tag: 'grants',
    who: { permission: 'organisation.edit' },
    confirm: true,
    summary: 'Appoint the first security administrator; the code lets him set a password that nobody else knows',
    body: Only({ id: Id, name: short, account: short, phone: Type.Optional(Type.String({ maxLength: 20 })) }),
    answer: ActivationCode,
    errors: [
      'grant.first-exists',
      'organisation.account-taken',
      'organisation.phone-taken',
      'organisation.phone-wrong',
      'organisation.unknown',
      'request.id-reused',
    ],
  },
});
