import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, id, people, plan, plateCode, posts, startOrganisation } from '../fixtures/small-district.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T01:00:00.000Z');
const parts = await testParts(database, { clock });
const server = await startOrganisation(parts);
await server.engine.plantOrganisation(plan);

let next = 3000;
const fresh = () => id(next++);
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const cookies = new Map<string, string>();
/** Signs in again where a change of posts ended the sign-in. */
const as = async (who: keyof typeof people, method: Method, url: string, body?: object) => {
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
const addBody = async (name: string, territory = '440310001', more: object = {}): Promise<Id> => {
  const body = { id: fresh(), name, kind: 'police', territory, ...more };
  await ok('chief', 'POST', '/api/bodies', body);
  return body.id;
};
const addPost = async (body: Id, title: string, role = 'worker', scope = '440310001001'): Promise<Id> => {
  const post = { id: fresh(), title, role, body, scope };
  await ok('system', 'POST', '/api/posts', post);
  return post.id;
};
const change = (kind: string, on: string, more: object = {}) => ({
  id: fresh(),
  kind,
  on,
  reason: '机构改革',
  ...more,
});
const bodyOf = (body: Id) => ok('chief', 'GET', `/api/bodies/${body}`);

describe('the life of a body', () => {
  test('S614: renamed, and found by its former name; a repeat of the command changes nothing', async () => {
    const body = await addBody('旧名称');
    const command = change('rename', '2026-03-02', { name: '新名称' });
    for (let times = 0; times < 2; times += 1) await ok('chief', 'POST', `/api/bodies/${body}/changes`, command);
    assert.deepEqual((await bodyOf(body)).formerNames, [{ name: '旧名称', until: '2026-03-02' }]);
    const found = await ok('chief', 'GET', `/api/bodies?words=${encodeURIComponent('旧名称')}`);
    assert.deepEqual(
      found.map((one: { name: string }) => one.name),
      ['新名称'],
    );
  });

  test('S614: merged and abolished bodies say who carries on; posts move, superiors count once', async () => {
    const [a, b, c] = [await addBody('甲队'), await addBody('乙队'), await addBody('联合队')];
    const below = await addBody('下属队', '440310001', { superior: a });
    await ok('chief', 'PUT', `/api/bodies/${below}/superiors`, {
      superiors: [
        { id: a, line: 'territorial' },
        { id: b, line: 'vertical' },
      ],
    });
    const post = await addPost(a, '队员');
    await refused('body.work-left', 'chief', 'POST', `/api/bodies/${a}/changes`, change('abolish', '2026-03-02'));
    await refused('body.successor-missing', 'chief', 'POST', `/api/bodies/${a}/changes`, change('merge', '2026-03-02'));
    for (const body of [a, b])
      await ok('chief', 'POST', `/api/bodies/${body}/changes`, change('merge', '2026-03-02', { successor: c }));
    assert.deepEqual((await bodyOf(a)).carriedOnBy, { id: c, name: '联合队' });
    assert.deepEqual(
      (await bodyOf(below)).superiors.map((one: { id: Id }) => one.id),
      [c],
    );
    const [moved] = await ok('chief', 'GET', `/api/posts?body=${c}`);
    assert.equal(moved.id, post);
    // The successor goes too: the first of the line still says who carries on.
    const d = await addBody('综合队');
    await ok('chief', 'POST', `/api/bodies/${c}/changes`, change('abolish', '2026-03-02', { successor: d }));
    assert.deepEqual((await bodyOf(a)).carriedOnBy, { id: d, name: '综合队' });
    await refused(
      'body.gone',
      'chief',
      'POST',
      `/api/bodies/${a}/changes`,
      change('rename', '2026-03-02', { name: 'x' }),
    );
  });

  test('S614: a change for a later day waits, can be taken back, and takes effect on its day', async () => {
    const [body, kept, heir] = [await addBody('将撤队'), await addBody('不撤队'), await addBody('承接队')];
    for (const one of [body, kept])
      await ok('chief', 'POST', `/api/bodies/${one}/changes`, change('abolish', '2026-03-05', { successor: heir }));
    await refused(
      'body.change-ahead',
      'chief',
      'POST',
      `/api/bodies/${body}/changes`,
      change('rename', '2026-03-02', { name: 'x' }),
    );
    const { ahead } = await bodyOf(kept);
    assert.equal(ahead.on, '2026-03-05');
    await ok('chief', 'DELETE', `/api/body-changes/${ahead.id}`);
    await server.engine.applyBodyChanges();
    assert.equal((await bodyOf(body)).abolishedOn, null);
    clock.set('2026-03-04T16:01:00.000Z');
    await server.engine.applyBodyChanges();
    assert.equal((await bodyOf(body)).abolishedOn, '2026-03-05');
    assert.equal((await bodyOf(kept)).abolishedOn, null);
    clock.set('2026-03-02T01:00:00.000Z');
  });

  test('a body may not come to stand above itself, by whatever line', async () => {
    const [a, b] = [await addBody('上级'), await addBody('下级')];
    await ok('chief', 'PUT', `/api/bodies/${b}/superiors`, { superiors: [{ id: a, line: 'vertical' }] });
    const circle = { superiors: [{ id: b, line: 'territorial' }] };
    await refused('body.circle', 'chief', 'PUT', `/api/bodies/${a}/superiors`, circle);
  });

  test('security 19: nobody changes a body outside of his range, and a clerk changes none', async () => {
    const command = change('rename', '2026-03-02', { name: '越权' });
    await refused('organisation.beyond-scope', 'keeper', 'POST', `/api/bodies/${bodies.kengzi}/changes`, command);
    await refused('permission.denied', 'clerk', 'POST', `/api/bodies/${bodies.longtian}/changes`, command);
    const beyond = change('merge', '2026-03-02', { successor: bodies.kengzi });
    await refused('organisation.beyond-scope', 'keeper', 'POST', `/api/bodies/${bodies.longtian}/changes`, beyond);
  });
});

describe('posts', () => {
  test('S089: the A-role answers, in its absence the B-role', async () => {
    const [a, b] = [await addPost(bodies.longtian, '安全员 A'), await addPost(bodies.longtian, '安全员 B')];
    const set = { line: 'safety', at: '440310001001', a, b };
    await ok('keeper', 'PUT', '/api/line-posts', set);
    const answers = async () => (await ok('worker', 'GET', '/api/line-answerer?at=440310001001&category=0401'))[0];
    assert.equal((await answers()).answers, null);
    await database.sql
      .insertInto('holder')
      .values({ district: '440310', post: b, person: people.other, from_day: '2026-01-01' })
      .execute();
    assert.equal((await answers()).answers, 'B');
    await database.sql
      .insertInto('holder')
      .values({ district: '440310', post: a, person: people.clerk, from_day: '2026-01-01' })
      .execute();
    assert.equal((await answers()).answers, 'A');
    assert.deepEqual(await ok('worker', 'GET', '/api/line-answerer?at=440310002001&category=0401'), []);
  });

  test('S074, S085: approved, filled, vacant, over; a full plan takes nobody more until more is allowed', async () => {
    const plan = { body: bodies.longtian, role: 'clerk', approved: 1, document: '编办〔2026〕3号' };
    await ok('keeper', 'PUT', '/api/establishment', plan);
    const row = async () =>
      (await ok('clerk', 'GET', '/api/establishment?at=440310001')).find(
        (one: { body: { id: Id }; role: string }) => one.body.id === bodies.longtian && one.role === 'clerk',
      );
    assert.deepEqual([(await row()).approved, (await row()).filled, (await row()).vacant], [1, 1, 0]);
    const post = await addPost(bodies.longtian, '文员二', 'clerk', '440310001');
    const proposal = { id: fresh(), person: people.other, from: '2026-03-02' };
    await ok('system', 'POST', `/api/posts/${post}/appointments`, proposal);
    const decision = { decision: 'granted', reason: '补充人员' };
    const grant = `/api/grants/${proposal.id}/decision`;
    await refused('establishment.full', 'security', 'POST', grant, decision);
    const over = { body: bodies.longtian, role: 'clerk', over: 1, until: '2026-12-31', reason: '专项工作' };
    await refused('permission.denied', 'system', 'PUT', '/api/establishment/over', over);
    await ok('security', 'PUT', '/api/establishment/over', over);
    await ok('security', 'POST', grant, decision);
    assert.deepEqual([(await row()).filled, (await row()).over], [2, 1]);
  });

  test('S096: a vacancy says for how many days; S090: a job is read by its holder, again when it changed', async () => {
    const post = await addPost(bodies.longtian, '空岗');
    await raw`update post set made_on = '2026-02-20' where id = ${post}`.execute(database.sql);
    const vacant = await ok('clerk', 'GET', '/api/posts?vacant=true');
    assert.equal(vacant.find((one: { id: Id }) => one.id === post).vacantDays, 10);
    const job = `/api/posts/${posts.worker}/job`;
    await ok('keeper', 'PUT', job, { duties: ['日常巡查'], powers: ['上报事项'] });
    const mine = async () => (await ok('worker', 'GET', '/api/my/jobs'))[0];
    assert.equal((await mine()).read, false);
    await ok('worker', 'POST', `/api/my/jobs/${posts.worker}/read`, { version: 1 });
    assert.equal((await mine()).read, true);
    await ok('keeper', 'PUT', job, { duties: ['日常巡查', '入户走访'], powers: [] });
    assert.equal((await mine()).read, false);
    await refused('request.not-found', 'other', 'POST', `/api/my/jobs/${posts.worker}/read`, { version: 2 });
  });

  test('S066, S084: how much each carries, each post counted once', async () => {
    const { rows } = await ok('clerk', 'GET', '/api/loads');
    const clerk = rows.find((one: { person: Id }) => one.person === people.clerk);
    assert.equal(clerk.posts.length, 2);
    assert.equal(clerk.openCases, 3);
  });

  test('the chart opens one level at a time and shows what is vacant', async () => {
    const roots = await ok('chief', 'GET', '/api/organisation-chart?line=territorial');
    const root = roots.find((one: { id: Id }) => one.id === bodies.district);
    assert.equal(root.below, 2);
    const below = await ok('chief', 'GET', `/api/organisation-chart?line=territorial&under=${bodies.district}`);
    const longtian = below.find((one: { id: Id }) => one.id === bodies.longtian);
    assert.ok(longtian.vacant >= 1);
    // A keeper of the street sees its own street at the top.
    const own = await ok('keeper', 'GET', '/api/organisation-chart?line=territorial');
    assert.ok(own.some((one: { id: Id }) => one.id === bodies.longtian));
    assert.ok(!own.some((one: { id: Id }) => one.id === bodies.kengzi));
  });
});

describe('groups and the force of a grid', () => {
  const grid = '440310001001';
  test('S593, S604: seats of a leading group from day to day; who left is in the lists of before', async () => {
    const group = await addBody('建设领导组', '440310');
    const head = { id: fresh(), seat: 'head', post: posts.chief, from: '2026-01-01', duty: '全面负责' };
    await ok('chief', 'POST', `/api/bodies/${group}/members`, head);
    const member = { id: fresh(), seat: 'member', body: bodies.police, from: '2026-01-01' };
    await ok('chief', 'POST', `/api/bodies/${group}/members`, member);
    assert.equal((await ok('chief', 'DELETE', `/api/members/${member.id}`)).length, 1);
    assert.equal((await ok('chief', 'GET', `/api/bodies/${group}/members?on=2026-02-01`)).length, 2);
    assert.equal((await ok('chief', 'GET', `/api/bodies/${group}/members`))[0].post.people[0], 'Chief');
  });

  test('S012, S013, S117: the board shows what was declared and nothing else; security 20: nothing more leaks', async () => {
    const alliance = await addBody('网格联盟', grid);
    for (const given of [
      {
        seat: 'member',
        part: 'linked',
        body: bodies.police,
        contact: '王警官',
        phone: '13911112222',
        phonePublic: false,
      },
      {
        seat: 'member',
        part: 'volunteer',
        partner: '红袖标志愿队',
        contact: '李阿姨',
        phone: '0755-7654321',
        phonePublic: true,
      },
    ])
      await ok('chief', 'POST', `/api/bodies/${alliance}/members`, {
        id: fresh(),
        from: '2026-01-01',
        duty: '联动',
        ...given,
      });
    const board = async () => (await server.ask('GET', `/api/public/plates/${plateCode}/board`)).body;
    assert.deepEqual((await board()).people, []);
    const force = await ok('worker', 'GET', `/api/grids/${grid}/force`);
    assert.equal(force.members.find((one: { partner: string | null }) => one.partner === null).phone, '139****2222');
    assert.ok(force.own.some((one: { name: string }) => one.name === 'Worker'));
    await refused('permission.denied', 'worker', 'PUT', `/api/posts/${posts.worker}/holders/${people.worker}/card`, {
      photo: null,
      phone: null,
    });
    await ok('keeper', 'PUT', `/api/posts/${posts.worker}/holders/${people.worker}/card`, {
      photo: null,
      phone: '0755-1111111',
    });
    const text = JSON.stringify(await board());
    assert.deepEqual(
      (await board()).people.map((one: { name: string; phone: string }) => [one.name, one.phone]),
      [['Worker', '0755-1111111']],
    );
    for (const hidden of ['13911112222', '139****2222', '王警官', '李阿姨', '1380000', people.worker, posts.worker])
      assert.ok(!text.includes(hidden), hidden);
    assert.ok(text.includes('0755-7654321'));
    // Printed, it is in date; when a post changes, the page says that what hangs is not.
    await ok('keeper', 'POST', `/api/grids/${grid}/board`);
    const dated = async () => (await ok('worker', 'GET', `/api/grids/${grid}/force`)).board.outOfDate;
    assert.equal(await dated(), false);
    await ok('keeper', 'DELETE', `/api/posts/${posts.worker}/holders/${people.worker}/card`);
    assert.equal(await dated(), true);
    await refused('request.not-found', 'worker', 'GET', '/api/grids/440310002001/force');
    assert.equal((await server.ask('GET', '/api/public/plates/ZZZZZZZZZZZZZZZZ/board')).status, 404);
  });
});
