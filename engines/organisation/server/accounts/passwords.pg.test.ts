import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { password, people, plan, startOrganisation } from '../fixtures/small-district.ts';
import { type Visitor, visitorOf } from '../fixtures/visitor.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T01:00:00.000Z');
const parts = await testParts(database, { clock });
const one = await startOrganisation(parts);
await one.engine.plantOrganisation(plan);
// The database's own clock wrote when they were set.
await database.sql.updateTable('account').set({ changed_at: clock.now(), used_at: clock.now() }).execute();

const day = 86_400_000;
const good = (number: number): string => `Copper-lantern-${'abcdefghijk'[number]}${number}-Quay`;
const change = async (visitor: Visitor, old: string, next: string): Promise<string | number> => {
  const answer = await visitor.ask('PUT', '/api/me/password', { old, new: next });
  // Five changes a minute are more than a person makes.
  clock.pass(61_000);
  return answer.status === 200 ? 200 : answer.body.code;
};
const profile = (name: 'db3' | 'asvs') => parts.settings.set('security.profile', name);

test('security 5: under db3 the last five do not come back, a sixth does; under asvs only the same is refused', async () => {
  const visitor = visitorOf(one.app);
  await visitor.signIn('clerk');
  assert.equal(await change(visitor, password, 'copper-lantern-bridges'), 'password.classes');
  let present = password;
  for (const number of [1, 2, 3, 4, 5, 6]) {
    assert.equal(await change(visitor, present, good(number)), 200);
    present = good(number);
  }
  for (const number of [6, 5, 4, 3, 2, 1]) assert.equal(await change(visitor, present, good(number)), 'password.used');
  assert.equal(await change(visitor, present, good(7)), 200);
  assert.equal(await change(visitor, good(7), good(1)), 200);
  const kept = await database.sql.selectFrom('past_password').selectAll().where('person', '=', people.clerk).execute();
  assert.equal(kept.length, 5);
  assert.ok(kept.every((row) => String(row['password']).startsWith('$argon2id$')));
  await profile('asvs');
  assert.equal(await change(visitor, good(1), good(1)), 'password.used');
  assert.equal(await change(visitor, good(1), good(7)), 200);
  assert.equal(await change(visitor, good(7), 'copper-lantern-bridges'), 200);
  await profile('db3');
});

test('security 4: streets, communities and one’s own name in pinyin are guessed first', async () => {
  const visitor = visitorOf(one.app);
  await visitor.signIn('worker');
  for (const guess of ['Laokeng@2026', 'Longtian-2026!', 'Worker@123456', 'Pingshan#2026'])
    assert.equal(await change(visitor, password, guess), 'password.guessable', guess);
});

test('security 5: after 90 days db3 asks for another before anything else is reached; asvs does not', async () => {
  clock.set('2026-07-01T01:00:00.000Z');
  await database.sql
    .updateTable('account')
    .set({ changed_at: new Date(Date.parse(clock.now()) - 91 * day).toISOString() })
    .where('name', '=', 'keeper')
    .execute();
  await profile('asvs');
  assert.equal((await visitorOf(one.app).signIn('keeper')).body.pending, null);
  await profile('db3');
  const visitor = visitorOf(one.app);
  assert.equal((await visitor.signIn('keeper')).body.pending, 'password');
  const before = visitor.jar.get('lifang');
  assert.equal(await visitor.inside(), 403);
  assert.equal(await change(visitor, password, good(1)), 200);
  assert.notEqual(visitor.jar.get('lifang'), before);
  assert.equal(await visitor.inside(), 200);
  assert.equal((await visitorOf(one.app).signIn('keeper', good(1))).body.pending, null);
});

test('security 2, 15: a starting password is given by who reaches the person, shown once, short-lived, and must be changed', async () => {
  clock.set('2026-07-02T01:00:00.000Z');
  await database.sql.updateTable('account').set({ changed_at: clock.now() }).execute();
  const chief = visitorOf(one.app, '10.0.0.9');
  await chief.signIn('chief');
  const running = visitorOf(one.app);
  await running.signIn('other');
  const reset = (visitor: Visitor, person: string) => visitor.ask('POST', `/api/people/${person}/starting-password`);
  const given = await reset(chief, people.other);
  assert.equal(given.status, 200);
  assert.equal(await running.inside(), 401, 'running sign-ins end');
  const starting: string = given.body.password;
  const stored = JSON.stringify([
    await database.sql.selectFrom('account').selectAll().execute(),
    await database.sql.selectFrom('audit_row').selectAll().execute(),
  ]);
  assert.ok(!stored.includes(starting));
  assert.equal((await visitorOf(one.app).signIn('other', password)).status, 401);
  const visitor = visitorOf(one.app);
  assert.equal((await visitor.signIn('other', starting)).body.pending, 'password');
  assert.equal(await change(visitor, starting, starting), 'password.used');
  assert.equal(await change(visitor, starting, good(3)), 200);
  assert.equal(await visitor.inside(), 200);
  assert.equal((await visitorOf(one.app).signIn('other', starting)).status, 401);

  assert.equal((await reset(chief, people.chief)).body.code, 'organisation.not-yourself');
  const keeper = visitorOf(one.app, '10.0.0.10');
  await keeper.signIn('keeper', good(1));
  assert.equal((await reset(keeper, people.other)).status, 404, 'outside the range nobody exists');
  assert.ok([403, 404].includes((await reset(keeper, people.chief)).status), 'who may do more is not theirs to touch');
  const late = await reset(keeper, people.worker);
  assert.equal(late.status, 200, JSON.stringify(late.body));
  clock.pass(73 * 3_600_000);
  assert.equal((await visitorOf(one.app).signIn('worker', late.body.password)).body.code, 'sign-in.starting-expired');
});

