import { instantOf } from '#kernel/instant';
import { isWeighted } from '#engines/indicator/model';
import { createIndicatorEngine, type FigurePlace, type IndicatorEngine } from '#engines/indicator/server';
import { pathToCode } from '#engines/territory/model';
import { grid } from '#packs/grid';
import { type OpenSql, openSql } from '#platform/server/sql';
import { type Bench, type BenchOptions, percentile, timings } from './bench.ts';

/** Six streets of four communities of ten grids; three facts a matter, a year of them. */
const streets = 6;
const communities = 4;
const grids = 10;
const piece = 10_000;
const step = (index: number): string => String(index).padStart(3, '0');
const place = (path: string): FigurePlace => ({ path, code: pathToCode(path), name: path });
const district = place('99.01.01.');
const placesOf = new Map<string, readonly FigurePlace[]>([
  ['street', Array.from({ length: streets }, (_, index) => place(`99.01.01.${step(index + 1)}.`))],
  [
    'community',
    Array.from({ length: streets * communities }, (_, index) =>
      place(`99.01.01.${step(Math.floor(index / communities) + 1)}.${step((index % communities) + 1)}.`),
    ),
  ],
]);
const { indicators } = grid.sections;
const ids = indicators.map((indicator) => indicator.id);
const year = { from: '2025-01-01', to: '2026-01-01' };

interface Laden {
  readonly opened: OpenSql;
  readonly engine: IndicatorEngine;
  readonly facts: number;
}

const fill = async ({ createDatabase, quick, say }: BenchOptions): Promise<Laden> => {
  const opened = openSql(await createDatabase(), { max: 4 });
  const matters = quick ? 40_000 : 100_000;
  say(`writing ${(3 * matters).toLocaleString('en')} facts …`);
  // In pieces, so that a busy machine does not run into the limit of a statement.
  for (let first = 1; first <= matters; first += piece)
    await opened.pool.query(
      `insert into fact (district, id, kind, at, cohort_at, path, subject, dims, value)
     select '990101', gen_random_uuid(), kind, reported + interval '30 hours', reported,
       format('99.01.01.%s.%s.g%s.', lpad((1 + i % $2)::text, 3, '0'), lpad((1 + i / 7 % $3)::text, 3, '0'), 1 + i / 31 % $4),
       gen_random_uuid(),
       jsonb_build_object('playbook', 'grid.snapshot', 'category', (100 + i % 133)::text, 'class', (i % 15)::text,
         'channel', (array['phone', 'qr', 'staff'])[1 + i % 3], 'body', (i % 20)::text)
       || case kind
         when 'case.finished' then jsonb_build_object('round', '1',
           'timing', (array['in-time', 'in-time', 'in-time', 'overtime', 'unknown'])[1 + i / 3 % 5],
           'outcome', 'resolved', 'valid', case when i % 17 = 0 then 'no' else 'yes' end,
           'firstDispatchRight', (array['yes', 'yes', 'yes', 'no', 'none'])[1 + i / 5 % 5])
         when 'case.rated' then jsonb_build_object('satisfied', case when i % 9 = 0 then 'no' else 'yes' end)
         else '{}' end,
       case kind when 'case.finished' then (i % 997) / 10.0 else 1 end
     from generate_series($5::int, $6::int) i, lateral (select timestamptz '2025-01-01 00:00+08' + i * (interval '364 days' / $1::int) reported) t,
       (values ('case.reported'), ('case.finished'), ('case.rated')) kinds(kind)`,
      [matters, streets, communities, grids, first, Math.min(matters, first + piece - 1)],
    );
  await opened.pool.query('vacuum analyze fact');
  const engine = createIndicatorEngine(
    { sql: opened.sql, clock: () => instantOf(Date.now()) },
    {
      indicators,
      codeList: () => undefined,
      packOf: () => ({ id: 'grid', name: { zh: '网格', en: 'Grid' } }),
      findNode: async (code) => [district, ...[...placesOf.values()].flat()].find((one) => one.code === code),
      childrenAtLevel: async (path, level) => (placesOf.get(level) ?? []).filter((one) => one.path.startsWith(path)),
      namesOf: async () => new Map(),
      namesOfValues: async () => new Map(),
      scopesToRead: () => [],
      scopesToOpen: () => [],
      childrenBetween: async () => [],
      placesOf: async () => new Map(),
      namesOfSubjects: async () => new Map(),
    },
  );
  return { opened, engine, facts: 3 * matters };
};

