import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isRefusal } from '#kernel/domain-error';
import type { Fact } from '#kernel/fact';
import { plusMillis } from '#kernel/instant';
import type { CaseCommand } from './command.ts';
import { evolve, noCase } from './evolve.ts';
import { appointmentFacts, factsOf } from './facts.ts';
import {
  act,
  given,
  id,
  inspector,
  monday,
  repairer,
  reporter,
  roadman,
  roads,
  type Step,
  steps,
  when,
  works,
} from './fixtures/people.ts';
import type { CaseState } from './state.ts';

const later = (hours: number) => plusMillis(monday, hours * 3_600_000);

/** The facts of the last step. */
const factsAfter = (taken: readonly Step[], ...[actor, command, now]: Step): readonly Fact[] => {
  const { state } = given(taken);
  const events = when({ state }, actor, command, now);
  if (isRefusal(events)) throw events;
  return events.flatMap((event) => factsOf(event, state, evolve(state, event)));
};
const approve = act('approve', { answer: '修好了' });

describe('facts', () => {
  test('of a report: where, what, by which door; the cohort is the report itself', () => {
    const { events } = given(steps.reported);
    const [fact, ...more] = events.flatMap((event) => factsOf(event, noCase, evolve(noCase, event)));
    assert.deepEqual(more, []);
    assert.deepEqual(fact, {
      kind: 'case.reported',
      at: monday,
      cohortAt: monday,
      path: '99.01.01.001.001.g01.',
      subject: id(1),
      dims: { playbook: 'test.repair', category: '0101', class: '01', channel: 'qr', body: 'none' },
      value: 1,
    });
  });

  test('of a booked time: whether somebody came; a mistake that is mended adds up to what is right', () => {
    const { state } = given(steps.reported);
    const booked = { plan: 'test.visit', place: 'p1', start: later(24) };
    const first = appointmentFacts(state, booked, 'booked', 'missed');
    const mended = appointmentFacts(state, booked, 'missed', 'kept');
    assert.deepEqual(appointmentFacts(state, booked, 'kept', 'kept'), []);
    const sum = (came?: string): number =>
      [...first, ...mended]
        .filter((fact) => came === undefined || fact.dims['came'] === came)
        .reduce((all, fact) => all + (fact.value ?? 0), 0);
    assert.deepEqual([sum(), sum('yes'), sum('no')], [1, 1, 0]);
    assert.ok([...first, ...mended].every((fact) => fact.at === later(24) && fact.cohortAt === monday));
  });

  test('of a closing: hours, timing, outcome, whether the first dispatch was right', () => {
    const facts = factsAfter(steps.checking, inspector, approve, later(36));
    const finished = facts.find((fact) => fact.kind === 'case.finished');
    assert.equal(finished?.value, 36);
    assert.equal(finished?.at, later(36));
    assert.equal(finished?.cohortAt, monday);
    assert.deepEqual(finished?.dims, {
      playbook: 'test.repair',
      category: '0101',
      class: '01',
      channel: 'qr',
      body: works,
      round: '1',
      timing: 'overtime',
      outcome: 'resolved',
      valid: 'yes',
      firstDispatchRight: 'yes',
    });
  });

  test('a matter that was passed on was not dispatched right', () => {
    const way: Step[] = [
      ...steps.handling,
      [repairer, act('pass', { body: roads, why: '路面归道路队' })],
      [roadman, act('finish', { result: '好' })],
    ];
    const finished = factsAfter(way, inspector, approve).find((fact) => fact.kind === 'case.finished');
    assert.equal(finished?.dims['firstDispatchRight'], 'no');
    assert.equal(finished?.dims['body'], roads);
  });

  test('a declined matter was not valid, and never dispatched', () => {
    const { state } = given(steps.sorting);
    const way = given(steps.sorting);
    assert.equal(state.stage, 'sorting');
    const facts = factsAfter(
      steps.sorting,
      { ...inspector, posts: [{ id: id(200), role: 'dispatcher', body: id(100), scope: '99.' }] },
      act('decline', { why: '不在本区' }),
    );
    assert.ok(way);
    assert.equal(facts[0]?.dims['valid'], 'no');
    assert.equal(facts[0]?.dims['outcome'], 'declined');
    assert.equal(facts[0]?.dims['firstDispatchRight'], 'none');
  });

  test('a dissatisfied rating is rated and reopened, a satisfied one only rated', () => {
    const kinds = (rating: number) =>
      factsAfter(steps.closed, reporter, act('rate', { rating })).map((fact) => [
        fact.kind,
        fact.dims['satisfied'],
        fact.value,
      ]);
    assert.deepEqual(kinds(1), [
      ['case.rated', 'no', 1],
      ['case.reopened', undefined, 1],
    ]);
    assert.deepEqual(kinds(3), [['case.rated', 'yes', 3]]);
  });

  test('of an imported matter: times that the file does not know stay null', () => {
    const past: CaseCommand = {
      type: 'import',
      id: id(9),
      imported: { source: 'sheet', externalId: '17' },
      reportedAt: monday,
      category: '0101',
      title: '电梯',
      place: { path: '44.03.10.', point: null, text: '' },
      values: {},
      channel: 'file',
      stage: 'closed',
      assignee: { body: works, name: '维修队' },
      answer: null,
      rating: null,
      closedAt: null,
      outcome: 'resolved',
      timing: 'unknown',
    };
    const { events } = given([[reporter, past]]);
    const before: CaseState = noCase;
    const facts = events.flatMap((event) => factsOf(event, before, evolve(before, event)));
    assert.deepEqual(
      facts.map((fact) => [fact.kind, fact.at, fact.cohortAt, fact.value]),
      [
        ['case.reported', monday, monday, 1],
        ['case.dispatched', null, monday, 1],
        ['case.finished', null, monday, null],
      ],
    );
    assert.equal(facts[2]?.dims['timing'], 'unknown');
  });
});
