import { type RawBuilder, sql as raw } from 'kysely';
import { chinaInstant, type DateText } from '#kernel/instant';
import { depthOf, districtOfPath, scopeRange } from '#engines/territory/model';
import type { FactIndicator } from '#engines/indicator/model';

/** Facts of a place in a period of China days, `to` exclusive, by one of a fact's two times. */
export interface Span {
  readonly path: string;
  readonly from: DateText;
  readonly to: DateText;
  readonly time: FactIndicator['period'];
  readonly division: Division;
}

/** `now`: under the division in force; `then`: where each fact was recorded, whatever became of the place. */
export type Division = 'now' | 'then';

const placeColumn = ({ division }: Pick<Span, 'division'>): RawBuilder<unknown> =>
  raw.ref(division === 'now' ? 'now_path' : 'path');

export const timeColumn = (span: Pick<Span, 'time'>): RawBuilder<unknown> =>
  raw.ref(span.time === 'cohort' ? 'cohort_at' : 'at');

/** Depth of a district in the tree: 省 · 市 · 区县. */
const districtDepth = 3;

/** A node above the districts has its facts in all shards whose code begins like its own. */
const inDistricts = (path: string): RawBuilder<boolean> => {
  if (depthOf(path) >= districtDepth) return raw<boolean>`district = ${districtOfPath(path)}`;
  const prefix = path.replaceAll('.', '');
  return raw<boolean>`(district >= ${prefix.padEnd(6, '0')} and district <= ${prefix.padEnd(6, '9')})`;
};

/** The condition over `fact` that bounds every figure and every drill-down. */
export const inSpan = (span: Span, kinds: readonly string[]): RawBuilder<boolean> => {
  const { from, to } = scopeRange(span.path);
  const time = timeColumn(span);
  const place = placeColumn(span);
  return raw<boolean>`${inDistricts(span.path)} and kind = any(${[...kinds]}::text[])
    and ${time} >= ${chinaInstant(span.from)} and ${time} < ${chinaInstant(span.to)}
    and ${place} >= ${from} and ${place} < ${to}`;
};

/** True of a fact that now lies in one of these ranges. */
export const inAny = (scopes: readonly string[]): RawBuilder<boolean> => {
  if (scopes.length === 0) return raw<boolean>`false`;
  const ranges = scopes.map((scope) => {
    const { from, to } = scopeRange(scope);
    return raw`(now_path >= ${from} and now_path < ${to})`;
  });
  return raw<boolean>`(${raw.join(ranges, raw` or `)})`;
};

/** What facts are counted apart by: nothing, the nodes of a level, days, or a dimension. */
export type Axis =
  | { readonly by: 'nothing' }
  | { readonly by: 'place' /** Sorted paths, none inside another. */; readonly places: readonly string[] }
  | { readonly by: 'time'; readonly unit: 'day' | 'week' | 'month' }
  | { readonly by: 'dimension'; readonly dimension: string };

/** Beyond this many places looking each path up in the row of their bounds costs more than cutting its beginning off. */
const fewPlaces = 64;

/**
 * The key of a fact on an axis, in two steps, so that the costly one is written once a row: a `column`
 * read from `fact`, and the `key` made of it.
 */
export interface AxisKey {
  readonly column: RawBuilder<unknown>;
  readonly key: (column: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** What a key that came back means. */
  readonly read: (key: string | number | null) => string | null;
}

const textKey = (column: RawBuilder<unknown>): AxisKey => ({
  column,
  key: (made) => made,
  read: (key) => (key === null ? null : String(key)),
});

/** Which of some sorted, separate places holds a path; null in none. */
const placeKey = (places: readonly string[], path: RawBuilder<unknown>): AxisKey => {
  const [first = ''] = places;
  if (places.length === 0) return textKey(raw`null::text`);
  // Official codes of one level are equally long, so that the beginning of a path names its place.
  if (places.length > fewPlaces && places.every((place) => place.length === first.length))
    return {
      ...textKey(raw`left(${path}, ${first.length}::int)`),
      key: (made) => raw`case when ${made} = any(${[...places]}::text[]) then ${made} end`,
    };
  // Each place is a range; the ranges in a row make odd buckets inside and even ones between.
  const bounds = places.flatMap((place) => {
    const { from, to } = scopeRange(place);
    return [from, to];
  });
  return {
    column: raw`width_bucket(${path}, ${bounds}::text[])`,
    key: (made) => raw`case when ${made} % 2 = 1 then ${made} end`,
    read: (key) => (key === null ? null : (places[(Number(key) - 1) / 2] ?? null)),
  };
};

export const axisKey = (axis: Axis, span: Pick<Span, 'time' | 'division'>): AxisKey => {
  switch (axis.by) {
    case 'nothing':
      return textKey(raw`null::text`);
    case 'place':
      return placeKey(axis.places, placeColumn(span));
    case 'time':
      return textKey(raw`date_trunc(${axis.unit}, ${timeColumn(span)} at time zone interval '+08:00')::date`);
    case 'dimension':
      return textKey(raw`coalesce(dims ->> ${axis.dimension}, '')`);
  }
};

/** True of a fact whose key on the axis is this one; null: of none of its places. */
export const isAtKey = (axis: Axis, span: Pick<Span, 'time' | 'division'>, key: string | null): RawBuilder<boolean> => {
  const made = axisKey(axis, span);
  const its = raw`(${made.key(made.column)})`;
  return key === null ? raw<boolean>`${its} is null` : raw<boolean>`${its} = ${key}`;
};
