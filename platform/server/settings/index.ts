import { sql as raw } from 'kysely';
import type { Live, Settings, Sql } from '#platform/server/parts';

/** Settings are read from memory; a change anywhere (`setting` news, or a lost connection) makes them be read again. */
export const createSettings = (
  sql: Sql,
  live: Pick<Live, 'tell' | 'listen'>,
): Settings & { readonly all: () => Promise<Record<string, unknown>> } => {
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
  return {
    get: async <Value>(key: string, otherwise: Value): Promise<Value> => {
      const values = await read();
      return values.has(key) ? (values.get(key) as Value) : otherwise;
    },
    set: async (key, value) => {
      await raw`
        insert into setting (key, value) values (${key}, ${JSON.stringify(value ?? null)}::jsonb)
        on conflict (key) do update set value = excluded.value, changed_at = now()`.execute(sql);
      kept = undefined;
      live.tell({ topic: 'setting', district: '', path: '', id: key });
    },
    all: async () => Object.fromEntries(await read()),
  };
};
