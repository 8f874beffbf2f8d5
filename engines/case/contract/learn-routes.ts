import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant, Job, Label, TerritoryCode } from '#platform/contract';

const part = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });
const orNull = <Schema extends Parameters<typeof Type.Array>[0]>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Body = Type.Object({ id: Id, name: Type.String() });

export const RoutingAccuracy = Type.Object(
  {
    top1: part('How often the body that had the matter in the end was the first suggested.'),
    top3: part('How often it was among the first three.'),
  },
  { $id: 'RoutingAccuracy' },
);

export const RoutingSuggestion = Type.Object(
  {
    body: Body,
    grade: Type.Union([Type.Literal('likely'), Type.Literal('possible'), Type.Literal('hint')], {
      description: '很可能 · 可能 · 参考',
    }),
    byRule: Type.Boolean({ description: 'The rules of the playbook propose it too.' }),
    reasons: Type.Array(Label, { description: 'What weighed most; at most three.' }),
    evidence: orNull(
      Type.Object({
        text: Label,
        /** Matters that the asker may read, as a filter of the list. */
        list: Type.Object({
          category: Type.String(),
          status: Type.Literal('closed'),
          at: Type.Optional(TerritoryCode),
          body: Id,
        }),
      }),
    ),
  },
  { $id: 'RoutingSuggestion' },
);
export type RoutingSuggestion = Static<typeof RoutingSuggestion>;

export const RoutingSuggestions = Type.Object(
  {
    /** `untrained`: no model yet; `weak`: trained, but a plain table is better, so it is not used; `unlike`: nothing fits. */
    state: Type.Union([Type.Literal('ready'), Type.Literal('untrained'), Type.Literal('weak'), Type.Literal('unlike')]),
    suggestions: Type.Array(RoutingSuggestion),
    rule: orNull(Body),
    model: orNull(Type.Object({ id: Id, trainedAt: Instant, accuracy: RoutingAccuracy })),
    time: orNull(
      Type.Object({
        kind: Label,
        inStreet: Type.Boolean(),
        median: Type.Number({ description: 'Working hours that half of the matters did not exceed.' }),
        most: Type.Number({ description: 'Working hours that four of five did not exceed.' }),
        limit: orNull(Label),
      }),
    ),
  },
  { $id: 'RoutingSuggestions', description: 'Advice to whoever dispatches; the rules and the person decide.' },
);
export type RoutingSuggestions = Static<typeof RoutingSuggestions>;

const Graded = orNull(Type.Object({ shown: Type.Integer(), right: Type.Integer() }));

export const RoutingModelCard = Type.Object(
  {
    id: Id,
    trainedAt: Instant,
    state: Type.Union([Type.Literal('good'), Type.Literal('worse'), Type.Literal('few')]),
    matters: Type.Integer(),
    bodies: Type.Integer(),
    firstAt: orNull(Instant),
    lastAt: orNull(Instant),
    seconds: Type.Number(),
    holdOut: orNull(
      Type.Object({
        trained: Type.Integer(),
        tested: Type.Integer(),
        from: Instant,
        model: RoutingAccuracy,
        lookup: RoutingAccuracy,
        likely: Graded,
        possible: Graded,
      }),
    ),
    /** Of suggestions that were shown in the last ninety days and followed by a dispatch. */
    taken: Type.Object({ shown: Type.Integer(), first: Type.Integer(), anyOfThree: Type.Integer() }),
  },
  { $id: 'RoutingModelCard' },
);
export type RoutingModelCard = Static<typeof RoutingModelCard>;

export const learnRoutes = defineRoutes({
  suggestRouting: {
    method: 'GET',
    url: '/api/cases/:id/suggestions',
    tag: 'case',
    who: { permission: 'case.act' },
    bound: 'matters',
    summary: 'Which body had such matters, and how long they took: advice for a dispatch that I may make now',
    params: Type.Object({ id: Id }),
    answer: RoutingSuggestions,
    errors: ['request.not-found', 'routing.no-dispatch'],
  },
  getRoutingModel: {
    method: 'GET',
    url: '/api/routing-model',
    tag: 'case',
    who: { permission: 'routing.learn' },
    summary: 'How good the suggestions of my district are: the model in use and the latest attempts',
    answer: Type.Object({
      current: orNull(RoutingModelCard),
      latest: Type.Array(RoutingModelCard),
      few: Type.Integer({ description: 'Closed matters that are needed before anything is learnt.' }),
    }),
    errors: ['routing.no-district'],
  },
  learnRouting: {
    method: 'POST',
    url: '/api/routing-model',
    tag: 'case',
    who: { permission: 'routing.learn' },
    perMinute: 4,
    summary: 'Learn from the closed matters of my district now, as a job',
    body: Type.Object({ id: Id }),
    answer: Job,
    errors: ['routing.no-district'],
  },
});
