import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isRefusal } from '#kernel/domain-error';
import { plusMillis } from '#kernel/instant';
import { decide } from './decide.ts';
import { evolve, noCase } from './evolve.ts';
import {
  act,
  codeOf,
  contextFor,
  dispatcher,
  given,
  id,
  inspector,
  monday,
  neighbour,
  repairer,
  report,
  reporter,
  roadman,
  roads,
  staff,
  steps,
  when,
  worker,
  works,
} from './fixtures/people.ts';
import { repair } from './fixtures/repair.ts';

const hour = 3_600_000;
const later = (hours: number) => plusMillis(monday, hours * hour);
const reported = (values = {}, category?: string) =>
  decide(repair, noCase, report(values, category), contextFor(reporter));

describe('a report', () => {
  test('opens a matter in its first stage, with number, title and clocks', () => {
    const { state } = given(steps.reported);
    assert.equal(state.status, 'open');
    assert.equal(state.stage, 'received');
    assert.equal(state.title, '电梯：3 号楼');
    assert.equal(state.categoryClass, '01');
    assert.match(state.number, /^260302-\d{5}-\d{5}$/);
    assert.deepEqual(Object.keys(state.clocks), ['whole']);
  });
  test('needs a category of the finest level', () => {
    assert.equal(codeOf(reported({}, '01')), 'case.category-unknown');
    assert.equal(codeOf(reported({}, '77')), 'case.category-unknown');
  });
  test('needs a right form: unknown names are refused', () => {
    assert.equal(codeOf(reported({ stage: 'closed' })), 'field.unknown');
  });
  test('comes through one of the doors of the playbook', () => {
    const system = { ...report(), reporter: { kind: 'system', person: null, enteredBy: null } } as const;
    assert.equal(
      codeOf(decide(repair, noCase, system as ReturnType<typeof report>, contextFor(reporter))),
      'case.reporter-refused',
    );
  });
  test('keeps personal values out of the history', () => {
    const events = reported({ words: '卡在六楼', contact: '13800005678' });
    assert.ok(!isRefusal(events));
    assert.ok(!JSON.stringify(events).includes('13800005678'));
    assert.ok(JSON.stringify(events).includes('卡在六楼'));
  });
});

describe('who may act', () => {
  test('the post of the role whose range holds the place', () => {
    assert.equal(codeOf(when(given(steps.reported), worker, act('accept'))), 'accepted');
    assert.equal(codeOf(when(given(steps.reported), neighbour, act('accept'))), 'action.not-yours');
    assert.equal(codeOf(when(given(steps.reported), dispatcher, act('accept'))), 'action.not-yours');
  });
  test('the assigned body, and no other', () => {
    const told = given(steps.handling);
    assert.equal(codeOf(when(told, repairer, act('finish', { result: '好' }))), 'accepted');
    assert.equal(codeOf(when(told, roadman, act('finish', { result: '好' }))), 'action.not-yours');
  });
  test('whoever asked rates, nobody else', () => {
    const told = given(steps.closed);
    assert.equal(codeOf(when(told, reporter, act('rate', { rating: 5 }))), 'accepted');
    assert.equal(codeOf(when(told, inspector, act('rate', { rating: 5 }))), 'action.not-yours');
    const other = { kind: 'reporter', person: id(55) } as const;
    assert.equal(codeOf(when(told, other, act('rate', { rating: 5 }))), 'action.not-yours');
  });
  test('the system takes no step of people', () => {
    const system = { kind: 'system', name: 'clock' } as const;
    assert.equal(codeOf(when(given(steps.reported), system, act('accept'))), 'action.not-yours');
  });
});

describe('stages', () => {
  test('an action of another stage is refused, an unknown one too', () => {
    assert.equal(codeOf(when(given(steps.reported), dispatcher, act('send', { body: works }))), 'action.not-now');
    assert.equal(codeOf(when(given(steps.reported), worker, act('fly'))), 'action.unknown');
  });
  test('nothing happens to a matter that was never reported', () => {
    assert.equal(codeOf(when({ state: noCase }, worker, act('accept'))), 'request.not-found');
  });
  test('a matter is reported once', () => {
    assert.equal(codeOf(when(given(steps.reported), reporter, report())), 'request.id-reused');
  });
});

describe('handled is not closed', () => {
  test('whoever handled may not verify, even as an inspector', () => {
    const both = {
      ...repairer,
      posts: [...repairer.posts, { id: id(201), role: 'inspector', body: id(100), scope: '99.' }],
    };
    const told = given([...steps.handling, [both, act('finish', { result: '好' })]]);
    assert.equal(codeOf(when(told, both, act('approve', { answer: '好了' }))), 'action.same-person');
    assert.equal(codeOf(when(told, both, act('fail', { why: '不行' }))), 'action.same-person');
    assert.equal(codeOf(when(told, inspector, act('approve', { answer: '好了' }))), 'accepted');
  });
  test('a closing carries the public answer', () => {
    assert.equal(codeOf(when(given(steps.checking), inspector, act('approve'))), 'field.required');
    assert.equal(given(steps.closed).state.answer, '电梯已修好。');
  });
  test('an action that would end without any answer is refused', () => {
    const silent = structuredClone(repair);
    const approve = silent.actions.find((one) => one.id === 'approve');
    assert.ok(approve);
    Object.assign(approve, { answers: undefined });
    const { state } = given(steps.checking);
    const decided = decide(silent, state, act('approve', { answer: '好' }), contextFor(inspector));
    assert.equal(codeOf(decided), 'case.answer-missing');
  });
});

