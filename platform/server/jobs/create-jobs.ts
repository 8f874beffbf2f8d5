import { EventEmitter } from 'node:events';
import { type CronItem, parseCronItems, type Runner, run, type Task, type WorkerEvents } from 'graphile-worker';
import { sql as raw } from 'kysely';
import type pg from 'pg';
import type { Logger } from 'pino';
import { isRefusal, sentenceOf } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Label } from '#kernel/label';
import type { JobProgress, JobResult, Jobs, Live, Sql } from '#platform/server/parts';
import type { Line } from '#platform/server/sql';
import { freeDeadWorkers, holdWorkerLocks } from './dead-workers.ts';
import { workerLog } from './worker-log.ts';

/** A job that fails for a reason nobody foresaw (a lost connection) is tried this often. */
const attempts = 3;
const progressMillis = 300;
const sweepMillis = 60_000;

export interface JobRunner extends Jobs {
  /** Begins to work. What is defined later is refused. */
  readonly work: () => Promise<void>;
  /** Waits for running jobs up to a few seconds; what did not end is taken up again by another start. */
  readonly stop: () => Promise<void>;
}

interface Queued {
  readonly district: string;
  readonly id: Id;
}

interface JobParts {
  readonly sql: Sql;
  readonly pool: pg.Pool;
  readonly line: Line;
  readonly live: Pick<Live, 'tell'>;
  readonly log: Logger;
  /** Jobs at the same time in this process. */
  readonly concurrency?: number;
}

type Run = (payload: unknown, progress: JobProgress) => Promise<JobResult>;

export const createJobs = ({ sql, pool, line, live, log, concurrency = 2 }: JobParts): JobRunner => {
  const kinds = new Map<string, Run>();
  const housekeeping = new Map<string, { readonly cron: string; readonly run: () => Promise<void> }>();
  const locks = holdWorkerLocks(line);
  let runner: Runner | undefined;
  let sweep: NodeJS.Timeout | undefined;

  const begin = async ({ district, id }: Queued): Promise<{ payload: unknown; person: Id | null } | undefined> =>
    (
      await raw<{ payload: unknown; person: Id | null }>`
        update job set state = 'running', done = 0 where district = ${district} and id = ${id} and state in ('waiting', 'running')
        returning payload, person`.execute(sql)
    ).rows[0];

  const tellOf = ({ district, id }: Queued, person: Id | null): void => {
    if (person) live.tell({ topic: 'job', district, path: '', id, person });
  };

  const finish = async (
    job: Queued,
    person: Id | null,
    outcome: JobResult | { readonly failed: Label },
  ): Promise<void> => {
    const failed = 'failed' in outcome;
    const message = failed ? outcome.failed : (outcome.message ?? null);
    const { file, result } = failed ? {} : outcome;
    await raw`
      update job set state = ${failed ? 'failed' : 'done'}, ended_at = now(),
        file_id = ${file?.id ?? null}, file_name = ${file?.name ?? null},
        result = ${JSON.stringify(result ?? null)}::jsonb, message = ${JSON.stringify(message)}::jsonb
      where district = ${job.district} and id = ${job.id}`.execute(sql);
    tellOf(job, person);
  };

  const progressOf = (job: Queued, person: Id | null, kind: string): JobProgress => {
    let last = 0;
    return {
      log: log.child({ job: job.id, kind }),
      report: async (done, total) => {
        const now = Date.now();
        if (now - last < progressMillis && done !== total) return;
        last = now;
        await raw`
          update job set done = ${Math.round(done)}, total = coalesce(${total ?? null}::integer, total)
          where district = ${job.district} and id = ${job.id}`.execute(sql);
        tellOf(job, person);
      },
    };
  };

  const taskOf =
    (kind: string, work: Run): Task =>
    async (given, { job: queued }) => {
      const job = given as Queued;
      const row = await begin(job);
      if (!row) return;
      tellOf(job, row.person);
      try {
        await finish(job, row.person, await work(row.payload, progressOf(job, row.person, kind)));
      } catch (error) {
        const trace = job.id.slice(-12);
        if (isRefusal(error)) return finish(job, row.person, { failed: sentenceOf(error) });
        log.error({ err: error, kind, job: job.id, attempt: queued.attempts }, 'a job failed');
        if (queued.attempts < queued.max_attempts) throw error;
        await finish(job, row.person, { failed: sentenceOf({ code: 'server.failed', values: { trace } }) });
      }
    };

  return {
    define: (kind, work) => {
      if (runner) throw new Error(`the job ${kind} is defined after the work began`);
      if (kinds.has(kind)) throw new Error(`two jobs are named ${kind}`);
      kinds.set(kind, work as Run);
    },
    every: (cron, name, work) => {
      if (runner) throw new Error(`the housekeeping ${name} is defined after the work began`);
      housekeeping.set(name, { cron, run: work });
    },
    start: async (given, { id, kind, district, person, payload }) => {
      if (!kinds.has(kind)) throw new Error(`no job is named ${kind}`);
      const made = await raw`
        insert into job (district, id, kind, person, payload)
        values (${district}, ${id}, ${kind}, ${person}, ${JSON.stringify(payload ?? null)}::jsonb)
        on conflict (district, id) do nothing returning id`.execute(given);
      if (made.rows.length === 0) return;
      await raw`
        select graphile_worker.add_job(${kind}, ${JSON.stringify({ district, id })}::json,
          job_key => ${`job:${id}`}, max_attempts => ${attempts})`.execute(given);
    },
    work: async () => {
      const events: WorkerEvents = new EventEmitter();
      events.on('worker:create', ({ worker }) => {
        locks
          .add(worker.workerId)
          .catch((error: unknown) => log.warn({ err: error }, 'a worker could not be marked as living'));
      });
      const tasks = [...kinds].map(([kind, work]) => [kind, taskOf(kind, work)] as const);
      const chores = [...housekeeping].map(([name, chore]) => [`every:${name}`, () => chore.run()] as const);
      const cron: CronItem[] = [...housekeeping].map(([name, { cron: match }]) => ({
        task: `every:${name}`,
        match,
        identifier: `every:${name}`,
        options: { maxAttempts: 2, backfillPeriod: 0 },
      }));
      await freeDeadWorkers(pool);
      runner = await run({
        pgPool: pool,
        taskList: Object.fromEntries([...tasks, ...chores]),
        parsedCronItems: parseCronItems(cron),
        concurrency,
        noHandleSignals: true,
        gracefulShutdownAbortTimeout: 5_000,
        logger: workerLog(log),
        events,
      });
      runner.promise.catch((error: unknown) => log.error({ err: error }, 'the job queue stopped'));
      sweep = setInterval(() => {
        freeDeadWorkers(pool).catch((error: unknown) =>
          log.warn({ err: error }, 'dead workers could not be looked for'),
        );
      }, sweepMillis);
      sweep.unref();
    },
    stop: async () => {
      clearInterval(sweep);
      const last = runner;
      runner = undefined;
      await last?.stop().catch(() => undefined);
    },
  };
};
