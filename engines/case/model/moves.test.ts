import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isRefusal } from '#kernel/domain-error';
import type { Actor, CaseCommand, CaseEvent, CaseState, Handler, OpenCase } from '#engines/case/model';
import { checkPlaybook, decide, desksOf, evolve, fold, GRANT, grantChanges, noCase, REFUSE } from '#engines/case/model';
import { factsOf } from './facts.ts';
import {
  act,
  contextFor,
  dispatcher,
  id,
  monday,
  repairer,
  report,
  reporter,
  roadman,
  roads,
  staff,
  works as crew,
} from './fixtures/people.ts';
import { calendar, fields } from './fixtures/repair.ts';
import { works } from './fixtures/works.ts';

const manager = staff('区管', 'manager', '99.01.01.');
const system: Actor = { kind: 'system', name: '系统' };
const hour = 3_600_000;
const at = (hours: number): string => new Date(Date.parse(monday) + hours * hour).toISOString();

/** A matter in the hands of the repairers, and what people do to it next. */
const matter = (more: { readonly handler?: Handler } = {}) => {
  let state: CaseState = noCase;
  const events: CaseEvent[] = [];
  const facts: string[] = [];
  const try_ = (actor: Actor, command: CaseCommand, now = monday): string => {
    const context = { ...contextFor(actor, now), ...(more.handler && { handlerAt: () => more.handler }) };
    const decided = decide(works, state, command, context);
    if (isRefusal(decided)) return decided.code;
    for (const event of decided) {
      const after = evolve(state, event);
      facts.push(...factsOf(event, state, after).map((fact) => fact.kind));
      state = after;
      events.push(event);
    }
    assert.deepEqual(fold(events), state, 'the state is the fold of its history');
    return 'done';
  };
  const ok = (...step: Parameters<typeof try_>): void => assert.equal(try_(...step), 'done');
  ok(reporter, report({ words: '电梯坏了' }));
  ok(dispatcher, act('send', { body: crew }));
  return {
    ok,
    refused: (code: string, ...step: Parameters<typeof try_>) => assert.equal(try_(...step), code),
    facts,
    events,
    get state() {
      if (state.status === 'none') throw new Error('nothing was reported');
      return state;
    },
  };
};
const dueOf = (state: { clocks: OpenCase['clocks'] }, clock = 'main') => state.clocks[clock]?.dueAt;
const hold = act('hold', { cause: 'funds', why: '资金未落实', review: '2026-04-01' });

test('the fixture is a sound playbook', () => {
  const roles = new Set(['dispatcher', 'manager']);
  const found = checkPlaybook(works, {
    roles,
    fields,
    templates: new Set(['test.sent']),
    playbooks: new Map([[works.id, works]]),
  });
  assert.deepEqual(
    found.map((one) => `${one.code} ${one.where}`),
    [],
  );
});

describe('挂账', () => {
  test('asked for by one, granted by another; the clocks rest and go on with what was left', () => {
    const one = matter();
    assert.equal(dueOf(one.state), '2026-03-05T10:00:00.000Z');
    one.ok(repairer, hold, at(1));
    assert.equal(one.state.held === undefined, true);
    one.refused('action.pending', repairer, hold, at(1));
    one.refused('action.not-yours', dispatcher, act(GRANT), at(2));
    one.ok(manager, act(GRANT), at(2));
    assert.equal(one.state.held?.review, '2026-04-01');
    one.refused('action.when-held', repairer, act('finish', { answer: '好了' }), at(3));
    // Held for a whole day of work: everything moves on by it.
    one.ok(repairer, act('resume', { note: '资金到位' }), at(26));
    assert.equal(dueOf(one.state), '2026-03-06T10:00:00.000Z');
    assert.deepEqual(
      one.facts.filter((kind) => /asked|held|resumed/.test(kind)),
      ['case.asked', 'case.held', 'case.resumed'],
    );
    const granted = one.events.find((event) => event.type === 'ActionTaken' && event.grantedBy);
    assert.equal(granted?.type === 'ActionTaken' && granted.grantedBy?.name, '区管');
    assert.equal(granted?.by.name, '李强');
  });

  test('refused with a reason, it goes on as before and may be asked for again', () => {
    const one = matter();
    one.ok(repairer, hold);
    one.refused('field.required', manager, act(REFUSE, {}));
    one.ok(manager, act(REFUSE, { reason: '资金已下达' }));
    assert.equal(one.state.pending, undefined);
    assert.equal(one.state.held, undefined);
    one.ok(repairer, hold);
  });

  test('whoever asked never grants it', () => {
    const one = matter();
    const both = { ...repairer, posts: [...repairer.posts, ...manager.posts] };
    one.ok(both, hold);
    one.refused('action.same-person', both, act(GRANT));
    one.ok(manager, act(GRANT));
  });
});

