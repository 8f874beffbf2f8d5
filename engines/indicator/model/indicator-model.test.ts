import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { label } from '#kernel/label';
import { checkPacks } from '#kernel/pack-loader';
import {
  areApart,
  decimalOf,
  countOfTold,
  defineIndicator,
  type FactFilter,
  type Figure,
  type FactIndicator,
  type Indicator,
  indicatorChecker,
  shareOfTold,
  type WeightedIndicator,
  weigh,
  matches,
  partsOf,
  roundHalfUp,
  textOf,
} from '#engines/indicator/model';

const rate = defineIndicator({
  id: 'test.overtime_rate',
  name: label('超期率', 'Overtime rate'),
  definition: label('超期办结 ÷ 有时限结论的办结', 'Finished overtime over finished with a known timing'),
  kind: 'ratio',
  unit: 'percent',
  digits: 1,
  better: 'lower',
  period: 'cohort',
  of: { fact: 'case.finished', where: { timing: ['overtime'] } },
  over: { fact: 'case.finished', where: { timing: ['in-time', 'overtime'] } },
  excluded: [{ fact: 'case.finished', where: { timing: ['unknown'] }, reason: label('时限不明', 'Timing unknown') }],
});
const { over: _, excluded: __, ...countless } = rate;
const count: FactIndicator = {
  ...countless,
  id: 'test.count',
  kind: 'count',
  unit: 'cases',
  digits: 0,
  of: { fact: 'case.reported' },
};
const hours: FactIndicator = {
  ...countless,
  id: 'test.hours',
  kind: 'median',
  unit: 'hours',
  of: { fact: 'case.finished' },
};

const figure = (numerator: number, denominator: number | null, value: number | null): Figure => ({
  path: '44.',
  name: '',
  numerator,
  denominator,
  value,
  excluded: 0,
});
const ratioText = (numerator: number, denominator: number, digits = 1): string =>
  textOf({ ...rate, digits }, figure(numerator, denominator, denominator ? numerator / denominator : null)).zh;

test('figures are printed alike everywhere', () => {
  assert.equal(ratioText(103, 1000), '10.3 %');
  assert.deepEqual(textOf(count, figure(1951, null, 1951)), label('1,951 件', '1,951 cases'));
  assert.deepEqual(textOf(count, figure(1, null, 1)), label('1 件', '1 case'));
  assert.deepEqual(textOf(hours, figure(9, 9, 36.45)), label('36.5 小时', '36.5 hours'));
  assert.deepEqual(textOf(hours, figure(9, 9, 1)), label('1.0 小时', '1.0 hours'));
  assert.equal(textOf(count, figure(1234567, null, 1234567)).en, '1,234,567 cases');
});

test('sums and their ratios: money adds up, and 1.5 times as much is 150 %', () => {
  const money: FactIndicator = { ...countless, id: 'test.money', kind: 'sum', unit: 'yuan', digits: 2 };
  const leverage: FactIndicator = {
    ...rate,
    id: 'test.leverage',
    kind: 'sum-ratio',
    of: { fact: 'case.told', where: { what: ['social-money'] } },
    over: { fact: 'case.told', where: { what: ['public-money'] } },
    excluded: [],
  };
  assert.deepEqual(textOf(money, figure(3, 3, 1234567.8)), label('1,234,567.80 元', '1,234,567.80 yuan'));
  assert.equal(textOf(leverage, figure(2, 1, 1.5)).zh, '150.0 %');
  assert.equal(textOf(leverage, figure(2, 0, null)).zh, '—');
  const told = (what: string, value: number | null) => ({ kind: 'case.told', dims: { what }, value });
  assert.deepEqual(partsOf(leverage, told('social-money', 5)), ['numerator']);
  assert.deepEqual(partsOf(leverage, told('public-money', 5)), ['denominator']);
  assert.deepEqual(partsOf(leverage, told('public-money', null)), ['excluded']);
  assert.deepEqual(partsOf(money, { kind: 'case.finished', dims: { timing: 'overtime' }, value: 5 }), [
    'numerator',
    'denominator',
  ]);
});

