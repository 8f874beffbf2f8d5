import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, id, people, plan, posts, startOrganisation } from '../fixtures/small-district.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T01:00:00.000Z');
const parts = await testParts(database, { clock });
const server = await startOrganisation(parts);

/** A second clerk and a second worker of the street, so that somebody can stand in. */
const more = { clerk: id(111), worker: id(112) };
const morePosts = { clerk: id(211), worker: id(212) };
const account = (name: string) => ({ name, password: 'copper-lantern-bridge' });
await server.engine.plantOrganisation({
  ...plan,
  posts: [
    ...plan.posts,
    { id: morePosts.clerk, body: bodies.longtian, title: '文员乙', role: 'clerk', scope: '44.03.10.001.' },
    { id: morePosts.worker, body: bodies.longtian, title: '网格员乙', role: 'worker', scope: '44.03.10.001.002.' },
  ],
  people: [
    ...plan.people,
    { id: more.clerk, name: 'Clerk2', phone: '13800000111', account: account('clerk2') },
    { id: more.worker, name: 'Worker2', phone: '13800000112', account: account('worker2') },
  ],
  holders: [
    ...plan.holders,
    { post: morePosts.clerk, person: more.clerk, from: '2026-01-01' },
    { post: morePosts.worker, person: more.worker, from: '2026-01-01' },
  ],
});

let next = 4000;
const fresh = () => id(next++);
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const cookies = new Map<string, string>();
const as = async (who: string, method: Method, url: string, body?: object) => {
  const kept = cookies.get(who) ?? (await server.signIn(who));
  cookies.set(who, kept);
  const answer = await server.ask(method, url, kept, body);
  if (answer.status !== 401) return answer;
  cookies.set(who, await server.signIn(who));
  return server.ask(method, url, cookies.get(who), body);
};
const ok = async (...asked: Parameters<typeof as>) => {
  const { status, body } = await as(...asked);
  assert.ok(status < 300, `${asked[2]} ${JSON.stringify(body)}`);
  return body;
};
const refused = async (code: string, ...asked: Parameters<typeof as>): Promise<void> => {
  const { body } = await as(...asked);
  assert.equal(body?.code, code, JSON.stringify(body));
};
const titlesOf = async (who: string): Promise<string[]> =>
  (await ok(who, 'GET', '/api/me')).posts.map((post: { title: string; standsInFor: string | null }) =>
    post.standsInFor ? `代 ${post.standsInFor} ${post.title}` : post.title,
  );
const at = (moment: string) => clock.set(moment);