test('延期: due and warning move on in the calendar of the unit; used up after two', () => {
  const one = matter();
  const before = one.state.clocks['main'];
  for (const due of ['2026-03-10T10:00:00.000Z', '2026-03-13T10:00:00.000Z']) {
    one.ok(repairer, act('extend', { more: 3, reason: '等配件' }));
    one.ok(dispatcher, act(GRANT));
    assert.equal(dueOf(one.state), due);
  }
  assert.ok((one.state.clocks['main']?.warnAt ?? '') > (before?.warnAt ?? '~'));
  assert.deepEqual(
    one.state.clocks['main']?.extensions?.map((more) => more.amount),
    [3, 3],
  );
  one.refused('action.used-up', repairer, act('extend', { more: 1, reason: '再延' }));
});

test('督办: a card waits for its answer until a time, a later one takes its place, and it is lifted', () => {
  const one = matter();
  one.refused('action.not-here', repairer, act('answer-card', { reply: '已整改' }));
  one.ok(manager, act('card-yellow', { demand: '今日到场' }), at(1));
  assert.deepEqual([one.state.card?.level, one.state.card?.dueAt], ['yellow', at(9)]);
  one.ok(repairer, act('answer-card', { reply: '已到场' }), at(2));
  assert.equal(one.state.card?.answer?.words, '已到场');
  one.ok(manager, act('card-red', { demand: '今日修好' }), at(3));
  assert.deepEqual([one.state.card?.level, one.state.card?.answer], ['red', undefined]);
  one.refused('action.not-yours', repairer, act('lift-card', { note: '' }), at(4));
  one.ok(manager, act('lift-card', { note: '已整改' }), at(4));
  assert.equal(one.state.card, undefined);
  assert.deepEqual(
    one.facts.filter((kind) => kind.includes('card')),
    ['case.carded', 'case.card-answered', 'case.carded'],
  );
});

