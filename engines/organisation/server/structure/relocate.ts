import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { type Label, label } from '#kernel/label';
import { peoplePathAfter, rangesOf, type Relocation } from '#engines/territory/model';
import type { Parts, Sql, SqlOrTransaction } from '#platform/server/parts';
import { pathPairs } from '#platform/server/sql';
import type { Sessions } from '../accounts/sessions.ts';

interface Moved {
  readonly what: string;
  readonly name: Label;
  readonly count: number;
}

const names = {
  post: label('岗位辖区', 'Scopes of posts'),
  person: label('人员归属', 'Homes of people'),
  body: label('机构', 'Bodies'),
} as const;

/** The three columns that say a territory; posts and people may be kept in another district than their place. */
const columns = { post: 'scope', person: 'home', body: 'territory' } as const;
const tables = ['post', 'person', 'body'] as const;

/** What else says a place, with the key that may hold it only once: of two that meet, the one already there stays. */
const others = [
  { table: 'line_post', key: ['line', 'slot'] },
  { table: 'board_print', key: [] },
  { table: 'rota', key: null },
  { table: 'shift', key: null },
] as const;

const told = (counts: readonly number[]): Moved[] =>
  tables.flatMap((what, index) => {
    const count = counts[index] ?? 0;
    return count > 0 ? [{ what, name: names[what], count }] : [];
  });

/** Scopes, homes and bodies follow the tree; whoever is signed in has the new scope at once, in every process. */
export const createRelocate = (parts: Parts, sessions: Pick<Sessions, 'tellChanged'>) => {
  const pairsOf = (sql: SqlOrTransaction, { moves }: Relocation, table: (typeof tables)[number]) =>
    pathPairs(sql, { table, column: columns[table], ranges: rangesOf(moves) }, (path) => peoplePathAfter(moves, path));

  const preview = async (sql: Sql, relocation: Relocation): Promise<Moved[]> => {
    const counts = await Promise.all(
      tables.map(async (table) => {
        const { from } = await pairsOf(sql, relocation, table);
        const { rows } = await raw<{ count: number }>`select count(*)::int as count from ${raw.table(table)}
          where ${raw.ref(columns[table])} = any(${[...from]}::text[])
            ${table === 'person' ? raw`` : raw`and abolished_on is null`}`.execute(sql);
        return rows[0]?.count ?? 0;
      }),
    );
    return told(counts);
  };

  const follow = async (trx: SqlOrTransaction, relocation: Relocation) => {
    const changed = new Map<Id, string>();
    const counts: number[] = [];
    // Posts that a split gives to another part go first; what is left goes with the part that carries on.
    const given = Object.entries(relocation.posts);
    let posts = 0;
    if (given.length > 0) {
      const split = relocation.moves.find((move) => move.people !== undefined)?.from ?? '';
      const { rows } = await raw<{ id: Id }>`update post p set scope = m.to_path
        from unnest(${given.map(([id]) => id)}::uuid[], ${given.map(([, path]) => path)}::text[]) as m(id, to_path)
        where p.id = m.id and p.scope = ${split} returning p.id`.execute(trx);
      posts += rows.length;
      await holdersOf(
        trx,
        rows.map((row) => row.id),
        changed,
      );
    }
    for (const table of tables) {
      const { from, to } = await pairsOf(trx, relocation, table);
      if (table === 'body') await renameTwins(trx, from, to);
      const { rows } = await raw<{ id: Id; district: string }>`update ${raw.table(table)} t
        set ${raw.ref(columns[table])} = m.to_path
        from unnest(${[...from]}::text[], ${[...to]}::text[]) as m(from_path, to_path)
        where t.${raw.ref(columns[table])} = m.from_path returning t.id, t.district`.execute(trx);
      const count = rows.length;
      if (table === 'post')
        await holdersOf(
          trx,
          rows.map((row) => row.id),
          changed,
        );
      counts.push(table === 'post' ? count + posts : count);
    }
    for (const other of others) await followPath(trx, relocation, other);
    await raw`update person set stamp = stamp + 1 where id = any(${[...changed.keys()]}::uuid[])`.execute(trx);
    return {
      moved: told(counts),
      tell: (): void => {
        for (const [person, district] of changed) sessions.tellChanged(district, person);
        const { district } = relocation;
        parts.live.tell({ topic: 'organisation', district, path: '', id: relocation.change });
      },
    };
  };

  const holdersOf = async (trx: SqlOrTransaction, posts: readonly Id[], into: Map<Id, string>): Promise<void> => {
    if (posts.length === 0) return;
    const { rows } = await raw<{ person: Id; district: string }>`select distinct person, district from holding
      where post = any(${[...posts]}::uuid[])`.execute(trx);
    for (const { person, district } of rows) into.set(person, district);
  };

  const followPath = async (
    trx: SqlOrTransaction,
    { moves, district }: Relocation,
    { table, key }: (typeof others)[number],
  ): Promise<void> => {
    const { from, to } = await pathPairs(trx, { table, column: 'path', ranges: rangesOf(moves), district }, (path) =>
      peoplePathAfter(moves, path),
    );
    if (from.length === 0) return;
    const moved = raw`unnest(${[...from]}::text[], ${[...to]}::text[]) as m(from_path, to_path)`;
    if (key !== null) {
      const same = raw.join(
        [raw`true`, ...key.map((name) => raw`o.${raw.ref(name)} = t.${raw.ref(name)}`)],
        raw` and `,
      );
      await raw`with m as (select * from ${moved})
        delete from ${raw.table(table)} t using m where t.district = ${district} and t.path = m.from_path
          and exists (select from ${raw.table(table)} o left join m as n on n.from_path = o.path
            where o.district = t.district and ${same} and o.path <> t.path and (o.path = m.to_path or (n.to_path = m.to_path and o.path < t.path)))`.execute(
        trx,
      );
    }
    await raw`update ${raw.table(table)} t set path = m.to_path from ${moved}
      where t.district = ${district} and t.path = m.from_path`.execute(trx);
  };

  /** Posts whose scope is exactly a node: when it is split, somebody says where each goes. */
  const postsAt = async (path: string): Promise<readonly { readonly id: Id; readonly title: string }[]> =>
    (
      await raw<{ id: Id; title: string }>`select id, title from post where scope = ${path} and abolished_on is null
        order by title, id limit 500`.execute(parts.sql)
    ).rows;

  /** Two bodies of one kind and name may come to one place: each that comes says where it comes from. */
  const renameTwins = async (trx: SqlOrTransaction, from: readonly string[], to: readonly string[]): Promise<void> => {
    await raw`with m as (select * from unnest(${[...from]}::text[], ${[...to]}::text[]) as m(from_path, to_path)),
      coming as (
        select b.district, b.id, replace(m.from_path, '.', '') as code,
          row_number() over (partition by b.district, m.to_path, b.kind, b.name order by m.from_path, b.id) as turn,
          exists (select from body o where o.district = b.district and o.territory = m.to_path and o.kind = b.kind
            and o.name = b.name and o.abolished_on is null) as taken
        from body b join m on m.from_path = b.territory where b.abolished_on is null
      )
      update body b set name = b.name || '（原 ' || c.code || '）' from coming c
      where b.district = c.district and b.id = c.id and (c.taken or c.turn > 1)`.execute(trx);
  };

  return { follower: { preview, follow }, postsAt };
};
