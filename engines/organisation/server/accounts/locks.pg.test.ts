import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateSync } from 'otplib';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { password, plan, startOrganisation } from '../fixtures/small-district.ts';
import { visitorOf } from '../fixtures/visitor.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T01:00:00.000Z');
const one = await startOrganisation(await testParts(database, { clock }));
const two = await startOrganisation(await testParts(database, { clock }));
await one.engine.plantOrganisation(plan);

const minutes = (count: number): number => count * 60_000;
let last = 0;
/** A computer that nobody knows yet. */
const stranger = (app = one.app) => visitorOf(app, `10.9.${++last >> 8}.${last & 255}`);
const wrong = 'not-the-password';

test('security 6: the sixth try within 15 minutes is refused with 423, in every process; others are not affected', async () => {
  const guesser = stranger();
  for (let turn = 0; turn < 5; turn++) assert.equal((await guesser.signIn('clerk', wrong)).status, 401);
  const locked = await guesser.signIn('clerk', password);
  assert.deepEqual([locked.status, locked.body.code], [423, 'sign-in.locked']);
  assert.ok(Number(locked.headers['retry-after']) > 1700);
  const elsewhere = visitorOf(two.app, `10.9.0.${last}`);
  assert.equal((await elsewhere.signIn('clerk', password)).status, 423);
  assert.equal((await guesser.signIn('worker', password)).status, 200, 'another account from there');
  assert.equal((await stranger().signIn('clerk', password)).status, 200, 'the same account from elsewhere');
  clock.pass(minutes(29));
  assert.equal((await guesser.signIn('clerk', password)).status, 423);
  clock.pass(minutes(1) + 1000);
  assert.equal((await guesser.signIn('clerk', password)).status, 200);
});

test('security 6: failures that lie 15 minutes apart do not lock', async () => {
  const slow = stranger();
  for (let turn = 0; turn < 8; turn++) {
    assert.equal((await slow.signIn('clerk', wrong)).status, 401);
    clock.pass(minutes(16));
  }
  assert.equal((await slow.signIn('clerk')).status, 200);
});

test('security 6: strangers at many addresses close the account to strangers, never to a device that it knows', async () => {
  const own = visitorOf(one.app, '10.1.1.1');
  assert.equal((await own.signIn('chief')).status, 200);
  for (let address = 0; address < 10; address++) {
    const guesser = stranger();
    for (let turn = 0; turn < 5; turn++) await guesser.signIn('chief', wrong);
  }
  assert.equal((await stranger().signIn('chief')).status, 423, 'a stranger meets the count over all addresses');
  assert.equal((await own.signIn('chief')).status, 200, 'the owner at his own desk does not');
  own.jar.delete('lifang');
  assert.equal((await visitorOf(two.app, '10.1.1.1').signIn('chief')).status, 423, 'an address alone is not a device');
  const moved = visitorOf(two.app, '10.200.1.1');
  for (const [name, value] of own.jar) moved.jar.set(name, value);
  assert.equal((await moved.signIn('chief')).status, 200, 'the same device elsewhere, in another process');
});

test('security 6: a known device has its own five tries, and is known to its own accounts alone', async () => {
  clock.set('2026-04-02T01:00:00.000Z');
  const own = stranger();
  await own.signIn('clerk');
  const device = own.jar.get('lifang-device') ?? '';
  for (let turn = 0; turn < 5; turn++) assert.equal((await own.signIn('clerk', wrong)).status, 401);
  assert.equal((await own.signIn('clerk')).status, 423);
  assert.equal((await stranger().signIn('clerk')).status, 200);

  const forger = stranger();
  forger.jar.set('lifang-device', `${device.slice(0, -1)}${device.endsWith('A') ? 'B' : 'A'}`);
  for (let turn = 0; turn < 5; turn++) await forger.signIn('clerk', wrong);
  assert.equal((await forger.signIn('clerk')).status, 423, 'a forged cookie is a stranger’s');
  const other = stranger();
  other.jar.set('lifang-device', device);
  for (let turn = 0; turn < 5; turn++) await other.signIn('other', wrong);
  other.jar.delete('lifang-device');
  assert.equal((await other.signIn('other')).status, 423, 'known to one account is not known to another');
});

test('security 6: codes are counted by the same locks, and the right password does not buy more of them', async () => {
  clock.set('2026-05-02T01:00:00.000Z');
  const owner = stranger();
  await owner.signIn('worker');
  const { body } = await owner.ask('POST', '/api/me/totp');
  const codeOf = () => generateSync({ secret: body.secret, epoch: Date.parse(clock.now()) / 1000 });
  assert.equal((await owner.ask('PUT', '/api/me/totp', { code: codeOf() })).status, 200);
  clock.pass(minutes(1));
  const thief = stranger();
  const tries: number[] = [];
  for (let turn = 0; turn < 7; turn++) {
    const step = await thief.signIn('worker');
    if (step.status !== 200) {
      tries.push(step.status);
      continue;
    }
    assert.equal(step.body.pending, 'factor');
    const right = codeOf();
    tries.push(
      (await thief.ask('POST', '/api/session/factor', { code: right === '000000' ? '000001' : '000000' })).status,
    );
  }
  assert.deepEqual(tries, [401, 401, 401, 401, 401, 423, 423]);
  clock.pass(minutes(1));
  assert.equal((await owner.signIn('worker')).body.pending, 'factor');
  assert.equal((await owner.ask('POST', '/api/session/factor', { code: codeOf() })).status, 200, 'the owner goes on');
});

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

test('security 7: unknown account, wrong password and disabled account take the same time, within 10 %', async () => {
  clock.set('2026-06-02T01:00:00.000Z');
  await database.sql.updateTable('person').set({ disabled_at: clock.now() }).where('name', '=', 'Other').execute();
  const time = async (account: string): Promise<number> => {
    const visitor = stranger();
    const started = performance.now();
    await visitor.signIn(account, wrong);
    return performance.now() - started;
  };
  const kinds = ['clerk', 'nobody', 'other'] as const;
  const times: Record<(typeof kinds)[number], number[]> = { clerk: [], nobody: [], other: [] };
  // Another program on the machine disturbs single measurements; it does not disturb one kind for long.
  for (let round = 0; round < 6; round++) {
    for (let turn = 0; turn < 12; turn++) {
      // So long after each other that the count over all addresses never locks.
      clock.pass(minutes(16));
      for (const kind of turn % 2 ? kinds : [...kinds].reverse()) times[kind].push(await time(kind));
    }
    const [least = 0, , most = 0] = kinds.map((kind) => median(times[kind])).sort((a, b) => a - b);
    if (most / least < 1.1) break;
  }
  const locked = stranger();
  for (let turn = 0; turn < 5; turn++) await locked.signIn('nobody', wrong);
  const withoutHash: number[] = [];
  for (let turn = 0; turn < 9; turn++) {
    const started = performance.now();
    assert.equal((await locked.signIn('nobody', wrong)).status, 423);
    withoutHash.push(performance.now() - started);
  }
  const medians = kinds.map((kind) => median(times[kind]));
  const [least = 0, , most = 0] = [...medians].sort((a, b) => a - b);
  assert.ok(most / least < 1.1, `medians differ: ${kinds.map((kind, at) => `${kind} ${medians[at]} ms`).join(', ')}`);
  // The measure can tell: an answer without the hash is many times quicker than any of these.
  assert.ok(median(withoutHash) < least / 3, `without a hash: ${median(withoutHash)} ms, with it: ${least} ms`);
});
