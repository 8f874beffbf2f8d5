import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant, Label } from '#platform/contract';

const EffectState = Type.Union([
  Type.Literal('failed', { description: 'It was refused, or tried so often that it is tried no more.' }),
  Type.Literal('retrying', { description: 'It will be tried again by itself.' }),
  Type.Literal('given-up', { description: 'Somebody decided that it need not be done any more.' }),
]);

export type FailedEffect = Static<typeof FailedEffect>;
export const FailedEffect = Type.Object(
  {
    id: Id,
    state: EffectState,
    what: Label,
    why: Label,
    /** What the program said, where nobody foresaw it. */
    technical: Type.Union([Type.String(), Type.Null()]),
    /** `id` and `title` for whoever may read the matter; no number of one whose label is above internal. */
    case: Type.Object({
      id: Type.Union([Id, Type.Null()]),
      number: Type.Union([Type.String(), Type.Null()]),
      title: Type.Union([Type.String(), Type.Null()]),
    }),
    attempts: Type.Integer(),
    since: Instant,
    nextAt: Type.Union([Instant, Type.Null()]),
    givenUp: Type.Union([
      Type.Object({ at: Instant, by: Type.Union([Type.String(), Type.Null()]), reason: Type.String() }),
      Type.Null(),
    ]),
  },
  { $id: 'FailedEffect', description: 'What should have followed from a step of a matter and did not.' },
);

const Counts = Type.Object({ failed: Type.Integer(), retrying: Type.Integer(), givenUp: Type.Integer() });
const byId = Type.Object({ id: Id });

/** What should have followed from steps and did not, for whoever mends it. */
export const effectRoutes = defineRoutes({
  listFailedEffects: {
    method: 'GET',
    url: '/api/effects',
    tag: 'case',
    who: { permission: 'effect.mend' },
    summary: 'What should have followed from steps and did not, the oldest first, up to 200',
    query: Type.Object({ state: Type.Optional(EffectState) }),
    answer: Type.Object({ rows: Type.Array(FailedEffect), counts: Counts }),
  },
  countFailedEffects: {
    method: 'GET',
    url: '/api/effects/count',
    tag: 'case',
    who: { permission: 'effect.mend' },
    summary: 'How much that should have followed from steps waits for somebody to mend it',
    answer: Counts,
  },
  retryEffect: {
    method: 'POST',
    url: '/api/effects/:id/retry',
    tag: 'case',
    who: { permission: 'effect.mend' },
    summary: 'Try again what should have followed from a step; it is run at once',
    params: byId,
    body: Type.Object({ id: Id }),
    errors: ['request.not-found', 'effect.settled', 'request.id-reused'],
  },
  giveUpEffect: {
    method: 'POST',
    url: '/api/effects/:id/give-up',
    tag: 'case',
    who: { permission: 'effect.mend' },
    summary: 'Leave undone what should have followed from a step, with a reason',
    params: byId,
    body: Type.Object({ id: Id, reason: Type.String({ minLength: 4, maxLength: 200, pattern: '\\S' }) }),
    errors: ['request.not-found', 'effect.settled', 'request.id-reused'],
  },
});
