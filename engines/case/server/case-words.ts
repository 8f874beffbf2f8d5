import { type RawBuilder, sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { CaseQuery } from '#engines/case/contract';
import { codeToPath } from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';
import type { Branch, Condition } from './list-conditions.ts';
import { placeTermsOf, type WordSearch, wordSearchOf } from './words.ts';

/** Rows to list or to count: `case_file c`, or rights `g` with their matters `c`, and the conditions on them. */
export interface Piece {
  readonly source: RawBuilder<unknown>;
  readonly where: readonly Condition[];
  /** Rights give the order of their own index. */
  readonly rights: boolean;
}

const matters = raw`case_file c`;
// With the time of the report both ways are answered by keys alone: from rights to matters, and back.
const ofRight = raw`c.district = g.district and c.reported_at = g.reported_at and c.id = g.case_id`;

const over = ({ from, where }: Branch, c = matters, g = raw`case_grant g`): Piece =>
  from === 'case_file'
    ? { source: c, where: [where], rights: false }
    : { source: raw`${g} join ${c} on ${ofRight}`, where: [where], rights: true };

/** Rights from the newest on, and only as far as somebody reads: most of what a body may read is new. */
const newestRights = ({ rights = raw`true` }: Branch, also: Condition = raw`true`): RawBuilder<unknown> =>
  raw`(select o.* from case_grant o where ${rights} and ${also} order by o.reported_at desc, o.case_id desc offset 0) g`;

/** Rows of a branch, whatever their words. @param order the index of deadlines does not know when a matter was reported */
export const piecesOf = (branches: readonly Branch[], order: 'reported' | 'due' = 'reported'): readonly Piece[] =>
  branches.map((branch) =>
    order === 'due' && branch.from === 'case_grant'
      ? {
          source: raw`case_grant g join case_file c on c.district = g.district and c.id = g.case_id`,
          where: [branch.where],
          rights: true,
        }
      : over(branch, matters, newestRights(branch)),
  );

/** The same for a few rows that are named: from the matters to their rights. */
export const namedPiecesOf = (branches: readonly Branch[]): readonly Piece[] => branches.map((branch) => over(branch));

/** The pieces to read the first rows from, and those to count; they hold the same rows. */
export interface Pieces {
  readonly list: readonly Piece[];
  readonly count: readonly Piece[];
}

const outsideNumbers = ({ numbers }: WordSearch): readonly Condition[] =>
  numbers === null ? [] : [raw`not (c.number >= ${numbers.from} and c.number < ${numbers.to})`];

/** Filters that leave few rows: PostgreSQL then knows better where to begin. */
const isNarrowed = (query: CaseQuery): boolean =>
  [
    query.view === 'all' ? undefined : query.view,
    query.status,
    query.stage,
    query.playbook,
    query.timing,
    query.category,
    query.light,
    query.mark,
    query.parent,
    query.body,
    query.from,
    query.to,
  ].some((one) => one !== undefined);

/**
 * How a search goes, one bounded way for each case. `offset 0` keeps PostgreSQL from mixing a way with the order of the
 * list: it takes terms for independent of each other and of time, which they are not, and would read a year to find nothing.
 * - Few matters have the terms: those are read, nothing else.
 * - Many have them: the list goes along its order and looks at each row's terms, which soon makes a page; the count takes
 *   rows as the index of terms gives them and stops at its limit. Of tasks both go from the rights, which are fewer.
 * - Numbers come from their own index; what they find is left out of the words.
 */
export const createWordSearch = (sql: Sql, few: number) => {
  /** At most `few` and one ids that have the terms, for each list of terms. */
  const findCandidates = async (
    lists: readonly (readonly string[])[],
    districts: readonly string[],
  ): Promise<readonly (readonly Id[])[]> => {
    const each = lists.map(
      (terms) => raw`array(select w.case_id from case_word w where w.words @> ${[...terms]}::text[]
        and w.district = any(${[...districts]}::text[]) limit ${few + 1})::text[]`,
    );
    const { rows } = await raw<{ found: Id[] }>`${raw.join(
      each.map((ids) => raw`select ${ids} as found`),
      raw` union all `,
    )}`.execute(sql);
    return rows.map((row) => row.found);
  };

  const ofFew = (branch: Branch, search: WordSearch, ids: readonly Id[], districts: readonly string[]): Piece => {
    const c = raw`(select h.* from unnest(${[...ids]}::uuid[]) as found(id)
      join case_file h on h.district = any(${[...districts]}::text[]) and h.id = found.id where ${search.held} offset 0) c`;
    const piece = over(branch, c);
    return { ...piece, where: [...piece.where, ...outsideNumbers(search)] };
  };

  const ofMany = (branch: Branch, search: WordSearch, terms: readonly string[], plain: boolean): Pieces => {
    const has = (row: 'c' | 'o', id: string) => raw`(select ${search.held} from case_word w
      join case_file h on h.district = w.district and h.id = w.case_id
      where w.district = ${raw.ref(`${row}.district`)} and w.case_id = ${raw.ref(`${row}.${id}`)} and w.words @> ${[...terms]}::text[])`;
    const more = outsideNumbers(search);
    if (branch.from === 'case_grant') {
      const rights = over(branch, matters, newestRights(branch, has('o', 'case_id')));
      const both = [{ ...rights, where: [...rights.where, ...more] }];
      return { list: both, count: both };
    }
    const list = [{ ...over(branch), where: [branch.where, has('c', 'id'), ...more] }];
    if (!plain || branch.needs === 'own reports') return { list, count: list };
    const found = raw`(select w.district, w.case_id from case_word w where w.words @> ${[...terms]}::text[] offset 0) w
      join case_file c on c.district = w.district and c.id = w.case_id`;
    const held = raw`exists (select from case_file h where h.district = c.district and h.id = c.id and ${search.held})`;
    return { list, count: [{ source: found, where: [branch.where, held, ...more], rights: false }] };
  };

  const ofNumbers = (branch: Branch, { numbers }: WordSearch): readonly Piece[] =>
    numbers === null
      ? []
      : [
          over(
            branch,
            raw`(select n.* from case_file n where n.number >= ${numbers.from} and n.number < ${numbers.to} offset 0) c`,
          ),
        ];

  /** @param districts those of the reader */
  return async (branches: readonly Branch[], query: CaseQuery, districts: readonly string[]): Promise<Pieces> => {
    const search = wordSearchOf(query.words ?? '');
    if (search.terms.length === 0 || branches.length === 0) return { list: [], count: [] };
    const at = query.at === undefined ? '' : codeToPath(query.at);
    const termsOf = ({ within = '' }: Branch): readonly string[] => [
      ...search.terms,
      ...placeTermsOf(at.length > within.length ? at : within).slice(-1),
    ];
    const lists = [...new Map(branches.map((branch) => [termsOf(branch).join(' '), termsOf(branch)])).entries()];
    const found = await findCandidates(
      lists.map(([, terms]) => terms),
      districts,
    );
    const ways = branches.map((branch): Pieces => {
      const terms = termsOf(branch);
      const ids = found[lists.findIndex(([key]) => key === terms.join(' '))] ?? [];
      const numbers = ofNumbers(branch, search);
      if (ids.length <= few) {
        const both = ids.length === 0 ? numbers : [ofFew(branch, search, ids, districts), ...numbers];
        return { list: both, count: both };
      }
      const { list, count } = ofMany(branch, search, terms, !isNarrowed(query));
      return { list: [...list, ...numbers], count: [...count, ...numbers] };
    });
    return { list: ways.flatMap((way) => way.list), count: ways.flatMap((way) => way.count) };
  };
};
