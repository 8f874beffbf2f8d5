import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Fact } from '#kernel/fact';
import { chinaDate, type DateText, instantOf, plusDays } from '#kernel/instant';
import { type FactIndicator, type FigurePart, isWeighted, partsOf } from '#engines/indicator/model';
import { createIndicatorEngine } from '#engines/indicator/server';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { codes, idOf, indicators, pathOf, ports, score, writeFacts } from './fixtures/small-figures.ts';

const database = await testDatabase();
const parts = await testParts(database);
const engine = createIndicatorEngine(parts, ports);

/** Around midnight in China and month ends, where a wrong zone would show. */
const moment = fc
  .record({ day: fc.integer({ min: 0, max: 40 }), hour: fc.constantFrom(0, 8, 15, 15.999, 16, 23.5) })
  .map(({ day, hour }) =>
    instantOf(Date.parse('2026-01-20T00:00:00.000Z') + day * 86_400_000 + Math.round(hour * 3_600_000)),
  );
const fact: fc.Arbitrary<Fact> = fc
  .record({
    kind: fc.constantFrom('case.reported', 'case.finished', 'case.rated'),
    at: fc.option(moment, { nil: null }),
    cohortAt: moment,
    path: fc.constantFrom(
      ...codes.filter((code) => code.length >= 6).map(pathOf),
      '44.03.10.002.g7.b1.',
      '44.03.10.009.',
    ),
    subject: fc.integer({ min: 0, max: 999 }).map(idOf),
    timing: fc.option(fc.constantFrom('in-time', 'overtime', 'unknown'), { nil: undefined }),
    valid: fc.constantFrom('yes', 'no'),
    value: fc.option(
      fc.integer({ min: 0, max: 4000 }).map((tenths) => tenths / 10),
      { nil: null },
    ),
  })
  .map(({ timing, valid, ...one }) => ({ ...one, dims: { valid, ...(timing ? { timing } : {}) } }));
const period = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 30 }))
  .map(([start, days]) => ({ from: plusDays('2026-01-18', start), to: plusDays('2026-01-18', start + days) }));

const replaceFacts = async (facts: readonly Fact[]): Promise<void> => {
  await database.sql.deleteFrom('fact').execute();
  await writeFacts(database.sql, facts);
};
const timeOf = (one: Fact, by: 'at' | 'cohort') => (by === 'at' ? one.at : one.cohortAt);
const inPeriod = (one: Fact, by: 'at' | 'cohort', from: DateText, to: DateText): boolean => {
  const time = timeOf(one, by);
  return time !== null && chinaDate(time) >= from && chinaDate(time) < to;
};
const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};
const near = (one: number | null, other: number | null): boolean =>
  one === other || (one !== null && other !== null && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other)));

test('a figure is what the model says of each fact, at any node, period and breakdown; rows add up to the whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fact, { maxLength: 60 }),
      fc.constantFrom(...codes),
      period,
      fc.option(fc.constantFrom('street', 'community', 'grid', 'moon'), { nil: undefined }),
      async (facts, at, { from, to }, by) => {
        await replaceFacts(facts);
        const answer = await engine.askFigures({ ids: indicators.map((one) => one.id), at, from, to, by });
        for (const indicator of indicators) {
          const inside = (path: string): readonly Fact[] =>
            facts.filter((one) => one.path.startsWith(path) && inPeriod(one, indicator.period, from, to));
          const expect = (among: readonly Fact[]) => {
            const count = (part: FigurePart) => among.filter((one) => partsOf(indicator, one).includes(part));
            const taken = count('numerator');
            const values = taken.map((one) => one.value ?? 0);
            const below = count('denominator');
            const denominator = indicator.kind === 'count' ? null : below.length;
            const sumOf = (some: readonly Fact[]) => some.reduce((sum, one) => sum + (one.value ?? 0), 0);
            const over = (above: number, line: number) => (line ? above / line : null);
            const valueBy: Readonly<Record<FactIndicator['kind'], () => number | null>> = {
              count: () => taken.length,
              ratio: () => over(taken.length, below.length),
              average: () => over(sumOf(taken), taken.length),
              median: () => median(values),
              sum: () => sumOf(taken),
              'sum-ratio': () => over(sumOf(taken), sumOf(below)),
            };
            const value = valueBy[indicator.kind]();
            return { numerator: taken.length, denominator, value, excluded: count('excluded').length };
          };
          const compare = (row: (typeof answer.whole)[number] | undefined, among: readonly Fact[]) => {
            const { numerator, denominator, value, excluded } = expect(among);
            assert.deepEqual(
              [row?.numerator, row?.denominator, row?.excluded],
              [numerator, denominator, excluded],
              `${indicator.id} ${row?.name}`,
            );
            assert.ok(near(row?.value ?? null, value), `${indicator.id} ${row?.name}: ${row?.value} is not ${value}`);
          };
          const whole = answer.whole.find((row) => row.indicator === indicator);
          compare(whole, inside(pathOf(at)));
          const rows = answer.rows.filter((row) => row.indicator === indicator);
          if (by === undefined) {
            assert.equal(rows.length, 0);
            continue;
          }
          const children = await ports.childrenAtLevel(pathOf(at), by);
          assert.deepEqual(
            rows.filter((row) => !row.own).map((row) => row.path),
            children.map((child) => child.path),
          );
          for (const row of rows.filter((one) => !one.own)) compare(row, inside(row.path));
          const own = rows.find((row) => row.own);
          const left = inside(pathOf(at)).filter((one) => !children.some((child) => one.path.startsWith(child.path)));
          if (own) compare(own, left);
          else assert.ok(!left.some((one) => partsOf(indicator, one).length > 0));
          const sum = (part: 'numerator' | 'excluded') => rows.reduce((total, row) => total + row[part], 0);
          assert.deepEqual([sum('numerator'), sum('excluded')], [whole?.numerator, whole?.excluded]);
        }
      },
    ),
    { numRuns: 120 },
  );
});

