import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Parts, Session, SqlOrTransaction } from '#platform/server/parts';
import type { MyReportRow, ProgressView } from '#engines/case/contract';
import type { CaseStore } from './case-store.ts';
import type { createProgress } from './progress.ts';
import { type SeenCase, seenByProof } from './readers.ts';

const pageSize = 20;

interface Followed {
  readonly district: string;
  readonly case_id: Id;
}

/** Reports that residents follow under their account. They read progress as with a query code, never as staff. */
export const createFollowers = (parts: Parts, store: CaseStore, progress: ReturnType<typeof createProgress>) => {
  const { sql } = parts;

  const audit = (trx: SqlOrTransaction, district: string, resident: Id, id: Id, action: string): Promise<void> =>
    parts.audit.write(trx, { district, person: resident, action, object: `case:${id}`, result: 'done' });

  const follow = (resident: Id, district: string, id: Id): Promise<void> =>
    sql.transaction().execute(async (trx) => {
      await raw`insert into case_follower (district, resident, case_id, since)
        values (${district}, ${resident}, ${id}, ${parts.clock()})
        on conflict (district, resident, case_id) do update set affected = false`.execute(trx);
      await audit(trx, district, resident, id, 'case.follow');
    });

  /** “Me too”: he is told of the answer, and reads nothing else of it. */
  const joinAffected = (resident: Id, district: string, id: Id): Promise<void> =>
    sql.transaction().execute(async (trx) => {
      const { numAffectedRows } = await raw`insert into case_follower (district, resident, case_id, since, affected)
        values (${district}, ${resident}, ${id}, ${parts.clock()}, true) on conflict do nothing`.execute(trx);
      if (numAffectedRows) await audit(trx, district, resident, id, 'case.join-affected');
    });

  const residentsWho = async (affected: boolean, given: SqlOrTransaction, district: string, id: Id) => {
    const { rows } = await raw<{ resident: Id }>`
      select resident from case_follower
      where district = ${district} and case_id = ${id}::uuid and affected = ${affected} limit ${affected ? 500 : 50}`.execute(
      given,
    );
    return rows.map((row) => row.resident);
  };

  /** @throws request.not-found for a matter that this resident does not follow */
  const getFollowed = async (resident: Id, id: Id): Promise<SeenCase> => {
    const { rows } = await raw<Followed>`
      select district, case_id from case_follower where resident = ${resident} and case_id = ${id} and not affected limit 1`.execute(
      sql,
    );
    const [row] = rows;
    const found = row && (await store.findCase([row.district], row.case_id)).stored;
    if (!found) throw new DomainError('request.not-found');
    return seenByProof(found);
  };

  const viewsOf = async (rows: readonly Followed[]): Promise<ProgressView[]> => {
    const stored = await Promise.all(rows.map((row) => store.findCase([row.district], row.case_id)));
    return Promise.all(
      stored.flatMap((one) => (one.stored ? [progress.progressView(seenByProof(one.stored), parts.clock())] : [])),
    );
  };

  const page = async (resident: Id, after: Id | undefined, size: number): Promise<readonly Followed[]> => {
    const { rows } = await raw<Followed>`
      select district, case_id from case_follower
      where resident = ${resident} and not affected and ${
        after
          ? raw`(since, case_id) < (select since, case_id from case_follower where resident = ${resident} and case_id = ${after} limit 1)`
          : raw`true`
      }
      order by since desc, case_id desc limit ${size}`.execute(sql);
    return rows;
  };

  const listFollowed = async (resident: Id, after?: Id): Promise<{ rows: MyReportRow[]; more: boolean }> => {
    const rows = await page(resident, after, pageSize + 1);
    const views = await viewsOf(rows.slice(0, pageSize));
    return {
      rows: views.map((view) => ({
        id: view.id,
        number: view.number,
        title: view.title,
        shown: view.shown,
        status: view.status,
        reportedAt: view.steps[0]?.at ?? null,
        asks: view.status === 'closed' && view.rating === null && view.availableActions.length > 0,
      })),
      more: rows.length > pageSize,
    };
  };

  return {
    follow,
    joinAffected,
    getFollowed,
    listFollowed,
    unfollow: (resident: Id, id: Id): Promise<void> =>
      sql.transaction().execute(async (trx) => {
        const { rows } = await raw<{ district: string }>`
          delete from case_follower where resident = ${resident} and case_id = ${id} returning district`.execute(trx);
        for (const { district } of rows) await audit(trx, district, resident, id, 'case.unfollow');
      }),
    /** Residents who follow a matter, to be told of it. */
    residentsOf: (given: SqlOrTransaction, district: string, id: Id): Promise<readonly Id[]> =>
      residentsWho(false, given, district, id),
    /** Residents who said “me too”. */
    affectedOf: (given: SqlOrTransaction, district: string, id: Id): Promise<readonly Id[]> =>
      residentsWho(true, given, district, id),
    /** What a resident said “me too” to: for the file of all that is kept of him. */
    joinedBy: async (resident: Id): Promise<readonly { readonly id: Id; readonly since: Instant }[]> => {
      const { rows } = await raw<{ id: Id; since: Instant }>`
        select case_id as id, since from case_follower where resident = ${resident} and affected order by since desc`.execute(
        sql,
      );
      return rows;
    },
    /** All reports of a resident, as he himself sees them. */
    reportsOf: async ({ person }: Session): Promise<ProgressView[]> => viewsOf(await page(person, undefined, 1000)),
    /** A resident leaves: nothing ties him to what he reported any more. */
    forgetResident: async (given: SqlOrTransaction, resident: Id): Promise<void> => {
      await raw`delete from case_follower where resident = ${resident}`.execute(given);
    },
  };
};