test('nothing to divide by is a dash; too few is said with the numbers', () => {
  assert.equal(ratioText(0, 0), '—');
  assert.equal(textOf(hours, figure(0, 0, null)).en, '—');
  assert.deepEqual(textOf({ ...rate, minimum: 5 }, figure(2, 3, 2 / 3)), label('数量过少（2/3）', 'too few (2 of 3)'));
  assert.equal(textOf({ ...rate, minimum: 3 }, figure(2, 3, 2 / 3)).zh, '66.7 %');
});

test('rounding is half up on the exact value, where binary fractions would round down', () => {
  // 1.005 and 8.345 are smaller than they look in binary.
  assert.equal(roundHalfUp(decimalOf(1.005), 2), '1.01');
  assert.equal(roundHalfUp(decimalOf(8.345), 2), '8.35');
  assert.equal(ratioText(201, 400, 0), '50 %');
  assert.equal(ratioText(1, 8, 0), '13 %');
  assert.equal(ratioText(1, 16, 1), '6.3 %');
  assert.equal(ratioText(2005, 20000, 1), '10.0 %');
  assert.equal(ratioText(999_999, 1_000_000, 1), '100.0 %');
  assert.equal(roundHalfUp(decimalOf(1e21), 0), '1,000,000,000,000,000,000,000');
  assert.equal(roundHalfUp(decimalOf(5e-7), 6), '0.000001');
  assert.equal(roundHalfUp(decimalOf(-0.04), 1), '0.0');
  assert.equal(roundHalfUp(decimalOf(-2.5), 0), '-3');
});

test('a rounded text is never further from the value than half of its last digit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: 1, max: 1e9 }),
      fc.integer({ min: 0, max: 4 }),
      (n, d, digits) => {
        const text = roundHalfUp({ numerator: BigInt(n), denominator: BigInt(d) }, digits).replaceAll(',', '');
        assert.match(text, digits > 0 ? new RegExp(`^\\d+\\.\\d{${digits}}$`) : /^\d+$/);
        const scale = 10n ** BigInt(digits);
        const error = BigInt(text.replace('.', '')) * BigInt(d) - BigInt(n) * scale;
        assert.ok(error * 2n <= BigInt(d) && error * 2n > -BigInt(d));
      },
    ),
  );
});

test('what is excluded counts nowhere else; a value nobody knows is excluded from a median', () => {
  const finished = (timing: string, value: number | null = 1) => ({ kind: 'case.finished', dims: { timing }, value });
  assert.deepEqual(partsOf(rate, finished('overtime')), ['numerator', 'denominator']);
  assert.deepEqual(partsOf(rate, finished('in-time')), ['denominator']);
  assert.deepEqual(partsOf(rate, finished('unknown')), ['excluded']);
  assert.deepEqual(partsOf(rate, { kind: 'case.reported', dims: {}, value: 1 }), []);
  const excludesAll = { ...rate, excluded: [{ fact: 'case.finished', reason: label('全部', 'All') }] };
  assert.deepEqual(partsOf(excludesAll, finished('overtime')), ['excluded']);
  assert.deepEqual(partsOf(hours, finished('in-time', 4)), ['numerator', 'denominator']);
  assert.deepEqual(partsOf(hours, finished('in-time', null)), ['excluded']);
  assert.deepEqual(partsOf(count, { kind: 'case.reported', dims: {}, value: 1 }), ['numerator']);
});

test('filters said to be apart never share a fact', () => {
  const filter = fc.record({
    fact: fc.constantFrom('a', 'b'),
    where: fc.dictionary(fc.constantFrom('x', 'y'), fc.subarray(['1', '2', '3'], { minLength: 1 }), { maxKeys: 2 }),
  });
  const fact = fc.record({
    kind: fc.constantFrom('a', 'b'),
    dims: fc.dictionary(fc.constantFrom('x', 'y'), fc.constantFrom('1', '2', '3')),
  });
  fc.assert(
    fc.property(filter, filter, fact, (one: FactFilter, other: FactFilter, given) => {
      if (areApart(one, other)) assert.ok(!(matches(one, given) && matches(other, given)));
    }),
    { numRuns: 500 },
  );
  assert.ok(areApart({ fact: 'a' }, { fact: 'b' }));
  assert.ok(areApart({ fact: 'a', where: { x: ['1'] } }, { fact: 'a', where: { x: ['2'], y: ['1'] } }));
  assert.ok(!areApart({ fact: 'a', where: { x: ['1'] } }, { fact: 'a', where: { y: ['1'] } }));
});

