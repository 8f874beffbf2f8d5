import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceOf } from '../chance.ts';
import { makePlaces } from '../places.ts';
import type { Ring } from './outlines.ts';

const places = makePlaces(chanceOf('qingyang').fork('places'));

/** Twice the area, positive when counter-clockwise, in units that keep small numbers exact enough. */
const area = (ring: Ring): number => {
  const [x, y] = ring[0] ?? [0, 0];
  return ring.slice(1).reduce((sum, [lng, lat], index) => {
    const [beforeLng, beforeLat] = ring[index] ?? [0, 0];
    return sum + ((beforeLng - x) * (lat - y) - (lng - x) * (beforeLat - y)) * 1e6;
  }, 0);
};

const holds = (ring: Ring, lng: number, lat: number): boolean =>
  ring.slice(1).reduce((inside, [x2, y2], index) => {
    const [x1, y1] = ring[index] ?? [0, 0];
    return y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1 ? !inside : inside;
  }, false);

const outlines = (nodes: readonly { readonly outline: Ring }[]): Ring[] => nodes.map((node) => node.outline);

test('three streets, twelve communities, sixty grids, drawn the same every time', () => {
  assert.deepEqual([places.streets.length, places.communities.length, places.grids.length], [3, 12, 60]);
  assert.deepEqual(makePlaces(chanceOf('qingyang').fork('places')), places);
  assert.notDeepEqual(makePlaces(chanceOf('another').fork('places')).outline, places.outline);
});

test('each level tiles the one above: the areas add up, and every point lies in exactly one', () => {
  const whole = area(places.outline);
  assert.ok(whole > 0, 'rings run counter-clockwise');
  for (const rings of [outlines(places.streets), outlines(places.communities), outlines(places.grids)]) {
    const sum = rings.reduce((total, ring) => total + area(ring), 0);
    assert.ok(Math.abs(sum / whole - 1) < 1e-9, `${sum} of ${whole}`);
    const chance = chanceOf('points');
    for (let tries = 0; tries < 2000; tries += 1) {
      const [lng, lat] = [chance.between(83.62, 83.66), chance.between(39.12, 39.15)];
      const holders = rings.filter((ring) => holds(ring, lng, lat)).length;
      assert.equal(holders, holds(places.outline, lng, lat) ? 1 : 0, `${lng} ${lat}`);
    }
  }
});

test('neighbours share the very same points, so no sliver lies between them', () => {
  const edges = new Map<string, number>();
  for (const { outline } of places.grids)
    outline.slice(1).forEach((to, index) => {
      const [one, other] = [outline[index]?.join(), to.join()].sort();
      edges.set(`${one} ${other}`, (edges.get(`${one} ${other}`) ?? 0) + 1);
    });
  const outer = new Set(
    places.outline.slice(1).map((to, index) => [places.outline[index]?.join(), to.join()].sort().join(' ')),
  );
  for (const [edge, count] of edges) assert.equal(count, outer.has(edge) ? 1 : 2, edge);
});

test('every building stands in its own grid and in no other', () => {
  for (const grid of places.grids) {
    assert.ok(grid.buildings.length >= 3, grid.path);
    for (const { path, point } of grid.buildings) {
      const holders = places.grids.filter((one) => holds(one.outline, point.lng, point.lat));
      assert.deepEqual(
        holders.map((one) => one.path),
        [grid.path],
        path,
      );
    }
  }
});

test('grids are of a believable size and inside the bounds of China', () => {
  for (const { outline, path } of places.grids) {
    const squareKilometres = (area(outline) / 2 / 1e6) * 111.32 * 111.32 * Math.cos((39.13 * Math.PI) / 180);
    assert.ok(squareKilometres > 0.03 && squareKilometres < 0.4, `${path}: ${squareKilometres}`);
    for (const [lng, lat] of outline) assert.ok(lng > 73.5 && lng < 135 && lat > 18 && lat < 53.6);
  }
});
