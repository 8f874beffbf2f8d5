import type { JobResult, Parts } from '#platform/server/parts';
import type { Resealing } from '#platform/server/seals';

/** The job that `lifang keys rotate` starts. */
export const resealJob = 'keys.reseal';

/** After a change of keys: everything is sealed anew in the background, and the former key is retired when nothing is left. */
export const keepSealsFresh = (parts: Parts, resealing: Resealing): void => {
  const run = async (report?: (done: number, total: number) => Promise<void>): Promise<JobResult> => {
    const { resealed, broken, retired } = await resealing.run(report);
    for (const [column, values] of Object.entries(broken))
      parts.log.error({ column, values }, 'sealed values do not open');
    for (const key of retired)
      await parts.audit.write(parts.sql, {
        district: '000000',
        person: null,
        action: 'keys.retire',
        object: `data-key:${key}`,
        result: 'done',
      });
    return { result: { resealed, broken, retired } };
  };
  parts.jobs.define(resealJob, (_, progress) => run(progress.report));
  // What other processes wrote meanwhile under the former key; nothing to do costs one count.
  parts.jobs.every('*/10 * * * *', 'reseal', async () => {
    await run();
  });
};