describe('leave', () => {
  const leave = (person: Id, from: string, to: string, covers?: object[]) => ({
    id: fresh(),
    person,
    from,
    to,
    kind: 'annual',
    ...(covers && { covers }),
  });

  test('S089: the substitute works at the post from the first day on, and no longer on the day of return', async () => {
    const given = leave(people.worker, '2026-03-05', '2026-03-07');
    const made = await ok('keeper', 'POST', '/api/leaves', given);
    assert.deepEqual(made.covers[0].substitute, { id: more.worker, name: 'Worker2' });
    assert.equal(made.covers[0].basis, 'same-role');
    assert.deepEqual(await titlesOf('worker2'), ['网格员乙']);
    at('2026-03-04T16:00:01.000Z');
    assert.deepEqual((await titlesOf('worker2')).sort(), ['代 Worker 网格员', '网格员乙']);
    at('2026-03-06T15:59:59.000Z');
    assert.equal((await titlesOf('worker2')).length, 2);
    at('2026-03-06T16:00:01.000Z');
    assert.deepEqual(await titlesOf('worker2'), ['网格员乙']);
    at('2026-03-02T01:00:00.000Z');
    cookies.clear();
  });

  test('overlapping leave, a substitute who is away, a chain, oneself: each is refused by name', async () => {
    await refused('leave.twice', 'keeper', 'POST', '/api/leaves', leave(people.worker, '2026-03-06', '2026-03-09'));
    await refused(
      'leave.is-substitute',
      'keeper',
      'POST',
      '/api/leaves',
      leave(more.worker, '2026-03-06', '2026-03-09'),
    );
    await ok('keeper', 'POST', '/api/leaves', leave(more.clerk, '2026-04-01', '2026-04-03'));
    await refused(
      'leave.is-substitute',
      'keeper',
      'POST',
      '/api/leaves',
      leave(people.clerk, '2026-04-02', '2026-04-05'),
    );
    await refused('leave.empty', 'keeper', 'POST', '/api/leaves', leave(people.clerk, '2026-05-02', '2026-05-02'));
    await refused('leave.past', 'keeper', 'POST', '/api/leaves', leave(people.clerk, '2026-02-01', '2026-02-05'));
  });

  test('security 19, 22: a substitute gets no post beyond his reach without a grant; leave stays in one’s range', async () => {
    const free = leave(people.clerk, '2026-06-01', '2026-06-05', [{ post: posts.clerk, substitute: people.worker }]);
    await refused('leave.needs-grant', 'keeper', 'POST', '/api/leaves', free);
    await refused(
      'organisation.unknown',
      'keeper',
      'POST',
      '/api/leaves',
      leave(people.other, '2026-06-01', '2026-06-05'),
    );
    await refused(
      'permission.denied',
      'clerk',
      'POST',
      '/api/leaves',
      leave(people.worker, '2026-06-01', '2026-06-05'),
    );
    // Nobody else administers: the post of an administrator is covered by his like alone.
    await refused(
      'leave.no-substitute',
      'chief',
      'POST',
      '/api/leaves',
      leave(people.system, '2026-06-01', '2026-06-05'),
    );
    // With a grant for these days it may be.
    const proposal = { id: fresh(), person: people.worker, from: '2026-06-01', to: '2026-06-05' };
    await ok('system', 'POST', `/api/posts/${posts.clerk}/appointments`, proposal);
    await ok('security', 'POST', `/api/grants/${proposal.id}/decision`, { decision: 'granted', reason: '临时替岗' });
    assert.equal((await ok('keeper', 'POST', '/api/leaves', free)).covers[0].basis, 'appointed');
  });

  test('security 36: a cover that was written past the program gives no rights; one ends with the post it leans on', async () => {
    const given = leave(people.worker, '2026-07-01', '2026-07-05');
    await ok('keeper', 'POST', '/api/leaves', given);
    at('2026-07-01T02:00:00.000Z');
    cookies.clear();
    assert.equal((await titlesOf('worker2')).length, 2);
    const alter = (post: Id) =>
      raw`update absence_cover set post = ${post} where absence = ${given.id}`.execute(database.sql);
    await alter(posts.clerk);
    cookies.clear();
    assert.deepEqual(await titlesOf('worker2'), ['网格员乙']);
    await alter(posts.worker);
    await ok('security', 'POST', `/api/posts/${morePosts.worker}/holders/${more.worker}/revocation`, {
      reason: '调离',
    });
    const { rows } = await raw`select from holding where person = ${more.worker} and from_day <= '2026-07-01'
      and (to_day is null or to_day > '2026-07-01')`.execute(database.sql);
    assert.equal(rows.length, 0);
    const back = { id: fresh(), person: more.worker, from: '2026-07-01' };
    await ok('system', 'POST', `/api/posts/${morePosts.worker}/appointments`, back);
    await ok('security', 'POST', `/api/grants/${back.id}/decision`, { decision: 'granted', reason: '恢复任职' });
    cookies.clear();
    // Taken back while it runs, it ends at once.
    assert.equal((await titlesOf('worker2')).length, 2);
    await ok('keeper', 'DELETE', `/api/leaves/${given.id}`);
    assert.deepEqual(await titlesOf('worker2'), ['网格员乙']);
    at('2026-03-02T01:00:00.000Z');
    cookies.clear();
  });
});