/** The nine figures as somebody would write them by hand for this one board. */
const bareBoard = (beginning: number): string => `
  select left(now_path, ${beginning}) as place,
    count(*) filter (where kind = 'case.reported'),
    count(*) filter (where kind = 'case.finished' and dims ->> 'round' = '1'),
    count(*) filter (where kind = 'case.finished' and dims ->> 'round' = '1' and dims ->> 'valid' = 'yes'),
    count(*) filter (where kind = 'case.finished' and dims ->> 'timing' = 'in-time'),
    count(*) filter (where kind = 'case.finished' and dims ->> 'timing' = 'overtime'),
    count(*) filter (where kind = 'case.finished' and dims ->> 'timing' = 'unknown'),
    count(*) filter (where kind = 'case.finished' and dims ->> 'round' = '1' and dims ->> 'firstDispatchRight' = 'yes'),
    count(*) filter (where kind = 'case.finished' and dims ->> 'round' = '1' and dims ->> 'firstDispatchRight' = 'no'),
    count(*) filter (where kind = 'case.rated' and dims ->> 'satisfied' = 'yes'),
    count(*) filter (where kind = 'case.rated'),
    percentile_cont(0.5) within group (order by value) filter (where kind = 'case.finished' and dims ->> 'round' = '1')
  from fact
  where district = '990101' and kind in ('case.reported', 'case.finished', 'case.rated')
    and cohort_at >= $1 and cohort_at < $2 and now_path >= $3 and now_path < $4
  group by 1`;

/** Both sides in turn, so that whatever else the machine does meets both alike. */
const compare = async (
  rounds: number,
  work: () => Promise<unknown>,
  bare: () => Promise<unknown>,
): Promise<{ value: number; baseline: number }> => {
  const values: number[] = [];
  const baselines: number[] = [];
  for (let round = 0; round < rounds; round++) {
    values.push(...(await timings(1, work)));
    baselines.push(...(await timings(1, bare)));
  }
  return { value: percentile(values.slice(1), 0.95), baseline: percentile(baselines.slice(1), 0.95) };
};

let laden: Promise<Laden> | undefined;
/** All rows look at the same facts; the runner drops their database when the run ends. */
const withFacts =
  (run: (laden: Laden, options: BenchOptions) => ReturnType<Bench['run']>): Bench['run'] =>
  async (options) => {
    laden ??= fill(options);
    return run(await laden, options);
  };

const start = '2025-01-01T00:00:00+08:00';
const end = '2026-01-01T00:00:00+08:00';

export const benches: readonly Bench[] = [
  {
    name: 'indicator.dashboard',
    unit: 'ms',
    run: withFacts(async ({ opened, engine, facts }, { quick }) => {
      const { value, baseline } = await compare(
        quick ? 12 : 30,
        () => engine.askFigures({ ids, at: district.code, ...year, by: 'street' }),
        () => opened.pool.query(bareBoard(13), [start, end, '99.01.01.', '99.01.01/']),
      );
      return {
        value,
        baseline,
        n: facts,
        note: `p95; ${ids.length} figures by street over a year, ${facts} facts, one client`,
      };
    }),
  },
  {
    name: 'indicator.community',
    unit: 'ms',
    run: withFacts(async ({ opened, engine, facts }, { quick }) => {
      const path = '99.01.01.003.002.';
      const month = { from: '2025-06-01', to: '2025-07-01' };
      const { value, baseline } = await compare(
        quick ? 40 : 100,
        () => engine.askFigures({ ids, at: pathToCode(path), ...month }),
        () =>
          opened.pool.query(bareBoard(path.length), [
            '2025-06-01T00:00:00+08:00',
            '2025-07-01T00:00:00+08:00',
            path,
            '99.01.01.003.002/',
          ]),
      );
      return {
        value,
        baseline,
        n: facts,
        note: `p95; ${ids.length} figures of one community in a month, ${facts} facts, one client`,
      };
    }),
  },
  {
    name: 'indicator.open',
    unit: 'ms',
    run: withFacts(async ({ opened, engine, facts }, { quick }) => {
      const indicator = engine.getIndicator('grid.overtime_rate');
      if (isWeighted(indicator)) throw new Error('a rate is counted from facts');
      const { value, baseline } = await compare(
        quick ? 20 : 50,
        () => engine.openFigure({ indicator, at: district, ...year, part: 'numerator' }),
        async () => {
          const where = `where district = '990101' and kind = 'case.finished' and dims ->> 'timing' = 'overtime'
            and cohort_at >= $1 and cohort_at < $2 and now_path >= $3 and now_path < $4`;
          const values = [start, end, '99.01.01.', '99.01.01/'];
          await Promise.all([
            opened.pool.query(`select count(*) from fact ${where}`, values),
            opened.pool.query(`select * from fact ${where} order by cohort_at desc, id desc limit 21`, values),
          ]);
        },
      );
      return {
        value,
        baseline,
        n: facts,
        note: `p95; count and first page of 20 behind a year's overtime, ${facts} facts`,
      };
    }),
  },
];
