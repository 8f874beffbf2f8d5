import assert from 'node:assert/strict';
import { test } from 'node:test';
import { label } from './label.ts';
import { definePack, type Definition, type Pack, type PackSections } from './pack.ts';
import { checkPacks, loadPacks, PackRefused, type SectionChecker, type SectionCheckers } from './pack-loader.ts';

interface Figure extends Definition {
  readonly counts: string;
}

/** As an engine would give it: a figure counts a thing that some pack declares. */
const checkFigures: SectionChecker<Figure> = (figures, { find }) =>
  figures.flatMap(({ id, counts }) =>
    find('things', counts) ? [] : [{ id, path: 'counts', message: `unknown thing ${counts}` }],
  );
const checkers: SectionCheckers = { things: () => [], figures: checkFigures };

const pack = (id: string, sections: PackSections): Pack =>
  definePack({ id, version: 1, name: label('甲', 'A'), summary: label('乙', 'B'), sections });

const problems = (packs: readonly Pack[]): string[] =>
  checkPacks(packs, checkers).map(({ pack: of, section, id, path, message }) =>
    [of, section, id, path, message].join('|'),
  );

const figure = (id: string, counts: string): Figure => ({ id, counts });

test('a definition may refer to one of another pack, whatever the order', () => {
  const loaded = loadPacks(
    [pack('a', { figures: [figure('a.f', 'b.t')] }), pack('b', { things: [{ id: 'b.t' }] })],
    checkers,
  );
  assert.equal(loaded.get<Figure>('figures', 'a.f').counts, 'b.t');
  assert.deepEqual(loaded.all('things'), [{ id: 'b.t' }]);
  assert.equal(loaded.packOf('things', 'b.t')?.id, 'b');
  assert.deepEqual(
    [loaded.find('things', 'b.x'), loaded.find('nothing', 'x'), loaded.all('nothing')],
    [undefined, undefined, []],
  );
  assert.throws(() => loaded.get('things', 'b.x'), /b\.x in things/);
});

test('the refusal names every offending definition of every pack', () => {
  const bad = [
    pack('a', { figures: [figure('a.f', 'gone'), figure('a.g', 'lost')] }),
    pack('b', { figures: [figure('b.f', 'gone')] }),
  ];
  assert.throws(
    () => loadPacks(bad, checkers),
    (error) => {
      assert.ok(error instanceof PackRefused);
      assert.deepEqual(error.problems[0], {
        pack: 'a',
        section: 'figures',
        id: 'a.f',
        path: 'counts',
        message: 'unknown thing gone',
      });
      for (const id of ['a · figures · a.f · counts', 'a · figures · a.g', 'b · figures · b.f'])
        assert.ok(error.message.includes(id), id);
      return true;
    },
  );
});

test('ids are unique in their section over all packs', () => {
  assert.deepEqual(problems([pack('a', { things: [{ id: 't' }, { id: 't' }] })]), ['a|things|t|id|stands twice']);
  assert.deepEqual(problems([pack('a', { things: [{ id: 't' }] }), pack('b', { things: [{ id: 't' }] })]), [
    'b|things|t|id|the pack a declares it too',
  ]);
  assert.deepEqual(problems([pack('a', { things: [{ id: 't' }], figures: [figure('t', 't')] })]), []);
});

test('a section that no engine reads is refused, also one that an object inherits', () => {
  assert.deepEqual(problems([pack('a', { thing: [] })]), ['a|thing|||no engine reads this section']);
  assert.deepEqual(problems([pack('a', { toString: [] })]), ['a|toString|||no engine reads this section']);
});

test('a definition that is not JSON through and through is refused with the place', () => {
  const thing = (more: object): Pack => pack('a', { things: [{ id: 't', ...more }] });
  for (const [more, place] of [
    [{ when: () => true }, 'when|a value of type function'],
    [{ deep: { list: [1, undefined] } }, 'deep.list[1]|a value of type undefined'],
    [{ day: new Date(0) }, 'day|only plain objects'],
    [{ n: Number.NaN }, 'n|NaN is no'],
    [{ n: -0 }, 'n|0 is no'],
    [{ n: 1n }, 'n|a value of type bigint'],
    [{ set: new Set() }, 'set|only plain objects'],
    [{ [Symbol('x')]: 1 }, '|a symbol'],
    [{ holes: Array.from({ length: 1 }) }, 'holes[0]|a value of type undefined'],
  ] as const) {
    const [problem] = problems([thing(more)]);
    assert.ok(problem?.startsWith(`a|things|t|${place}`), problem);
  }
  const loop: Record<string, unknown> = {};
  loop['loop'] = loop;
  assert.match(problems([thing({ loop })]).join(), /loop\.loop\|it contains itself/);
  const shared = { x: 1 };
  assert.deepEqual(problems([thing({ a: shared, b: shared })]), []);
});

test('a pack says who it is', () => {
  const nameless = { id: 'Bad Id', version: 0, name: { zh: '', en: 'x' }, summary: label('乙', 'B'), sections: {} };
  assert.deepEqual(
    checkPacks([nameless], checkers).map((problem) => problem.path),
    ['id', 'version', 'name'],
  );
  assert.deepEqual(problems([pack('a', {}), pack('a', {})]), ['a|||id|two packs have this id']);
  for (const id of ['', 'Upper', '9x', 'a b', 'a/b']) {
    assert.match(problems([pack('a', { things: [{ id }] })]).join(), /begins with a small letter/, id);
  }
});
