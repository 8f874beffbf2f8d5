import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isRefusal } from '#kernel/domain-error';
import type { Instant } from '#kernel/instant';
import { defaultCalendar } from '#kernel/working-calendar';
import { decide } from './decide.ts';
import { evolve, noCase } from './evolve.ts';
import { extendClock, nextDeadline } from './clocks.ts';
import { checkPlaybook } from './check-playbook.ts';
import type { Action, Clock } from './playbook.ts';
import {
  act,
  contextFor,
  dispatcher,
  given,
  inspector,
  repairer,
  report,
  reporter,
  type Step,
  worker,
  works,
} from './fixtures/people.ts';
import { fields, repair } from './fixtures/repair.ts';

/** `Mon 09:00` … of the week of 2 March 2026, China time. */
const at = (day: 'Mon' | 'Tue' | 'Wed' | 'Thu', time: string): Instant => {
  const date = { Mon: '02', Tue: '03', Wed: '04', Thu: '05' }[day];
  return new Date(`2026-03-${date}T${time}:00.000+08:00`).toISOString();
};
const handlingFrom = (reportedAt: Instant, category: string): Step[] => [
  [reporter, report({}, category), reportedAt],
  [worker, act('accept'), reportedAt],
  [dispatcher, act('send', { body: works }), reportedAt],
];

describe('limits', () => {
  test('the category’s own limit, with the warning at 70 %', () => {
    const clock = given([[reporter, report({}, '0101'), at('Mon', '09:00')]]).state.clocks['whole'];
    assert.equal(clock?.dueAt, at('Tue', '09:00'));
    assert.equal(clock?.warnAt, new Date(Date.parse(at('Mon', '09:00')) + 0.7 * 24 * 3_600_000).toISOString());
  });
  test('a conditional rule goes first; without a limit of the category the next rule holds', () => {
    assert.equal(
      given([[reporter, report({}, '0199'), at('Mon', '09:00')]]).state.clocks['whole']?.dueAt,
      at('Thu', '18:00'),
    );
    assert.equal(
      given([[reporter, report({}, '0102'), at('Mon', '09:00')]]).state.clocks['whole']?.dueAt,
      at('Mon', '11:00'),
    );
  });
  test('in a year without a published calendar the report is taken, and the clock says why it has no due time', () => {
    const context = { ...contextFor(reporter, at('Mon', '09:00')), calendar: defaultCalendar };
    const events = decide(repair, noCase, report({}, '0199'), context);
    assert.ok(Array.isArray(events));
    const state = (events as Parameters<typeof evolve>[1][]).reduce(evolve, noCase as ReturnType<typeof evolve>);
    assert.ok(state.status === 'open');
    const clock = state.clocks['whole'];
    assert.equal(clock?.dueAt, null);
    assert.equal(clock?.warnAt, null);
    assert.match(clock?.note?.zh ?? '', /2026/);
    assert.deepEqual(nextDeadline(state), { warnAt: null, dueAt: null });
  });
});

describe('running', () => {
  test('a clock stops when its stages are left and the next one starts', () => {
    const { state } = given([
      [reporter, report(), at('Mon', '09:00')],
      [worker, act('accept'), at('Mon', '10:00')],
      [dispatcher, act('send', { body: works }), at('Mon', '11:00')],
    ]);
    assert.equal(state.clocks['sort']?.startedAt, at('Mon', '10:00'));
    assert.equal(state.clocks['sort']?.warnAt, at('Mon', '11:00'));
    assert.equal(state.clocks['sort']?.stoppedAt, at('Mon', '11:00'));
    assert.equal(state.clocks['whole']?.stoppedAt, null);
  });
  test('a pause does not count: clock hours move on by its length', () => {
    const { state } = given([
      ...handlingFrom(at('Mon', '09:00'), '0101'),
      [repairer, act('pause'), at('Mon', '15:00')],
      [repairer, act('resume'), at('Mon', '20:00')],
    ]);
    assert.equal(state.clocks['whole']?.dueAt, at('Tue', '14:00'));
    assert.deepEqual(state.clocks['whole']?.pauses, [{ from: at('Mon', '15:00'), to: at('Mon', '20:00') }]);
  });
  test('working hours go on with what was left, in working time', () => {
    const { state } = given([
      ...handlingFrom(at('Mon', '09:00'), '0102'),
      [repairer, act('pause'), at('Mon', '10:00')],
      [repairer, act('resume'), at('Mon', '17:30')],
    ]);
    assert.equal(state.clocks['whole']?.dueAt, at('Tue', '09:30'));
  });
  test('what was overdue before a pause stays overdue', () => {
    const { state } = given([
      ...handlingFrom(at('Mon', '09:00'), '0102'),
      [repairer, act('pause'), at('Mon', '15:00')],
      [repairer, act('resume'), at('Tue', '09:00')],
    ]);
    assert.equal(state.clocks['whole']?.dueAt, at('Mon', '11:00'));
  });
});

