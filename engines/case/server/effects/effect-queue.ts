import { sql as raw } from 'kysely';
import { isRefusal, sentenceOf } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { plusMillis } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import type { EffectWork } from '../effect-rows.ts';

export interface DueEffect {
  readonly district: string;
  readonly id: Id;
  readonly case_id: Id;
  readonly work: EffectWork;
  readonly attempts: number;
}

const minute = 60_000;
/** A process that is killed while it runs one gives it back after this. */
const lease = 2 * minute;
/** Minutes between attempts after something that nobody foresaw. */
const pauses = [1, 5, 30, 120, 720] as const;
/** Days for which what was done, or given up, stays visible. */
const KEPT = 30;

/**
 * What follows from steps, run after their commit: at once by the process that wrote the step, else by the sweep of each
 * minute. Everything in it is the same command when it is run twice, so a process may die at any moment.
 */
export const createEffectQueue = (
  parts: Pick<Parts, 'sql' | 'clock' | 'log' | 'jobs'>,
  run: (effect: DueEffect) => Promise<void>,
) => {
  const { sql } = parts;

  const claim = async (): Promise<DueEffect | undefined> => {
    const now = parts.clock();
    const { rows } = await raw<DueEffect>`
      update case_effect e set attempts = e.attempts + 1, next_at = ${plusMillis(now, lease)}::timestamptz
      from (select district, id from case_effect where state = 'due' and next_at <= ${now}::timestamptz
        order by next_at, id limit 1 for update skip locked) due
      where e.district = due.district and e.id = due.id
      returning e.district, e.id, e.case_id, e.work, e.attempts`.execute(sql);
    return rows[0];
  };

  const end = async (effect: DueEffect, error?: unknown): Promise<void> => {
    const { district, id, attempts } = effect;
    if (error === undefined) {
      await raw`update case_effect set state = 'done', problem = null, why = null
        where district = ${district} and id = ${id}`.execute(sql);
      return;
    }
    // A refusal stays one however often it is tried.
    const pause = isRefusal(error) ? undefined : pauses[attempts - 1];
    const problem = isRefusal(error) ? error.code : error instanceof Error ? error.message : String(error);
    parts.log.error(
      { err: error, effect: id, matter: effect.case_id, attempts },
      'what follows from a step was not done',
    );
    await raw`update case_effect set state = ${pause === undefined ? 'failed' : 'due'}, problem = ${problem.slice(0, 300)},
        why = ${isRefusal(error) ? JSON.stringify(sentenceOf(error)) : null}::jsonb,
        next_at = ${plusMillis(parts.clock(), (pause ?? 0) * minute)}::timestamptz
      where district = ${district} and id = ${id} and state = 'due'`.execute(sql);
  };

  /** Runs all that is due. @returns how many were run */
  const runDue = async (): Promise<number> => {
    for (let count = 0; ; count += 1) {
      const effect = await claim();
      if (!effect) return count;
      try {
        await run(effect);
      } catch (error) {
        await end(effect, error);
        continue;
      }
      await end(effect);
    }
  };

  let running: Promise<unknown> | undefined;
  let again = false;
  /** Something was committed from which more follows; returns at once. */
  const kick = (): void => {
    if (running) {
      again = true;
      return;
    }
    running = runDue()
      .catch((error: unknown) => parts.log.error({ err: error }, 'effects could not be run'))
      .finally(() => {
        running = undefined;
        if (again) {
          again = false;
          kick();
        }
      });
  };

  /** What this process has begun ends first; then all that is due. */
  const settle = async (): Promise<number> => {
    while (running) await running;
    return runDue();
  };

  parts.jobs.every('* * * * *', 'case-effects', async () => void (await runDue()));
  parts.jobs.every('58 2 * * *', 'case-effects-done', async () => {
    const before = plusMillis(parts.clock(), -KEPT * 24 * 60 * minute);
    await raw`delete from case_effect where state in ('done', 'given-up') and next_at < ${before}::timestamptz`.execute(
      sql,
    );
  });

  return { kick, settle };
};
