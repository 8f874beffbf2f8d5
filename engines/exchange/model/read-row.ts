import { chinaInstant, type Instant } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { CodePair, ImportMap } from './import-map.ts';
import type { PairCensus } from './pair-census.ts';

/** A row of a sheet: column → cell as written. */
export type SheetRow = Readonly<Record<string, string>>;

/** What a row says, before it is joined to the tree, the code list and the bodies. */
export interface PastMatter {
  readonly key: string;
  readonly reportedAt: Instant;
  /** Names from the district down; null when the row has no place at all. */
  readonly place: readonly { readonly level: string; readonly name: string }[] | null;
  /** Code in the map's list; null when no level is known. */
  readonly category: string | null;
  readonly values: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timing: 'in-time' | 'overtime' | 'unknown';
}

/** A value or a row that was left out, and why. */
export interface Aside {
  /** Of one kind are counted together. */
  readonly kind: string;
  readonly reason: Label;
  readonly whole: boolean;
  readonly column: string | null;
}

export type RowReading =
  | { readonly kind: 'matter'; readonly matter: PastMatter; readonly asides: readonly Aside[] }
  | { readonly kind: 'aside'; readonly asides: readonly [Aside, ...Aside[]] };

export type Censuses = ReadonlyMap<string, PairCensus>;

const dateTime = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/;

/** A moment as the sheet writes it, in China's zone; null when it is none. */
export const readMoment = (cell: string): Instant | null => {
  const match = dateTime.exec(cell.trim());
  if (!match) return null;
  const [, date = '', hour, minute, second = '0'] = match;
  const minutes = Number(hour) * 60 + Number(minute) + Number(second) / 60;
  if (minutes >= 1440 || Number(minute) > 59 || Number(second) > 59) return null;
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) return null;
  return chinaInstant(date, minutes);
};

export const isMissing = (map: ImportMap, cell: string | undefined): boolean =>
  cell === undefined || cell.trim() === '' || map.missing.includes(cell.trim());

const rowAside = (kind: string, zh: string, en: string, column: string | null): RowReading => ({
  kind: 'aside',
  asides: [{ kind, reason: { zh, en }, whole: true, column }],
});

const contradiction = (pair: CodePair): Aside => ({
  kind: `contradiction:${pair.id}`,
  reason: {
    zh: `「${pair.name.zh}」的编码与名称互相矛盾`,
    en: `Code and name of “${pair.name.en}” contradict each other`,
  },
  whole: pair.contradiction === 'row',
  column: pair.code,
});

const categoryOf = (map: ImportMap, codeOf: (pair: string) => string | null): string | null => {
  const { levels, whole: ending } = map.category;
  for (let index = levels.length - 1; index >= 0; index -= 1) {
    const level = levels[index];
    const code = level ? codeOf(level.pair) : null;
    if (level && code !== null) return level.prefix + code + (index < levels.length - 1 ? ending : '');
  }
  return null;
};

/** Reads one row by its map; nothing is guessed, and what is left out is said. */
export const readRow = (map: ImportMap, censuses: Censuses, row: SheetRow): RowReading => {
  const cell = (column: string): string | null => (isMissing(map, row[column]) ? null : (row[column] ?? '').trim());
  const key = cell(map.key);
  if (key === null) return rowAside('no-key', '缺少唯一编号', 'The row has no unique number', map.key);
  const written = cell(map.reportedAt.column);
  const reportedAt = written === null ? null : readMoment(written);
  if (reportedAt === null)
    return rowAside(
      'no-time',
      '上报时间缺失或无法识别',
      'The time of report is missing or not readable',
      map.reportedAt.column,
    );

  const asides: Aside[] = [];
  const left = new Set<string>();
  for (const pair of map.pairs) {
    const code = cell(pair.code);
    if (code === null || !censuses.get(pair.id)?.contradicts(code, (row[pair.text] ?? '').trim())) continue;
    const aside = contradiction(pair);
    if (aside.whole) return { kind: 'aside', asides: [aside] };
    asides.push(aside);
    left.add(pair.id);
  }
  const pairOf = (id: string): CodePair | undefined => map.pairs.find((pair) => pair.id === id);
  const codeOf = (id: string): string | null => {
    const pair = left.has(id) ? undefined : pairOf(id);
    return pair ? cell(pair.code) : null;
  };
  const nameOf = (id: string): string | null => {
    const pair = left.has(id) ? undefined : pairOf(id);
    return pair ? cell(pair.text) : null;
  };

  const place = map.place.levels.flatMap(({ pair, level }) => {
    const name = nameOf(pair);
    return name === null ? [] : [{ level, name }];
  });
  if (place.length === 0)
    asides.push({
      kind: 'no-place',
      reason: { zh: '没有地点，按区级受理', en: 'No place is given; taken at the district itself' },
      whole: false,
      column: pairOf(map.place.levels[0]?.pair ?? '')?.text ?? null,
    });
  const timing =
    map.timings.find((rule) => Object.entries(rule.when).every(([column, value]) => cell(column) === value))?.timing ??
    'unknown';
  if (timing === 'unknown')
    asides.push({
      kind: 'no-timing',
      reason: { zh: '未记载是否按时，不计入超期率', en: 'Not said whether in time; left out of the overtime rate' },
      whole: false,
      column: Object.keys(map.timings[0]?.when ?? {})[0] ?? null,
    });
  const matter: PastMatter = {
    key,
    reportedAt,
    place: place.length ? place : null,
    category: categoryOf(map, codeOf),
    values: Object.fromEntries(
      map.values.flatMap(({ field, pair }) => {
        const name = nameOf(pair);
        return name === null ? [] : [[field, name]];
      }),
    ),
    body: map.body ? codeOf(map.body.pair) : null,
    timing,
  };
  return { kind: 'matter', matter, asides };
};
