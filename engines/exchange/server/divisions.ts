import { DomainError } from '#kernel/domain-error';
import type { ImportMap, PastMatter } from '#engines/exchange/model';
import type { Division, ExchangePorts } from './ports.ts';

export interface MatchedDivisions {
  /** Official nodes that were planted for this import, or would be. */
  readonly planted: number;
  /** Path of the deepest place named, or null when the tree has no such place. */
  readonly match: (place: PastMatter['place']) => string | null;
  /** Different places that rows were joined to. */
  readonly matched: () => number;
}

/** Names by which a division may be called in a file: with and without the ending of the official list. */
const namesOf = (division: Division, endings: readonly string[]): string[] => {
  const short = endings.find((ending) => division.name.endsWith(ending) && division.name.length > ending.length);
  return short ? [division.name, division.name.slice(0, -short.length)] : [division.name];
};

/** The official divisions of the map's district, planted when they are not there yet, found by their names. */
export const openDivisions = async (
  map: ImportMap,
  ports: Pick<ExchangePorts, 'listDivisions' | 'readOfficialDivisions' | 'plantDivisions'>,
  mayPlant: boolean,
): Promise<MatchedDivisions> => {
  const depth = map.place.levels.length;
  const list = async (): Promise<readonly Division[]> => {
    const found = await ports.listDivisions(map.district);
    const deepest = map.place.levels[depth - 1]?.level;
    return found.some((one) => one.level === deepest) ? found : [];
  };
  let divisions = await list();
  let planted = 0;
  if (divisions.length === 0) {
    divisions = await ports.readOfficialDivisions(map.district);
    planted = divisions.length > 0 && mayPlant ? await ports.plantDivisions(map.district) : divisions.length;
  }
  if (divisions.length === 0) throw new DomainError('import.district-unknown', { district: map.district });

  const byName = new Map<string, Division[]>();
  for (const division of divisions)
    for (const name of namesOf(division, map.place.endings)) {
      const key = `${division.level}\n${name}`;
      const bearers = byName.get(key) ?? [];
      // One division may be listed under its short and its official name.
      if (!bearers.some((one) => one.path === division.path)) byName.set(key, [...bearers, division]);
    }
  const top = divisions.find((one) => one.level === map.place.levels[0]?.level);
  if (!top) throw new DomainError('import.district-unknown', { district: map.district });
  const used = new Set<string>();
  const known = new Map<string, string | null>();
  const find = (place: NonNullable<PastMatter['place']>): string | null => {
    let path = top.path;
    for (const { level, name } of place) {
      const below = byName.get(`${level}\n${name}`)?.filter((one) => one.path.startsWith(path)) ?? [];
      const [only] = below;
      if (!only || below.length > 1) return null;
      path = only.path;
    }
    return path;
  };
  return {
    planted,
    matched: () => used.size,
    match: (place) => {
      if (place === null) return top.path;
      const key = place.map(({ level, name }) => `${level}=${name}`).join('/');
      let path = known.get(key);
      if (path === undefined) known.set(key, (path = find(place)));
      if (path !== null) used.add(path);
      return path;
    },
  };
};