describe('rosters', () => {
  const rota = (more: object = {}) => ({
    id: fresh(),
    at: '440310001',
    name: '防汛值班',
    kind: 'special',
    from: '2026-03-09',
    to: '2026-03-15',
    pattern: {
      slots: [
        { name: '白班', from: 480, to: 1200, people: 1 },
        { name: '夜班', from: 1200, to: 480, people: 1 },
      ],
      days: 'all',
      turns: [people.clerk, more_.clerk, people.keeper],
    },
    ...more,
  });
  const more_ = more;
  const shifts = (who: string) => ok(who, 'GET', '/api/shifts?from=2026-03-09&to=2026-03-15');

  test('S366: made of a pattern, seen by everybody of the range, no clock and no position anywhere', async () => {
    assert.deepEqual(await ok('keeper', 'POST', '/api/rotas', rota()), { made: 14 });
    assert.equal((await shifts('clerk')).length, 14);
    assert.equal((await shifts('worker')).length, 0);
    assert.equal((await shifts('other')).length, 0);
    await refused('shift.clash', 'keeper', 'POST', '/api/rotas', rota());
    await refused('organisation.beyond-scope', 'keeper', 'POST', '/api/rotas', rota({ at: '440310002' }));
    await refused(
      'rota.few',
      'keeper',
      'POST',
      '/api/rotas',
      rota({ pattern: { slots: [{ name: '班', from: 0, to: 60, people: 3 }], days: 'all', turns: [people.clerk] } }),
    );
    const columns = await raw<{ column_name: string }>`select column_name from information_schema.columns
      where table_name in ('shift', 'shift_check', 'shift_note', 'rota', 'absence')`.execute(database.sql);
    for (const { column_name: name } of columns.rows)
      assert.doesNotMatch(name, /lng|lat|place|point|photo|clock|device/);
  });

  test('the call list says who is on duty now, nearest first', async () => {
    at('2026-03-09T02:00:00.000Z');
    const [first] = await ok('worker', 'GET', '/api/on-duty?at=440310001001');
    assert.equal(first.person.name, 'Clerk');
    await refused('request.not-found', 'worker', 'GET', '/api/on-duty?at=440310002001');
    at('2026-03-02T01:00:00.000Z');
    cookies.clear();
  });

  test('A asks, B accepts, whoever leads sees it; nobody answers for another', async () => {
    const own = (await shifts('clerk')).find((one: { mine: boolean }) => one.mine);
    const swap = { id: fresh(), of: more.clerk, reason: '家中有事' };
    await refused('shift.not-yours', 'keeper', 'POST', `/api/shifts/${own.id}/swaps`, swap);
    await refused('organisation.unknown', 'clerk', 'POST', `/api/shifts/${own.id}/swaps`, {
      ...swap,
      of: people.other,
    });
    const free = (await shifts('clerk')).filter((one: { mine: boolean }) => one.mine).at(-1);
    const asked = { ...swap, id: fresh() };
    await ok('clerk', 'POST', `/api/shifts/${free.id}/swaps`, asked);
    await refused('request.not-found', 'keeper', 'POST', `/api/swaps/${asked.id}/answer`, { accept: true });
    assert.equal((await ok('clerk2', 'GET', '/api/my/duty')).swaps.length, 1);
    await ok('clerk2', 'POST', `/api/swaps/${asked.id}/answer`, { accept: true });
    const after = (await shifts('clerk')).find((one: { id: Id }) => one.id === free.id);
    assert.equal(after.person.name, 'Clerk2');
    const told = await ok('keeper', 'GET', '/api/swaps');
    assert.deepEqual(
      told.map((one: { id: Id; state: string }) => [one.id, one.state]),
      [[asked.id, 'accepted']],
    );
    await ok('keeper', 'POST', `/api/swaps/${asked.id}/seen`);
    assert.deepEqual(await ok('keeper', 'GET', '/api/swaps'), []);
  });

  test('a shift hands over to the next with what is open; a spot check is noted by whoever leads', async () => {
    const [first, second] = await shifts('keeper');
    const by = (name: string) => name.toLowerCase();
    const note = { id: fresh(), happened: '一处积水', items: [{ text: '南布社区积水待排', case: null }] };
    await refused('shift.not-yours', 'keeper', 'PUT', `/api/shifts/${first.id}/note`, note);
    await ok(by(first.person.name), 'PUT', `/api/shifts/${first.id}/note`, note);
    assert.equal((await ok(by(second.person.name), 'GET', '/api/my/duty')).notes.length, 1);
    await refused('shift.not-yours', 'worker', 'POST', `/api/shift-notes/${note.id}/received`);
    await ok(by(second.person.name), 'POST', `/api/shift-notes/${note.id}/received`);
    const check = { id: fresh(), result: 'present', way: 'phone', remark: '电话接通' };
    await refused('permission.denied', 'clerk', 'POST', `/api/shifts/${first.id}/checks`, check);
    const checked = await ok('keeper', 'POST', `/api/shifts/${first.id}/checks`, check);
    assert.equal(checked.checks[0].result, 'present');
    assert.equal(checked.note.receivedBy, second.person.name);
  });
});

