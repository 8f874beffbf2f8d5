import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { after, test } from 'node:test';
import { uuidv7 } from '#kernel/ids';
import type { Job } from '#platform/contract';
import { smallDistrict, box } from '../../engines/territory/server/fixtures/small-district.ts';
import { startTestServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const server = await startTestServer();
after(server.stop);
const { territory, organisation } = server.lifang.engines;
await territory.plantTerritory(smallDistrict);
const password = 'Seven-paper-cranes';
await organisation.createAdministrator({
  account: 'keeper',
  password,
  name: '管理员',
  at: '990101001',
  role: undefined,
});

await server.lifang.parts.settings.set('security.second-factor', 'offered');
const keeper = await signIn(server.url, 'keeper', password);
const jsonOf = async <Answer>(asked: Promise<Response>): Promise<Answer> => {
  const answer = await asked;
  assert.ok(answer.ok, `${answer.status} ${await answer.clone().text()}`);
  return (await answer.json()) as Answer;
};

test('boundaries come in as a job, within the scope of whoever started it, and are located at once', async () => {
  const feature = (code: string, geometry: object) => ({ type: 'Feature', properties: { code }, geometry });
  const id = uuidv7(Date.now(), randomBytes(10));
  const body = {
    id,
    datum: 'WGS-84',
    geojson: {
      type: 'FeatureCollection',
      features: [feature('990101001002', box(0, 2, 4, 1.5)), feature('990101002', box(4, 0, 6, 3))],
    },
  };
  assert.equal((await territory.locate('990101', { lng: 114.01, lat: 22.038 })).deepest, '99.01.01.001.002.');
  assert.equal((await jsonOf<Job>(keeper.post('/api/territory/import', body))).state, 'waiting');
  assert.equal((await jsonOf<Job>(keeper.post('/api/territory/import', body))).id, id);
  let job = await jsonOf<Job>(keeper.get(`/api/jobs/${id}`));
  for (let turn = 0; turn < 200 && job.state !== 'done' && job.state !== 'failed'; turn += 1) {
    await wait(50);
    job = await jsonOf<Job>(keeper.get(`/api/jobs/${id}`));
  }
  assert.equal(job.state, 'done');
  assert.equal(job.message?.zh, '写入边界 1 个，未变化 0 个，未采用 1 个。');
  assert.deepEqual(
    (job.result as { refused: { code: string }[] }).refused.map((one) => one.code),
    ['990101002'],
  );
  assert.equal((await territory.locate('990101', { lng: 114.01, lat: 22.038 })).deepest, '99.01.01.001.');
});
