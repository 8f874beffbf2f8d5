import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { Job } from '#platform/contract';
import type { SqlOrTransaction } from '#platform/server/parts';

interface JobRow extends Omit<Job, 'file'> {
  readonly file_id: string | null;
  readonly file_name: string | null;
}

const findRow = async (sql: SqlOrTransaction, id: Id, person: Id): Promise<JobRow | undefined> =>
  (
    await raw<JobRow>`
      select id, kind, state, done, total, file_id, file_name, result, message from job
      where id = ${id} and person = ${person}`.execute(sql)
  ).rows[0];

/** A job of a person; others' jobs do not exist for them. */
export const findJob = async (sql: SqlOrTransaction, id: Id, person: Id): Promise<Job | undefined> => {
  const row = await findRow(sql, id, person);
  if (!row) return undefined;
  const { file_id, file_name: _name, ...rest } = row;
  return { ...rest, file: file_id ? `/api/jobs/${id}/file` : null };
};

export const findJobFile = async (
  sql: SqlOrTransaction,
  id: Id,
  person: Id,
): Promise<{ readonly id: string; readonly name: string } | undefined> => {
  const row = await findRow(sql, id, person);
  return row?.file_id ? { id: row.file_id, name: row.file_name ?? row.kind } : undefined;
};