test('the pack loader refuses indicators that could not be right, and names the place', () => {
  const check = indicatorChecker([
    { kind: 'case.reported', dims: ['category'] },
    { kind: 'case.finished', dims: ['category', 'timing'] },
  ]);
  const problemsOf = (...indicators: readonly Indicator[]) =>
    checkPacks(
      [{ id: 'test', version: 1, name: label('包', 'Pack'), summary: label('包', 'Pack'), sections: { indicators } }],
      { indicators: check },
    ).map((problem) => `${problem.id} ${problem.path}`);
  assert.deepEqual(problemsOf(rate, count, hours), []);
  assert.deepEqual(problemsOf({ ...countless, over: rate.of, kind: 'count', unit: 'cases', digits: 1 }), [
    'test.overtime_rate over',
    'test.overtime_rate digits',
  ]);
  assert.deepEqual(problemsOf({ ...countless, digits: 9, minimum: 0 }), [
    'test.overtime_rate digits',
    'test.overtime_rate over',
    'test.overtime_rate minimum',
  ]);
  assert.deepEqual(
    problemsOf({
      ...rate,
      id: 'nameless',
      unit: 'cases',
      of: { fact: 'case.gone' },
      over: { fact: 'case.reported', where: { timing: ['unknown'] } },
      excluded: [{ fact: 'case.finished', where: { timing: [] }, reason: label('', '') }],
    }),
    [
      'nameless id',
      'nameless unit',
      'nameless of.fact',
      'nameless over.where.timing',
      'nameless excluded[0].where.timing',
      'nameless excluded[0].reason',
    ],
  );
});

const better = { ...rate, better: 'higher' as const, excluded: [] };
const response = { ...better, id: 'test.response_rate' };
const solved = { ...better, id: 'test.solved_rate', minimum: 3 };
const mark: FactIndicator = {
  ...countless,
  id: 'test.mark',
  kind: 'average',
  unit: 'points',
  better: 'higher',
  of: { fact: 'case.told' },
};
const score: WeightedIndicator = {
  id: 'test.score',
  name: label('得分', 'Score'),
  definition: label('加权', 'Weighted'),
  kind: 'weighted',
  unit: 'points',
  digits: 1,
  better: 'higher',
  parts: [
    { indicator: 'test.response_rate', weight: 30 },
    { indicator: 'test.solved_rate', weight: 35 },
    { indicator: 'test.mark', weight: 35 },
  ],
};
const parts = (solvedOf: Figure, markOf: Figure) => [
  { indicator: response, weight: 30, figure: figure(9, 10, 0.9) },
  { indicator: solved, weight: 35, figure: solvedOf },
  { indicator: mark, weight: 35, figure: markOf },
];

test('a weighted figure is the mean of its parts in points, rounded once, from their exact counts', () => {
  const { value, parts: all } = weigh(parts(figure(4, 5, 0.8), figure(7, 7, 70.5)));
  // (30 × 90 + 35 × 80 + 35 × 70.5) ÷ 100
  assert.equal(value, 79.675);
  assert.equal(textOf(score, figure(3, 3, value)).zh, '79.7 分');
  assert.ok(all.every(({ missing }) => missing === null));
  // Weights that make no hundred are a whole all the same; thirds are no binary fraction.
  const third = weigh([
    { indicator: response, weight: 1, figure: figure(1, 3, 1 / 3) },
    { indicator: mark, weight: 2, figure: figure(1, 1, 50) },
  ]);
  assert.equal(third.value, 44.4444444444);
  assert.deepEqual(weigh([]), { value: null, parts: [] });
});

