import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { sql as raw } from 'kysely';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, id, password, people, plan, posts, startOrganisation } from '../fixtures/small-district.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T01:00:00.000Z');
const one = await startOrganisation(await testParts(database, { clock }));
const two = await startOrganisation(await testParts(database, { clock }));
const deaf = await startOrganisation(await testParts(database, { clock, deaf: true }));
await one.engine.plantOrganisation(plan);

/** As `db3` wants a new one: three kinds of characters. */
const strong = 'Copper-lantern-bridge';

const minutes = (count: number): number => count * 60_000;
const statusOf = async (server: typeof one, cookie: string): Promise<number> =>
  (await server.ask('GET', '/api/me', cookie)).status;
const becomes = async (expected: unknown, look: () => Promise<unknown>): Promise<void> => {
  for (let turn = 0; turn < 40 && !isDeepStrictEqual(await look(), expected); turn++) await wait(25);
  assert.deepEqual(await look(), expected);
};
const audits = (action: string) =>
  database.sql.selectFrom('audit_row').selectAll().where('action', '=', action).orderBy('id', 'desc').execute();

test('a sign-in works in every process; only a hash of the token is stored; it is audited', async () => {
  const cookie = await one.signIn('Ｗorker');
  assert.equal(await statusOf(one, cookie), 200);
  assert.equal(await statusOf(two, cookie), 200);
  const stored = await database.sql.selectFrom('session').selectAll().execute();
  const token = cookie.split('=')[1] ?? '';
  assert.ok(!JSON.stringify(stored).includes(token) && !JSON.stringify(stored).includes(token.slice(7)));
  assert.equal((await audits('session.sign-in'))[0]?.['result'], 'done');
});

test('me: person, posts with names, permissions', async () => {
  const { body } = await one.ask('GET', '/api/me', await one.signIn('clerk'));
  assert.deepEqual(body.person, { id: people.clerk, name: 'Clerk' });
  assert.deepEqual(body.permissions, ['case.read', 'organisation.read']);
  assert.deepEqual(body.posts, [
    {
      id: posts.clerk,
      title: '文员',
      role: 'clerk',
      roleName: { zh: 'clerk', en: 'clerk' },
      body: '龙田办事处',
      scope: { code: '440310001', name: '龙田街道' },
      district: '440310',
      standsInFor: null,
    },
  ]);
});

test('sign-out ends the session in every process', async () => {
  const cookie = await one.signIn('worker');
  assert.equal(await statusOf(two, cookie), 200);
  assert.equal((await one.ask('DELETE', '/api/session', cookie)).status, 204);
  assert.equal(await statusOf(one, cookie), 401);
  await becomes(401, () => statusOf(two, cookie));
  assert.equal((await audits('session.sign-out')).length, 1);
});

test('a known session costs no question to the database', async () => {
  const cookie = await one.signIn('worker');
  const token = cookie.split('=')[1] ?? '';
  assert.ok(!(one.engine.findSession(token) instanceof Promise));
});

test('security 11: unused for the idle time of the role a session ends; used, it goes on until the absolute end', async () => {
  const idle = await one.signIn('clerk');
  clock.pass(minutes(29));
  assert.equal(await statusOf(one, idle), 200);
  // The use is kept beside the answer, not before it.
  const kept = () => database.sql.selectFrom('session').select('id').where('seen_at', '=', clock.now()).execute();
  await becomes(1, async () => (await kept()).length);
  clock.pass(minutes(29));
  assert.equal(await statusOf(two, idle), 200, 'use in one process counts in the other');
  clock.pass(minutes(31));
  assert.equal(await statusOf(one, idle), 401);
  assert.equal(await statusOf(two, idle), 401);

  const busy = await one.signIn('clerk');
  for (let passed = 0; passed < 12 * 60 - 20; passed += 20) {
    clock.pass(minutes(20));
    assert.equal(await statusOf(one, busy), 200);
  }
  clock.pass(minutes(20));
  assert.equal(await statusOf(one, busy), 401);
});

