import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { newId, people, reportBody, startCases, testPorts } from './fixtures/case-district.ts';

const parts = await testParts(await testDatabase());
const [repair] = testPorts.definitions.playbooks;
assert.ok(repair);
const sleeper = { ...repair, id: 'test.sleeper', dormant: true } as const;
const { as } = await startCases(parts, {
  ...testPorts,
  definitions: { ...testPorts.definitions, playbooks: [repair, sleeper] },
});
const worker = as(people.worker);

const report = (id = newId()) => worker('POST', '/api/cases', reportBody({ id, playbook: 'test.sleeper' }));
const doors = async (): Promise<readonly string[]> =>
  (await worker('GET', '/api/playbooks')).body.playbooks.find((one: { id: string }) => one.id === 'test.sleeper')
    .reporters;

test('S114 S188: a dormant playbook opens nothing until it is woken; what it opened stays and goes on when it sleeps again', async () => {
  const asleep = await report();
  assert.equal(asleep.status, 409);
  assert.equal(asleep.body.code, 'case.dormant');
  assert.deepEqual(await doors(), []);
  assert.ok(
    !(await as(null)('GET', '/api/playbooks')).body.playbooks.some((one: { id: string }) => one.id === 'test.sleeper'),
  );

  await parts.settings.set('case.awake', ['test.sleeper']);
  const id = newId();
  assert.equal((await report(id)).status, 200);
  assert.ok((await doors()).length > 0);

  await parts.settings.set('case.awake', []);
  assert.equal((await report()).body.code, 'case.dormant');
  assert.equal((await report(id)).body.id, id, 'a repeat of what was taken is still harmless');
  const kept = await worker('GET', `/api/cases/${id}`);
  assert.equal(kept.status, 200);
  const accepted = await worker('POST', `/api/cases/${id}/actions`, {
    id: newId(),
    action: 'accept',
    form: {},
    version: kept.body.version,
  });
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
});