describe('a reopened matter', () => {
  const check: Clock = {
    id: 'check',
    name: { zh: '核查时限', en: 'Time to check' },
    stages: ['checking'],
    limits: [{ limit: { amount: 4, unit: 'clock-hours' } }],
  };
  const finish = (now: Instant): Step => [repairer, act('finish', { result: '好' }), now];
  const closed: Step[] = [
    ...handlingFrom(at('Mon', '09:00'), '0101'),
    finish(at('Mon', '10:00')),
    [inspector, act('approve', { answer: '修好了' }), at('Mon', '13:00')],
  ];
  const again: Step[] = [
    ...closed,
    [reporter, act('rate', { rating: 1 }), at('Tue', '09:00')],
    [dispatcher, act('send', { body: works }), at('Tue', '10:00')],
    finish(at('Tue', '11:00')),
  ];
  test('starts every clock afresh, also one that a later stage starts', () => {
    const { state } = given(again, { ...repair, clocks: [...repair.clocks, check] });
    const { whole, check: checking } = state.clocks;
    assert.deepEqual([whole?.startedAt, whole?.dueAt], [at('Tue', '09:00'), at('Wed', '09:00')]);
    assert.deepEqual([checking?.startedAt, checking?.dueAt], [at('Tue', '11:00'), at('Tue', '15:00')]);
    assert.deepEqual(checking?.pauses, []);
  });
});

describe('timing at the closing', () => {
  const closedAt = (now: Instant) =>
    given([
      ...handlingFrom(at('Mon', '09:00'), '0101'),
      [repairer, act('finish', { result: '好' }), at('Mon', '12:00')],
      [inspector, act('approve', { answer: '修好了' }), now],
    ]).state;
  test('up to the due time it is in time, after it overtime', () => {
    const [punctual, late] = [closedAt(at('Tue', '09:00')), closedAt(at('Tue', '09:01'))];
    assert.equal(punctual.status === 'closed' && punctual.timing, 'in-time');
    assert.equal(late.status === 'closed' && late.timing, 'overtime');
  });
  test('a return to the handler goes on within the same limit', () => {
    const { state } = given([
      ...handlingFrom(at('Mon', '09:00'), '0101'),
      [repairer, act('finish', { result: '好' }), at('Mon', '12:00')],
      [inspector, act('fail', { why: '仍有异响' }), at('Mon', '13:00')],
    ]);
    assert.equal(state.clocks['whole']?.dueAt, at('Tue', '09:00'));
  });
});

test('an extension by days of the calendar adds just those days: 24:00 belongs to the day that ends there', () => {
  const clock = {
    startedAt: '2026-03-02T01:00:00.000Z',
    warnAt: '2026-03-04T16:00:00.000Z',
    dueAt: '2026-03-05T16:00:00.000Z',
    stoppedAt: null,
    limit: { amount: 3, unit: 'calendar-days' },
    pauses: [],
    note: null,
  } as const;
  const extended = extendClock(clock, { amount: 2, unit: 'calendar-days' }, defaultCalendar);
  assert.ok(!isRefusal(extended));
  assert.equal(extended.dueAt, '2026-03-07T16:00:00.000Z');
  assert.equal(extended.warnAt, '2026-03-06T16:00:00.000Z');
});

