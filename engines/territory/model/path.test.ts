import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  codeToPath,
  districtOfPath,
  findPathOfCode,
  inScope,
  isPath,
  isStepBelow,
  outermostScopes,
  parentPath,
  pathPrefixOfCode,
  pathToCode,
  scopeRange,
  stepsOf,
  trailPaths,
} from '#engines/territory/model';

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });
const official = fc.constantFrom(2, 4, 6, 9, 12).chain(digits);
const local = fc.array(
  fc.tuple(fc.constantFrom(...'gmbz'), fc.nat(999)).map(([letter, number]) => `${letter}${number}`),
  {
    maxLength: 3,
  },
);
const codes = fc.tuple(official, local).map(([code, steps]) => code + steps.join(''));

test('a code becomes a path by its steps', () => {
  assert.equal(codeToPath('440310001003g07'), '44.03.10.001.003.g07.');
  assert.equal(codeToPath('44'), '44.');
  assert.equal(codeToPath('990101z01'), '99.01.01.z01.');
});

test('every code comes back from its path', () => {
  fc.assert(
    fc.property(codes, (code) => {
      const path = codeToPath(code);
      assert.equal(pathToCode(path), code);
      assert.ok(isPath(path));
      assert.equal(trailPaths(path).length, stepsOf(path).length);
      assert.equal(parentPath(path), trailPaths(path).at(-2) ?? '');
    }),
  );
});

test('what is no code is refused with the code in the message', () => {
  for (const code of ['', '4', '44031', '4403100', '440310001003g', 'g07', '440310001003G07', '440310 ', '44..'])
    assert.equal(findPathOfCode(code), undefined, code);
  assert.throws(() => codeToPath('44031'), { code: 'territory.unknown', values: { code: '44031' } });
});

test('a sibling whose code begins alike is never inside', () => {
  assert.ok(!inScope('44.03.10.', '44.03.1.'));
  assert.ok(inScope('44.03.10.001.', '44.03.10.'));
  assert.ok(inScope('44.03.10.', ''));
});

test('the range of a scope holds exactly what lies in it', () => {
  fc.assert(
    fc.property(codes, codes, (one, other) => {
      const [path, scope] = [codeToPath(one), codeToPath(other)];
      const { from, to } = scopeRange(scope);
      assert.equal(path >= from && path < to, inScope(path, scope));
      const all = scopeRange('');
      assert.ok(path >= all.from && path < all.to);
    }),
  );
});

test('scopes inside others fall away', () => {
  assert.deepEqual(outermostScopes(['44.03.10.001.', '44.03.10.', '44.03.1.', '44.03.10.']), ['44.03.10.', '44.03.1.']);
});

test('what lies above the districts is stored under its code filled up with zeros', () => {
  assert.equal(districtOfPath('44.'), '440000');
  assert.equal(districtOfPath('44.03.'), '440300');
  assert.equal(districtOfPath('44.03.10.001.003.g07.'), '440310');
  assert.equal(districtOfPath('99.01.01.z01.'), '990101');
  assert.equal(districtOfPath('99.01.z01.'), '990100');
});

test('the beginning of a code is the beginning of its paths', () => {
  assert.equal(pathPrefixOfCode('44031'), '44.03.1');
  assert.equal(pathPrefixOfCode('4403100'), '44.03.10.0');
  assert.equal(pathPrefixOfCode('440310'), '44.03.10.');
  assert.equal(pathPrefixOfCode('440310001003g'), '44.03.10.001.003.g');
  assert.equal(pathPrefixOfCode('坪山'), undefined);
  fc.assert(
    fc.property(codes, fc.nat(20), (code, cut) => {
      const prefix = pathPrefixOfCode(code.slice(0, cut));
      if (prefix !== undefined) assert.ok(codeToPath(code).startsWith(prefix), `${code} ${prefix}`);
    }),
  );
});

test('a new step is digits only where an official one stands', () => {
  assert.ok(isStepBelow('44.03.10.', '001'));
  assert.ok(!isStepBelow('44.03.10.', '01'));
  assert.ok(!isStepBelow('44.03.10.001.003.', '001'));
  assert.ok(isStepBelow('44.03.10.001.003.', 'g07'));
  assert.ok(!isStepBelow('44.03.10.001.003.', 'gab'));
  assert.ok(!isStepBelow('44.03.10.z01.', '001'));
});
