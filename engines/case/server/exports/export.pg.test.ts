import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql as raw } from 'kysely';
import type { Job } from '#platform/contract';
import { createFiles } from '#platform/server/files';
import { createJobs, findJob, findJobFile, migrateJobs } from '#platform/server/jobs';
import { createLine } from '#platform/server/sql';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import type { Session } from '#platform/server/parts';
import { unzip } from '#tests/support/unzip.ts';
import { newId, people, reportBody, sessionOf, startCases, testPorts } from '../fixtures/case-district.ts';

const database = await testDatabase();
const base = await testParts(database);
const folder = await mkdtemp(path.join(tmpdir(), 'lifang-export-'));
await migrateJobs(database.pool);
const line = createLine(database.url);
await line.open();
const jobs = createJobs({ sql: database.sql, pool: database.pool, line, live: base.live, log: base.log });
const files = createFiles(database.sql, folder);
const parts = { ...base, jobs, files };
const { as, engine } = await startCases(parts, {
  ...testPorts,
  postsHeld: async () => [...asker.posts, ...approver.posts],
});
await jobs.work();

const ended = async (id: string, person: string): Promise<Job> => {
  for (let turn = 0; turn < 200; turn += 1) {
    const job = await findJob(database.sql, id, person);
    if (job && (job.state === 'done' || job.state === 'failed')) return job;
    await wait(50);
  }
  throw new Error('the job did not end');
};

// Before the database goes, which is after the whole file.
const close = async (): Promise<void> => {
  await jobs.stop();
  await line.close();
  await rm(folder, { recursive: true, force: true });
};

test('security 42: a short list goes out at once, with exactly the rows that may be read, and it is written down', async () => {
  const [worker, neighbour] = [as(people.worker), as(people.neighbour)];
  for (let index = 0; index < 3; index += 1) {
    const place = { code: '990101001001g01', text: `=cmd|${index}` };
    assert.equal((await worker('POST', '/api/cases', reportBody({ id: newId(), place }))).status, 200);
  }
  const other = reportBody({ place: { code: '990101001001g02', text: '邻格' } });
  assert.equal((await neighbour('POST', '/api/cases', other)).status, 200);

  const { status, body } = await worker('POST', '/api/cases/export', { status: 'open' });
  assert.equal(status, 200, JSON.stringify(body));
  const job = await ended(body.id, people.worker.person);
  assert.equal(job.state, 'done', JSON.stringify(job.message));
  assert.deepEqual([job.done, job.total], [3, 3]);
  const { rows: taken, mark } = job.result as { rows: number; mark: string };
  assert.equal(taken, 3);
  assert.match(mark, /^E\d{6}-[0-9A-HJKMNP-TV-Z]{8}$/);
  const file = await findJobFile(database.sql, body.id, people.worker.person);
  assert.match(file?.name ?? '', /^事项清单 \d{4}-\d{2}-\d{2}\.xlsx$/);
  const opened = await files.open(file?.id ?? '');
  const pieces: Buffer[] = [];
  for await (const piece of opened?.body ?? []) pieces.push(piece as Buffer);
  assert.equal(Buffer.concat(pieces).subarray(0, 2).toString(), 'PK');
  const { rows } = await raw<{ action: string; person: string }>`
    select action, person from audit_row where object = ${`job:${body.id}`}`.execute(database.sql);
  assert.deepEqual(rows, [{ action: 'case.export', person: people.worker.person }]);
});

const fresh = (session: Session): Session => ({ ...session, confirmedAt: new Date().toISOString() });
const asker = sessionOf('陈申', { role: 'worker', scope: '99.01.01.001.' });
const approver = sessionOf('周批', { role: 'dispatcher', scope: '99.01.01.' });
const beside = sessionOf('邻批', { role: 'dispatcher', scope: '99.01.01.002.' });
type Asked = { id: string; state: string; link: string | null; mark: string; mayDecide: boolean; rows: number };
const listed = async (session: Session, view: 'mine' | 'decide'): Promise<Asked[]> =>
  (await as(fresh(session))('GET', `/api/exports?view=${view}`)).body;
const untilReady = async (id: string): Promise<Asked> => {
  for (let turn = 0; turn < 200; turn += 1) {
    const found = (await listed(asker, 'mine')).find((one) => one.id === id);
    if (found && !['asked', 'approved'].includes(found.state)) return found;
    await wait(50);
  }
  throw new Error('the file was not made');
};

