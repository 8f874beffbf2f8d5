import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { works } from '../model/fixtures/works.ts';
import { kinds, repair } from '../model/fixtures/repair.ts';
import { bodies, newId, people, reportBody, sessionOf, startCases, testPorts } from './fixtures/case-district.ts';
import type { CaseNotice, CasePorts } from './ports.ts';

/** What lies beside the stage: requests, tasks, cards, holds, copies, children, repeats, and the clock that acts. */
const told: CaseNotice[] = [];
const posts = {
  lifts: { post: newId(), title: '电梯岗', person: newId(), name: '李强', slot: 'A', away: false, onDuty: false },
  second: { post: newId(), title: '电梯岗（B）', person: newId(), name: '何平', slot: 'B', away: false, onDuty: false },
} as const;
let away = false;
const ports: CasePorts = {
  ...testPorts,
  definitions: { ...testPorts.definitions, playbooks: [repair, works], codeLists: [kinds] },
  postsOfBody: async (_district, body) => (body === bodies.works ? [{ ...posts.lifts, away }, posts.second] : []),
  postsFor: async (_district, { roles, bodies: asked }) =>
    [...roles, ...asked].map((_, index) => (index === 0 ? posts.second.post : newId())),
  notify: async (_sql, notice) => {
    if (!told.some((one) => one.id === notice.id)) told.push(notice);
  },
};
const database = await testDatabase();
// Monday 2 March 2026, 10:00 in China.
const clock = testClock('2026-03-02T02:00:00.000Z');
const parts = await testParts(database, { clock });
const { as, engine } = await startCases(parts, ports);
const hour = 3_600_000;

const liftMan = sessionOf('李强', { role: 'handler', scope: '99.01.01.', body: bodies.works });
const crew = { ...liftMan, posts: liftMan.posts.map((post) => ({ ...post, id: posts.lifts.post })) };
const by = {
  dispatcher: as(people.dispatcher),
  manager: as(people.manager),
  repairer: as(crew),
  roadman: as(people.roadman),
};
type Who = keyof typeof by;

