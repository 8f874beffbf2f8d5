import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import { stampPerson } from '../accounts/session-store.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';

/** A holding as its seal covers it: moved to another person, post, time or role it is not believed. */
export interface SealedHolding {
  readonly district: string;
  readonly post: Id;
  readonly person: Id;
  readonly from: DateText;
  readonly to: DateText | null;
  readonly role: string;
}

interface HolderRow {
  readonly district: string;
  readonly post: Id;
  readonly person: Id;
  readonly from_day: DateText;
  readonly to_day: DateText | null;
  readonly role: string;
  readonly seal: string | null;
}

/** Chunks in which old rows are sealed and all rows are checked. */
const most = 2000;

const wholeRow = (sql: OrganisationSql) =>
  sql
    .selectFrom('holder')
    .innerJoin('post', (on) => on.onRef('post.district', '=', 'holder.district').onRef('post.id', '=', 'holder.post'))
    .select([
      'holder.district',
      'holder.post',
      'holder.person',
      'holder.from_day',
      'holder.to_day',
      'holder.seal',
      'post.role',
    ]);

/**
 * The rows that say who holds what. Each carries a keyed hash (security 36): a row that was written or altered past
 * this room gives no rights and is told. A person's stamp grows with every change, so no memory outlives it.
 */
export const createHoldings = (parts: Pick<Parts, 'clock' | 'log' | 'audit' | 'sql' | 'settings'>) => {
  const valuesOf = ({ district, post, person, from, to, role }: SealedHolding): readonly (string | null)[] => [
    district,
    post,
    person,
    from,
    to,
    role,
  ];
  const sealOf = (holding: SealedHolding): Promise<string> => parts.audit.rowMac('holder', valuesOf(holding));
  const fits = (holding: SealedHolding, seal: string | null): Promise<boolean> =>
    parts.audit.rowMacFits('holder', valuesOf(holding), seal);

  const sealedOf = (row: HolderRow): SealedHolding => ({
    district: row.district,
    post: row.post,
    person: row.person,
    from: row.from_day,
    to: row.to_day,
    role: row.role,
  });

  const setSeal = (sql: OrganisationTransaction, row: HolderRow, to: DateText | null, seal: string) =>
    sql
      .updateTable('holder')
      .set({ to_day: to, seal })
      .where('district', '=', row.district)
      .where('post', '=', row.post)
      .where('person', '=', row.person)
      .where('from_day', '=', row.from_day)
      .execute();

  const told = new Set<string>();
  const tellAltered = async (row: SealedHolding): Promise<void> => {
    const key = JSON.stringify(row);
    if (told.has(key)) return;
    told.add(key);
    const object = `holding:${row.post}/${row.person}`;
    parts.log.error({ district: row.district, object }, 'a holding was altered outside of Lifang; it gives no rights');
    await parts.audit.write(parts.sql, {
      district: row.district,
      person: null,
      action: 'organisation.holding-altered',
      object,
      result: 'refused',
      detail: { from: row.from, to: row.to, role: row.role },
    });
  };

  return {
    sealOf,

    /** Whether a row is as this room wrote it; one that is not is told, once in a process. */
    isTrue: async (holding: SealedHolding, seal: string | null): Promise<boolean> => {
      if (await fits(holding, seal)) return true;
      await tellAltered(holding);
      return false;
    },

    /**
     * Locks the person, so that two appointments at once cannot both find that there is none.
     * False when the person holds the post then already. The database refuses what mixes administrations.
     */
    insert: async (
      sql: OrganisationTransaction,
      holder: {
        readonly district: string;
        readonly post: Id;
        readonly person: Id;
        readonly from: DateText;
        readonly to?: DateText | null;
        readonly appointment?: Id | null;
      },
    ): Promise<boolean> => {
      const { district, post, person, from, to = null, appointment = null } = holder;
      await stampPerson(sql, district, person);
      const { role } = await sql
        .selectFrom('post')
        .select('role')
        .where('district', '=', district)
        .where('id', '=', post)
        .executeTakeFirstOrThrow();
      const seal = await sealOf({ district, post, person, from, to, role });
      const done = await raw`
        insert into holder (district, post, person, from_day, to_day, appointment, seal)
        select ${district}, ${post}::uuid, ${person}::uuid, ${from}::date, ${to}::date, ${appointment}::uuid, ${seal}
        where not exists (select from holder where district = ${district} and post = ${post} and person = ${person}
          and (to_day is null or to_day > ${from}) and (${to}::date is null or from_day < ${to}))
        on conflict (district, post, person, from_day) do update
          set to_day = excluded.to_day, appointment = excluded.appointment, seal = excluded.seal
        returning post
      `.execute(sql);
      return done.rows.length > 0;
    },

    /** Ends what is held on a day or would begin later. @returns the appointments that were ended; undefined when there was nothing to end */
    end: async (
      sql: OrganisationTransaction,
      holder: { readonly district: string; readonly post: Id; readonly person: Id },
      day: DateText,
    ): Promise<{ readonly from: DateText; readonly to: DateText | null } | undefined> => {
      const { district, post, person } = holder;
      await stampPerson(sql, district, person);
      const rows: readonly HolderRow[] = await wholeRow(sql)
        .where('holder.district', '=', district)
        .where('holder.post', '=', post)
        .where('holder.person', '=', person)
        .where((make) => make.or([make('holder.to_day', 'is', null), make('holder.to_day', '>', day)]))
        .forUpdate('holder')
        .execute();
      for (const row of rows) {
        const to = row.from_day > day ? row.from_day : day;
        // What was altered is not made true by ending it.
        const untouched = await fits(sealedOf(row), row.seal);
        await setSeal(sql, row, to, untouched ? await sealOf({ ...sealedOf(row), to }) : 'altered');
      }
      const [first] = rows;
      return first && { from: first.from_day, to: first.to_day };
    },

    /** Rows that stood before there were seals get theirs, once; a later row without one is not believed. */
    sealOld: async (): Promise<void> => {
      const key = 'organisation.holdings-sealed';
      if (await parts.settings.get(key, false)) return;
      const sql: OrganisationSql = parts.sql;
      for (;;) {
        const count = await sql.transaction().execute(async (trx) => {
          const rows: readonly HolderRow[] = await wholeRow(trx)
            .where('holder.seal', 'is', null)
            .limit(most)
            .forUpdate('holder')
            .skipLocked()
            .execute();
          for (const row of rows) await setSeal(trx, row, row.to_day, await sealOf(sealedOf(row)));
          return rows.length;
        });
        if (count === 0) break;
      }
      await parts.settings.set(key, true);
    },

    /** Looks at every holding that counts today or will. @returns how many were altered */
    checkAll: async (): Promise<number> => {
      const sql: OrganisationSql = parts.sql;
      const today = chinaDate(parts.clock());
      let altered = 0;
      let last: HolderRow | undefined;
      for (;;) {
        let query = wholeRow(sql)
          .where((make) => make.or([make('holder.to_day', 'is', null), make('holder.to_day', '>', today)]))
          .orderBy('holder.district')
          .orderBy('holder.post')
          .orderBy('holder.person')
          .orderBy('holder.from_day')
          .limit(most);
        if (last)
          query = query.where(
            raw<boolean>`(holder.district, holder.post, holder.person, holder.from_day) > (${last.district}, ${last.post}::uuid, ${last.person}::uuid, ${last.from_day}::date)`,
          );
        const rows: readonly HolderRow[] = await query.execute();
        for (const row of rows) {
          if (await fits(sealedOf(row), row.seal)) continue;
          altered += 1;
          await tellAltered(sealedOf(row));
        }
        last = rows.at(-1);
        if (rows.length < most) return altered;
      }
    },
  };
};

export type Holdings = ReturnType<typeof createHoldings>;
