import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { DistrictCode, Id, Instant, Label, Values } from './index.ts';

const orNull = <Shape extends Parameters<typeof Type.Union>[0][number]>(shape: Shape) =>
  Type.Union([shape, Type.Null()]);
const Result = Type.Union([Type.Literal('done'), Type.Literal('refused')]);

/** One row of the audit log. Ids, codes and masks; labels of actions stand in `audit-actions.ts`. */
export const AuditEntry = Type.Object(
  {
    id: Id,
    district: Type.String(),
    at: Instant,
    person: orNull(Type.Object({ id: Id, name: Type.String() })),
    onBehalfOf: orNull(Type.String()),
    address: orNull(Type.String()),
    agent: orNull(Type.String()),
    trace: orNull(Type.String()),
    action: Type.String(),
    /** As the packs of this server call it. */
    actionName: Label,
    object: Type.String(),
    result: Result,
    reason: orNull(Type.String()),
    detail: Values,
  },
  { $id: 'AuditEntry' },
);
export type AuditEntry = Static<typeof AuditEntry>;

const filters = {
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  person: Type.Optional(Id),
  /** A whole action, or the beginning of some: `case.`. */
  action: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9.-]*$', maxLength: 80 })),
  object: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  result: Type.Optional(Result),
  /** Found in the reason. */
  words: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  trace: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z:-]{1,60}$' })),
};
const Filters = Type.Object(filters);
export type AuditFilters = Static<typeof Filters>;

export const AuditFlaw = Type.Object({
  kind: Type.String(),
  district: Type.String(),
  id: Type.Optional(Type.String()),
  seq: Type.Optional(Type.Integer()),
  at: Type.Optional(Type.String()),
  action: Type.Optional(Type.String()),
  count: Type.Optional(Type.Integer()),
});

/** What a verification found; result of a job `audit.verify`. */
export const AuditVerification = Type.Object(
  {
    whole: Type.Boolean(),
    districts: Type.Integer(),
    rows: Type.Integer(),
    seals: Type.Integer(),
    fresh: Type.Integer(),
    forgotten: Type.Integer(),
    anchored: Type.Integer(),
    flaws: Type.Array(AuditFlaw),
    counts: Type.Record(Type.String(), Type.Integer()),
  },
  { $id: 'AuditVerification' },
);
export type AuditVerification = Static<typeof AuditVerification>;

const Started = Type.Object({ job: Id });

export const auditRoutes = defineRoutes({
  listAudit: {
    method: 'GET',
    url: '/api/audit',
    tag: 'audit',
    who: { permission: 'audit.read' },
    summary: 'The audit log of my district, the newest first',
    query: Type.Object({
      ...filters,
      /** Cursor: `next` of the page before. */
      after: Type.Optional(Id),
      size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answer: Type.Object({ rows: Type.Array(AuditEntry), next: orNull(Id) }),
  },
  getAuditHealth: {
    method: 'GET',
    url: '/api/audit/health',
    tag: 'audit',
    who: { permission: 'audit.read' },
    summary: 'Whether the log is sealed, anchored and protected, and when it was last verified',
    answer: Type.Object({
      districts: Type.Array(DistrictCode),
      seals: Type.Integer(),
      rows: Type.Integer(),
      lastSealedAt: orNull(Instant),
      /** Rows that no seal covers yet. */
      unsealed: Type.Integer(),
      oldestUnsealedAt: orNull(Instant),
      failingSince: orNull(Instant),
      lastAnchoredAt: orNull(Instant),
      /** The copy outside; null when none is configured. */
      copy: orNull(Type.Object({ waiting: Type.Integer(), sent: Type.Integer(), lost: Type.Integer() })),
      /** The server's role can neither change nor remove rows. */
      protectedByRole: Type.Boolean(),
      keepMonths: Type.Integer(),
      verified: orNull(Type.Object({ at: Instant, job: Id, result: AuditVerification })),
    }),
  },
  verifyAudit: {
    method: 'POST',
    url: '/api/audit/verifications',
    tag: 'audit',
    who: { permission: 'audit.read' },
    perMinute: 6,
    summary: 'Look at every row and every seal of my district, as a job',
    body: Type.Object({ id: Id }),
    answer: Started,
  },
  exportAudit: {
    method: 'POST',
    url: '/api/audit/exports',
    tag: 'audit',
    who: { permission: 'audit.read' },
    confirm: true,
    perMinute: 6,
    summary: 'The rows that match as CSV, as a job; the export itself is audited',
    body: Type.Object({ id: Id, filters: Filters, reason: Type.String({ minLength: 4, maxLength: 300 }) }),
    answer: Started,
  },
});
