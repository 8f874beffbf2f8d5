import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chinaInstant, plusDays } from '#kernel/instant';
import { readPingshan } from '#tests/support/pingshan.ts';
import {
  atOnce,
  familyOf,
  featuresOf,
  findTime,
  gradeOf,
  gradesFrom,
  isWorthUsing,
  knowsKind,
  lastPart,
  makeLookup,
  packModel,
  type PastMatter,
  rankBodies,
  testRouting,
  timesTaken,
  trainRouting,
  unpackModel,
  whyBody,
} from './index.ts';

const streets = ['99.01.01.001.', '99.01.01.002.', '99.01.01.003.'];
const kinds = ['0101', '0102', '0201', '0202'];

/** Streets keep their streets clean; the water bureau has all the water. */
const bodyFor = (kind: string, street: string): string => (kind.startsWith('02') ? 'water' : `cleaners ${street}`);

const pastMatter = (number: number, more: Partial<PastMatter> = {}): PastMatter => {
  const kind = kinds[number % kinds.length] ?? '';
  const street = streets[Math.floor(number / kinds.length) % streets.length] ?? '';
  return {
    list: 'kinds',
    kinds: [kind, kind.slice(0, 2)],
    places: [street, `${street}00${number % 2}.`],
    values: { channel: number % 3 ? 'app' : 'phone' },
    words: '',
    at: chinaInstant(plusDays('2026-01-01', Math.floor(number / 10)), number % 600),
    body: bodyFor(kind, street),
    hours: number % 50,
    ...more,
  };
};

const past = Array.from({ length: 600 }, (_, number) => pastMatter(number));
const families = new Map(streets.map((street) => [`cleaners ${street}`, 'cleaners']));
const model = atOnce(trainRouting(past, { families }));

const anyMatter = fc.record({
  list: fc.constantFrom('kinds', 'others'),
  kinds: fc.array(fc.constantFrom(...kinds, '99', 'unseen', '__proto__'), { maxLength: 4 }),
  places: fc.array(fc.constantFrom(...streets, '99.01.09.009.'), { maxLength: 3 }),
  values: fc.dictionary(fc.constantFrom('channel', 'playbook', 'data.x'), fc.string()),
  words: fc.string({ unit: 'grapheme', maxLength: 400 }),
});

test('parts of one: whatever is asked, bodies come in order, once each, and all together are one', () => {
  fc.assert(
    fc.property(anyMatter, (matter) => {
      const ranked = rankBodies(model, matter, Number.MAX_SAFE_INTEGER);
      assert.equal(new Set(ranked.map(({ body }) => body)).size, model.bodies.length);
      const sum = ranked.reduce((total, { part }) => total + part, 0);
      assert.ok(Math.abs(sum - 1) < 1e-9, String(sum));
      ranked.forEach(({ part }, index) => assert.ok(part >= (ranked[index + 1]?.part ?? 0)));
      assert.deepEqual(rankBodies(model, matter), ranked.slice(0, 3));
      for (const { body } of ranked) assert.ok(whyBody(model, matter, body).length <= 3);
    }),
  );
});

test('it learns who has what, and says by what', () => {
  for (const matter of past.slice(0, 24)) assert.equal(rankBodies(model, matter)[0]?.body, matter.body);
  const [matter] = past;
  const reasons = matter ? whyBody(model, matter, matter.body) : [];
  assert.ok(reasons.flat().some((part) => part.of === 'place' && part.path === streets[0]));
});

test('the same matters give the same model, in whatever order bodies are named; another seed may not', () => {
  const again = atOnce(trainRouting(past, { families: new Map([...families].reverse()) }));
  assert.deepEqual(packModel(again), packModel(model));
  const other = atOnce(trainRouting(past, { families, seed: 8 }));
  assert.notDeepEqual(packModel(other).weights, packModel(model).weights);
});

test('at rest a model is bytes and JSON, and says the same when it is read again', () => {
  const { head, weights } = packModel(model);
  const read = unpackModel(JSON.parse(JSON.stringify(head)) as typeof head, Uint8Array.from(weights));
  for (const matter of past.slice(0, 50)) assert.deepEqual(rankBodies(read, matter, 9), rankBodies(model, matter, 9));
});

test('a body that may not be given work is passed over', () => {
  const [matter = pastMatter(0)] = past;
  const ranked = rankBodies(model, matter, 3, (body) => body !== matter.body);
  assert.ok(ranked.length > 0 && ranked.every(({ body }) => body !== matter.body));
});

test('of a kind that it never met it says so; of one beside a known one the wider kind helps', () => {
  const strange = { ...pastMatter(0), kinds: ['7777', '77'] };
  assert.equal(knowsKind(model, strange), false);
  const beside = { ...pastMatter(0), kinds: ['0299', '02'] };
  assert.equal(knowsKind(model, beside), true);
  assert.equal(rankBodies(model, beside)[0]?.body, 'water');
});

test('what the cleaners of two streets do, the cleaners of the third are likely to do', () => {
  // The third street has sent in everything but 0102.
  const known = past.filter(({ kinds: [kind], places: [street] }) => kind !== '0102' || street !== streets[2]);
  const third = { ...pastMatter(1), places: [streets[2] ?? ''] };
  const learnt = atOnce(trainRouting(known, { families }));
  assert.equal(rankBodies(learnt, third)[0]?.body, `cleaners ${streets[2]}`);
});

