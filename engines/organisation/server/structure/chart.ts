import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { Parts } from '#platform/server/parts';
import { outermostScopes, pathToCode } from '#engines/territory/model';
import type { ChartNode } from '#engines/organisation/contract';
import type { SuperiorLine } from '#engines/organisation/model';
import { inScopes } from '../scope-sql.ts';
import type { OrganisationSql } from '../tables.ts';
import { all, type StructureView } from './structure-view.ts';

interface NodeRow {
  readonly id: Id;
  readonly name: string;
  readonly kind: string;
  readonly territory: string;
  readonly below: number;
  readonly superiors: number;
}

/** No node opens to more; words find the rest. */
const most = 200;

/**
 * The chart of bodies along one line of superiors (条 or 块), one level at a time: a district of 600 communities
 * opens as fast as a street. A body with several superiors stands under each of them and is one body all the same.
 */
export const createChart = (parts: Parts, view: StructureView) => {
  const sql: OrganisationSql = parts.sql;

  const seeChart = async (
    scopes: readonly string[],
    asked: { readonly line: SuperiorLine; readonly under?: Id | undefined; readonly at?: string | undefined },
  ): Promise<ChartNode[]> => {
    const within = asked.at === undefined ? scopes : narrowed(scopes, asked.at);
    const inside = inScopes('body.territory', within);
    const conditions = [raw`body.abolished_on is null`, inside];
    if (asked.under !== undefined)
      conditions.push(raw`exists (select from body_superior s where s.district = body.district and s.body = body.id
        and s.superior = ${asked.under} and s.line = ${asked.line})`);
    else {
      conditions.push(raw`not exists (select from body_superior s join body u on u.district = s.district and u.id = s.superior
        where s.district = body.district and s.body = body.id and s.line = ${asked.line} and u.abolished_on is null
          and ${inScopes('u.territory', within)})`);
      // Along the business only what has a line at all: the rest stands on the territorial chart.
      if (asked.line === 'vertical')
        conditions.push(raw`exists (select from body_superior s where s.district = body.district and s.superior = body.id
          and s.line = 'vertical')`);
    }
    const { rows } = await raw<NodeRow>`
      select body.id, body.name, body.kind, body.territory,
        (select count(*)::int from body_superior s join body b on b.district = s.district and b.id = s.body
          where s.district = body.district and s.superior = body.id and s.line = ${asked.line}
            and b.abolished_on is null) as below,
        (select count(*)::int from body_superior s where s.district = body.district and s.body = body.id) as superiors
      from body where ${all(conditions)} order by body.territory, body.name, body.id limit ${most}`.execute(sql);
    const posts = rows.length > 0 ? await view.listPosts(scopes, { bodies: rows.map((row) => row.id) }) : [];
    const byBody = Map.groupBy(posts, (post) => post.body.id);
    return rows.map((row) => {
      const own = byBody.get(row.id) ?? [];
      return {
        ...row,
        territory: pathToCode(row.territory),
        posts: own.map((post) => ({
          id: post.id,
          title: post.title,
          openCases: post.openCases,
          holders: post.holders.map((holder) => ({
            name: holder.name,
            standsIn: holder.standsInFor !== null,
            acting: holder.acting,
          })),
        })),
        vacant: own.filter((post) => post.vacantDays !== null).length,
      };
    });
  };

  return { seeChart };
};

export type Chart = ReturnType<typeof createChart>;

/** What of the scopes lies in a place, or the place in them. */
export const narrowed = (scopes: readonly string[], at: string): readonly string[] =>
  outermostScopes(scopes.flatMap((scope) => (at.startsWith(scope) ? [at] : scope.startsWith(at) ? [scope] : [])));
