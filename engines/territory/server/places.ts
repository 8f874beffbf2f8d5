import { sql as raw } from 'kysely';
import { districtOfPath, PlaceIndex, type PlacedShape, type TerritoryPath } from '#engines/territory/model';
import type { Live, Sql } from '#platform/server/parts';
import { current } from './current.ts';

/** The boundaries of each district that is asked for, in memory; loaded again when the news say that one changed. */
export interface Places {
  readonly indexOf: (district: string) => Promise<PlaceIndex>;
  readonly forget: (path: TerritoryPath) => void;
}

export const createPlaces = (sql: Sql, live: Live): Places => {
  const kept = new Map<string, Promise<PlaceIndex>>();

  const load = async (district: string): Promise<PlaceIndex> => {
    const rows = await raw<PlacedShape>`
      select path, apart, boundary as shape from territory
      where district = ${district} and boundary is not null and ${current}`.execute(sql);
    return new PlaceIndex(rows.rows);
  };

  const indexOf = (district: string): Promise<PlaceIndex> => {
    const known = kept.get(district);
    if (known) return known;
    const loading = load(district);
    kept.set(district, loading);
    loading.catch(() => {
      if (kept.get(district) === loading) kept.delete(district);
    });
    return loading;
  };

  const forget = (path: TerritoryPath): void => {
    kept.delete(districtOfPath(path));
  };
  live.listen((news) => {
    if (news.topic === 'everything') kept.clear();
    else if (news.topic === 'territory') forget(news.path);
  });
  return { indexOf, forget };
};
