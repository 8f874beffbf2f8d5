import { sql as raw } from 'kysely';
import type { Parts } from '#platform/server/parts';

/**
 * Rights that are over are no rights; without them the lists of a body stay as short as its work. Only one kind is
 * kept: the work was taken from the body that was named last, and a reopening must not give it back.
 * @returns how many went
 */
export const createGrantSweep = (parts: Pick<Parts, 'sql' | 'clock' | 'jobs'>) => {
  const sweepGrants = async (): Promise<number> => {
    const gone = await raw`
      delete from case_grant g using case_file c
      where c.district = g.district and c.id = g.case_id and g.ended_at < ${parts.clock()}::timestamptz
        and (c.assignee is distinct from g.body or (c.status = 'closed' and g.ended_at > coalesce(c.closed_at, c.reported_at)))`.execute(
      parts.sql,
    );
    return Number(gone.numAffectedRows ?? 0);
  };
  parts.jobs.every('52 2 * * *', 'case-ended-grants', async () => {
    await sweepGrants();
  });
  return sweepGrants;
};
