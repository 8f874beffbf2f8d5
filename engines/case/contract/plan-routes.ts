import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant, Label, TerritoryCode } from '#platform/contract';
import { CaseRow } from './case-schemas.ts';

const Day = Type.String({ format: 'date', description: 'Day in China, `2026-11-22`.' });
const DayOfYear = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });
const numbers = (most: number) =>
  Type.Array(Type.Integer({ minimum: 1, maximum: most }), { minItems: 1, maxItems: most, uniqueItems: true });

export const RhythmSchema = Type.Union([
  Type.Object({ unit: Type.Literal('day') }),
  Type.Object({ unit: Type.Literal('week'), on: numbers(7) }),
  Type.Object({ unit: Type.Literal('month'), on: numbers(31) }),
  Type.Object({
    unit: Type.Literal('quarter'),
    month: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)]),
    day: Type.Integer({ minimum: 1, maximum: 31 }),
  }),
  Type.Object({ unit: Type.Literal('year'), on: Type.Array(DayOfYear, { minItems: 1, maxItems: 31 }) }),
]);

/** A district's own plan, as it is made and changed. */
export const OwnPlan = Type.Object({
  name: Type.String({ minLength: 2, maxLength: 40 }),
  summary: Type.String({ maxLength: 200 }),
  playbook: Type.String({ maxLength: 60 }),
  category: Type.String({ maxLength: 40 }),
  level: Type.String({ maxLength: 20 }),
  every: RhythmSchema,
  opensAt: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
  workingDays: Type.Optional(Type.Literal(true)),
  season: Type.Optional(Type.Object({ from: DayOfYear, to: DayOfYear })),
});

const Where = Type.Union([Type.Array(TerritoryCode, { minItems: 1, maxItems: 2000 }), Type.Null()], {
  description: 'Codes of places of its level; null: all of them.',
});

export type PlanView = Static<typeof PlanView>;
export const PlanView = Type.Object({
  id: Type.String(),
  name: Label,
  summary: Label,
  playbook: Type.Object({ id: Type.String(), name: Label }),
  category: Type.Object({ code: Type.String(), name: Label }),
  level: Type.String(),
  every: RhythmSchema,
  opensAt: Type.String(),
  workingDays: Type.Boolean(),
  season: Type.Union([Type.Object({ from: DayOfYear, to: DayOfYear }), Type.Null()]),
  on: Type.Boolean(),
  /** Made by the district, not by a pack. */
  own: Type.Boolean(),
  places: Where,
  /** The next days on which matters are opened; none while it is off. */
  nextDays: Type.Array(Day),
  /** The last day on which it opened matters: how many, and at how many places that failed. */
  last: Type.Union([Type.Object({ day: Day, opened: Type.Integer(), missed: Type.Integer() }), Type.Null()]),
});

export const planRoutes = defineRoutes({
  listPlans: {
    method: 'GET',
    url: '/api/plans',
    tag: 'case',
    who: { permission: 'case.read' },
    summary: 'Plans: matters that come round, and when they next do',
    answer: Type.Array(PlanView),
  },
  switchPlan: {
    method: 'POST',
    url: '/api/plans/:plan/switch',
    tag: 'case',
    who: { permission: 'plan.manage' },
    summary: 'Switch a plan on or off, for all its places or for some',
    params: Type.Object({ plan: Type.String({ maxLength: 80 }) }),
    body: Type.Object({ id: Id, on: Type.Boolean(), places: Where }),
    answer: PlanView,
    errors: ['plan.unknown'],
  },
  savePlan: {
    method: 'PUT',
    url: '/api/plans/:plan',
    tag: 'case',
    who: { permission: 'plan.manage' },
    summary: 'Make or change a plan of the district’s own',
    params: Type.Object({ plan: Type.String({ pattern: '^own\\.[a-z0-9-]{1,40}$' }) }),
    body: Type.Object({
      id: Id,
      plan: OwnPlan,
      /** As it stands unless told; a new one is off, and at all places of its level. */
      on: Type.Optional(Type.Boolean()),
      places: Type.Optional(Where),
    }),
    answer: PlanView,
    errors: ['plan.wrong'],
  },
  previewPlan: {
    method: 'POST',
    url: '/api/plans/preview',
    tag: 'case',
    who: { permission: 'plan.manage' },
    summary: 'When a plan would open matters and at how many places; nothing is saved',
    body: Type.Object({ plan: OwnPlan, places: Type.Optional(Where) }),
    answer: Type.Object({
      /** The next days on which it is due; fewer than asked when it seldom is. */
      days: Type.Array(Day),
      places: Type.Integer(),
      faults: Type.Array(Type.Object({ field: Type.String(), problem: Label })),
    }),
  },
  getPlanGround: {
    method: 'GET',
    url: '/api/plan-ground',
    tag: 'case',
    who: { permission: 'plan.manage' },
    summary: 'What a plan may open: playbooks that the system may open by itself, with their categories',
    answer: Type.Object({
      playbooks: Type.Array(
        Type.Object({
          id: Type.String(),
          name: Label,
          summary: Label,
          /** Who has a new one. */
          owner: Label,
          categories: Type.Array(Type.Object({ code: Type.String(), name: Label })),
        }),
      ),
      levels: Type.Array(Type.String()),
    }),
  },
  seeRoute: {
    method: 'POST',
    url: '/api/cases/route',
    tag: 'case',
    who: { permission: 'case.read' },
    bound: 'matters',
    summary: 'What waits for me today, in the order of a short way',
    body: Type.Object({
      /** Where I am, WGS-84; not kept. */
      point: Type.Optional(
        Type.Object({
          lng: Type.Number({ minimum: -180, maximum: 180 }),
          lat: Type.Number({ minimum: -90, maximum: 90 }),
        }),
      ),
    }),
    answer: Type.Object({
      stops: Type.Array(
        Type.Object({
          matter: CaseRow,
          /** Metres from the stop before; null where one of the two has no point. */
          metres: Type.Union([Type.Integer(), Type.Null()]),
          /** Overdue, or due before noon. */
          first: Type.Boolean(),
        }),
      ),
      metres: Type.Integer(),
      /** More wait than one day’s way holds. */
      more: Type.Integer(),
    }),
  },
  seeCalendar: {
    method: 'GET',
    url: '/api/cases/calendar',
    tag: 'case',
    who: { permission: 'case.read' },
    bound: 'matters',
    summary: 'What is due for me day by day, and which plans open matters',
    query: Type.Object({ from: Day, to: Day }),
    answer: Type.Array(
      Type.Object({
        day: Day,
        due: Type.Array(
          Type.Object({ id: Id, number: Type.String(), title: Type.String(), at: Instant, over: Type.Boolean() }),
        ),
        plans: Type.Array(Type.Object({ id: Type.String(), name: Label, opensAt: Type.String() })),
      }),
    ),
  },
});
