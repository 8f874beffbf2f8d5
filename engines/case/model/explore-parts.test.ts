import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { supervision } from './blocks/supervising.ts';
import { checkWays, checkWholeWays } from './check-ways.ts';
import { sliceOf, wholeOf } from './explore-parts.ts';
import { explorePlaybook } from './explore-playbook.ts';
import { repair } from './fixtures/repair.ts';
import type { Action, Move, Owner, Playbook, Stage } from './playbook.ts';

const name = { zh: '一', en: 'One' };
const stageIds = ['a', 'b', 'c', 'd'] as const;
const owners: readonly Owner[] = [{ role: 'r' }, { role: 's' }, { assignee: true }, { task: true }];

const someMove: fc.Arbitrary<Move> = fc.constantFrom<Move[]>(
  { move: 'hold', review: 'day' },
  { move: 'resume' },
  { move: 'card', level: 'notice', words: 'words' },
  { move: 'card', level: 'red', words: 'words' },
  { move: 'lift-card' },
  { move: 'answer-card', words: 'words' },
  { move: 'give-tasks', name },
  { move: 'give-tasks', from: 'bodies' },
  { move: 'take-task' },
  { move: 'finish-task' },
  { move: 'refuse-task', reason: 'words' },
  { move: 'rate-task', rating: 'rating' },
);

const someWhen = fc.constantFrom(
  'matter.card != "none"',
  'matter.card = "none"',
  'matter.card = "red"',
  'matter.held',
  'not(matter.held)',
  'matter.hops < 2',
  'matter.tasks.open = 0',
  'matter.tasks.open > 0',
  'matter.tasks.done > 1',
  'matter.tasks.all > 0 and matter.card != "none"',
  'matter.tasks.rated > 0',
  'times < 1',
  'times > 0',
  'matter.round > 1',
  'data.x = 1',
);

const fields: Action['form'] = [
  { id: 'answer', type: 'text', name, required: true },
  { id: 'perhaps', type: 'text', name },
  { id: 'body', type: 'body', name, required: true },
  { id: 'bodies', type: 'bodies', name },
];

const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

const someAction = fc.record({
  from: fc.subarray([...stageIds], { minLength: 1 }),
  to: optional(
    fc.oneof(
      fc.constantFrom(...stageIds, 'end' as const),
      fc.constantFrom(...stageIds, 'end' as const).map((to) => [{ when: 'form.perhaps = "x"', to }, { to: 'b' }]),
    ),
  ),
  reopens: fc.boolean(),
  when: fc.option(someWhen, { nil: undefined, freq: 2 }),
  does: fc.oneof(fc.constant([]), fc.array(someMove, { maxLength: 2 })),
  who: fc.oneof(
    { weight: 3, arbitrary: fc.constant(owners.slice(0, 2)) },
    { weight: 1, arbitrary: fc.subarray([...owners], { minLength: 1 }) },
  ),
  whileHeld: fc.boolean(),
  dropsTasks: fc.boolean(),
  atMost: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined, freq: 1 }),
  counts: optional(fc.constantFrom('transfer' as const, 'dispatch' as const)),
  answers: optional(fc.constantFrom('answer', 'perhaps')),
  assigns: fc.boolean(),
});

const somePlaybook: fc.Arbitrary<Playbook> = fc
  .record({
    owners: fc.tuple(...stageIds.map(() => fc.constantFrom(...owners, ...owners.slice(0, 2)))),
    actions: fc.array(someAction, { minLength: 3, maxLength: 7 }),
  })
  .map(({ owners: of, actions }) => ({
    ...repair,
    start: 'a',
    stages: [
      ...stageIds.map((id, at): Stage => ({ id, name, shown: name, owner: of[at] as Owner })),
      { id: 'end', name, shown: name, ends: true as const },
    ],
    actions: actions.map(
      (
        { from, to, reopens, when, does, who, whileHeld, dropsTasks, atMost, counts, answers, assigns },
        at,
      ): Action => ({
        id: `do${at}`,
        name,
        from: reopens ? [...from, 'end'] : from,
        who,
        does,
        form: fields,
        ...(to !== undefined && { to }),
        ...(when !== undefined && { when }),
        ...(whileHeld && { whileHeld }),
        ...(dropsTasks && { dropsTasks }),
        ...(atMost !== undefined && { atMost }),
        ...(counts !== undefined && { counts }),
        ...(answers !== undefined && { answers }),
        ...(assigns && { assigns: 'body' }),
      }),
    ),
    clocks: [],
    routing: [],
  }));

const said = (found: ReturnType<typeof checkWays>): readonly string[] =>
  found.map(({ code, where }) => `${code} ${where}`).sort();

describe('a playbook is walked through by what its dead ends depend on', () => {
  test('the slice finds the problems of the whole, and no others', () => {
    let problems = 0;
    let smaller = 0;
    fc.assert(
      fc.property(somePlaybook, (playbook) => {
        const whole = said(checkWholeWays(playbook));
        assert.deepEqual(said(checkWays(playbook)), whole);
        problems += whole.length;
        const few = explorePlaybook(playbook).situations.length;
        const all = explorePlaybook(playbook, wholeOf(playbook)).situations.length;
        assert.ok(few <= all);
        if (few < all) smaller += 1;
      }),
      { numRuns: 300 },
    );
    assert.ok(problems > 300 && smaller > 40, `${problems} problems, ${smaller} with a smaller slice`);
  });

  test('a card that decides nothing is left out; its answer is still looked for', () => {
    const open = ['received', 'handling'];
    const supervised: Playbook = {
      ...repair,
      actions: [...repair.actions, ...supervision({ from: open, who: [{ role: 'dispatcher' }] })],
    };
    const { kept, apart } = sliceOf(supervised);
    assert.ok(!kept.has('card'));
    assert.deepEqual([...apart].map(({ id }) => id).sort(), ['answer-card', 'lift-card']);
    assert.equal(explorePlaybook(supervised).situations.length, explorePlaybook(repair).situations.length);
    assert.deepEqual(checkWays(supervised), []);
    const giving = supervised.actions.filter(({ id }) => !['card-notice', 'card-yellow', 'card-red'].includes(id));
    assert.deepEqual(said(checkWays({ ...supervised, actions: giving })), [
      'action-never-possible action answer-card',
      'action-never-possible action lift-card',
    ]);
  });

  test('a card that decides where a matter goes is walked', () => {
    const asked = repair.actions.map(
      (action): Action => (action.id === 'finish' ? { ...action, when: 'matter.card = "none"' } : action),
    );
    assert.ok(sliceOf({ ...repair, actions: asked }).kept.has('card'));
  });
});
