import {
  type BuildingFinding,
  differenceOf,
  gapsAmong,
  misplacedBuildings,
  outsideOf,
  overlapsAmong,
  type PlacedBuilding,
  type ShapeFinding,
  unionOf,
} from './boundary-checks.ts';
import type { Change } from './change.ts';
import { type Move, pathAfter } from './moves.ts';
import { codeToPath, parentPath, type TerritoryPath } from './path.ts';
import type { Shape } from './shape.ts';

export interface PlannedBoundaries {
  /** New boundaries, by the path that the node has afterwards; null takes the old one away. */
  readonly set: ReadonlyMap<TerritoryPath, Shape | null>;
  /** Nodes that somebody still has to draw. */
  readonly needed: readonly TerritoryPath[];
  readonly findings: readonly ShapeFinding[];
  readonly buildings: readonly BuildingFinding[];
}

export interface BoundarySources {
  /** Boundaries as they are: of the nodes that the change names, and of the children of a node to be split. */
  readonly shapes: ReadonlyMap<TerritoryPath, Shape>;
  /** Children that cover the ground of their parent: their boundaries together are the part's. */
  readonly covers: (child: TerritoryPath) => boolean;
  /** Buildings below a node to be split, as they lie now. */
  readonly buildings: readonly PlacedBuilding[];
}

const none: PlannedBoundaries = { set: new Map(), needed: [], findings: [], buildings: [] };

/** The boundaries that follow from a merge or a split, what has to be drawn, and what does not fit. */
export const planBoundaries = (change: Change, moves: readonly Move[], sources: BoundarySources): PlannedBoundaries => {
  if (change.kind === 'merge') return merged(change, sources);
  return change.kind === 'split' ? split(change, moves, sources) : none;
};

const merged = (change: Extract<Change, { kind: 'merge' }>, { shapes }: BoundarySources): PlannedBoundaries => {
  const { into } = change;
  const target = 'code' in into ? codeToPath(into.code) : `${codeToPath(into.parent)}${into.step}.`;
  const paths = [...new Set([...change.codes.map(codeToPath), ...('code' in into ? [target] : [])])];
  const known = paths.flatMap((path) => shapes.get(path) ?? []);
  if (known.length === 0) return { ...none, needed: [target] };
  return {
    ...none,
    set: new Map([[target, unionOf(known)]]),
    needed: known.length < paths.length ? [target] : [],
  };
};

const split = (
  change: Extract<Change, { kind: 'split' }>,
  moves: readonly Move[],
  { shapes, covers, buildings }: BoundarySources,
): PlannedBoundaries => {
  const node = codeToPath(change.code);
  const old = shapes.get(node) ?? null;
  const found = change.parts.map((part) => {
    const path = part.step === undefined ? node : `${parentPath(node)}${part.step}.`;
    const children = part.children.map(codeToPath).filter(covers);
    const known = children.flatMap((child) => shapes.get(child) ?? []);
    const shape = part.boundary ?? (known.length > 0 && known.length === children.length ? unionOf(known) : null);
    return { path, shape };
  });
  // The last part without a boundary is what the others leave of the whole.
  const open = found.filter((part) => part.shape === null);
  const [last] = open;
  const rest =
    open.length === 1 && old
      ? differenceOf(
          old,
          found.flatMap((part) => part.shape ?? []),
        )
      : null;
  const parts = found.map((part) => (part === last && rest ? { ...part, shape: rest } : part));
  const areas = parts.flatMap(({ path, shape }) => (shape ? [{ path, shape }] : []));
  const complete = areas.length === parts.length;
  return {
    set: new Map(parts.map(({ path, shape }) => [path, shape])),
    needed: parts.flatMap(({ path, shape }) => (shape ? [] : [path])),
    findings: [
      ...overlapsAmong(areas),
      ...(complete ? gapsAmong(areas, old) : []),
      ...(old ? outsideOf({ path: node, shape: old }, areas) : []),
    ],
    buildings: complete
      ? misplacedBuildings(
          buildings.map(({ path, point }) => ({ path: pathAfter(moves, path), point })),
          areas,
        )
      : [],
  };
};
