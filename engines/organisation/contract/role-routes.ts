import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant, Label } from '#platform/contract';
import { Only } from './only.ts';

const Duty = Type.Union([
  Type.Literal('business'),
  Type.Literal('system'),
  Type.Literal('security'),
  Type.Literal('audit'),
]);
const Clearance = Type.Union([
  Type.Literal('public'),
  Type.Literal('internal'),
  Type.Literal('sensitive'),
  Type.Literal('key-persons'),
]);
const Session = Type.Object({
  idleMinutes: Type.Integer({ minimum: 5, maximum: 480 }),
  hours: Type.Integer({ minimum: 1, maximum: 168 }),
});
const orNull = <Shape extends Parameters<typeof Type.Union>[0][number]>(shape: Shape) =>
  Type.Union([shape, Type.Null()]);

export const RoleView = Type.Object(
  {
    id: Type.String(),
    name: Label,
    level: Type.String(),
    duty: Duty,
    permissions: Type.Array(Type.String()),
    /** `tasks`: sees what its body was given to do; `range`: everything in its range. */
    reads: Type.Union([Type.Literal('range'), Type.Literal('tasks')]),
    clearance: Clearance,
    session: Session,
    retired: Type.Boolean(),
    /** 0: as the pack declares it. */
    version: Type.Integer(),
    copyOf: orNull(Type.String()),
    /** People who hold a post of this role today. */
    holders: Type.Integer(),
  },
  { $id: 'RoleView' },
);
export type RoleView = Static<typeof RoleView>;

export const PermissionView = Type.Object(
  { id: Type.String(), name: Label, means: Label, duties: Type.Array(Duty) },
  { $id: 'PermissionView' },
);
export type PermissionView = Static<typeof PermissionView>;

export const RoleProposalView = Type.Object(
  {
    id: Id,
    role: Type.String(),
    name: Label,
    kind: Type.Union([Type.Literal('change'), Type.Literal('copy'), Type.Literal('retire')]),
    copyOf: orNull(Type.String()),
    added: Type.Array(Type.String()),
    removed: Type.Array(Type.String()),
    session: orNull(Type.Object({ before: orNull(Session), after: Session })),
    clearance: orNull(Type.Object({ before: orNull(Clearance), after: Clearance })),
    /** Whom it touches: how many hold such a post today, and some of their names. */
    holders: Type.Object({ count: Type.Integer(), names: Type.Array(Type.String()) }),
    state: Type.Union([
      Type.Literal('proposed'),
      Type.Literal('granted'),
      Type.Literal('refused'),
      Type.Literal('withdrawn'),
    ]),
    reason: Type.String(),
    proposedBy: Type.Object({ id: Id, name: Type.String() }),
    proposedAt: Instant,
    decidedBy: orNull(Type.Object({ id: Id, name: Type.String() })),
    decidedAt: orNull(Instant),
    decision: orNull(Type.String()),
    mayDecide: Type.Boolean(),
    mine: Type.Boolean(),
  },
  { $id: 'RoleProposalView' },
);
export type RoleProposalView = Static<typeof RoleProposalView>;

const byId = Type.Object({ id: Id });
const Reason = Type.String({ minLength: 2, maxLength: 300 });
const names = Type.Array(Type.String({ maxLength: 60 }), { maxItems: 100 });

/** What roles may do, in words, and how two people change it. */
export const roleRoutes = defineRoutes({
  listRoles: {
    method: 'GET',
    url: '/api/roles',
    tag: 'roles',
    who: { permission: 'organisation.read' },
    bound: 'nothing',
    summary: 'Roles in force: as packs declare them, with what was changed here',
    answer: Type.Array(RoleView),
  },
  listPermissions: {
    method: 'GET',
    url: '/api/permissions',
    tag: 'roles',
    who: { permission: 'organisation.read' },
    bound: 'nothing',
    summary: 'What each permission means, in words',
    answer: Type.Array(PermissionView),
  },
  listRoleProposals: {
    method: 'GET',
    url: '/api/role-proposals',
    tag: 'roles',
    who: { permission: 'role.propose' },
    bound: 'nothing',
    summary: 'Proposed changes of roles, the latest first',
    answer: Type.Array(RoleProposalView),
  },
  proposeRole: {
    method: 'POST',
    url: '/api/role-proposals',
    tag: 'roles',
    who: { permission: 'role.propose' },
    bound: 'nothing',
    summary: 'Propose to change, copy or retire a role; it takes effect when another person decides',
    body: Only({
      id: Id,
      /** The role to change, or the model of the copy. */
      role: Type.String({ minLength: 1, maxLength: 60 }),
      copy: Type.Optional(
        Type.Object({
          id: Type.String({ pattern: '^[a-z][a-z0-9-]{2,39}$' }),
          name: Type.Object({
            zh: Type.String({ minLength: 2, maxLength: 20 }),
            en: Type.String({ minLength: 2, maxLength: 40 }),
          }),
        }),
      ),
      add: Type.Optional(names),
      remove: Type.Optional(names),
      session: Type.Optional(Session),
      clearance: Type.Optional(Clearance),
      retire: Type.Optional(Type.Literal(true)),
      reason: Reason,
    }),
    answer: RoleProposalView,
    errors: [
      'organisation.unknown',
      'role.refused',
      'role.needed',
      'role.held',
      'role.unchanged',
      'role.already-proposed',
      'request.id-reused',
    ],
  },
  withdrawRoleProposal: {
    method: 'DELETE',
    url: '/api/role-proposals/:id',
    tag: 'roles',
    who: { permission: 'role.propose' },
    bound: 'own',
    summary: 'Take back what I proposed',
    params: byId,
    answer: RoleProposalView,
    errors: ['request.not-found', 'grant.decided'],
  },
  decideRole: {
    method: 'POST',
    url: '/api/role-proposals/:id/decision',
    tag: 'roles',
    who: { permission: 'role.decide' },
    bound: 'nothing',
    confirm: true,
    summary: 'Grant or refuse the change of a role that somebody else proposed; it takes effect at once everywhere',
    params: byId,
    body: Only({
      decision: Type.Union([Type.Literal('granted'), Type.Literal('refused')]),
      reason: Reason,
    }),
    answer: RoleProposalView,
    errors: [
      'request.not-found',
      'grant.decided',
      'grant.own',
      'role.changed-meanwhile',
      'role.refused',
      'role.needed',
      'role.held',
    ],
  },
  exportRoles: {
    method: 'GET',
    url: '/api/roles/export',
    tag: 'roles',
    who: { permission: 'role.propose' },
    bound: 'nothing',
    summary: 'The roles in force as pack data, section `roles`',
    raw: true,
  },
});
