import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trying } from '../testing.ts';
import { point } from './point.ts';

const near = (a: unknown, lng: number, lat: number, metres: number): boolean => {
  const point = a as { lng: number; lat: number };
  return Math.hypot((point.lng - lng) * 102_000, (point.lat - lat) * 111_000) < metres;
};

test('is WGS-84 at rest, whatever datum it came in', () => {
  const here = { lng: 114.343, lat: 22.69, datum: 'WGS-84' };
  assert.deepEqual(trying(point).check(here), here);
  // The same place as a Chinese web map and as Baidu give it.
  const gcj = trying(point).check({ lng: 114.347985, lat: 22.687137, datum: 'GCJ-02' });
  assert.ok(near(gcj, 114.343, 22.69, 50), JSON.stringify(gcj));
  const baidu = trying(point).check({ lng: 114.354483, lat: 22.693157, datum: 'BD-09' });
  assert.ok(near(baidu, 114.343, 22.69, 60), JSON.stringify(baidu));
  assert.ok(!near({ lng: 114.347985, lat: 22.687137 }, 114.343, 22.69, 300), 'unconverted it would be far off');
});

test('is rounded to a tenth of a metre and keeps nothing else', () => {
  assert.deepEqual(trying(point).check({ lng: 114.12345678, lat: 22.12345678, datum: 'WGS-84', accuracy: 5 }), {
    lng: 114.123457,
    lat: 22.123457,
    datum: 'WGS-84',
  });
});

test('a point without datum, outside China or with swapped numbers is refused', () => {
  assert.match(String(trying(point).check({ lng: 114, lat: 22 })), /datum/);
  assert.match(String(trying(point).check({ lng: 114, lat: 22, datum: 'toString' })), /datum/);
  for (const [lng, lat] of [
    [22.69, 114.34],
    [0, 0],
    [2.35, 48.85],
    [114, 60],
    [Number.NaN, 22],
  ]) {
    assert.match(String(trying(point).check({ lng, lat, datum: 'WGS-84' })), /outside China/);
  }
  for (const value of ['114,22', { lng: '114', lat: '22', datum: 'WGS-84' }, []])
    assert.match(String(trying(point).check(value)), /wrong format/);
});