describe('passing on', () => {
  const pass = (body: string) => act('pass', { body, why: '不属我单位职责' });
  test('needs a reason and a body that exists', () => {
    const told = given(steps.handling);
    assert.equal(codeOf(when(told, repairer, act('pass', { body: roads }))), 'field.required');
    assert.equal(codeOf(when(told, repairer, pass(id(150)))), 'organisation.unknown');
  });
  test('twice at most, then it is used up', () => {
    const told = given([...steps.handling, [repairer, pass(roads)], [roadman, pass(works)]]);
    assert.equal(told.state.assignee?.name, '维修队');
    assert.equal(codeOf(when(told, repairer, pass(roads))), 'action.used-up');
  });
});

describe('rating', () => {
  const rate = (rating: number) => when(given(steps.closed), reporter, act('rate', { rating }), later(30));
  test('a dissatisfied one reopens, with fresh clocks, a new round, and no answer yet', () => {
    const decided = rate(2);
    assert.ok(!isRefusal(decided));
    const after = decided.reduce(evolve, given(steps.closed).state as ReturnType<typeof evolve>);
    assert.ok(after.status === 'open');
    assert.equal(after.stage, 'sorting');
    assert.equal(after.round, 2);
    assert.equal(after.answer, null);
    assert.equal(after.clocks['whole']?.startedAt, later(30));
  });
  test('a satisfied one leaves it closed as it was', () => {
    const decided = rate(5);
    assert.ok(!isRefusal(decided));
    const after = decided.reduce(evolve, given(steps.closed).state as ReturnType<typeof evolve>);
    assert.ok(after.status === 'closed');
    assert.equal(after.closedAt, monday);
    assert.equal(after.rating, 5);
  });
  test('three, six and nothing: only 1 to 5 are ratings', () => {
    assert.equal(codeOf(rate(6)), 'field.invalid');
  });
});

describe('several who noticed the same', () => {
  test('“me too” counts on an open matter, not on a closed one', () => {
    const told = given([...steps.reported, [reporter, { type: 'me-too' }], [reporter, { type: 'me-too' }]]);
    assert.equal(told.state.meToo, 2);
    assert.equal(codeOf(when(given(steps.closed), reporter, { type: 'me-too' })), 'case.closed');
  });
  test('a matter is linked to the first of its kind, and unlinked', () => {
    const chain = { id: id(2), duplicateOf: id(3) };
    const told = given([...steps.reported, [dispatcher, { type: 'link', of: chain }]]);
    assert.equal(told.state.duplicateOf, id(3));
    const undone = given([
      ...steps.reported,
      [dispatcher, { type: 'link', of: chain }],
      [dispatcher, { type: 'link', of: null }],
    ]);
    assert.equal(undone.state.duplicateOf, null);
  });
  test('not to itself, nor in a circle, nor by a stranger', () => {
    const told = given(steps.reported);
    const link = (of: { id: string; duplicateOf: string | null }) => ({ type: 'link', of }) as const;
    assert.equal(codeOf(when(told, dispatcher, link({ id: id(1), duplicateOf: null }))), 'case.duplicate-of-itself');
    assert.equal(codeOf(when(told, dispatcher, link({ id: id(2), duplicateOf: id(1) }))), 'case.duplicate-of-itself');
    const stranger = staff('外人', 'worker', '99.01.02.');
    assert.equal(codeOf(when(told, stranger, link({ id: id(2), duplicateOf: null }))), 'permission.denied');
  });
});

describe('past matters', () => {
  const past = {
    type: 'import',
    id: id(9),
    imported: { source: 'sheet', externalId: '17' },
    reportedAt: '2018-07-04T09:24:41.000Z',
    category: '01',
    title: '设施',
    place: { path: '44.03.10.', point: null, text: '' },
    values: {},
    channel: 'file',
    stage: 'closed',
    assignee: { body: works, name: '维修队' },
    answer: null,
    rating: null,
    closedAt: null,
    outcome: 'resolved',
    timing: 'overtime',
  } as const;
  test('come in as one event, with what the file knows and no invented time', () => {
    const { state, events } = given([[reporter, past]]);
    assert.equal(events.length, 1);
    assert.ok(state.status === 'closed');
    assert.equal(state.closedAt, null);
    assert.equal(state.timing, 'overtime');
    assert.deepEqual(state.clocks, {});
  });
  test('may have a class only, but not an unknown stage', () => {
    assert.equal(codeOf(when({ state: noCase }, reporter, { ...past, stage: 'nowhere' })), 'action.unknown');
  });
});