test('who is disabled is out at once, in every process, and cannot come back', async () => {
  const chief = await one.signIn('chief');
  const cookie = await one.signIn('other');
  for (const server of [one, two, deaf]) assert.equal(await statusOf(server, cookie), 200);
  assert.equal((await one.ask('POST', `/api/people/${people.other}/disable`, chief, { reason: '离职' })).status, 200);
  assert.equal(await statusOf(one, cookie), 401);
  await becomes(401, () => statusOf(two, cookie));
  clock.pass(2_500);
  await becomes(401, () => statusOf(deaf, cookie));
  const again = await one.ask('POST', '/api/session', undefined, { account: 'other', password });
  assert.equal(again.status, 401);
  assert.equal(again.body.code, 'sign-in.refused');
});

test('security 13: a post given or taken ends the sessions at once, also where the news got lost', async () => {
  const chief = await one.signIn('chief');
  const given = { post: posts.clerk, person: people.worker, from: '2026-03-02' };
  const listing = async (server: typeof one, cookie: string) => (await server.ask('GET', '/api/posts', cookie)).status;
  const before = await one.signIn('worker');
  for (const server of [one, two, deaf]) assert.equal(await listing(server, before), 403);
  assert.equal((await one.appoint(chief, given)).status, 200);
  assert.equal(await statusOf(one, before), 401);
  await becomes(401, () => statusOf(two, before));
  clock.pass(6_000);
  assert.equal(await statusOf(deaf, before), 401);
  const after = await one.signIn('worker');
  for (const server of [one, two, deaf]) assert.equal(await listing(server, after), 200);
  const ended = await two.ask('DELETE', `/api/posts/${posts.clerk}/holders/${people.worker}`, chief);
  assert.equal(ended.status, 200);
  await becomes(401, () => statusOf(one, after));
  assert.equal(await statusOf(two, after), 401);
  assert.equal(await listing(one, await one.signIn('worker')), 403);
});

test('who works a range alone has the work of the body while nobody else is there, in every process', async () => {
  const chief = await one.signIn('chief');
  const cookie = await one.signIn('worker');
  const token = cookie.slice(cookie.indexOf('=') + 1);
  const forBody = async (server: typeof one) =>
    (await server.engine.findSession(token))?.posts.map((post) => post.forBody);
  for (const server of [one, two]) assert.deepEqual(await forBody(server), [false]);
  const others = [posts.clerk, posts.keeper];
  await raw`update post set abolished_on = '2026-03-01' where id = any(${others}::uuid[])`.execute(database.sql);
  const empty = { id: id(901), title: '临时岗', role: 'worker', body: bodies.longtian, scope: '440310001001' };
  assert.equal((await one.ask('POST', '/api/posts', chief, empty)).status, 200);
  for (const server of [one, two]) await becomes([true], () => forBody(server));
  await raw`update post set abolished_on = null where id = any(${others}::uuid[])`.execute(database.sql);
  assert.equal((await one.ask('DELETE', `/api/posts/${empty.id}`, chief)).status, 204);
  for (const server of [one, two]) await becomes([false], () => forBody(server));
});

test('a holding that begins tomorrow counts from midnight in China on', async () => {
  clock.set('2026-03-10T12:00:00.000Z');
  const chief = await one.signIn('chief');
  await one.appoint(chief, { post: posts.clerk, person: people.worker, from: '2026-03-11' });
  const cookie = await one.signIn('worker');
  assert.equal((await one.ask('GET', '/api/posts', cookie)).status, 403);
  clock.set('2026-03-10T15:59:59.000Z');
  assert.equal((await one.ask('GET', '/api/posts', cookie)).status, 403);
  clock.set('2026-03-10T16:00:00.000Z');
  assert.equal((await one.ask('GET', '/api/posts', cookie)).status, 200);
});

test('an unknown, malformed or foreign token is nobody', async () => {
  for (const token of [
    'x'.repeat(50),
    `440310.${'A'.repeat(43)}`,
    `440311.${'A'.repeat(43)}`,
    `' or 1=1 --${'x'.repeat(40)}`,
  ])
    assert.equal(await one.engine.findSession(token), undefined);
});

