import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '#kernel/domain-error';
import { plusMillis } from '#kernel/instant';
import { decide } from './decide.ts';
import type { CaseEvent } from './events.ts';
import { evolve, fold, noCase } from './evolve.ts';
import { explorePlaybook } from './explore-playbook.ts';
import { factsOf } from './facts.ts';
import {
  contextFor,
  dispatcher,
  inspector,
  monday,
  neighbour,
  repairer,
  report,
  reporter,
  roadman,
  roads,
  worker,
  works,
} from './fixtures/people.ts';
import { repair } from './fixtures/repair.ts';
import type { CaseState } from './state.ts';
import { availableActions } from './who-may.ts';

const actors = [worker, neighbour, dispatcher, inspector, repairer, roadman, reporter] as const;
/** One of them handles and inspects: the rule of the same person has to hold for him too. */
const both = { ...repairer, posts: [...repairer.posts, ...inspector.posts] };

const everyForm = { body: works, why: '理由', result: '结果', answer: '答复', rating: 5 };
const formOf = (action: string, more: object): Record<string, unknown> => {
  const given: Record<string, unknown> = { ...everyForm, ...more };
  const fields = repair.actions.find((one) => one.id === action)?.form ?? [];
  return Object.fromEntries(fields.map((field) => [field.id, given[field.id]]));
};

const someStep = fc.record({
  actor: fc.constantFrom(...actors, both),
  action: fc.constantFrom(...repair.actions.map((one) => one.id)),
  rating: fc.integer({ min: 1, max: 5 }),
  body: fc.constantFrom(works, roads),
  hours: fc.integer({ min: 0, max: 60 }),
});

/** A matter after any steps that anybody tried; what was refused left no trace. */
const walk = fc.array(someStep, { maxLength: 40 }).map((tried) => {
  const events: CaseEvent[] = [];
  let state: CaseState = noCase;
  let now = monday;
  const take = (decided: ReturnType<typeof decide>): void => {
    if (isRefusal(decided)) return;
    for (const event of decided) state = evolve(state, event);
    events.push(...decided);
  };
  take(decide(repair, state, report(), contextFor(reporter)));
  for (const { actor, action, hours, ...more } of tried) {
    now = plusMillis(now, hours * 3_600_000);
    take(decide(repair, state, { type: 'act', action, form: formOf(action, more) }, contextFor(actor, now)));
  }
  return { state: state as CaseState as Exclude<CaseState, { status: 'none' }>, events, now };
});

test('the state is always the fold of the history, also after it went through JSON', () => {
  fc.assert(
    fc.property(walk, ({ state, events }) => {
      assert.deepEqual(fold(events), state);
      assert.deepEqual(fold(JSON.parse(JSON.stringify(events)) as CaseEvent[]), JSON.parse(JSON.stringify(state)));
      assert.equal(state.version, events.length);
    }),
  );
});

test('security 25: what is offered is exactly what is accepted', () => {
  fc.assert(
    fc.property(walk, ({ state, now }) => {
      for (const actor of [...actors, both]) {
        const offered = availableActions(repair, state, actor).map((action) => action.id);
        const accepted = repair.actions
          .filter(({ id }) => {
            const command = { type: 'act', action: id, form: formOf(id, {}) } as const;
            return !isRefusal(decide(repair, state, command, contextFor(actor, now)));
          })
          .map((action) => action.id);
        assert.deepEqual(offered, accepted);
      }
    }),
  );
});

test('a closed matter has an answer, was verified by another, and one closing fact for each round', () => {
  fc.assert(
    fc.property(walk, ({ state, events }) => {
      if (state.status === 'closed') assert.ok(state.answer);
      let before: CaseState = noCase;
      const kinds: string[] = [];
      for (const event of events) {
        const after = evolve(before, event);
        kinds.push(...factsOf(event, before, after).map((fact) => fact.kind));
        before = after;
      }
      const count = (kind: string) => kinds.filter((one) => one === kind).length;
      assert.equal(count('case.reported'), 1);
      assert.equal(count('case.finished'), state.status === 'closed' ? state.round : state.round - 1);
      assert.equal(count('case.reopened'), state.round - 1);
      const finishers = new Set<string | null>();
      for (const { action, person } of state.taken) {
        if (action === 'finish') finishers.add(person);
        if (action === 'approve' || action === 'fail') assert.ok(!finishers.has(person));
      }
    }),
  );
});

test('every situation that a walk reaches was explored', () => {
  const known = new Set(
    explorePlaybook(repair).situations.map(({ stage, answered, assigned }) => `${stage} ${answered} ${assigned}`),
  );
  fc.assert(
    fc.property(walk, ({ state }) => {
      assert.ok(known.has(`${state.stage} ${state.answer !== null} ${state.assignee !== null}`));
    }),
  );
});
