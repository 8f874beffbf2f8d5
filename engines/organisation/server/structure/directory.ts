import { type Id, isId } from '#kernel/ids';
import type { Parts } from '#platform/server/parts';
import { chinaDate, millisOf } from '#kernel/instant';
import { districtOfPath, trailPaths } from '#engines/territory/model';
import type { OrganisationSql } from '../tables.ts';

export interface DirectoryBody {
  readonly id: Id;
  readonly name: string;
  readonly kind: string;
  /** Territory path with trailing dot. */
  readonly territory: string;
}

/** A post that somebody holds; `district` is where its work lies, `keptIn` where it is kept. */
export interface HeldPost {
  readonly id: Id;
  readonly role: string;
  readonly title: string;
  readonly body: Id;
  readonly scope: string;
  readonly district: string;
  readonly keptIn: string;
}

interface DistrictBodies {
  readonly readAt: number;
  readonly byId: ReadonlyMap<Id, DirectoryBody>;
  /** `kind territory` → body. */
  readonly byPlace: ReadonlyMap<string, DirectoryBody>;
  readonly byTerritory: ReadonlyMap<string, readonly DirectoryBody[]>;
}

/** Should news get lost, memory is this old at most. */
const freshFor = 5_000;
const mostNames = 20_000;

/** What other engines ask of the organisation. Bodies of a district are some hundreds and change rarely: they stay in memory. */
export const createDirectory = (parts: Parts) => {
  const sql: OrganisationSql = parts.sql;
  const districts = new Map<string, Promise<DistrictBodies>>();
  const personNames = new Map<Id, string>();
  let newsHeard = 0;

  const read = async (district: string): Promise<DistrictBodies> => {
    const rows = await sql
      .selectFrom('body')
      .select(['id', 'name', 'kind', 'territory'])
      .where('district', '=', district)
      .where('abolished_on', 'is', null)
      .orderBy('territory')
      .orderBy('id')
      .execute();
    const byPlace = new Map<string, DirectoryBody>();
    const byTerritory = new Map<string, DirectoryBody[]>();
    for (const row of rows) {
      const place = `${row.kind} ${row.territory}`;
      if (!byPlace.has(place)) byPlace.set(place, row);
      byTerritory.set(row.territory, [...(byTerritory.get(row.territory) ?? []), row]);
    }
    return { readAt: millisOf(parts.clock()), byId: new Map(rows.map((row) => [row.id, row])), byPlace, byTerritory };
  };

  const bodiesOf = async (district: string): Promise<DistrictBodies> => {
    const known = districts.get(district);
    if (known) {
      const bodies = await known.catch(() => undefined);
      if (bodies && millisOf(parts.clock()) - bodies.readAt <= freshFor) return bodies;
      if (districts.get(district) !== known) return bodiesOf(district);
    }
    const reading = readQuietly(district);
    districts.set(district, reading);
    return reading;
  };
  /** Reads again when news came while it was reading. */
  const readQuietly = async (district: string): Promise<DistrictBodies> => {
    const before = newsHeard;
    const bodies = await read(district);
    return before === newsHeard ? bodies : readQuietly(district);
  };

  const forget = (district: string): void => {
    newsHeard += 1;
    districts.delete(district);
  };
  const stopListening = parts.live.listen((news) => {
    if (news.topic === 'organisation') forget(news.district);
    if (news.topic === 'everything') for (const district of districts.keys()) forget(district);
  });

  /** The body of a kind nearest above a place: of its grid, community, street, district. */
  const findBody = async (district: string, kind: string, path: string): Promise<DirectoryBody | undefined> => {
    const { byPlace } = await bodiesOf(district);
    return trailPaths(path)
      .reverse()
      .map((place) => byPlace.get(`${kind} ${place}`))
      .find((body) => body !== undefined);
  };

  /** All bodies of a kind in a district, in the order of their places. */
  const bodiesOfKind = async (district: string, kind: string) => {
    const { byId } = await bodiesOf(district);
    return [...byId.values()]
      .filter((body) => body.kind === kind)
      .map(({ id, name, territory }) => ({ id, name, path: territory }));
  };

  /** Places at which posts of a role stand today, in their order. */
  const scopesOfRole = async (district: string, role: string): Promise<readonly string[]> => {
    const rows = await sql
      .selectFrom('post')
      .select('scope')
      .distinct()
      .where('district', '=', district)
      .where('role', '=', role)
      .where('abolished_on', 'is', null)
      .orderBy('scope')
      .limit(5000)
      .execute();
    return rows.map((row) => row.scope);
  };

  /**
   * Bodies that a matter at a place may be given to: those above the place, nearest first; with words,
   * also others of the district whose name holds them. At most 50.
   */
  const bodiesToChoose = async (district: string, path: string, words = ''): Promise<readonly DirectoryBody[]> => {
    const { byId, byTerritory } = await bodiesOf(district);
    const above = trailPaths(path)
      .reverse()
      .flatMap((place) => byTerritory.get(place) ?? []);
    const sought = words.trim().toLowerCase();
    if (sought === '') return above.slice(0, 50);
    const near = new Set(above.map((body) => body.id));
    const others = [...byId.values()].filter((body) => !near.has(body.id));
    return [...above, ...others].filter((body) => body.name.toLowerCase().includes(sought)).slice(0, 50);
  };

  /** Names of bodies; one that does not exist or was abolished is left out. */
  const namesOfBodies = async (district: string, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> => {
    const { byId } = await bodiesOf(district);
    return new Map(
      ids.flatMap((id) => {
        const body = byId.get(id);
        return body ? [[id, body.name] as const] : [];
      }),
    );
  };

  /** Who does the work of bodies today: themselves, or their successors down the line; without one they are left out. */
  const heirsOf = async (district: string, ids: readonly Id[]): Promise<ReadonlyMap<Id, DirectoryBody>> => {
    const { byId } = await bodiesOf(district);
    const gone = [...new Set(ids)].filter((id) => !byId.has(id));
    const successors = new Map(
      gone.length === 0
        ? []
        : (
            await sql
              .selectFrom('body')
              .select(['id', 'successor'])
              .where('district', '=', district)
              .where('abolished_on', 'is not', null)
              .execute()
          ).map(({ id, successor }) => [id, successor] as const),
    );
    const heirOf = (id: Id, seen: ReadonlySet<Id> = new Set()): DirectoryBody | undefined => {
      const next = successors.get(id);
      return byId.get(id) ?? (next && !seen.has(next) ? heirOf(next, new Set([...seen, id])) : undefined);
    };
    return new Map(
      ids.flatMap((id) => {
        const heir = heirOf(id);
        return heir ? [[id, heir] as const] : [];
      }),
    );
  };

  const namesOfAnyBodies = async (ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> => {
    const known = ids.filter(isId);
    if (known.length === 0) return new Map();
    const rows = await sql.selectFrom('body').select(['id', 'name']).where('id', 'in', known).execute();
    return new Map(rows.map(({ id, name }) => [id, name]));
  };

  const countMissingBodies = async (
    district: string,
    wanted: readonly { readonly name: string; readonly kind: string }[],
  ): Promise<number> => {
    const { byId } = await bodiesOf(district);
    const there = new Set([...byId.values()].map(({ kind, name }) => `${kind}\n${name}`));
    return new Set(wanted.map(({ kind, name }) => `${kind}\n${name}`)).difference(there).size;
  };

  /** Names of persons; kept in memory, for names hardly ever change. */
  const namesOfPersons = async (district: string, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> => {
    const missing = [...new Set(ids)].filter((id) => !personNames.has(id));
    if (missing.length > 0) {
      if (personNames.size + missing.length > mostNames) personNames.clear();
      const rows = await sql
        .selectFrom('person')
        .select(['id', 'name'])
        .where('district', '=', district)
        .where('id', 'in', missing)
        .execute();
      for (const row of rows) personNames.set(row.id, row.name);
    }
    return new Map(
      ids.flatMap((id) => {
        const name = personNames.get(id);
        return name === undefined ? [] : [[id, name] as const];
      }),
    );
  };

  /** Posts that a person holds today. */
  const postsOf = async (district: string, person: Id): Promise<readonly HeldPost[]> => {
    const day = chinaDate(parts.clock());
    const rows = await sql
      .selectFrom('holding as holder')
      .innerJoin('post', (on) => on.onRef('post.district', '=', 'holder.district').onRef('post.id', '=', 'holder.post'))
      .select(['post.id', 'post.role', 'post.title', 'post.body', 'post.scope', 'post.district as keptIn'])
      .where('holder.district', '=', district)
      .where('holder.person', '=', person)
      .where('holder.from_day', '<=', day)
      .where((make) => make.or([make('holder.to_day', 'is', null), make('holder.to_day', '>', day)]))
      .where('post.abolished_on', 'is', null)
      .orderBy('post.scope')
      .orderBy('post.id')
      .execute();
    return rows.map((row) => ({ ...row, district: districtOfPath(row.scope) }));
  };

  return {
    bodiesOfKind,
    scopesOfRole,
    findBody,
    bodiesToChoose,
    namesOfBodies,
    heirsOf,
    namesOfAnyBodies,
    countMissingBodies,
    namesOfPersons,
    postsOf,
    bodiesOf,
    /** To be called after the commit of a change of bodies. */
    tellChanged: (district: string): void => {
      forget(district);
      parts.live.tell({ topic: 'organisation', district, path: '', id: district });
    },
    close: stopListening,
  };
};

export type Directory = ReturnType<typeof createDirectory>;
