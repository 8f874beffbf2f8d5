import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { DomainError } from '#kernel/domain-error';
import { uuidv7 } from '#kernel/ids';
import type { Job } from '#platform/contract';
import { createJobs, findJob, findJobFile } from '#platform/server/jobs';
import type { News } from '#platform/server/parts';
import { createLine, openSql } from '#platform/server/sql';
import { testDatabase } from '#tests/support/pg.ts';

const database = await testDatabase();
const { sql } = database;
const log = pino({ level: 'silent' });
const person = '0196fdf7-2a80-7000-8000-000000000001';
const district = '990101';
const newId = () => uuidv7(Date.now(), randomBytes(10));

const office = async () => {
  const opened = openSql(database.url, { max: 4 });
  const line = createLine(database.url);
  await line.open();
  const heard: News[] = [];
  const jobs = createJobs({ sql, pool: opened.pool, line, live: { tell: (news) => void heard.push(news) }, log });
  return {
    jobs,
    heard,
    close: async () => {
      await jobs.stop();
      await line.close();
      await opened.close();
    },
    /** What a killed process leaves: its connections are gone, its lock on the job stays. */
    die: async () => {
      await line.close();
    },
  };
};

const ended = async (id: string): Promise<Job> => {
  for (let turn = 0; turn < 200; turn += 1) {
    const job = await findJob(sql, id, person);
    if (job && (job.state === 'done' || job.state === 'failed')) return job;
    await wait(50);
  }
  throw new Error('the job did not end');
};

const first = await office();
let flaky = 0;
first.jobs.define<{ rows: number }>('export', async ({ rows }, { report }) => {
  for (let row = 1; row <= rows; row += 1) await report(row, rows);
  return { result: { rows }, file: { id: 'f'.repeat(64), name: '清单.csv' } };
});
first.jobs.define('refused', async () => {
  throw new DomainError('import.map-unknown', { map: 'x' });
});
first.jobs.define('flaky', async () => {
  flaky += 1;
  if (flaky === 1) throw new Error('connection lost');
  return {};
});
await first.jobs.work();
after(() => first.close());

const start = async (kind: string, payload: unknown = null, id = newId()): Promise<string> => {
  await first.jobs.start(sql, { id, kind, district, person, payload });
  return id;
};

test('a job runs, tells its progress to whoever started it, and offers what it made', async () => {
  const id = await start('export', { rows: 5 });
  const job = await ended(id);
  assert.deepEqual([job.state, job.done, job.total, job.result], ['done', 5, 5, { rows: 5 }]);
  assert.equal(job.file, `/api/jobs/${id}/file`);
  assert.deepEqual(await findJobFile(sql, id, person), { id: 'f'.repeat(64), name: '清单.csv' });
  assert.ok(first.heard.some((news) => news.topic === 'job' && news.id === id && news.person === person));
});

test("another person's job does not exist", async () => {
  assert.equal(await findJob(sql, await start('export', { rows: 1 }), newId()), undefined);
});

test('a refusal ends the job with a sentence that a person can read, and is not tried again', async () => {
  const job = await ended(await start('refused'));
  assert.equal(job.state, 'failed');
  assert.match(job.message?.zh ?? '', /没有名为 x 的导入对照表/);
});

test('an unforeseen failure is tried again', async () => {
  assert.equal((await ended(await start('flaky'))).state, 'done');
  assert.equal(flaky, 2);
});

test('a job that is started in a transaction that fails never runs, and a repeat starts nothing', async () => {
  const id = newId();
  await assert.rejects(
    sql.transaction().execute(async (transaction) => {
      await first.jobs.start(transaction, { id, kind: 'export', district, person, payload: { rows: 1 } });
      throw new Error('changed my mind');
    }),
  );
  assert.equal(await findJob(sql, id, person), undefined);
  await start('export', { rows: 1 }, id);
  await ended(id);
  await start('export', { rows: 99 }, id);
  assert.equal((await ended(id)).total, 1);
});

test('an unknown kind is refused when it is started', async () => {
  await assert.rejects(start('nonsense'), /nonsense/);
});

test('the work of a worker that died is taken up by another', async () => {
  const doomed = await office();
  let never: (() => void) | undefined;
  let reached: (() => void) | undefined;
  const begun = new Promise<void>((resolve) => {
    reached = resolve;
  });
  doomed.jobs.define('survivor', async () => {
    reached?.();
    await new Promise<void>((resolve) => {
      never = resolve;
    });
    return { result: 'by the dead' };
  });
  await doomed.jobs.work();
  const id = newId();
  await doomed.jobs.start(sql, { id, kind: 'survivor', district, person, payload: null });
  await begun;
  await doomed.die();
  const heir = await office();
  heir.jobs.define('survivor', async () => ({ result: 'by the heir' }));
  await heir.jobs.work();
  const job = await ended(id);
  assert.equal(job.result, 'by the heir');
  never?.();
  await heir.close();
  await doomed.close();
});
