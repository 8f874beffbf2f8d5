import { sql as raw } from 'kysely';
import type { Audit, AuditRow, Live, Settings, Sql, SqlOrTransaction } from '#platform/server/parts';

export interface InstallationSettings extends Settings {
  /** What is kept, by key; without what has its default. */
  readonly all: () => Promise<Record<string, unknown>>;
  /** Sets a value with its audit row in one transaction. */
  readonly change: (key: string, value: unknown, row: AuditRow) => Promise<void>;
}

/** Settings are read from memory; a change anywhere (`setting` news, or a lost connection) makes them be read again. */
export const createSettings = (sql: Sql, live: Pick<Live, 'tell' | 'listen'>, audit: Audit): InstallationSettings => {
  let kept: Promise<Map<string, unknown>> | undefined;
  live.listen((news) => {
    if (news.topic === 'setting' || news.topic === 'everything') kept = undefined;
  });
  const read = (): Promise<Map<string, unknown>> => {
    kept ??= raw<{ key: string; value: unknown }>`select key, value from setting`
      .execute(sql)
      .then(({ rows }) => new Map(rows.map((row) => [row.key, row.value])));
    kept.catch(() => {
      kept = undefined;
    });
    return kept;
  };
  const write = async (given: SqlOrTransaction, key: string, value: unknown): Promise<void> => {
    await raw`
      insert into setting (key, value) values (${key}, ${JSON.stringify(value ?? null)}::jsonb)
      on conflict (key) do update set value = excluded.value, changed_at = now()`.execute(given);
  };
  const changed = (key: string): void => {
    kept = undefined;
    live.tell({ topic: 'setting', district: '', path: '', id: key });
  };
  return {
    get: async <Value>(key: string, otherwise: Value): Promise<Value> => {
      const values = await read();
      return values.has(key) ? (values.get(key) as Value) : otherwise;
    },
    set: async (key, value) => {
      await write(sql, key, value);
      changed(key);
    },
    all: async () => Object.fromEntries(await read()),
    change: async (key, value, row) => {
      await sql.transaction().execute(async (transaction) => {
        await write(transaction, key, value);
        await audit.write(transaction, row);
      });
      changed(key);
    },
  };
};
