import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLimits, dropOldLimits } from '#platform/server/limits';
import { openSql } from '#platform/server/sql';
import { testClock } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';

const database = await testDatabase();
const clock = testClock('2026-11-22T08:00:00.000Z');
const here = createLimits(database.sql, clock.now);

const sms = (phone: string) => [
  { key: `sms ${phone}`, most: 1, seconds: 60 },
  { key: `sms ${phone}`, most: 5, seconds: 3600 },
  { key: `sms ${phone}`, most: 10, seconds: 86_400 },
];

test('security 63: one a minute, five an hour, ten a day; whoever is refused learns how long to wait', async () => {
  const phone = 'a';
  assert.equal(await here.take(sms(phone)), 0);
  assert.equal(await here.take(sms(phone)), 60);
  clock.pass(59_000);
  assert.equal(await here.take(sms(phone)), 1);
  clock.pass(1_000);
  assert.equal(await here.take(sms(phone)), 0, 'the refused ones did not count');
  for (let turn = 0; turn < 3; turn += 1) {
    clock.pass(60_000);
    assert.equal(await here.take(sms(phone)), 0);
  }
  clock.pass(60_000);
  const wait = await here.take(sms(phone));
  assert.equal(wait, 3600 - 300, 'until the first of the five is an hour old');
  clock.pass(wait * 1000);
  let taken = 5;
  for (let turn = 0; turn < 20; turn += 1) {
    if ((await here.take(sms(phone))) === 0) taken += 1;
    clock.pass(3600_000 / 4);
  }
  assert.equal(taken, 10, 'the day is used up');
  assert.equal(await here.take(sms('b')), 0, 'another phone is not touched');
});

test('security 63: two processes that take at once share one count', async () => {
  const other = openSql(database.url);
  const there = createLimits(other.sql, clock.now);
  const rule = [
    { key: 'shared', most: 7, seconds: 60 },
    { key: 'all', most: 1000, seconds: 60 },
  ];
  const waits = await Promise.all(
    Array.from({ length: 40 }, (_, turn) => (turn % 2 ? here : there).take(turn % 3 ? rule : [...rule].reverse())),
  );
  await other.close();
  assert.equal(waits.filter((wait) => wait === 0).length, 7);
});

test('where one of several limits refuses, none is used up', async () => {
  assert.equal(await here.take([{ key: 'c', most: 1, seconds: 60 }]), 0);
  assert.ok(
    (await here.take([
      { key: 'c', most: 1, seconds: 60 },
      { key: 'd', most: 1, seconds: 60 },
    ])) > 0,
  );
  assert.equal(await here.take([{ key: 'd', most: 1, seconds: 60 }]), 0);
});

test('for any rule and any times it allows what a list of all moments allows', async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 30 }),
      fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 15 }),
      async (most, seconds, pauses) => {
        const key = `any ${(number += 1)}`;
        const taken: number[] = [];
        for (const pause of pauses) {
          clock.pass(pause * 1000);
          const now = Date.parse(clock.now());
          const may = taken.filter((at) => at > now - seconds * 1000).length < most;
          assert.equal((await here.take([{ key, most, seconds }])) === 0, may);
          if (may) taken.push(now);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('a count may be forgotten, and old ones go by themselves', async () => {
  await here.take([{ key: 'e', most: 1, seconds: 60 }]);
  await here.forget('e');
  assert.equal(await here.take([{ key: 'e', most: 1, seconds: 60 }]), 0);
  assert.equal(await here.look([{ key: 'e', most: 1, seconds: 60 }]), 60, 'looking does not count');
  assert.equal(await here.look([{ key: 'e', most: 2, seconds: 60 }]), 0);
  assert.equal(await here.take([{ key: 'e', most: 2, seconds: 60 }]), 0);
  clock.pass(2 * 86_400_000);
  await dropOldLimits(database.sql, clock.now());
  assert.deepEqual(await database.sql.selectFrom('limit_hits').selectAll().execute(), []);
});
