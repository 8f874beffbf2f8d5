import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { uuidv7 } from '#kernel/ids';
import { caseNumber } from './case-number.ts';
import { ALIKE, type Comparison, likeness, metresBetween, wordLikeness } from './likeness.ts';

const same: Comparison = { metres: 5, hoursApart: 1, category: 'same', words: ['3 号楼电梯坏了', '电梯：3 号楼'] };

test('the same lift reported twice is alike; another kind far away is not', () => {
  assert.ok(likeness(same) > 0.7);
  assert.ok(likeness({ ...same, metres: 290, category: 'other', words: ['路灯不亮', '电梯：3 号楼'] }) < ALIKE);
});

test('likeness lies between 0 and 1 and never grows with distance or time', () => {
  const comparison = fc.record({
    metres: fc.option(fc.double({ min: 0, max: 2_000, noNaN: true })),
    hoursApart: fc.double({ min: 0, max: 500, noNaN: true }),
    category: fc.constantFrom('same', 'class', 'other'),
    words: fc.tuple(fc.string(), fc.string()),
  });
  fc.assert(
    fc.property(comparison, fc.double({ min: 0, max: 400, noNaN: true }), (one, more) => {
      const value = likeness(one);
      assert.ok(value >= 0 && value <= 1);
      assert.ok(likeness({ ...one, hoursApart: one.hoursApart + more }) <= value);
      if (one.metres !== null) assert.ok(likeness({ ...one, metres: one.metres + more }) <= value);
    }),
  );
});

test('words are compared both ways alike, without regard to marks', () => {
  assert.equal(wordLikeness('暴露垃圾，很臭', '暴露垃圾很臭！'), 1);
  assert.equal(wordLikeness('', '垃圾'), 0);
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => assert.equal(wordLikeness(a, b), wordLikeness(b, a))));
});

test('metres at the latitude of Shenzhen', () => {
  const one = { lng: 114, lat: 22.5 };
  assert.ok(Math.abs(metresBetween(one, { lng: 114.01, lat: 22.5 }) - 1027) < 5);
  assert.ok(Math.abs(metresBetween(one, { lng: 114, lat: 22.51 }) - 1112) < 5);
});

test('the number has the day in China and ten digits of the id’s chance', () => {
  const bytes = [0, 0, 0, 0, 0, 0, 0, 0, 0x30, 0x39];
  const id = uuidv7(Date.parse('2026-11-21T16:30:00.000Z'), bytes);
  assert.equal(caseNumber(id, '2026-11-21T16:30:00.000Z'), '261122-00000-12345');
});