describe('协办', () => {
  const invite = act('invite', { bodies: [crew, roads], demand: '一起修' });

  test('each body takes, finishes or returns its own, and an end waits for all of them', () => {
    const one = matter();
    one.ok(repairer, invite);
    assert.deepEqual(
      one.state.tasks?.map((task) => [task.id, task.body?.name, task.takeBy]),
      [
        ['1', '维修队', at(2)],
        ['2', '道路队', at(2)],
      ],
    );
    one.refused('case.tasks-open', repairer, act('close', { answer: '好了' }));
    one.refused('action.not-yours', dispatcher, act('take-task'));
    one.ok(roadman, act('take-task'), at(1));
    one.refused('case.task-unknown', roadman, { ...act('finish-task', { result: '完' }), task: '1' } as CaseCommand);
    one.ok(roadman, act('finish-task', { result: '路修好了' }), at(4));
    one.refused('action.not-yours', roadman, act('finish-task', { result: '再来' }), at(4));
    one.ok(repairer, act('refuse-task', { reason: '已由本单位主办' }), at(4));
    one.ok(dispatcher, { ...act('rate-task', { rating: 2 }), task: '2' } as CaseCommand, at(5));
    assert.deepEqual(
      one.state.tasks?.map((task) => [task.state, task.rating]),
      [
        ['refused', undefined],
        ['done', 2],
      ],
    );
    one.refused('action.not-here', dispatcher, act('rate-task', { rating: 5 }), at(5));
    one.ok(repairer, act('close', { answer: '好了' }), at(6));
    assert.deepEqual(
      one.facts.filter((kind) => kind.includes('task')),
      [
        'case.task-given',
        'case.task-given',
        'case.task-taken',
        'case.task-done',
        'case.task-refused',
        'case.task-rated',
      ],
    );
  });

  test('several tasks of one body: it says which', () => {
    const one = matter();
    const plan = ['勘察', '施工'].map((what) => ({ what, who: roads, by: '2026-03-20' }));
    one.ok(repairer, act('plan', { plan }));
    assert.deepEqual(
      one.state.tasks?.map((task) => [task.name, task.dueAt]),
      [
        ['勘察', '2026-03-20T16:00:00.000Z'],
        ['施工', '2026-03-20T16:00:00.000Z'],
      ],
    );
    one.refused('case.task-unsaid', roadman, act('take-task'));
    one.ok(roadman, { ...act('take-task'), task: '2' } as CaseCommand);
    assert.deepEqual(
      one.state.tasks?.map((task) => task.state),
      ['open', 'taken'],
    );
  });

  test('a body that nobody knows gets no task', () => {
    matter().refused('organisation.unknown', repairer, act('invite', { bodies: [id(999)], demand: '一起修' }));
  });

  test('a right to read lives as long as the task, that of a reader along until after the closing', () => {
    const one = matter();
    one.ok(dispatcher, act('copy', { readers: [roads], note: '' }));
    one.ok(repairer, act('invite', { bodies: [roads], demand: '一起修' }));
    one.ok(roadman, act('refuse-task', { reason: '无关' }), at(1));
    one.ok(repairer, act('close', { answer: '好了' }), at(2));
    let before: CaseState = noCase;
    const told: string[] = [];
    for (const event of one.events) {
      const after = evolve(before, event);
      if (after.status === 'none') continue;
      for (const { body, endsAt } of grantChanges(before, event, after, 30))
        told.push(`${body === crew ? 'crew' : 'roads'} ${endsAt ?? 'begins'}`);
      before = after;
    }
    const after = at(2 + 30 * 24);
    assert.deepEqual(told, ['crew begins', 'roads begins', `crew ${after}`, `roads ${after}`]);
  });
});