describe('a clock that steps start afresh or stop', () => {
  const name = { zh: '进展', en: 'Progress' };
  const limits = [{ limit: { amount: 4, unit: 'clock-hours' as const } }];
  const both = { assignee: true } as const;
  const note: Action = {
    id: 'note',
    name,
    from: ['handling', 'checking'],
    who: [both, { role: 'inspector' }],
    whileHeld: true,
  };
  const hold: Action = {
    id: 'hold',
    name,
    from: ['handling'],
    who: [both],
    form: [{ id: 'review', type: 'date', name, required: true }],
    does: [{ move: 'hold', review: 'review' }],
  };
  const goOn: Action = {
    id: 'go-on',
    name,
    from: ['handling'],
    who: [both],
    whileHeld: true,
    does: [{ move: 'resume' }],
  };
  const silence: Clock = { id: 'silence', name, stages: ['handling'], limits, restartedBy: ['note'] };
  const first: Clock = { id: 'first', name, stages: ['handling', 'checking'], limits, stoppedBy: ['note'] };
  const playbook = {
    ...repair,
    actions: [...repair.actions, note, hold, goOn],
    clocks: [...repair.clocks, silence, first],
  };
  const begun = handlingFrom(at('Mon', '09:00'), '0101');
  const noted = (now: Instant): Step => [repairer, act('note'), now];
  const clocksAfter = (...more: readonly Step[]) => given([...begun, ...more], playbook).state.clocks;

  test('each note counts the silence anew, late ones too; what was paused before is forgotten', () => {
    assert.equal(clocksAfter()['silence']?.dueAt, at('Mon', '13:00'));
    const once = clocksAfter(noted(at('Mon', '11:00')))['silence'];
    assert.deepEqual([once?.startedAt, once?.dueAt], [at('Mon', '11:00'), at('Mon', '15:00')]);
    const late = clocksAfter(noted(at('Mon', '11:00')), noted(at('Tue', '09:00')))['silence'];
    assert.deepEqual([late?.startedAt, late?.dueAt, late?.pauses], [at('Tue', '09:00'), at('Tue', '13:00'), []]);
  });
  test('outside its stages a note starts nothing', () => {
    const silent = clocksAfter(
      [repairer, act('finish', { result: '好' }), at('Mon', '10:00')],
      [inspector, act('note'), at('Mon', '11:00')],
    )['silence'];
    assert.deepEqual([silent?.startedAt, silent?.stoppedAt], [at('Mon', '09:00'), at('Mon', '10:00')]);
  });
  test('on hold it starts afresh and rests; the whole limit is left when the matter is taken up again', () => {
    const held: Step[] = [
      [repairer, act('hold', { review: '2026-03-05' }), at('Mon', '10:00')],
      noted(at('Mon', '12:00')),
    ];
    assert.equal(clocksAfter(...held)['silence']?.stoppedAt, at('Mon', '12:00'));
    const again = clocksAfter(...held, [repairer, act('go-on'), at('Tue', '09:00')])['silence'];
    assert.deepEqual([again?.stoppedAt, again?.dueAt], [null, at('Tue', '13:00')]);
  });
  test('the step it waits for stops it for good: neither a further stage nor the end of a hold goes on with it', () => {
    const done: Step[] = [noted(at('Mon', '10:00'))];
    assert.deepEqual(clocksAfter(...done)['first'], {
      ...clocksAfter()['first'],
      stoppedAt: at('Mon', '10:00'),
      done: true,
    });
    const later = clocksAfter(
      ...done,
      [repairer, act('finish', { result: '好' }), at('Mon', '11:00')],
      [inspector, act('fail', { why: '仍有异响' }), at('Mon', '12:00')],
    );
    assert.equal(later['first']?.stoppedAt, at('Mon', '10:00'));
    const held = clocksAfter(
      ...done,
      [repairer, act('hold', { review: '2026-03-05' }), at('Mon', '11:00')],
      [repairer, act('go-on'), at('Mon', '12:00')],
    );
    assert.equal(held['first']?.stoppedAt, at('Mon', '10:00'));
    assert.equal(held['whole']?.stoppedAt, null);
  });
  test('a clock names steps that exist, and never the same one for both', () => {
    const problems = (clock: Clock) =>
      checkPlaybook(
        { ...playbook, clocks: [...repair.clocks, clock] },
        { roles: new Set(['worker', 'dispatcher', 'inspector']), bodyKinds: new Set(['repairs']), fields },
      )
        .map(({ code, where }) => `${code} ${where}`)
        .filter((one) => one.endsWith(`clock ${clock.id}`));
    assert.deepEqual(problems(silence), []);
    assert.deepEqual(problems({ ...silence, restartedBy: ['nothing'] }), ['unknown-action clock silence']);
    assert.deepEqual(problems({ ...silence, stoppedBy: ['note'] }), ['deadline-unknown clock silence']);
  });
});
