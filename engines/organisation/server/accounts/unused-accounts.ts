import { chinaDate, type Instant, millisBetween, plusMillis } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import { unusedDays, warnedDaysBefore } from '#engines/organisation/model';
import type { OrganisationPorts } from '../ports.ts';
import type { OrganisationSql } from '../tables.ts';
import { endSessionsOf, stampPerson } from './session-store.ts';
import type { Sessions } from './sessions.ts';

const day = 86_400_000;
/** One transaction each: a job that is interrupted goes on where it was. */
const atOnce = 200;

/** Accounts that nobody used for 90 days are suspended; whoever can still be told is told a fortnight before. */
export const createUnusedAccounts = (
  parts: Parts,
  ports: Pick<OrganisationPorts, 'tellPerson'>,
  sessions: Pick<Sessions, 'tellChanged'>,
) => {
  const sql: OrganisationSql = parts.sql;

  const unusedSince = (before: Instant, warned: boolean) => {
    let query = sql
      .selectFrom('account')
      .innerJoin('person', (on) =>
        on.onRef('person.district', '=', 'account.district').onRef('person.id', '=', 'account.person'),
      )
      .select(['account.name', 'account.district', 'account.person', 'account.used_at'])
      .where('account.suspended_at', 'is', null)
      .where('person.disabled_at', 'is', null)
      .where('account.used_at', '<', before);
    if (!warned) query = query.where('account.warned_at', 'is', null);
    return query.orderBy('account.used_at').limit(atOnce).execute();
  };

  const warn = async (now: Instant): Promise<void> => {
    for (;;) {
      const rows = await unusedSince(plusMillis(now, -(unusedDays - warnedDaysBefore) * day), false);
      if (rows.length === 0) return;
      for (const row of rows)
        await sql.transaction().execute(async (trx) => {
          await trx.updateTable('account').set({ warned_at: now }).where('name', '=', row.name).execute();
          await ports.tellPerson(trx, {
            district: row.district,
            event: parts.newId(),
            person: row.person,
            template: 'account.suspended-soon',
            values: {
              unused: Math.floor(millisBetween(row.used_at, now) / day),
              day: chinaDate(plusMillis(row.used_at, unusedDays * day)),
            },
          });
        });
    }
  };

  const suspend = async (now: Instant): Promise<number> => {
    const before = plusMillis(now, -unusedDays * day);
    for (let suspended = 0; ; ) {
      const rows = await unusedSince(before, true);
      if (rows.length === 0) return suspended;
      for (const { name, district, person } of rows) {
        const done = await sql.transaction().execute(async (trx) => {
          const row = await trx
            .updateTable('account')
            .set({ suspended_at: now })
            .where('name', '=', name)
            .where('suspended_at', 'is', null)
            // A sign-in meanwhile counts.
            .where('used_at', '<', before)
            .executeTakeFirst();
          if (row.numUpdatedRows === 0n) return false;
          await endSessionsOf(trx, district, person, now);
          await stampPerson(trx, district, person);
          await parts.audit.write(trx, {
            district,
            person: null,
            action: 'account.suspend-unused',
            object: `person:${person}`,
            result: 'done',
          });
          return true;
        });
        if (!done) continue;
        suspended += 1;
        sessions.tellChanged(district, person);
      }
    }
  };

  /** The nightly job. The accounts of a demo stand on its sign-in page and stay. @returns how many were suspended */
  return async (): Promise<number> => {
    if (parts.demo) return 0;
    const now = parts.clock();
    const suspended = await suspend(now);
    await warn(now);
    return suspended;
  };
};