describe('children and repeats', () => {
  const child = { id: id(500), number: '260302-00000-00500' };

  test('what a step opens is ordered once each row, becomes a task, and ends it', () => {
    const one = matter();
    const plan = ['勘察', '施工'].map((what) => ({ what }));
    one.ok(repairer, act('split', { plan }));
    const [last] = one.events.slice(-1);
    assert.deepEqual(
      last?.type === 'ActionTaken' &&
        last.effects?.map((order) => order.effect === 'case.open' && order.values['words']),
      ['勘察', '施工'],
    );
    one.refused('permission.denied', manager, { type: 'task', name: '勘察', child });
    one.ok(system, { type: 'task', name: '勘察', child });
    one.ok(system, { type: 'task', name: '勘察', child });
    assert.equal(one.state.tasks?.length, 1, 'a repeat opens nothing');
    one.refused('case.tasks-open', repairer, act('close', { answer: '好了' }));
    one.ok(system, { type: 'task', name: '', child, ended: { words: '看过了', refused: false } });
    assert.deepEqual(
      one.state.tasks?.map((task) => [task.state, task.words]),
      [['done', '看过了']],
    );
    one.ok(repairer, act('close', { answer: '好了' }));
  });

  test('a child that was declined returns its task', () => {
    const one = matter();
    one.ok(system, { type: 'task', name: '勘察', child });
    one.ok(system, { type: 'task', name: '', child, ended: { words: '不属本单位', refused: true } });
    assert.equal(one.state.tasks?.[0]?.state, 'refused');
  });
  test('opened again it is a task to wait for once more; it counted as done when it first ended', () => {
    const one = matter();
    const again = { type: 'task', name: '', child, reopened: true } as const;
    const ended = (words: string) => ({ type: 'task', name: '', child, ended: { words, refused: false } }) as const;
    one.ok(system, { type: 'task', name: '勘察', child });
    one.ok(system, ended('看过了'));
    one.refused('permission.denied', manager, again);
    one.ok(system, again);
    one.ok(system, again);
    assert.deepEqual([one.state.tasks?.[0]?.state, one.state.tasks?.[0]?.words], ['open', undefined]);
    one.refused('case.tasks-open', repairer, act('close', { answer: '好了' }));
    one.ok(system, ended('补好了'));
    assert.deepEqual([one.state.tasks?.[0]?.state, one.state.tasks?.[0]?.words], ['done', '补好了']);
    assert.equal(one.facts.filter((kind) => kind === 'case.task-done').length, 1);
    one.ok(repairer, act('close', { answer: '好了' }));
  });

  test('a repeat closes along with the same answer; said to be none after all, it goes on where it stood', () => {
    const one = matter();
    const along = { type: 'close-along', of: id(7), number: '260302-1', answer: '已修好' } as const;
    one.ok(system, along);
    assert.equal(one.state.status, 'open', 'it repeats nothing yet');
    one.ok(dispatcher, { type: 'link', of: { id: id(7), duplicateOf: null } });
    one.ok(system, along, at(2));
    assert.deepEqual([one.state.status, one.state.answer, one.state.stage], ['closed', '已修好', 'closed']);
    one.ok(dispatcher, { type: 'link', of: null }, at(26));
    assert.deepEqual(
      [one.state.status, one.state.stage, one.state.answer, one.state.round],
      ['open', 'handling', null, 2],
    );
    assert.equal(dueOf(one.state), '2026-03-06T10:00:00.000Z', 'the time in between does not count');
    one.ok(repairer, act('close', { answer: '好了' }), at(27));
  });
});

test('不予受理: an end that another person grants', () => {
  const one = matter();
  one.ok(repairer, act('close', { answer: '好了' }));
  one.ok(manager, act('reopen'));
  one.ok(dispatcher, act('decline', { ground: 'outside', answer: '不属本区职责' }));
  assert.equal(one.state.status, 'open');
  one.refused('action.same-person', dispatcher, act(GRANT));
  one.ok(manager, act(GRANT));
  assert.deepEqual([one.state.status, one.state.answer], ['closed', '不属本区职责']);
});

test('据实处理: granted, it is out of every rate', () => {
  const one = matter();
  one.ok(repairer, act('exempt', { grounds: '台风' }));
  one.ok(manager, act(GRANT));
  assert.equal(one.state.exempt, '台风');
});

test('the clock takes its step, and nobody but it and the reporter may', () => {
  const one = matter();
  one.ok(repairer, act('finish', { answer: '好了' }), at(1));
  assert.equal(dueOf(one.state, 'confirm'), at(25));
  one.refused('action.not-yours', repairer, act('confirm'), at(2));
  one.ok(system, act('confirm'), at(25));
  assert.equal(one.state.status, 'closed');
});

test('the post that gets the work is kept with it, and goes when another body gets it', () => {
  const handler = { post: id(700), title: '电梯岗', person: id(701), name: '李强' };
  const one = matter({ handler });
  assert.deepEqual(one.state.handler, handler);
  const by = { kind: 'staff', person: null, name: null, post: null, title: null, body: null } as const;
  one.ok(system, { type: 'hand-over', from: crew, to: { body: roads, name: '道路队' }, reason: '撤并', by });
  assert.equal(one.state.handler, undefined);
  const { desks, responsible } = desksOf(one.events, calendar, at(3));
  assert.deepEqual(
    desks.map((desk) => desk.body?.name ?? desk.owner),
    [{ role: 'dispatcher' }, '维修队', '道路队'],
  );
  assert.equal(responsible?.name, '道路队');
});