test('a part without a value, or with too few, leaves the whole without one and says why', () => {
  const { value, parts: all } = weigh(parts(figure(1, 2, 0.5), figure(0, 0, null)));
  assert.equal(value, null);
  assert.equal(textOf(score, figure(1, 3, value)).zh, '—');
  assert.deepEqual(
    all.map(({ missing }) => missing?.zh ?? null),
    [null, '数量过少（2 件，至少 3 件）', '没有可以计算的数据'],
  );
});

test('a weighted mean lies between its parts, whatever the weights, and one part alone is itself', () => {
  const share = fc.record({
    n: fc.integer({ min: 0, max: 50 }),
    d: fc.integer({ min: 50, max: 99 }),
    weight: fc.integer({ min: 1, max: 999 }).map((tenths) => tenths / 10),
  });
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 6 }), (shares) => {
      const { value } = weigh(
        shares.map(({ n, d, weight }) => ({ indicator: response, weight, figure: figure(n, d, n / d) })),
      );
      const points = shares.map(({ n, d }) => (100 * n) / d);
      assert.ok(value !== null && value >= Math.min(...points) - 1e-9 && value <= Math.max(...points) + 1e-9);
    }),
  );
});

test('the pack loader refuses weighted figures that could not be added up, wherever their weights stand', () => {
  const check = (indicators: readonly Indicator[], codeLists: readonly object[] = []) =>
    checkPacks(
      [
        {
          id: 'test',
          version: 1,
          name: label('包', 'Pack'),
          summary: label('包', 'Pack'),
          sections: { indicators, codeLists: codeLists as never },
        },
      ],
      { indicators: indicatorChecker(), codeLists: () => [] },
    ).map((problem) => `${problem.id} ${problem.path}`);
  const all = [response, solved, mark, score];
  assert.deepEqual(check(all), []);
  const list = (weight: unknown) => ({
    id: 'test.weights',
    name: score.name,
    source: 's',
    items: [{ code: response.id, name: score.name, extra: { weight } }],
  });
  const listed: WeightedIndicator = { ...score, parts: 'test.weights' };
  assert.deepEqual(check([response, listed], [list(1)]), []);
  assert.deepEqual(check([response, listed], [list('1')]), ['test.score parts[0].weight']);
  assert.deepEqual(check([response, listed]), ['test.score parts']);
  assert.deepEqual(check([response, solved, score]), ['test.score parts[2]']);
  assert.deepEqual(check([{ ...response, better: 'lower' }, solved, mark, score]), ['test.score parts[0]']);
  assert.deepEqual(check([response, solved, { ...mark, unit: 'hours' }, score]), ['test.score parts[2]']);
  assert.deepEqual(check([{ ...response, sensitivity: 'sensitive' }, solved, mark, score]), ['test.score parts[0]']);
  assert.deepEqual(check([...all, { ...score, id: 'test.again', parts: [{ indicator: 'test.score', weight: 1 }] }]), [
    'test.again parts[0]',
  ]);
  assert.deepEqual(
    check([
      response,
      {
        ...score,
        parts: [
          { indicator: response.id, weight: 0 },
          { indicator: response.id, weight: 1 },
        ],
      },
    ]),
    ['test.score parts', 'test.score parts[0].weight'],
  );
});

test('figures of what forms said are written in one call, and count only what their playbooks told', () => {
  const told = countOfTold('test.missed', ['逾期', 'Missed'], ['逾期次数', 'Times'], {
    playbooks: ['a.b'],
    what: 'missed',
  });
  assert.deepEqual(told.of, { fact: 'case.told', where: { playbook: ['a.b'], what: ['missed'] } });
  const kept = shareOfTold(
    'test.kept',
    ['兑现', 'Kept'],
    ['兑现的比例', 'Share'],
    { playbooks: ['a.b'], what: 'kept', said: ['yes'], among: ['yes', 'no'] },
    { minimum: 1 },
  );
  assert.deepEqual(kept.over?.where, { playbook: ['a.b'], what: ['kept'], said: ['yes', 'no'] });
  assert.equal(kept.minimum, 1);
  assert.deepEqual(
    partsOf(kept, { kind: 'case.told', dims: { playbook: 'c.d', what: 'kept', said: 'yes' }, value: 1 }),
    [],
  );
});
