import { testPost, testSession } from '#tests/support/sessions.ts';
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql as raw } from 'kysely';
import pino from 'pino';
import { createAudit } from '#platform/server/audit';
import { createEventStreams, createLive, mayHear } from '#platform/server/live';
import type { News, Session } from '#platform/server/parts';
import { createLine } from '#platform/server/sql';
import { createSettings } from '#platform/server/settings';
import { testDatabase } from '#tests/support/pg.ts';

const database = await testDatabase();
const audit = await createAudit(async (purpose) => hash('sha256', purpose, 'buffer'));
const log = pino({ level: 'silent' });

/** One server process's end of the line. */
const station = async (name: string) => {
  const line = createLine(database.url, name);
  const live = createLive(line, log);
  const heard: News[] = [];
  live.listen((news) => void heard.push(news));
  await line.open();
  after(() => line.close());
  return { live, heard };
};
const here = await station('lifang here');
const there = await station('lifang there');

const until = async (test: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 200 && !test(); turn += 1) await wait(20);
  assert.ok(test());
};

const news = (id: string, path = '99.01.01.001.'): News => ({ topic: 'case', district: '990101', path, id });
const worker = (scope: string, person = 'p1'): Session =>
  testSession({
    id: 's1',
    person,
    posts: [testPost({ id: 'a', role: 'grid-worker', body: 'b', scope, district: '990101' })],
  });

test('news told in one process are heard in both, each once, however often it was told in a moment', async () => {
  for (let turn = 0; turn < 50; turn += 1) here.live.tell(news('twice'));
  await until(() => there.heard.some((one) => one.id === 'twice'));
  await wait(120);
  for (const { heard } of [here, there]) assert.equal(heard.filter((one) => one.id === 'twice').length, 1);
});

test('more news than fit one message all arrive', async () => {
  for (let turn = 0; turn < 1_000; turn += 1) here.live.tell(news(`n${turn}`));
  await until(() => there.heard.filter((one) => one.id.startsWith('n')).length === 1_000);
});

test('after a lost connection everything may have changed, and news flow again', async () => {
  await raw`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lifang there'`.execute(
    database.sql,
  );
  await until(() => there.heard.some((one) => one.topic === 'everything'));
  here.live.tell(news('after'));
  await until(() => there.heard.some((one) => one.id === 'after'));
});

test('who hears what: news of a place for posts whose range holds it, news of a person for that person', () => {
  const mine = worker('99.01.01.001.');
  assert.ok(mayHear(mine, news('x', '99.01.01.001.003.')));
  assert.ok(!mayHear(mine, news('x', '99.01.01.0011.')));
  assert.ok(!mayHear(mine, news('x', '99.01.01.')));
  assert.ok(!mayHear(mine, news('x', '')));
  assert.ok(mayHear(mine, { ...news('x', ''), person: 'p1' }));
  assert.ok(!mayHear(mine, { ...news('x', '99.01.01.001.'), person: 'p2' }));
});

test('a page hears only its range, nothing of persons, and its line ends when the session does', async () => {
  const sessions = new Map([['token', worker('99.01.01.001.')]]);
  const streams = createEventStreams(here.live, (token) => sessions.get(token));
  const answer = streams.open(worker('99.01.01.001.'), 'token', new AbortController().signal);
  let text = '';
  let closed = false;
  const body = answer.body as NodeJS.ReadableStream;
  body.on('data', (chunk: Buffer) => void (text += chunk.toString()));
  body.on('end', () => void (closed = true));
  there.live.tell(news('inside'));
  there.live.tell(news('outside', '99.01.01.002.'));
  there.live.tell({ ...news('yours', ''), topic: 'job', person: 'p1' });
  await until(() => text.includes('inside') && text.includes('yours'));
  assert.ok(!text.includes('outside') && !text.includes('p1'));
  sessions.clear();
  there.live.tell({ topic: 'session', district: '990101', path: '', id: 'p1' });
  await until(() => closed);
  assert.equal(streams.count(), 0);
  streams.close();
});

test('a setting changed in one process is soon read in the other', async () => {
  const mine = createSettings(database.sql, here.live, audit);
  const theirs = createSettings(database.sql, there.live, audit);
  assert.equal(await theirs.get('demo.goes-on', true), true);
  await mine.set('demo.goes-on', false);
  for (let turn = 0; turn < 100 && (await theirs.get('demo.goes-on', true)); turn += 1) await wait(20);
  assert.equal(await theirs.get('demo.goes-on', true), false);
  assert.deepEqual(await mine.all(), { 'demo.goes-on': false });
});
