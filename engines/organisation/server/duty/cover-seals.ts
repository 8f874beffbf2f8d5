import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { DateText } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import type { OrganisationSql } from '../tables.ts';

export interface SealedCover {
  readonly district: string;
  readonly absence: Id;
  readonly from: DateText;
  readonly to: DateText;
  readonly post: Id;
  readonly substitute: Id;
  readonly byPost: Id;
}

/** A cover carries a keyed hash, as a holding does (security 36): a row that was written past this room gives no rights. */
export const createCoverSeals = (parts: Pick<Parts, 'audit' | 'log' | 'sql'>) => {
  const valuesOf = (cover: SealedCover): readonly string[] => [
    cover.district,
    cover.absence,
    cover.from,
    cover.to,
    cover.post,
    cover.substitute,
    cover.byPost,
  ];
  return {
    sealOf: (cover: SealedCover): Promise<string> => parts.audit.rowMac('absence_cover', valuesOf(cover)),
    /** The own post of the substitute that a cover leans on; undefined for a row that was altered past this room. */
    findPostBehind: async (district: string, absence: Id, post: Id): Promise<Id | undefined> => {
      const sql: OrganisationSql = parts.sql;
      const { rows } = await raw<SealedCover & { seal: string | null }>`
        select c.district, c.absence, a.from_day as "from", a.to_day as "to", c.post, c.substitute, c.by_post as "byPost", c.seal
        from absence_cover c join absence a on a.district = c.district and a.id = c.absence
        where c.district = ${district} and c.absence = ${absence} and c.post = ${post}`.execute(sql);
      const [cover] = rows;
      if (cover && (await parts.audit.rowMacFits('absence_cover', valuesOf(cover), cover.seal))) return cover.byPost;
      parts.log.error({ district, absence, post }, 'a cover was altered outside of Lifang; it gives no rights');
      return undefined;
    },
  };
};

export type CoverSeals = ReturnType<typeof createCoverSeals>;