const open = async (more: object = {}): Promise<Id> => {
  const body = reportBody({ playbook: 'test.works', ...more });
  const answer = await as(people.worker)('POST', '/api/cases', body);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return body.id;
};
const step = async (who: Who, id: Id, action: string, form: object = {}, more: object = {}) => {
  clock.pass(60_000);
  return by[who]('POST', `/api/cases/${id}/actions`, { id: newId(), action, form, ...more });
};
const ok = async (...given: Parameters<typeof step>) => {
  const answer = await step(...given);
  assert.equal(answer.status, 200, `${given[2]}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const handled = async (): Promise<Id> => {
  const id = await open();
  await ok('dispatcher', id, 'send', { body: bodies.works });
  return id;
};
const view = async (who: Who, id: Id) => (await by[who]('GET', `/api/cases/${id}`)).body;
const listed = async (who: Who, query: string): Promise<readonly Id[]> => {
  const { status, body } = await by[who]('GET', `/api/cases?size=100&${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(body.total, body.rows.length);
  return body.rows.map((row: { id: Id }) => row.id);
};
const count = async (who: Who) => (await by[who]('GET', '/api/inbox/count')).body;
const has = async (who: Who, query: string, id: Id): Promise<boolean> => (await listed(who, query)).includes(id);

test('挂账: the request waits for whoever grants it, is granted on record, and the list shows its day of review', async () => {
  const id = await handled();
  const before = await count('manager');
  const asked = await ok('repairer', id, 'hold', { cause: 'funds', why: '资金未落实', review: '2026-03-10' });
  assert.equal(asked.pending.name.zh, '申请挂账');
  assert.deepEqual(
    asked.timeline
      .at(-1)
      .values.map((one: { text: string }) => one.text)
      .slice(0, 1),
    ['资金未落实'],
  );
  assert.equal((await count('manager')).grants, before.grants + 1);
  assert.ok(await has('manager', 'view=inbox', id));
  assert.ok(await has('manager', 'mark=pending', id));
  const offers = (await view('manager', id)).availableActions.map((one: { id: string }) => one.id);
  assert.ok(offers.includes('approval.grant') && offers.includes('approval.refuse'));
  const granted = await ok('manager', id, 'approval.grant');
  assert.equal(granted.pending, null);
  assert.deepEqual([granted.row.held, granted.held.review, granted.held.due], ['2026-03-10', '2026-03-10', false]);
  assert.match(JSON.stringify(granted.timeline.at(-1).notes), /区管同意.*2026 年 3 月 10 日 周二复核/);
  assert.equal((await count('manager')).grants, before.grants);
  assert.deepEqual([await has('manager', 'mark=held', id), await has('manager', 'mark=review-due', id)], [true, false]);
  const { rows } = await raw<{ action: string; person: Id }>`select action, person from audit_row
    where object = ${`case:${id}`} order by at, id`.execute(database.sql);
  assert.deepEqual(
    rows.map((row) => row.action),
    ['case.report', 'case.send', 'case.ask', 'case.ask-granted'],
  );
  assert.equal(rows.at(-1)?.person, people.manager.person);
  // The day of review: a mark in the list, and a word to whoever has it; once.
  clock.set('2026-03-10T00:31:00.000Z');
  await engine.watchClocks();
  await engine.watchClocks();
  assert.equal(told.filter((one) => one.template === 'matter.review-due' && one.about === `case:${id}`).length, 1);
  assert.ok(await has('manager', 'mark=review-due', id));
  await ok('repairer', id, 'resume', { note: '已到位' });
  assert.equal(await has('manager', 'mark=held', id), false);
});

test('a batch of requests is granted at once', async () => {
  const ids = [await handled(), await handled()];
  for (const id of ids) await ok('repairer', id, 'extend', { more: 2, reason: '等配件' });
  const answer = await by.dispatcher('POST', '/api/cases/batch', {
    id: newId(),
    action: 'approval.grant',
    form: {},
    cases: ids,
  });
  assert.deepEqual([answer.body.taken.length, answer.body.refused], [2, []]);
  for (const id of ids) assert.ok(await has('manager', 'mark=extended', id));
});

test('督办: a card waits for the body in charge until it answers', async () => {
  const id = await handled();
  await ok('manager', id, 'card-red', { demand: '今日修好' });
  const waiting = await view('repairer', id);
  assert.deepEqual([waiting.card.level, waiting.row.card, waiting.card.words], ['red', 'red', '今日修好']);
  assert.equal((await count('repairer')).cards, 1);
  assert.deepEqual([await has('manager', 'mark=red', id), await has('manager', 'mark=yellow', id)], [true, false]);
  await ok('repairer', id, 'answer-card', { reply: '已修好' });
  assert.equal((await count('repairer')).cards, 0);
  assert.ok(await has('manager', 'mark=card', id));
  await ok('manager', id, 'lift-card', { note: '已核实' });
  assert.equal(await has('manager', 'mark=card', id), false);
});

describe('协办', () => {
  test('a body with a task reads the matter as long as the task; it waits in its inbox until it is done', async () => {
    const id = await handled();
    assert.equal((await by.roadman('GET', `/api/cases/${id}`)).status, 404);
    await ok('repairer', id, 'invite', { bodies: [bodies.roads], demand: '修路' });
    assert.equal((await count('roadman')).tasks, 1);
    assert.ok(await has('roadman', 'view=inbox', id));
    const mine = await view('roadman', id);
    assert.deepEqual(
      mine.tasks.map((task: { body: string; mine: boolean }) => [task.body, task.mine]),
      [['道路队', true]],
    );
    const offer = mine.availableActions.find((one: { id: string }) => one.id === 'finish-task');
    assert.deepEqual(offer.tasks, [{ id: '1', name: '协办', body: '道路队' }]);
    assert.equal((await step('repairer', id, 'close', { answer: '好了' })).body.code, 'case.tasks-open');
    await ok('roadman', id, 'finish-task', { result: '路修好了' }, { task: '1' });
    assert.equal((await count('roadman')).tasks, 0);
    assert.equal(await has('roadman', 'view=inbox', id), false);
    assert.ok(await has('roadman', 'view=joined', id));
    await ok('repairer', id, 'invite', { bodies: [bodies.roads], demand: '再看看' });
    await ok('roadman', id, 'refuse-task', { reason: '无关' }, { task: '2' });
    assert.ok(await has('roadman', 'view=joined', id), 'the first one was done, and may be asked about');
    const late = await handled();
    await ok('repairer', late, 'invite', { bodies: [bodies.roads], demand: '修路' });
    await ok('roadman', late, 'refuse-task', { reason: '无关' });
    assert.equal((await by.roadman('GET', `/api/cases/${late}`)).status, 404, 'returned: the right ended');
    assert.equal(await has('roadman', 'view=joined', late), false);
  });

  test('a body that reads along sees it among its copies', async () => {
    const id = await handled();
    assert.equal(await has('roadman', 'view=copied', id), false);
    const copied = await ok('dispatcher', id, 'copy', { readers: [bodies.roads], note: '' });
    assert.deepEqual(copied.cc, ['道路队']);
    assert.ok(await has('roadman', 'view=copied', id));
    assert.equal(await has('roadman', 'view=inbox', id), false);
  });
});

test('the post that answers for the line gets the work; on leave, the other one', async () => {
  const id = await handled();
  const mine = await view('repairer', id);
  assert.deepEqual([mine.handler, mine.row.forMe], [{ title: '电梯岗', name: '李强' }, true]);
  assert.deepEqual(
    mine.answerers.map((one: { title: string }) => one.title),
    ['电梯岗', '电梯岗（B）'],
  );
  away = true;
  const other = await handled();
  away = false;
  assert.equal((await view('repairer', other)).handler.name, '何平');
  const rows = (await by.repairer('GET', '/api/cases?view=inbox&size=100')).body.rows as { id: Id; forMe: boolean }[];
  assert.ok(rows.findIndex((row) => row.id === id) < rows.findIndex((row) => row.id === other), 'mine first');
});

test('a notice follows the step, once, whoever asks for it again', async () => {
  const id = await handled();
  await engine.runEffects();
  const sent = () => told.filter((one) => one.template === 'test.sent' && one.about === `case:${id}`);
  assert.equal(sent().length, 1);
  assert.equal(sent()[0]?.values['words'], '电梯停在六楼');
  assert.deepEqual(sent()[0]?.to.slice(0, 1), [{ post: posts.lifts.post }]);
  assert.ok(
    sent()[0]?.to.some((one) => 'person' in one && one.person === people.worker.person),
    'the reporter is told',
  );
});

describe('children', () => {
  const plan = ['勘察', '施工'].map((what) => ({ what }));

  test('each row opens a matter, whose end is the end of a task; a killed process changes nothing of it', async () => {
    const id = await handled();
    await ok('repairer', id, 'split', { plan });
    await engine.runEffects();
    const parent = await view('manager', id);
    assert.deepEqual(
      parent.tasks.map((task: { name: string; state: string }) => [task.name, task.state]),
      [
        ['勘察', 'open'],
        ['施工', 'open'],
      ],
    );
    const children = await listed('manager', `parent=${id}`);
    assert.equal(children.length, 2);
    assert.deepEqual(
      parent.children.map((one: { status: string }) => one.status),
      ['open', 'open'],
    );
    assert.equal((await view('manager', children[0] ?? '')).parent.number, parent.row.number);
    // Whoever may not read a child learns only that it is there.
    assert.deepEqual(
      (await view('repairer', id)).children.map((one: { id: Id | null }) => one.id),
      [null, null],
    );
    // As after a kill between doing and saying so: everything once more.
    await raw`update case_effect set state = 'due', next_at = '2020-01-01' where case_id = ${id}`.execute(database.sql);
    await engine.runEffects();
    assert.deepEqual((await view('manager', id)).tasks.length, 2);
    assert.equal((await listed('manager', `parent=${id}`)).length, 2);
    assert.equal((await step('repairer', id, 'close', { answer: '好了' })).body.code, 'case.tasks-open');
    for (const child of children) {
      await ok('dispatcher', child, 'send', { body: bodies.works });
      await ok('repairer', child, 'close', { answer: '看过了' });
    }
    await engine.runEffects();
    const tasks = (await view('manager', id)).tasks as { state: string; words: string }[];
    assert.deepEqual(
      tasks.map((task) => [task.state, task.words]),
      [
        ['done', '看过了'],
        ['done', '看过了'],
      ],
    );
    // One was not done after all: the parent waits for it once more, until it ends again.
    const again = children[1] ?? '';
    await ok('manager', again, 'reopen');
    await engine.runEffects();
    const states = async () => (await view('manager', id)).tasks.map((task: { state: string }) => task.state).sort();
    assert.deepEqual(await states(), ['done', 'open']);
    assert.equal((await step('repairer', id, 'close', { answer: '好了' })).body.code, 'case.tasks-open');
    assert.ok(
      (await view('manager', id)).timeline.some((one: { name: { zh: string } }) => one.name.zh === '子事项重新办理'),
    );
    await ok('dispatcher', again, 'send', { body: bodies.works });
    await ok('repairer', again, 'close', { answer: '补好了' });
    await engine.runEffects();
    assert.deepEqual(await states(), ['done', 'done']);
    await ok('repairer', id, 'close', { answer: '好了' });
    // After the parent has its answer it only shows that the other is open again.
    await ok('manager', children[0] ?? '', 'reopen');
    await engine.runEffects();
    assert.deepEqual(await states(), ['done', 'open']);
    const after = await view('manager', id);
    assert.deepEqual(
      [after.row.status, after.children.map((one: { status: string }) => one.status).sort()],
      ['closed', ['closed', 'open']],
    );
  });
});

test('what repeats a matter closes along with it, once, and is opened again when it was another after all', async () => {
  const [main, repeat, late] = [await handled(), await handled(), await handled()];
  const link = (id: Id, of: Id | null) => by.dispatcher('POST', `/api/cases/${id}/duplicate`, { id: newId(), of });
  assert.equal((await link(repeat, main)).status, 200);
  await ok('repairer', main, 'close', { answer: '电梯已修好' });
  await engine.runEffects();
  const closed = await view('manager', repeat);
  assert.deepEqual([closed.row.status, closed.answer], ['closed', '电梯已修好']);
  assert.equal((await view('manager', main)).repeats.length, 1);
  // Found to be a repeat only after the other was closed.
  await link(late, main);
  await engine.runEffects();
  assert.equal((await view('manager', late)).answer, '电梯已修好');
  const back = await link(repeat, null);
  assert.deepEqual([back.body.row.status, back.body.row.stage, back.body.answer], ['open', 'handling', null]);
});

describe('the clock', () => {
  test('takes the step that is its own when the time is over: once, by however many processes', async () => {
    const id = await handled();
    await ok('repairer', id, 'finish', { answer: '好了' });
    const due = (await view('manager', id)).clocks.find((one: { id: string }) => one.id === 'confirm').dueAt;
    clock.set(due);
    clock.pass(-1000);
    await engine.watchClocks();
    assert.equal((await view('manager', id)).row.status, 'open');
    clock.pass(2000);
    const second = await startCases(await testParts(database, { clock }), ports);
    await Promise.all([engine.watchClocks(), second.engine.watchClocks()]);
    await engine.watchClocks();
    const closed = await view('manager', id);
    assert.equal(closed.row.status, 'closed');
    assert.equal(closed.timeline.filter((one: { name: { zh: string } }) => one.name.zh === '确认').length, 1);
  });

  test('warns the owner before the time and says when it is over, each once', async () => {
    const id = await handled();
    const about = (template: string) =>
      told.filter((one) => one.template === template && one.about === `case:${id}`).length;
    const main = (await view('manager', id)).clocks.find((one: { id: string }) => one.id === 'main');
    clock.set(main.warnAt);
    for (let again = 0; again < 3; again += 1) await engine.watchClocks();
    assert.deepEqual([about('matter.due-soon'), about('matter.overdue')], [1, 0]);
    clock.set(main.dueAt);
    for (let again = 0; again < 3; again += 1) await engine.watchClocks();
    assert.deepEqual([about('matter.due-soon'), about('matter.overdue')], [1, 1]);
    const { rows } = await raw<{ acts_at: string | null }>`select acts_at from case_file where id = ${id}`.execute(
      database.sql,
    );
    assert.deepEqual(rows, [{ acts_at: null }]);
  });
});

test('the way from desk to desk is shown with its hours', async () => {
  const id = await open();
  clock.pass(2 * hour);
  await ok('dispatcher', id, 'send', { body: bodies.works });
  const { desks, hops, responsible } = await view('manager', id);
  assert.deepEqual(
    desks.map((desk: { owner: { zh: string }; body: string | null; left: { zh: string } | null }) => [
      desk.body ?? desk.owner.zh,
      desk.left?.zh ?? null,
    ]),
    [
      ['dispatcher', '派单'],
      ['维修队', null],
    ],
  );
  assert.ok(desks[0].hours >= 2 && hops === 0 && responsible === '维修队');
});

test('a body that is merged hands its open tasks over, and what it read goes along', async () => {
  const id = await handled();
  await ok('repairer', id, 'invite', { bodies: [bodies.roads], demand: '修路' });
  const over = {
    district: '990101',
    from: { body: bodies.roads, name: '道路队' },
    to: { body: bodies.street, name: '青石街道办事处' },
  };
  await database.sql.transaction().execute(async (trx) => {
    assert.ok((await engine.countAssigned(trx, '990101', bodies.roads)) > 0);
    await engine.handOverCases(trx, {
      ...over,
      reason: '机构合并',
      at: clock.now(),
      by: { person: null, name: '系统' },
    });
    assert.equal(await engine.countAssigned(trx, '990101', bodies.roads), 0);
  });
  const [task] = (await view('manager', id)).tasks;
  assert.deepEqual([task.body, task.state], ['青石街道办事处', 'open']);
  assert.equal((await view('manager', id)).row.assignee, '维修队');
});

test('whoever asked reads in plain words why it rests, and when it is looked at again', async () => {
  const report = {
    report: { ...reportBody({ playbook: 'test.works' }) },
    queryCode: 'ABCD2345',
    district: '990101',
  };
  const anyone = as(null);
  const { body: receipt, status } = await anyone('POST', '/api/public/reports', report);
  assert.equal(status, 200, JSON.stringify(receipt));
  const id = report.report.id;
  await ok('dispatcher', id, 'send', { body: bodies.works });
  await ok('repairer', id, 'hold', { cause: 'funds', why: '内部情况', review: '2026-06-01' });
  await ok('manager', id, 'approval.grant');
  const seen = await anyone('POST', '/api/public/progress', { number: receipt.number, queryCode: 'ABCD2345' });
  assert.equal(seen.body.held.zh, '因资金未落实暂缓办理，复核日期：2026-06-01');
  assert.doesNotMatch(JSON.stringify(seen.body), /内部情况/);
});