test('unknown account and wrong password get the same answer; five failures close the account to that address', async () => {
  clock.set('2026-04-01T01:00:00.000Z');
  const attempt = async (account: string, given = 'wrong-password') => {
    const { status, body } = await one.ask('POST', '/api/session', undefined, { account, password: given });
    const { trace: _, ...rest } = body;
    return { status, rest };
  };
  const [known, unknown] = [await attempt('clerk'), await attempt('nobody')];
  assert.deepEqual(known, unknown);
  assert.equal(known.status, 401);
  for (let turn = 0; turn < 4; turn++) assert.deepEqual(await attempt('clerk'), await attempt('nobody'));
  const [locked, lockedToo] = [await attempt('clerk', password), await attempt('nobody', password)];
  assert.deepEqual(locked, lockedToo);
  assert.equal(locked.status, 423);
  assert.equal(locked.rest.code, 'sign-in.locked');
  assert.equal((await attempt('chief', password)).status, 200, 'others are not locked');
  clock.pass(minutes(31));
  assert.equal((await attempt('clerk', password)).status, 200);
  const refused = (await audits('session.sign-in')).filter((row) => row['result'] === 'refused');
  assert.ok(refused.some((row) => row['person'] === people.clerk));
  assert.ok(refused.some((row) => row['person'] === null && row['district'] === '000000'));
  assert.ok(!JSON.stringify(refused).includes('nobody'));
});

test('unknown accounts take as long as known ones', async () => {
  const time = async (account: string): Promise<number> => {
    const started = performance.now();
    await one.ask('POST', '/api/session', undefined, { account, password: 'wrong-password' });
    return performance.now() - started;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let turn = 0; turn < 9; turn++) {
    // So long after each other that no lock answers sooner.
    clock.pass(minutes(16));
    known.push(await time('clerk'));
    unknown.push(await time(`nobody${turn}`));
  }
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[4] ?? 0;
  const ratio = median(known) / median(unknown);
  assert.ok(ratio > 0.4 && ratio < 2.5, `the median differs: ${median(known)} ms and ${median(unknown)} ms`);
});

test('a password is changed with the old one; other sessions end, this one stays', async () => {
  clock.set('2026-05-01T01:00:00.000Z');
  const [mine, elsewhere] = [await one.signIn('keeper'), await two.signIn('keeper')];
  const change = (body: object) => one.ask('PUT', '/api/me/password', mine, body);
  assert.equal((await change({ old: 'not-the-old-one', new: 'Seven-paper-cranes' })).body.code, 'sign-in.refused');
  assert.equal((await change({ old: password, new: 'keeper2026' })).body.code, 'password.guessable');
  assert.equal((await change({ old: password, new: 'Seven-paper-cranes' })).status, 200);
  assert.equal(await statusOf(one, mine), 200);
  await becomes(401, () => statusOf(two, elsewhere));
  await assert.rejects(one.signIn('keeper'));
  const answer = await one.ask('POST', '/api/session', undefined, {
    account: 'keeper',
    password: 'Seven-paper-cranes',
  });
  assert.equal(answer.status, 200);
});

test('an installation without accounts is set up once, with a secret that is shown once', async () => {
  const empty = await testDatabase();
  const fresh = await startOrganisation(await testParts(empty, { clock }));
  const [old, secret] = [await fresh.engine.prepareSetup(), await fresh.engine.prepareSetup()];
  assert.ok(old && secret && old !== secret);
  assert.ok(!JSON.stringify(await empty.sql.selectFrom('setting').selectAll().execute()).includes(secret));
  const setUp = async (given: string, account = 'first') =>
    (
      await fresh.ask('POST', '/api/public/setup', undefined, {
        secret: given,
        account,
        password: strong,
        name: '王一',
        at: '440310',
      })
    ).status;
  assert.equal(await setUp(old), 403, 'a later start ends the earlier secret');
  assert.equal(await setUp('guess'), 403);
  const outcomes = await Promise.all([setUp(secret, 'first'), setUp(secret, 'second')]);
  assert.deepEqual(outcomes.sort(), [204, 403], 'two at once: one wins');
  assert.equal(await setUp(secret), 403);
  assert.equal(await fresh.engine.prepareSetup(), undefined);
  const account = (await empty.sql.selectFrom('account').select('name').executeTakeFirstOrThrow())['name'] as string;
  const { body } = await fresh.ask('POST', '/api/session', undefined, { account, password: strong });
  assert.deepEqual([body.posts[0].role, body.posts[0].scope.code], ['chief', '440310']);
  clock.pass(25 * 3_600_000);
  const third = await fresh.engine.createAdministrator({
    account: 'third',
    password: strong,
    name: '李三',
    at: '440310001',
    role: 'keeper',
  });
  assert.ok(third !== id(0));
  await assert.rejects(
    fresh.engine.createAdministrator({ account: 'THIRD', password: strong, name: '李四', at: '440310' }),
    /organisation.account-taken/,
  );
});