test('a figure opens to exactly its facts: as many as it counts, each once, page by page', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fact, { maxLength: 40 }),
      fc.constantFrom(...codes),
      period,
      fc.constantFrom(...indicators),
      fc.constantFrom<FigurePart>('numerator', 'denominator', 'excluded'),
      fc.integer({ min: 1, max: 7 }),
      async (facts, at, { from, to }, indicator, part, size) => {
        await replaceFacts(facts);
        const place = await ports.findNode(at);
        assert.ok(place);
        const { whole, rows } = await engine.askFigures({ ids: [indicator.id], at, from, to, by: 'street' });
        const question = { indicator, at: place, from, to, part, size };
        const opened = [];
        let after: string | undefined;
        for (;;) {
          const page = await engine.openFigure({ ...question, after });
          assert.equal(page.total, whole[0]?.[part] ?? 0);
          opened.push(...page.rows);
          if (page.next === null) break;
          assert.equal(page.rows.length, size);
          after = page.next;
        }
        const key = (one: {
          kind: string;
          path: string;
          subject: string;
          at: string | null;
          cohortAt: string;
          dims: object;
          value: number | null;
        }) =>
          JSON.stringify([
            one.kind,
            one.path,
            one.subject,
            one.at,
            one.cohortAt,
            Object.entries(one.dims).sort(),
            one.value,
          ]);
        const expected = facts.filter(
          (one) =>
            one.path.startsWith(place.path) &&
            inPeriod(one, indicator.period, from, to) &&
            partsOf(indicator, one).includes(part),
        );
        assert.deepEqual(opened.map(key).sort(), expected.map(key).sort());
        const times = opened.map((one) => (indicator.period === 'at' ? one.at : one.cohortAt) ?? '');
        assert.deepEqual(times, [...times].sort().reverse());
        const own = await engine.openFigure({ ...question, outside: 'street' });
        assert.equal(own.total, rows.find((row) => row.own)?.[part] ?? 0);
      },
    ),
    { numRuns: 120 },
  );
});

test('a trend has a point for each day, week or month in China, the empty ones too, and adds up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fact, { maxLength: 40 }),
      period,
      fc.constantFrom<'day' | 'week' | 'month'>('day', 'week', 'month'),
      async (facts, { from, to }, trend) => {
        await replaceFacts(facts);
        const answer = await engine.askFigures({ ids: indicators.map((one) => one.id), at: '440310', from, to, trend });
        for (const indicator of indicators) {
          const points = answer.trend.filter((point) => point.indicator === indicator);
          const starts = points.map((point) => point.start);
          assert.equal(starts[0], from);
          assert.deepEqual(starts, [...new Set(starts)].sort());
          const ends = [...starts.slice(1), to];
          const whole = answer.whole.find((row) => row.indicator === indicator);
          assert.equal(
            points.reduce((sum, point) => sum + point.tally.numerator, 0),
            whole?.numerator,
          );
          for (const [index, point] of points.entries()) {
            const alone = await engine.askFigures({
              ids: [indicator.id],
              at: '440310',
              from: point.start,
              to: ends[index] ?? to,
            });
            assert.equal(point.tally.numerator, alone.whole[0]?.numerator);
            assert.ok(near(point.tally.value, alone.whole[0]?.value ?? null));
            if (index > 6) break;
          }
        }
      },
    ),
    { numRuns: 12 },
  );
});

test('weeks begin on Monday and months on the first, clipped to the period', async () => {
  const startsOf = async (trend: 'week' | 'month', from: DateText, to: DateText) =>
    (await engine.askFigures({ ids: ['test.reported'], at: '440310', from, to, trend })).trend.map(
      (point) => point.start,
    );
  assert.deepEqual(await startsOf('week', '2026-01-28', '2026-02-10'), ['2026-01-28', '2026-02-02', '2026-02-09']);
  assert.deepEqual(await startsOf('month', '2026-01-28', '2026-04-01'), ['2026-01-28', '2026-02-01', '2026-03-01']);
});