test('words of few reports are not kept, words of many are', () => {
  const rare = past.map((matter, number) =>
    number < 4 ? { ...matter, words: '王小明电话' } : { ...matter, words: '路灯' },
  );
  const { head } = packModel(atOnce(trainRouting(rare, { families })));
  assert.ok(head.features.includes('w 路灯'));
  assert.deepEqual(
    head.features.filter((key) => key.includes('王') || key.includes('明')),
    [],
  );
});

test('nothing to learn from: no bodies, no suggestion, no failure', () => {
  const none = atOnce(trainRouting([], { families: new Map() }));
  assert.deepEqual(rankBodies(none, pastMatter(0)), []);
  assert.deepEqual(rankBodies(unpackModel(packModel(none).head, packModel(none).weights), pastMatter(0)), []);
  assert.deepEqual(makeLookup([]).rank(pastMatter(0)), []);
});

test('what is asked for is what is known before the dispatch', () => {
  const { body: _body, hours: _hours, at: _at, ...asked } = pastMatter(5);
  assert.deepEqual(featuresOf(pastMatter(5)), featuresOf(asked));
});

test('the lookup backs off: kind in street, kind, wider kind, street, all', () => {
  const lookup = makeLookup(past);
  const of = (kind: string[], places: string[]) =>
    lookup.rank({ list: 'kinds', kinds: kind, places, values: {}, words: '' }, 1)[0];
  assert.equal(of(['0101', '01'], [streets[1] ?? '']), `cleaners ${streets[1]}`);
  assert.equal(of(['0201', '02'], ['elsewhere']), 'water');
  assert.equal(of(['0299', '02'], [streets[1] ?? '']), 'water');
  assert.ok(of(['7777'], ['elsewhere']) !== undefined);
});

test('the hold-out is the last part by time, and nothing after its beginning is learnt from', () => {
  const from = lastPart(past, 0.1);
  const tested = atOnce(testRouting(past, from, { families }));
  assert.equal(tested.tested, past.filter(({ at }) => at >= from).length);
  assert.equal(tested.trained + tested.tested, past.length);
  assert.ok(tested.tested >= 60 && tested.model.top1 > 0.95);
  // From then on everything goes to a body that nobody knew before.
  const turned = past.map((matter) => (matter.at >= from ? { ...matter, body: 'new' } : matter));
  assert.deepEqual(atOnce(testRouting(turned, from, { families })).model, { top1: 0, top3: 0 });
});

test('a model that the plain table beats is not used', () => {
  const table = { top1: 0.6, top3: 0.8 };
  assert.equal(isWorthUsing({ model: table, lookup: table }), true);
  assert.equal(isWorthUsing({ model: { top1: 0.59, top3: 0.9 }, lookup: table }), false);
  assert.equal(isWorthUsing({ model: { top1: 0.7, top3: 0.79 }, lookup: table }), false);
});

test('words of likelihood come from what was right, not from the number itself', () => {
  const shown = Array.from({ length: 400 }, (_, index) => ({
    part: index / 400,
    right: index >= 300 || (index >= 150 && index % 2 === 0),
  }));
  const grades = gradesFrom(shown);
  assert.ok(grades.likely && grades.likely.from > 0.6 && grades.likely.from <= 0.75);
  assert.ok(grades.likely.right / grades.likely.shown > 0.8);
  assert.equal(gradeOf(grades, 0.9), 'likely');
  assert.equal(gradeOf(grades, 0.5), 'possible');
  assert.equal(gradeOf(grades, 0.01), 'hint');
  const wrong = gradesFrom(shown.map(({ part }) => ({ part, right: false })));
  assert.deepEqual([wrong.likely, wrong.possible, gradeOf(wrong, 1)], [null, null, 'hint']);
  assert.equal(gradeOf(gradesFrom([]), 0.99), 'hint');
});

test('hours taken: half within the median, four of five within the other, of the narrowest kind that has ten', () => {
  const some = Array.from({ length: 30 }, (_, index) => pastMatter(0, { hours: index + 1 }));
  const few = Array.from({ length: 3 }, () => pastMatter(1, { hours: 100 }));
  const times = timesTaken([...some, ...few, pastMatter(0, { hours: null })]);
  const found = findTime(times, pastMatter(0));
  assert.deepEqual([found?.median, found?.most, found?.matters, found?.inStreet], [15, 24, 30, true]);
  const wider = findTime(times, pastMatter(1));
  assert.deepEqual([wider?.kind, wider?.inStreet, wider?.matters], ['01', false, 33]);
  assert.equal(findTime(times, pastMatter(2)), undefined);
});

test('families: the same name but for the place', () => {
  const places = ['坪山街道', '马峦街道', '石井街道', '六联社区', '坪山区'];
  for (const name of ['坪山街道综合执法队', '马峦办事处综合执法队', '石井街道办事处综合执法队（石井街道办事处）'])
    assert.equal(familyOf(name, places), '综合执法队', name);
  assert.equal(familyOf('环境保护和水务局', places), '环境保护和水务局');
  assert.equal(familyOf('六联社区', places), '社区');
  assert.equal(familyOf('马峦', places), '马峦');
});

test('on nine months of a real district it is better than the table, trained on what came before October', () => {
  const { matters, families: kin } = readPingshan();
  const {
    model: ours,
    lookup,
    trained,
    tested,
  } = atOnce(testRouting(matters, chinaInstant('2018-10-01'), { families: kin }));
  assert.deepEqual([trained, tested], [3973, 2965]);
  assert.ok(ours.top1 >= lookup.top1 + 0.02, `${ours.top1} beside ${lookup.top1}`);
  assert.ok(ours.top3 >= lookup.top3 + 0.04, `${ours.top3} beside ${lookup.top3}`);
});