test('security 17: 90 days unused suspend an account; an administrator sees and opens it again', async () => {
  clock.set('2026-08-01T01:00:00.000Z');
  const set = (name: string, days: number) =>
    database.sql
      .updateTable('account')
      .set({ used_at: new Date(Date.parse(clock.now()) - days * day).toISOString(), changed_at: clock.now() })
      .where('name', '=', name)
      .execute();
  await database.sql.updateTable('account').set({ used_at: clock.now() }).execute();
  for (const [name, days] of [
    ['chief', 1],
    ['clerk', 89],
    ['keeper', 91],
    ['worker', 3],
    ['other', 77],
  ] as const)
    await set(name, days);
  assert.equal(await one.engine.suspendUnused(), 1);
  assert.equal(await one.engine.suspendUnused(), 0);
  assert.equal((await visitorOf(one.app).signIn('keeper', 'wrong-password')).body.code, 'sign-in.refused');
  assert.equal((await visitorOf(one.app).signIn('keeper', good(1))).body.code, 'sign-in.suspended');
  const chief = visitorOf(one.app);
  await chief.signIn('chief');
  const list = (await chief.ask('GET', '/api/suspended-accounts')).body;
  assert.deepEqual(
    list.map((row: { account: string }) => row.account),
    ['keeper'],
  );
  assert.equal((await chief.ask('POST', `/api/people/${people.keeper}/open-account`)).status, 204);
  assert.equal((await visitorOf(one.app).signIn('keeper', good(1))).status, 200);
  assert.equal(await one.engine.suspendUnused(), 0);
  const warned = await database.sql.selectFrom('account').select('name').where('warned_at', 'is not', null).execute();
  assert.deepEqual(warned.map((row) => row['name']).sort(), ['clerk', 'other']);
});

test('security 14: one sees where one is signed in and ends it; an administrator ends anyone’s in reach', async () => {
  clock.set('2026-08-02T01:00:00.000Z');
  await database.sql.updateTable('account').set({ used_at: clock.now(), changed_at: clock.now() }).execute();
  const [mine, phone, third] = ['10.1.0.1', '10.1.0.2', '10.1.0.3'].map((address) => visitorOf(one.app, address));
  assert.ok(mine && phone && third);
  for (const visitor of [mine, phone, third]) await visitor.signIn('keeper', good(1));
  const list = (await mine.ask('GET', '/api/me/sessions')).body as { id: string; address: string; current: boolean }[];
  assert.deepEqual(list.map((row) => [row.address, row.current]).sort(), [
    ['10.1.0.1', true],
    ['10.1.0.2', false],
    ['10.1.0.3', false],
  ]);
  const theirs = list.find((row) => row.address === '10.1.0.2')?.id ?? '';
  const chief = visitorOf(one.app);
  await chief.signIn('chief');
  assert.equal((await chief.ask('DELETE', `/api/me/sessions/${theirs}`)).status, 404, 'only one’s own');
  assert.equal((await mine.ask('DELETE', `/api/me/sessions/${theirs}`)).status, 204);
  assert.deepEqual([await mine.inside(), await phone.inside(), await third.inside()], [200, 401, 200]);
  assert.equal((await mine.ask('DELETE', '/api/me/sessions')).status, 204);
  assert.deepEqual([await mine.inside(), await third.inside()], [200, 401]);
  assert.equal((await chief.ask('DELETE', `/api/people/${people.keeper}/sessions`)).status, 204);
  assert.equal(await mine.inside(), 401);
  await third.signIn('keeper', good(1));
  assert.equal((await third.ask('DELETE', `/api/people/${people.other}/sessions`)).status, 404);
  assert.ok([403, 404].includes((await third.ask('DELETE', `/api/people/${people.chief}/sessions`)).status));
});
