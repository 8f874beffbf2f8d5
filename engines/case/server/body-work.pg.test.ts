import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPost, testSession } from '#tests/support/sessions.ts';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, district, newId, people, reportBody, roles, startCases } from './fixtures/case-district.ts';

const { as, engine } = await startCases(await testParts(await testDatabase()));

test('what a body is given lies in the inbox of its posts, and not of one that works a range alone', async () => {
  const report = reportBody();
  assert.equal((await as(people.worker)('POST', '/api/cases', report)).status, 200);
  const act = async (who: typeof people.worker, action: string, form: object) => {
    const answer = await as(who)('POST', `/api/cases/${report.id}/actions`, { id: newId(), action, form });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  };
  await act(people.worker, 'accept', {});
  await act(people.dispatcher, 'send', { body: bodies.works });
  const seen = async (forBody: boolean) => {
    const permissions = roles.find((role) => role.id === 'worker')?.permissions ?? [];
    const scope = '99.01.01.002.';
    const post = testPost({ id: newId(), role: 'worker', permissions, body: bodies.works, forBody, scope, district });
    const ask = as(testSession({ id: newId(), person: newId(), posts: [post] }));
    const action = { id: newId(), action: 'finish', form: { result: '修好了' } };
    return {
      inbox: (await ask('GET', '/api/cases?view=inbox')).body.rows.length,
      waiting: (await ask('GET', '/api/inbox/count')).body.waiting,
      atPost: (await engine.countOpenCases([post])).get(post.id),
      handedOn: (await engine.listOpenAt(post)).length,
      read: (await ask('GET', `/api/cases/${report.id}`)).status,
      step: (await ask('POST', `/api/cases/${report.id}/actions`, action)).status,
    };
  };
  assert.deepEqual(await seen(false), { inbox: 0, waiting: 0, atPost: 0, handedOn: 0, read: 404, step: 404 });
  assert.deepEqual(await seen(true), { inbox: 1, waiting: 1, atPost: 1, handedOn: 1, read: 200, step: 200 });
});
