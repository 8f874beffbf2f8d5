import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { DistrictCode, Id, Instant, Label } from '#platform/contract';
import type { Playbook } from '#engines/case/model';
import { CodeListView, PlaybookView } from './case-schemas.ts';

const maybe = <Schema extends ReturnType<typeof Type.Unsafe>>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A day in China.' });
const PlaybookId = Type.String({ minLength: 3, maxLength: 80, pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' });
const Version = Type.Integer({ minimum: 1, maximum: 999_999_999 });
const Based = maybe(
  Type.Unsafe<{ playbook: string; version: number }>(Type.Object({ playbook: PlaybookId, version: Version })),
);

/** Whatever an administrator or a file says: the checker reads it, not the schema. */
const Draft = Type.Unsafe<Playbook>({
  type: 'object',
  description: 'A playbook as JSON; see engines/case/model/playbook.ts.',
});

export const DesignRow = Type.Object(
  {
    id: Id,
    district: DistrictCode,
    /** Id that it has when it is published. */
    playbook: Type.String(),
    name: Label,
    basedOn: Based,
    author: Type.String(),
    changedBy: Type.String(),
    changedAt: Instant,
    revision: Type.Integer(),
  },
  { $id: 'DesignRow' },
);
export type DesignRow = Static<typeof DesignRow>;

export const DesignView = Type.Object(
  { row: DesignRow, definition: PlaybookView, base: maybe(PlaybookView) },
  {
    $id: 'DesignView',
    description: 'A draft, and what it would replace in its district; null where it replaces nothing.',
  },
);
export type DesignView = Static<typeof DesignView>;

export const PublicationView = Type.Object(
  {
    district: DistrictCode,
    playbook: Type.String(),
    name: Label,
    version: Type.Integer(),
    from: Day,
    inForceAt: Instant,
    endsAt: Type.Union([Instant, Type.Null()]),
    state: Type.Union([
      Type.Literal('coming'),
      Type.Literal('in-force'),
      Type.Literal('replaced'),
      Type.Literal('withdrawn'),
    ]),
    basedOn: Based,
    changes: Type.Array(Label),
    publishedBy: Type.String(),
    publishedAt: Instant,
    withdrawnReason: Type.Union([Type.String(), Type.Null()]),
    definition: PlaybookView,
  },
  { $id: 'PublicationView' },
);
export type PublicationView = Static<typeof PublicationView>;

export const DesignProposalView = Type.Object(
  {
    id: Id,
    district: DistrictCode,
    playbook: Type.String(),
    name: Label,
    from: Day,
    basedOn: Based,
    changes: Type.Array(Label),
    proposedBy: Type.String(),
    proposedAt: Instant,
    state: Type.Union([Type.Literal('proposed'), Type.Literal('approved'), Type.Literal('refused')]),
    decidedBy: Type.Union([Type.String(), Type.Null()]),
    decidedAt: Type.Union([Instant, Type.Null()]),
    /** Why it was refused, or what was said with the approval. */
    reason: Type.Union([Type.String(), Type.Null()]),
    /** The version that it became. */
    version: Type.Union([Type.Integer(), Type.Null()]),
    /** Whether I am another person than the one who proposed it. */
    mayDecide: Type.Boolean(),
    definition: PlaybookView,
  },
  { $id: 'DesignProposalView' },
);
export type DesignProposalView = Static<typeof DesignProposalView>;

const Named = Type.Object({ id: Type.String(), name: Label });

/** What a design may refer to. */
export const DesignGround = Type.Object(
  {
    district: DistrictCode,
    roles: Type.Array(Named),
    bodyKinds: Type.Array(Named),
    /** Ids of notice templates, and of levels of territory. */
    templates: Type.Array(Type.String()),
    levels: Type.Array(Type.String()),
    /** Ids of plans of bookable times. */
    slotPlans: Type.Array(Type.String()),
    playbooks: Type.Array(PlaybookView),
    codeLists: Type.Array(CodeListView),
    /** Working hours and published years, to try deadlines with. */
    calendar: Type.Unsafe<import('#kernel/working-calendar').WorkingCalendar>({ type: 'object' }),
  },
  { $id: 'DesignGround' },
);
export type DesignGround = Static<typeof DesignGround>;

const who = { permission: 'playbook.design' } as const;
const byId = Type.Object({ id: Id });

/** Designing playbooks: drafts, and what is published from a day on. */
export const designRoutes = defineRoutes({
  getDesignGround: {
    method: 'GET',
    url: '/api/design-ground',
    tag: 'design',
    who,
    summary: 'What a playbook of my district may refer to: roles, kinds of bodies, lists, calendar',
    answer: DesignGround,
  },
  listDesigns: {
    method: 'GET',
    url: '/api/playbook-designs',
    tag: 'design',
    who,
    summary: 'Drafts of playbooks in my district',
    answer: Type.Array(DesignRow),
  },
  getDesign: {
    method: 'GET',
    url: '/api/playbook-designs/:id',
    tag: 'design',
    who,
    summary: 'One draft, whole',
    params: byId,
    answer: DesignView,
    errors: ['request.not-found'],
  },
  startDesign: {
    method: 'POST',
    url: '/api/playbook-designs',
    tag: 'design',
    who,
    maxBody: 2_000_000,
    summary: 'Begin a draft: a copy of a playbook, or the contents of a file',
    body: Type.Object({ id: Id, definition: Draft, basedOn: Based }, { additionalProperties: false }),
    answer: DesignView,
    errors: ['request.id-reused', 'design.unreadable'],
  },
  saveDesign: {
    method: 'PUT',
    url: '/api/playbook-designs/:id',
    tag: 'design',
    who,
    maxBody: 2_000_000,
    summary: 'Save a draft; refused when somebody else saved since it was read',
    params: byId,
    body: Type.Object({ revision: Type.Integer({ minimum: 1 }), definition: Draft }, { additionalProperties: false }),
    answer: DesignRow,
    errors: ['request.not-found', 'design.changed', 'design.unreadable'],
  },
  dropDesign: {
    method: 'DELETE',
    url: '/api/playbook-designs/:id',
    tag: 'design',
    who,
    summary: 'Throw a draft away; what was published stays',
    params: byId,
    errors: ['request.not-found'],
  },
  proposeDesign: {
    method: 'POST',
    url: '/api/playbook-designs/:id/proposal',
    tag: 'design',
    who,
    confirm: true,
    summary: 'Propose a draft as a new version of the district from a day on; another person decides',
    params: byId,
    body: Type.Object({ id: Id, revision: Type.Integer({ minimum: 1 }), from: Day }, { additionalProperties: false }),
    answer: DesignProposalView,
    errors: [
      'request.not-found',
      'request.id-reused',
      'design.changed',
      'design.problems',
      'design.unchanged',
      'design.day-past',
      'design.proposed-already',
    ],
  },
  listDesignProposals: {
    method: 'GET',
    url: '/api/playbook-proposals',
    tag: 'design',
    who,
    summary: 'What was proposed in my district, the undecided first, and what came of it',
    answer: Type.Array(DesignProposalView),
  },
  decideDesign: {
    method: 'POST',
    url: '/api/playbook-proposals/:id/decision',
    tag: 'design',
    who,
    confirm: true,
    summary: 'Another person publishes what was proposed, or refuses it and says why',
    params: byId,
    body: Type.Object(
      { id: Id, approve: Type.Boolean(), reason: Type.Optional(Type.String({ maxLength: 300 })) },
      { additionalProperties: false },
    ),
    answer: DesignProposalView,
    errors: [
      'request.not-found',
      'request.id-reused',
      'design.same-person',
      'design.decided',
      'design.problems',
      'design.unchanged',
      'design.versions-used',
      'field.required',
    ],
  },
  listPublications: {
    method: 'GET',
    url: '/api/playbook-publications',
    tag: 'design',
    who,
    summary: 'Versions that my district published, the latest first',
    answer: Type.Array(PublicationView),
  },
  withdrawPublication: {
    method: 'POST',
    url: '/api/playbook-publications/:playbook/:version/withdrawal',
    tag: 'design',
    who,
    confirm: true,
    summary: 'A published version takes no new matters any more; those in course finish under it',
    params: Type.Object({ playbook: PlaybookId, version: Version }),
    body: Type.Object(
      { id: Id, reason: Type.String({ minLength: 2, maxLength: 300 }) },
      { additionalProperties: false },
    ),
    answer: PublicationView,
    errors: ['request.not-found', 'request.id-reused', 'design.withdrawn'],
  },
});
