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
import { newId, people, reportBody, startCases } from '../fixtures/case-district.ts';

const database = await testDatabase();
const base = await testParts(database);
const folder = await mkdtemp(path.join(tmpdir(), 'lifang-export-'));
await migrateJobs(database.pool);
const line = createLine(database.url);
await line.open();
const jobs = createJobs({ sql: database.sql, pool: database.pool, line, live: base.live, log: base.log });
const files = createFiles(database.sql, folder);
const { as } = await startCases({ ...base, jobs, files });
await jobs.work();

const ended = async (id: string, person: string): Promise<Job> => {
  for (let turn = 0; turn < 200; turn += 1) {
    const job = await findJob(database.sql, id, person);
    if (job && (job.state === 'done' || job.state === 'failed')) return job;
    await wait(50);
  }
  throw new Error('the job did not end');
};

test('a list goes out as a sheet with exactly the rows that may be read, and the taking out is written down', async (t) => {
  // Before the database goes, which is after the whole file.
  t.after(async () => {
    await jobs.stop();
    await line.close();
    await rm(folder, { recursive: true, force: true });
  });
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
