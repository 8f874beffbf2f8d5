import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { newReport, sendReport, someCategory } from '#tests/support/reports.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';
import { signIn } from '#tests/support/sign-in.ts';

let one: TestServer;
let two: TestServer;
before(async () => {
  one = await startTestServer({ demo: true });
  two = await startTestServer({ demo: true, beside: one });
});
after(async () => {
  await two.stop();
  await one.stop();
});

/** What a page hears on its line. */
const listen = async (url: string, cookie: string) => {
  const ending = new AbortController();
  const answer = await fetch(`${url}/api/live`, { headers: { cookie }, signal: ending.signal });
  assert.equal(answer.status, 200);
  assert.match(String(answer.headers.get('content-type')), /^text\/event-stream/);
  const heard = { text: '', ended: false };
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) heard.text += decoder.decode(chunk as Uint8Array);
    heard.ended = true;
  })().catch(() => undefined);
  return {
    heard,
    close: async () => {
      ending.abort();
      await reading;
    },
  };
};

const until = async (done: () => boolean): Promise<boolean> => {
  for (let turn = 0; turn < 150 && !done(); turn += 1) await wait(20);
  return done();
};

test('a report in one process is heard on a page of the other, and only where it lies in range', async () => {
  const dispatcher = await signIn(two.url, 'paidan');
  const elsewhere = await signIn(two.url, 'wangge');
  const far = await listen(two.url, elsewhere.cookie);
  const near = await listen(two.url, dispatcher.cookie);
  const me = (await (await dispatcher.get('/api/me')).json()) as { posts: { scope: { code: string } }[] };
  const scope = me.posts[0]?.scope.code ?? '';
  const body = newReport(await someCategory(one.url), scope);
  const { id } = body.report;
  const reported = await sendReport(one.url, body);
  assert.equal(reported.status, 200, await reported.clone().text());
  assert.ok(await until(() => near.heard.text.includes(id)), 'the page of the other process heard of it');
  assert.ok(!near.heard.text.includes('3 号楼'), 'news are a hint, never the data');
  assert.ok(!far.heard.text.includes(id), 'a grid worker hears nothing of the street around the grid');
  await Promise.all([near.close(), far.close()]);
});

test('whoever is disabled in one process is out of the other at once, and the line of the page ends', async () => {
  const admin = await signIn(one.url, 'guanli');
  const worker = await signIn(two.url, 'wangge');
  const line = await listen(two.url, worker.cookie);
  const { person } = (await (await worker.get('/api/me')).json()) as { person: { id: string } };
  const disabled = await admin.post(`/api/people/${person.id}/disable`, { reason: '离职' });
  assert.equal(disabled.status, 200, await disabled.clone().text());
  const begun = performance.now();
  let status = 200;
  while (status === 200 && performance.now() - begun < 5_000) status = (await worker.get('/api/me')).status;
  assert.equal(status, 401);
  assert.ok(performance.now() - begun < 1_000, 'within a second');
  assert.ok(await until(() => line.heard.ended));
});
