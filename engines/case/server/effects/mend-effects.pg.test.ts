import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { Playbook } from '#engines/case/model';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { testPost, testSession } from '#tests/support/sessions.ts';
import { repair } from '../../model/fixtures/repair.ts';
import {
  bodies,
  type Caller,
  district,
  newId,
  people,
  reportBody,
  startCases,
  testPorts,
} from '../fixtures/case-district.ts';

const clock = testClock('2026-11-23T01:00:00.000Z');
const database = await testDatabase();
const parts = await testParts(database, { clock });

/** Whoever reports is told by a gateway that fails as long as it is told to. */
let broken = true;
const telling: Playbook = {
  ...repair,
  id: 'test.telling',
  actions: [
    ...repair.actions,
    {
      id: 'tell',
      name: { zh: '告知', en: 'Tell' },
      from: ['received'],
      who: [{ role: 'worker' }],
      effects: [{ effect: 'notice.send', template: 'test.told', to: [{ reporter: true }] }],
    },
  ],
};
let told = 0;
const { engine, as } = await startCases(parts, {
  ...testPorts,
  definitions: { ...testPorts.definitions, playbooks: [repair, telling] },
  notify: async () => {
    if (broken) throw new Error('gateway 13800001234 is away');
    told += 1;
  },
});
const holding = (permissions: readonly string[], scope: string): Caller =>
  as(
    testSession({
      person: newId(),
      posts: [testPost({ id: newId(), role: 'manager', permissions, body: bodies.street, scope, district: '990101' })],
    }),
  );
const mender = holding(['effect.mend'], '99.01.01.');
const manager = holding(['effect.mend', 'case.read'], '99.01.01.');
const elsewhere = holding(['effect.mend'], '99.01.01.009.');

interface Row {
  readonly id: Id;
  readonly state: string;
}
const list = async (who: Caller, state?: string): Promise<readonly (Row & Record<string, never>)[]> => {
  const answer = await who('GET', `/api/effects${state ? `?state=${state}` : ''}`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.rows;
};
const counts = async () => (await mender('GET', '/api/effects/count')).body;

/** A matter of which one effect was tried and failed. */
const failing = async (): Promise<{ matter: Id; effect: Id }> => {
  broken = true;
  const given = reportBody({ playbook: telling.id });
  const worker = as(people.worker);
  assert.equal((await worker('POST', '/api/cases', given)).status, 200);
  const acted = await worker('POST', `/api/cases/${given.id}/actions`, { id: newId(), action: 'tell', form: {} });
  assert.equal(acted.status, 200, JSON.stringify(acted.body));
  await engine.runEffects();
  const { rows } = await raw<{ id: Id }>`select id from case_effect where case_id = ${given.id}::uuid`.execute(
    parts.sql,
  );
  const [row] = rows;
  assert.ok(row);
  return { matter: given.id, effect: row.id };
};
const retry = (who: Caller, effect: Id, id = newId()) => who('POST', `/api/effects/${effect}/retry`, { id });
const giveUp = (who: Caller, effect: Id, id = newId()) =>
  who('POST', `/api/effects/${effect}/give-up`, { id, reason: '号码已停用，已电话告知' });
const stateOf = async (effect: Id): Promise<string | undefined> =>
  (await raw<{ state: string }>`select state from case_effect where id = ${effect}::uuid`.execute(parts.sql)).rows[0]
    ?.state;

describe('what should have followed from a step and did not', () => {
  test('is seen in words, by those whose range holds it, and told of the matter what they may know', async () => {
    assert.deepEqual(await counts(), { failed: 0, retrying: 0, givenUp: 0 });
    const { matter, effect } = await failing();
    const [row] = await list(mender);
    assert.deepEqual([row?.id, row?.state], [effect, 'retrying']);
    const seen = JSON.parse(JSON.stringify(row));
    assert.equal(seen.what.zh, '发送通知给有关人员');
    assert.match(seen.why.zh, /意外问题/);
    assert.ok(!seen.technical.includes('13800001234'), 'numbers are masked');
    assert.deepEqual([seen.case.id, seen.case.title], [null, null], 'whoever may not read it sees its number alone');
    assert.match(seen.case.number, /\d/);
    assert.ok(seen.nextAt > parts.clock());
    const [known] = await list(manager);
    assert.equal(JSON.parse(JSON.stringify(known)).case.id, matter);
    assert.deepEqual(await list(elsewhere), []);
    assert.equal((await retry(elsewhere, effect)).status, 404);
    assert.equal((await as(people.worker)('GET', '/api/effects')).status, 403);
    assert.deepEqual(await counts(), { failed: 0, retrying: 1, givenUp: 0 });
    await giveUp(mender, effect);
  });

  test('is tried again at once; the same command twice is one, and done it is no trouble any more', async () => {
    const { effect } = await failing();
    const id = newId();
    broken = false;
    told = 0;
    assert.deepEqual(
      (await Promise.all([retry(mender, effect, id), retry(mender, effect, id)])).map((one) => one.status),
      [204, 204],
    );
    await engine.runEffects();
    assert.equal(await stateOf(effect), 'done');
    assert.equal(told, 1);
    assert.equal((await retry(manager, effect)).body.code, 'effect.settled');
    assert.equal((await giveUp(manager, effect)).body.code, 'effect.settled');
    const { rows } = await raw<{
      action: string;
    }>`select action from audit_row where detail->>'effect' = ${effect}`.execute(parts.sql);
    assert.deepEqual(
      rows.map((one) => one.action),
      ['effect.retry'],
    );
  });

  test('that keeps failing is tried no more by itself, counts as failed, and may still be tried by hand', async () => {
    const { effect } = await failing();
    for (let hours = 0; hours < 6; hours += 1) {
      clock.pass(13 * 3_600_000);
      await engine.runEffects();
    }
    assert.equal(await stateOf(effect), 'failed');
    assert.deepEqual(await counts(), { failed: 1, retrying: 0, givenUp: 1 });
    broken = false;
    assert.equal((await retry(mender, effect)).status, 204);
    await engine.runEffects();
    assert.equal(await stateOf(effect), 'done');
  });

  test('is given up with a reason by one of two; the other is told, and nothing runs it again', async () => {
    const { effect } = await failing();
    const answers = await Promise.all([giveUp(mender, effect), giveUp(manager, effect)]);
    assert.deepEqual(answers.map((one) => one.status).sort(), [204, 409]);
    assert.equal((await retry(manager, effect)).body.code, 'effect.settled');
    broken = false;
    clock.pass(24 * 3_600_000);
    await engine.runEffects();
    assert.equal(await stateOf(effect), 'given-up');
    const given = (await list(manager, 'given-up')).find((one) => one.id === effect);
    assert.equal(JSON.parse(JSON.stringify(given)).givenUp.reason, '号码已停用，已电话告知');
    assert.ok((await list(manager)).every((one) => one.id !== effect));
    assert.equal((await mender('POST', `/api/effects/${effect}/give-up`, { id: newId(), reason: '' })).status, 400);
    assert.equal(district, '990101');
  });
});