test('security 42: above the limit, and with personal values, a second person decides; the file is fetched once', async () => {
  await parts.settings.set('security.export-limit', 2);
  const [mine, other] = [as(fresh(asker)), as(fresh(approver))];
  const above = await mine('POST', '/api/cases/export', {});
  assert.deepEqual([above.status, above.body.code], [409, 'export.needs-approval']);
  const contact = { name: '刘奶奶', phone: '13800005678', channel: 'counter' };
  assert.equal((await other('POST', '/api/cases', reportBody({ onBehalf: contact }))).status, 200);
  const body = { id: newId(), query: {}, clear: true, reason: '回访名单，仅供本街道使用' };
  const asked = await mine('POST', '/api/exports', body);
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  assert.deepEqual([asked.body.state, asked.body.rows, asked.body.link], ['asked', 5, null]);
  assert.equal((await mine('POST', '/api/exports', body)).body.mark, asked.body.mark, 'a repeat is the same request');
  const decision = `/api/exports/${body.id}/decision`;
  const yes = { approve: true, reason: '同意，注意保管' };
  assert.equal((await mine('POST', decision, yes)).body.code, 'export.own');
  assert.equal((await as(fresh(beside))('POST', decision, yes)).status, 404, 'whose range does not cover it');
  assert.deepEqual(await listed(beside, 'decide'), []);
  assert.equal(
    (await as(approver)('POST', decision, yes)).body.code,
    'session.confirm',
    'a decision wants a fresh proof',
  );
  assert.deepEqual(
    (await listed(approver, 'decide')).map((one) => one.id),
    [body.id],
  );
  assert.equal((await other('POST', decision, yes)).status, 200);
  assert.equal((await other('POST', decision, yes)).body.code, 'export.not-now');
  const ready = await untilReady(body.id);
  assert.equal(ready.state, 'ready');
  assert.ok(ready.link);
  assert.equal((await other('GET', ready.link)).status, 404, 'the link is good for nobody else');
  assert.equal((await mine('GET', `${ready.link?.slice(0, -4)}AAAA`)).status, 404);
  const file = await mine('GET', ready.link);
  assert.equal(file.status, 200);
  const sheet = (await unzip(file.bytes)).get('xl/worksheets/sheet1.xml') ?? '';
  for (const text of ['13800005678', '刘奶奶', `陈申 ${asker.person.slice(-4)}`]) assert.ok(sheet.includes(text), text);
  assert.equal(
    sheet.split(ready.mark).length - 1,
    3,
    'the export id stands in a hidden cell, a line and the head of each page',
  );
  assert.match(sheet, /<col [^>]*hidden="1"/);
  assert.equal((await mine('GET', ready.link)).body.code, 'export.link-used');
  const { rows } = await raw<{ action: string; person: string; reason: string | null }>`
    select action, person, reason from audit_row where object = ${`export:${body.id}`} order by at, id`.execute(
    database.sql,
  );
  assert.deepEqual(rows, [
    { action: 'export.ask', person: asker.person, reason: body.reason },
    { action: 'export.approve', person: approver.person, reason: yes.reason },
    { action: 'export.fetch', person: asker.person, reason: null },
  ]);
});

test('security 42: refused, left lying and gone over: no file, and what there was is deleted', async (t) => {
  t.after(close);
  const [mine, other] = [as(fresh(asker)), as(fresh(approver))];
  const ask = async () => {
    const body = { id: newId(), query: {}, clear: false, reason: '季度通报使用' };
    assert.equal((await mine('POST', '/api/exports', body)).status, 200);
    return body.id;
  };
  const refused = await ask();
  await other('POST', `/api/exports/${refused}/decision`, { approve: false, reason: '范围过大' });
  const approved = await ask();
  await other('POST', `/api/exports/${approved}/decision`, { approve: true, reason: '同意使用' });
  const { link } = await untilReady(approved);
  await database.pool.query("update export_request set expires_at = now() - interval '1 minute' where id = $1", [
    approved,
  ]);
  assert.equal((await mine('GET', link ?? '')).body.code, 'export.link-used');
  const kept = await database.pool.query('select file_id from export_request where id = $1', [approved]);
  await database.pool.query("update export_request set asked_at = now() - interval '8 days' where id = $1", [
    await ask(),
  ]);
  await engine.sweepExports();
  assert.equal(await files.open(kept.rows[0]?.file_id), null, 'the file is gone');
  const states = (await listed(asker, 'mine')).map((one) => one.state);
  assert.deepEqual(states.sort(), ['expired', 'expired', 'fetched', 'refused']);
});
