import type { Chance } from '../chance.ts';
import { type Cell, districtCells, divide, indexCells, keyOf, mend } from './divide.ts';
import { Outlines, type Position, type Ring } from './outlines.ts';

/** The ground of the demo district: three streets, four communities each, five grids each. */
export interface DistrictLand {
  readonly outline: Ring;
  readonly streets: readonly { readonly outline: Ring; readonly communities: readonly CommunityLand[] }[];
}

export interface CommunityLand {
  readonly outline: Ring;
  readonly grids: readonly GridLand[];
}

export interface GridLand {
  readonly outline: Ring;
  /** Places for buildings, well inside. */
  readonly sites: readonly Position[];
}

const [streetCount, communityCount, gridCount] = [3, 4, 5];

/** In the sands of the Taklamakan, where no district will ever be: inside China's bounds, and plainly made up. */
const southWest = { lng: 83.62, lat: 39.12 };
const metresPerDegree = 111_320;
const cellMetres = 52;

const placeOf = (column: number, row: number): Position => {
  const lat = southWest.lat + (row * cellMetres) / metresPerDegree;
  const lng = southWest.lng + (column * cellMetres) / (metresPerDegree * Math.cos((southWest.lat * Math.PI) / 180));
  return [Number(lng.toFixed(7)), Number(lat.toFixed(7))];
};

/** Sites at least two cells from any other grid, apart from one another, shaken a little. */
const sitesOf = (
  grid: number,
  partOf: ReadonlyMap<number, number>,
  cells: readonly Cell[],
  chance: Chance,
): Position[] => {
  const deep = cells.filter((cell) =>
    [-1, 0, 1].every((dx) => [-1, 0, 1].every((dy) => partOf.get(keyOf(cell.column + dx, cell.row + dy)) === grid)),
  );
  const chosen: Cell[] = [];
  const wanted = chance.whole(6, 10);
  for (let tries = 0; tries < 400 && chosen.length < wanted && deep.length > 0; tries += 1) {
    const cell = chance.pick(deep);
    const near = chosen.some((other) => Math.abs(other.column - cell.column) + Math.abs(other.row - cell.row) < 2);
    if (!near) chosen.push(cell);
  }
  return chosen.map((cell) =>
    placeOf(cell.column + 0.5 + chance.between(-0.25, 0.25), cell.row + 0.5 + chance.between(-0.25, 0.25)),
  );
};

export const makeLand = (chance: Chance): DistrictLand => {
  const all = districtCells(chance.fork('outline'));
  const partOf = new Map<number, number>();
  const lines = chance.fork('lines');
  let number = 0;
  for (const street of divide(all, streetCount, lines))
    for (const community of divide(street, communityCount, lines))
      for (const grid of divide(community, gridCount, lines)) {
        for (const cell of grid) partOf.set(keyOf(cell.column, cell.row), number);
        number += 1;
      }
  const cells = indexCells(all);
  mend(partOf, cells);
  const outlines = new Outlines(partOf, chance.fork('corners'), placeOf);
  const cellsOf = new Map<number, Cell[]>();
  for (const cell of all) {
    const part = partOf.get(keyOf(cell.column, cell.row)) ?? -1;
    cellsOf.set(part, [...(cellsOf.get(part) ?? []), cell]);
  }
  const range = (from: number, count: number): Set<number> =>
    new Set(Array.from({ length: count }, (_, index) => from + index));
  const each = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const perStreet = communityCount * gridCount;
  return {
    outline: outlines.around(range(0, streetCount * perStreet)),
    streets: each(streetCount, (street) => ({
      outline: outlines.around(range(street * perStreet, perStreet)),
      communities: each(communityCount, (community) => {
        const first = street * perStreet + community * gridCount;
        return {
          outline: outlines.around(range(first, gridCount)),
          grids: each(gridCount, (grid) => ({
            outline: outlines.around(range(first + grid, 1)),
            sites: sitesOf(first + grid, partOf, cellsOf.get(first + grid) ?? [], chance.fork(`sites ${first + grid}`)),
          })),
        };
      }),
    })),
  };
};
