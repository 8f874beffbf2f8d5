import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import { fingerprintOf, withReceipt } from '#platform/server/receipts';
import { testDatabase } from '#tests/support/pg.ts';

const { sql } = await testDatabase();
const id = '0196fdf7-2a80-7000-8000-00000000000';
const district = '990101';

const add = (number: number) => async (transaction: Parameters<Parameters<typeof withReceipt>[2]>[0]) => {
  await wait(30);
  await raw`insert into setting (key, value) values (${`n${Math.random()}`}, ${number})`.execute(transaction);
  return { number };
};
const effects = async (): Promise<number> =>
  (await raw<{ n: number }>`select count(*) as n from setting`.execute(sql)).rows[0]?.n ?? 0;

test('the same command twice, one after the other or at once, has one effect and one answer', async () => {
  const before = await effects();
  const command = { district, id: `${id}1`, said: { number: 1, place: { b: 1, a: 2 } } };
  const again = { ...command, said: { place: { a: 2, b: 1 }, number: 1 } };
  const answers = await Promise.all([1, 2, 3, 4].map(() => withReceipt(sql, command, add(1))));
  answers.push(await withReceipt(sql, again, add(1)));
  assert.deepEqual(
    answers,
    Array.from({ length: 5 }, () => ({ number: 1 })),
  );
  assert.equal(await effects(), before + 1);
});

test('another content under a used id is refused, also when both come at once', async () => {
  const before = await effects();
  const outcomes = await Promise.allSettled([
    withReceipt(sql, { district, id: `${id}2`, said: 1 }, add(1)),
    withReceipt(sql, { district, id: `${id}2`, said: 2 }, add(2)),
  ]);
  assert.deepEqual(outcomes.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
  const refused = outcomes.find((one) => one.status === 'rejected');
  assert.equal((refused as PromiseRejectedResult).reason.code, 'request.id-reused');
  assert.equal(await effects(), before + 1);
});

test('a command that failed leaves nothing behind and may be tried again', async () => {
  const before = await effects();
  const command = { district, id: `${id}3`, said: 3 };
  await assert.rejects(
    withReceipt(sql, command, async (transaction) => {
      await add(3)(transaction);
      throw new Error('power cut');
    }),
  );
  assert.equal(await effects(), before);
  assert.deepEqual(await withReceipt(sql, command, add(3)), { number: 3 });
});

test('a fingerprint knows order of lists but not of keys, and tells undefined from null', () => {
  assert.equal(fingerprintOf({ a: 1, b: [1, 2] }), fingerprintOf({ b: [1, 2], a: 1, c: undefined }));
  assert.notEqual(fingerprintOf({ b: [1, 2] }), fingerprintOf({ b: [2, 1] }));
  assert.notEqual(fingerprintOf({ a: null }), fingerprintOf({}));
  assert.notEqual(fingerprintOf({ a: '1' }), fingerprintOf({ a: 1 }));
});
