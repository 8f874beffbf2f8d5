import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant, Label, TerritoryCode } from '#platform/contract';

export const FigureView = Type.Object(
  {
    indicator: Type.String(),
    path: Type.String(),
    code: TerritoryCode,
    name: Type.String(),
    numerator: Type.Number(),
    denominator: Type.Union([Type.Number(), Type.Null()]),
    value: Type.Union([Type.Number(), Type.Null()]),
    excluded: Type.Integer(),
    /** As every screen, export and report prints it: `10.3 %`, `1,951 件`. */
    text: Label,
    /** Too few to compare: see the indicator's minimum. */
    few: Type.Boolean(),
    /** The row of what lies at the node itself and in none of the nodes below (未落到下级区域). */
    own: Type.Boolean(),
    /** Of a weighted figure: what it is made of, each with its figure, and why it has none. */
    parts: Type.Optional(
      Type.Array(
        Type.Object({
          indicator: Type.String(),
          name: Label,
          weight: Type.Number(),
          text: Label,
          missing: Type.Union([Label, Type.Null()]),
        }),
      ),
    ),
  },
  { $id: 'FigureView' },
);
export type FigureView = Static<typeof FigureView>;

export const IndicatorView = Type.Object(
  {
    id: Type.String(),
    name: Label,
    definition: Label,
    kind: Type.String(),
    unit: Type.String(),
    better: Type.String(),
    period: Type.String(),
    excluded: Type.Array(Label),
    headline: Type.Boolean({ description: 'Stands on the first page of the dashboard.' }),
    /** What it belongs to. */
    pack: Type.Object({ id: Type.String(), name: Label }),
  },
  { $id: 'IndicatorView' },
);
export type IndicatorView = Static<typeof IndicatorView>;

const Period = {
  from: Type.String({ format: 'date' }),
  to: Type.String({ format: 'date', description: 'Exclusive; days of China.' }),
};

const InDivision = {
  division: Type.Optional(
    Type.Union([Type.Literal('now'), Type.Literal('then')], {
      description: 'Under the division of territory in force (default), or each fact where it was recorded.',
    }),
  ),
};

export const indicatorRoutes = defineRoutes({
  listIndicators: {
    method: 'GET',
    url: '/api/indicators',
    tag: 'figures',
    who: { permission: 'figure.read' },
    bound: 'nothing',
    summary: 'Definitions of all figures',
    answer: Type.Array(IndicatorView),
  },
  getFigures: {
    method: 'GET',
    url: '/api/figures',
    tag: 'figures',
    who: { permission: 'figure.read' },
    summary: 'Figures at a node in a period, whole, by level, or as a trend',
    query: Type.Object({
      ids: Type.String({ maxLength: 2000, description: 'Comma between.' }),
      at: TerritoryCode,
      ...Period,
      by: Type.Optional(Type.String({ maxLength: 30, description: 'A territory level below, such as street.' })),
      trend: Type.Optional(Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month')])),
      dimension: Type.Optional(
        Type.String({ maxLength: 30, description: 'Break down by a dimension of the facts, such as category.' }),
      ),
      ...InDivision,
    }),
    answer: Type.Object({
      asOf: Instant,
      /** At the node itself, whatever it is broken down by. */
      whole: Type.Array(FigureView),
      /** A row for each node of the level `by`; without it the same as `whole`. */
      figures: Type.Array(FigureView),
      trend: Type.Array(
        Type.Object({
          indicator: Type.String(),
          start: Type.String({ format: 'date' }),
          value: Type.Union([Type.Number(), Type.Null()]),
          numerator: Type.Number(),
          denominator: Type.Union([Type.Number(), Type.Null()]),
          /** Printed as the figure itself is. */
          text: Label,
        }),
      ),
      groups: Type.Array(
        Type.Object({
          indicator: Type.String(),
          key: Type.String(),
          name: Label,
          value: Type.Union([Type.Number(), Type.Null()]),
          numerator: Type.Number(),
          denominator: Type.Union([Type.Number(), Type.Null()]),
          /** Printed as the figure itself is. */
          text: Label,
        }),
      ),
    }),
    errors: [
      'indicator.unknown',
      'territory.unknown',
      'request.not-found',
      'figure.period-empty',
      'figure.trend-too-long',
      'figure.place-ended',
    ],
  },
  openFigure: {
    method: 'GET',
    url: '/api/figures/:id/facts',
    tag: 'figures',
    who: { permission: 'figure.read' },
    bound: 'matters',
    summary: 'The facts behind a figure',
    params: Type.Object({ id: Type.String({ maxLength: 60 }) }),
    query: Type.Object({
      at: TerritoryCode,
      ...Period,
      outside: Type.Optional(
        Type.String({
          maxLength: 30,
          description: 'Only what no node of this level holds: the row “not placed below”.',
        }),
      ),
      dimension: Type.Optional(Type.String({ maxLength: 30, description: 'Only one group: with `key`.' })),
      key: Type.Optional(Type.String({ maxLength: 200, description: 'Empty: facts that do not state the dimension.' })),
      part: Type.Union([Type.Literal('numerator'), Type.Literal('denominator'), Type.Literal('excluded')]),
      ...InDivision,
      after: Type.Optional(Type.String({ maxLength: 200 })),
      size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    answer: Type.Object({
      total: Type.Integer(),
      /** Of the total: facts that now lie in somebody else’s range; they are counted and not shown. */
      elsewhere: Type.Integer(),
      rows: Type.Array(
        Type.Object({
          subject: Id,
          kind: Type.String(),
          at: Type.Union([Instant, Type.Null()]),
          cohortAt: Instant,
          path: Type.String(),
          dims: Type.Record(Type.String(), Type.String()),
          value: Type.Union([Type.Number(), Type.Null()]),
          /** What people call the subject (number and title of a matter) and its place, for those who may read it. */
          title: Type.Optional(Type.String()),
          number: Type.Optional(Type.String()),
          /** Names from street down. */
          place: Type.Optional(Type.String()),
        }),
      ),
      next: Type.Union([Type.String(), Type.Null()]),
    }),
    errors: [
      'indicator.unknown',
      'territory.unknown',
      'request.not-found',
      'figure.period-empty',
      'figure.place-ended',
      'figure.opens-to-parts',
    ],
  },
});