test('S077: a transfer is agreed to, listed, signed by both, granted; the matters stay with the post', async () => {
  const target = fresh();
  await ok('system', 'POST', '/api/posts', {
    id: target,
    title: '金沙网格员',
    role: 'worker',
    body: bodies.kengzi,
    scope: '440310002001',
  });
  const given = {
    id: fresh(),
    person: people.worker,
    fromPost: posts.worker,
    toPost: target,
    effectiveOn: '2026-03-10',
    reason: '工作需要',
  };
  await refused('organisation.beyond-scope', 'keeper', 'POST', '/api/transfers', given);
  await ok('system', 'POST', '/api/transfers', given);
  await refused('transfer.under-way', 'system', 'POST', '/api/transfers', { ...given, id: fresh() });
  const url = `/api/transfers/${given.id}`;
  await refused('transfer.not-ready', 'system', 'POST', `${url}/list`, { receiver: more.worker });
  await refused('request.not-found', 'clerk', 'POST', `${url}/answer`, { agree: true });
  await ok('worker', 'POST', `${url}/answer`, { agree: true });
  const frozen = await ok('system', 'POST', `${url}/list`, { receiver: more.worker });
  assert.ok(
    frozen.items.some(
      (item: { kind: string; text: string }) => item.kind === 'case' && item.text === '261122-00000-00001',
    ),
  );
  assert.match(frozen.listHash, /^[0-9a-f]{64}$/);
  await refused('transfer.not-ready', 'worker2', 'POST', `${url}/signature`, { listHash: frozen.listHash });
  await refused('transfer.list-changed', 'worker', 'POST', `${url}/signature`, { listHash: 'another' });
  await ok('worker', 'POST', `${url}/signature`, { listHash: frozen.listHash });
  await ok('worker2', 'POST', `${url}/signature`, { listHash: frozen.listHash });
  // A list that was altered past the program is signed by nobody.
  const swapList = (text: string) =>
    raw`update transfer set list = jsonb_set(list, '{items,0,text}', to_jsonb(${text}::text)) where id = ${given.id}`.execute(
      database.sql,
    );
  await swapList('另一件');
  await refused('transfer.list-changed', 'system', 'POST', `${url}/proposal`);
  await swapList('261122-00000-00001');
  const { signatures } = await ok('system', 'POST', `${url}/proposal`);
  assert.deepEqual(
    signatures.map((one: { side: string; valid: boolean }) => [one.side, one.valid]),
    [
      ['giver', true],
      ['receiver', true],
    ],
  );
  await server.engine.finishTransfers();
  assert.equal((await ok('system', 'GET', '/api/transfers'))[0].state, 'proposed');
  const [grant] = (await ok('security', 'GET', '/api/grants')).filter(
    (one: { person: { id: Id }; state: string }) => one.person.id === people.worker && one.state === 'proposed',
  );
  await ok('security', 'POST', `/api/grants/${grant.id}/decision`, { decision: 'granted', reason: '同意调整' });
  await server.engine.finishTransfers();
  assert.equal((await ok('system', 'GET', '/api/transfers'))[0].state, 'done');
  const { rows } = await raw<{ post: Id; from_day: string; to_day: string | null }>`
    select post, from_day, to_day from holder where person = ${people.worker} and post in (${posts.worker}, ${target})
    order by from_day`.execute(database.sql);
  assert.deepEqual(
    rows.map((row) => [row.post, row.from_day, row.to_day]),
    [
      [posts.worker, '2026-01-01', '2026-03-10'],
      [target, '2026-03-10', null],
    ],
  );
});
