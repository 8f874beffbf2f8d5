import { polygonsOf, type Position, type Shape, shapeOf } from '#engines/territory/model';

/** A boundary while it is drawn: rings without the closing repeat, shells and holes of all parts in one list. */
export interface Draft {
  readonly rings: readonly DraftRing[];
}
export interface DraftRing {
  /** Which part it belongs to; the first ring of a part is its shell. */
  readonly part: number;
  readonly positions: readonly Position[];
}
export interface VertexPlace {
  readonly ring: number;
  readonly index: number;
}

export const draftOf = (shape: Shape | null): Draft => ({
  rings: shape
    ? polygonsOf(shape).flatMap((rings, part) => rings.map((ring) => ({ part, positions: ring.slice(0, -1) })))
    : [{ part: 0, positions: [] }],
});

/** Null while a shell has fewer than three points. Holes with fewer fall away. */
export const shapeOfDraft = (draft: Draft): Shape | null => {
  const parts = new Map<number, (readonly Position[])[]>();
  for (const { part, positions } of draft.rings) {
    const [first] = positions;
    if (!first || positions.length < 3) {
      // Without its shell a part has nothing to hold its holes.
      if (!parts.has(part)) return null;
      continue;
    }
    const rings = parts.get(part) ?? [];
    rings.push([...positions, first]);
    parts.set(part, rings);
  }
  return parts.size === 0 ? null : shapeOf([...parts.values()]);
};

const withRing = (
  draft: Draft,
  ring: number,
  change: (positions: readonly Position[]) => readonly Position[],
): Draft => ({
  rings: draft.rings.map((one, index) => (index === ring ? { ...one, positions: change(one.positions) } : one)),
});

export const moveVertex = (draft: Draft, { ring, index }: VertexPlace, to: Position): Draft =>
  withRing(draft, ring, (positions) => positions.map((one, at) => (at === index ? to : one)));

/** The new vertex gets the index; what was there comes after it. */
export const insertVertex = (draft: Draft, { ring, index }: VertexPlace, position: Position): Draft =>
  withRing(draft, ring, (positions) => [...positions.slice(0, index), position, ...positions.slice(index)]);

export const removeVertex = (draft: Draft, { ring, index }: VertexPlace): Draft =>
  withRing(draft, ring, (positions) => positions.filter((_, at) => at !== index));

export const replaceRing = (draft: Draft, ring: number, positions: readonly Position[]): Draft =>
  withRing(draft, ring, () => positions);

/** One point a line, longitude first, as people copy them; `line` is the first that cannot be read (from 1). */
export const readCoordinates = (text: string): readonly Position[] | { readonly line: number } => {
  const positions: Position[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const words = line.trim();
    if (words === '') continue;
    const [lng, lat, ...more] = words
      .split(/[\s,，;；]+/)
      .filter(Boolean)
      .map(Number);
    if (lng === undefined || lat === undefined || more.length > 0 || !(Math.abs(lng) <= 180) || !(Math.abs(lat) <= 90))
      return { line: index + 1 };
    positions.push([lng, lat]);
  }
  const [first] = positions;
  const last = positions[positions.length - 1];
  return first && last && positions.length > 1 && first[0] === last[0] && first[1] === last[1]
    ? positions.slice(0, -1)
    : positions;
};

export const writeCoordinates = (positions: readonly Position[]): string =>
  positions.map(([lng, lat]) => `${lng.toFixed(6)}, ${lat.toFixed(6)}`).join('\n');
