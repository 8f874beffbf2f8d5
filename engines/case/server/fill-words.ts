import type { Pool } from 'pg';
import type { Parts } from '#platform/server/parts';
import { termsOfMatter } from './words.ts';

const flag = 'case.words-to-fill';
const AT_ONCE = 2_000;

interface Unnamed {
  readonly district: string;
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly path: string;
}

/**
 * Makes the search terms of matters that were there before there were any. Once, after an upgrade; a server that is
 * stopped meanwhile goes on where it was.
 */
export const createWordFilling = (parts: Pick<Parts, 'settings' | 'log'>, pool: Pool) => {
  const fill = async (): Promise<void> => {
    let after: readonly [string, string] = ['', '00000000-0000-0000-0000-000000000000'];
    for (;;) {
      const { rows } = await pool.query<Unnamed>(
        `select district, id, title, place, path from case_file where (district, id) > ($1, $2::uuid)
         order by district, id limit ${AT_ONCE}`,
        [...after],
      );
      const last = rows.at(-1);
      if (!last) break;
      const named = rows.map(({ district, id, title, place, path }) => ({
        district,
        id,
        words: termsOfMatter(title, place, path),
      }));
      await pool.query(
        `insert into case_word (district, case_id, words)
         select district, id, words from jsonb_to_recordset($1::jsonb) as x(district text, id uuid, words text[])
         on conflict do nothing`,
        [JSON.stringify(named)],
      );
      after = [last.district, last.id];
    }
    await parts.settings.set(flag, false);
  };

  return {
    /** Resolves at once; the terms follow. */
    fillWords: async (): Promise<void> => {
      if (!(await parts.settings.get(flag, false))) return;
      fill().catch((error: unknown) => parts.log.error({ err: error }, 'search terms could not be made'));
    },
  };
};
