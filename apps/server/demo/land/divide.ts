import type { Chance } from '../chance.ts';

/** A cell of the lattice on which the district is drawn. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

export const lattice = { columns: 72, rows: 60 } as const;
export const keyOf = (column: number, row: number): number => row * (lattice.columns + 2) + column;
const keyOfCell = (cell: Cell): number => keyOf(cell.column, cell.row);

/** Cells inside a rounded, uneven outline. */
export const districtCells = (chance: Chance): Cell[] => {
  const waves = Array.from({ length: 4 }, (_, index) => ({
    times: index + 2,
    size: chance.between(0.02, 0.07),
    turn: chance.between(0, 2 * Math.PI),
  }));
  const inside = (cell: Cell): boolean => {
    const x = (cell.column + 0.5) / lattice.columns - 0.5;
    const y = (cell.row + 0.5) / lattice.rows - 0.5;
    const angle = Math.atan2(y, x);
    const reach =
      0.43 * (1 + waves.reduce((sum, wave) => sum + wave.size * Math.cos(wave.times * angle + wave.turn), 0));
    return Math.hypot(x, y) < reach;
  };
  const cells: Cell[] = [];
  for (let row = 0; row < lattice.rows; row += 1)
    for (let column = 0; column < lattice.columns; column += 1)
      if (inside({ column, row })) cells.push({ column, row });
  return cells;
};

/**
 * Divides cells into `parts` of about equal size by wavering lines across their longer side, again and
 * again; so neighbours have streets between them rather than rulers.
 */
export const divide = (cells: readonly Cell[], parts: number, chance: Chance): Cell[][] => {
  if (parts <= 1) return [[...cells]];
  const first = Math.floor(parts / 2);
  const mean = (of: (cell: Cell) => number): number => cells.reduce((sum, cell) => sum + of(cell), 0) / cells.length;
  const [x, y] = [mean((cell) => cell.column), mean((cell) => cell.row)];
  const xx = mean((cell) => (cell.column - x) ** 2);
  const yy = mean((cell) => (cell.row - y) ** 2);
  const xy = mean((cell) => (cell.column - x) * (cell.row - y));
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy) + chance.between(-0.25, 0.25);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const waver = {
    size: Math.sqrt(Math.min(xx, yy)) * 0.22,
    length: chance.between(0.25, 0.5),
    turn: chance.between(0, 6),
  };
  const along = (cell: Cell): number => {
    const [dx, dy] = [cell.column - x, cell.row - y];
    return dx * cos + dy * sin + waver.size * Math.sin((dy * cos - dx * sin) * waver.length + waver.turn);
  };
  const sorted = [...cells].sort((a, b) => along(a) - along(b));
  const cut = Math.round((sorted.length * first) / parts);
  return [...divide(sorted.slice(0, cut), first, chance), ...divide(sorted.slice(cut), parts - first, chance)];
};

const neighbours = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** Pieces of a set that touch along an edge, largest first. */
const piecesOf = (keys: ReadonlySet<number>, cells: ReadonlyMap<number, Cell>): number[][] => {
  const left = new Set(keys);
  const pieces: number[][] = [];
  for (const start of keys) {
    if (!left.delete(start)) continue;
    const piece = [start];
    for (const key of piece) {
      const cell = cells.get(key);
      if (!cell) continue;
      for (const [dx, dy] of neighbours) {
        const next = keyOf(cell.column + dx, cell.row + dy);
        if (left.delete(next)) piece.push(next);
      }
    }
    pieces.push(piece);
  }
  return pieces.sort((a, b) => b.length - a.length);
};

/**
 * Puts right what the dividing left uneven: cells cut off from their part go to the part around them,
 * and no two parts touch at a corner alone, so that every outline is one plain ring.
 * @param partOf part number of each cell, changed in place
 */
export const mend = (partOf: Map<number, number>, cells: ReadonlyMap<number, Cell>): void => {
  const give = (key: number): boolean => {
    const cell = cells.get(key);
    if (!cell) return false;
    const own = partOf.get(key);
    const around = neighbours
      .map(([dx, dy]) => partOf.get(keyOf(cell.column + dx, cell.row + dy)))
      .filter((part) => part !== undefined && part !== own);
    const part = around.sort(
      (a, b) => around.filter((one) => one === b).length - around.filter((one) => one === a).length,
    )[0];
    if (part === undefined) return false;
    partOf.set(key, part);
    return true;
  };
  for (let round = 0; round < 50; round += 1) {
    let changed = false;
    const parts = new Map<number, Set<number>>();
    for (const [key, part] of partOf) parts.set(part, (parts.get(part) ?? new Set()).add(key));
    for (const keys of parts.values())
      for (const piece of piecesOf(keys, cells).slice(1)) for (const key of piece) changed = give(key) || changed;
    for (const cell of cells.values()) {
      const [here, right, below, across] = [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ].map(([dx = 0, dy = 0]) => partOf.get(keyOf(cell.column + dx, cell.row + dy)));
      const crossed =
        (here === across && here !== right && here !== below) ||
        (right === below && right !== here && right !== across);
      if (crossed && here !== undefined) changed = give(keyOfCell(cell)) || changed;
    }
    if (!changed) return;
  }
};

export const indexCells = (cells: readonly Cell[]): Map<number, Cell> =>
  new Map(cells.map((cell) => [keyOfCell(cell), cell]));