test('by dimension: each value with its name, the unstated as its own group; groups open too', async () => {
  const at = '2026-02-01T00:00:00.000Z';
  const one = (timing: string | undefined, value: number | null): Fact => ({
    kind: 'case.finished',
    at,
    cohortAt: at,
    path: '44.03.10.001.',
    subject: idOf(1),
    dims: { valid: 'yes', ...(timing ? { timing } : {}) },
    value,
  });
  await replaceFacts([
    one('in-time', 2),
    one('in-time', 4),
    one('overtime', 9),
    one(undefined, 1),
    one(undefined, null),
  ]);
  const question = { at: '440310', from: '2026-02-01', to: '2026-03-01' };
  const answer = await engine.askFigures({
    ...question,
    ids: ['test.median_hours', 'test.closure_rate'],
    dimension: 'timing',
  });
  assert.deepEqual(
    answer.groups.map(({ indicator, key, name, tally }) => [indicator.id, key, name.zh, tally.numerator, tally.value]),
    [
      ['test.median_hours', 'in-time', 'timing in-time', 2, 3],
      ['test.median_hours', 'overtime', 'timing overtime', 1, 9],
      ['test.median_hours', '', '未注明', 1, 1],
      ['test.closure_rate', 'in-time', 'timing in-time', 2, null],
      ['test.closure_rate', 'overtime', 'timing overtime', 1, null],
      ['test.closure_rate', '', '未注明', 2, null],
    ],
  );
  const place = { path: '44.03.10.', code: '440310', name: '' };
  const indicator = engine.getIndicator('test.median_hours');
  assert.ok(!isWeighted(indicator));
  const opened = await engine.openFigure({
    ...question,
    indicator,
    at: place,
    part: 'numerator',
    dimension: 'timing',
    key: '',
  });
  assert.deepEqual([opened.total, opened.rows[0]?.value], [1, 1]);
});

test('a period that does not end after it begins, or a trend without end, is refused', async () => {
  const ask = (from: DateText, to: DateText, trend?: 'day') =>
    engine.askFigures({ ids: ['test.reported'], at: '440310', from, to, trend });
  await assert.rejects(ask('2026-02-01', '2026-02-01'), /figure.period-empty/);
  await assert.rejects(ask('1990-01-01', '2026-02-01', 'day'), /figure.trend-too-long/);
  await assert.rejects(
    engine.askFigures({ ids: ['test.gone'], at: '440310', from: '2026-01-01', to: '2026-02-01' }),
    /indicator.unknown/,
  );
  await assert.rejects(
    engine.askFigures({ ids: [], at: '999999', from: '2026-01-01', to: '2026-02-01' }),
    /territory.unknown/,
  );
});

test('a weighted figure is made of its parts at every place, in every week and group; the parts say what is missing', async () => {
  const finished = (street: string, day: number, timing: string, valid: string, subject: number): Fact => ({
    kind: 'case.finished',
    at: `2026-02-0${day}T04:00:00.000Z`,
    cohortAt: '2026-02-01T04:00:00.000Z',
    path: `44.03.10.${street}.`,
    subject: idOf(subject),
    dims: { timing, valid },
    value: 1,
  });
  await replaceFacts([
    finished('001', 2, 'in-time', 'yes', 1),
    finished('001', 2, 'overtime', 'yes', 2),
    finished('001', 3, 'in-time', 'no', 3),
    finished('001', 3, 'in-time', 'yes', 4),
    finished('002', 3, 'in-time', 'yes', 5),
  ]);
  const answer = await engine.askFigures({
    ids: [score.id, 'test.in_time_rate'],
    at: '440310',
    from: '2026-02-02',
    to: '2026-02-04',
    by: 'street',
    trend: 'day',
    dimension: 'timing',
  });
  const shown = (row: { name?: string; value: number | null; parts?: readonly { missing: unknown }[] }) => [
    row.value,
    row.parts?.map((part) => part.missing === null),
  ];
  // In time 4 of 5, valid 4 of 5.
  assert.deepEqual(shown(answer.whole[0] as never), [80, [true, true]]);
  const rows = answer.rows.filter(({ indicator }) => indicator.id === score.id);
  assert.deepEqual(rows.map(shown as never), [
    [75, [true, true]],
    // One matter is too few for the rate of valid ones.
    [null, [true, false]],
  ]);
  assert.deepEqual(
    answer.trend.filter(({ indicator }) => indicator.id === score.id).map(({ start, tally }) => [start, tally.value]),
    [
      ['2026-02-02', 70],
      ['2026-02-03', 86.6666666667],
    ],
  );
  assert.deepEqual(
    answer.groups.filter(({ indicator }) => indicator.id === score.id).map(({ key, tally }) => [key, tally.value]),
    [
      ['in-time', 90],
      ['overtime', null],
    ],
  );
});
