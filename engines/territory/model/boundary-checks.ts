import { Clipper64, ClipType, FillRule, type Paths64, PathType, PolyTree64, type PolyPath64 } from 'clipper2-ts';
import Flatbush from 'flatbush';
import { isInShape } from './inside.ts';
import { areaSquareMetres, perimeterMetres } from './measure.ts';
import {
  boundsOf,
  type LngLat,
  polygonsOf,
  type Position,
  type Ring,
  ringsOf,
  type Shape,
  shapeOf,
  tidyShape,
} from './shape.ts';

/** An area as the checks see it. */
export interface CheckedArea {
  readonly path: string;
  readonly shape: Shape;
}

/** A stretch of ground that belongs to nobody, to two, or to a child outside its parent. */
export interface ShapeFinding {
  readonly kind: 'gap' | 'overlap' | 'outside';
  readonly paths: readonly string[];
  readonly shape: Shape;
  readonly areaSquareMetres: number;
}

/**
 * Borders of two hands never agree to the centimetre: what is smaller, or thinner, is no finding.
 * Thickness is twice the area over the border's length.
 */
export const smallestFinding = { squareMetres: 20, metresThick: 1 } as const;

/** The clipping works on whole numbers (one centimetre), so that it cannot fail on nearly equal borders. */
const scale = 1e7;
const pathsOf = (shapes: readonly Shape[]): Paths64 =>
  shapes.flatMap((shape) =>
    ringsOf(shape).map((ring) =>
      ring.slice(0, -1).map(([lng, lat]) => ({ x: Math.round(lng * scale), y: Math.round(lat * scale) })),
    ),
  );

const ringOfPath = (path: readonly { x: number; y: number }[]): Ring => {
  const ring = path.map(({ x, y }): Position => [x / scale, y / scale]);
  const [first] = ring;
  return first ? [...ring, first] : ring;
};

const clip = (type: ClipType, subject: readonly Shape[], other: readonly Shape[]): Shape[] => {
  const clipper = new Clipper64();
  clipper.addPaths(pathsOf(subject), PathType.Subject, false);
  clipper.addPaths(pathsOf(other), PathType.Clip, false);
  const tree = new PolyTree64();
  clipper.execute(type, FillRule.NonZero, tree);
  const shapes: Shape[] = [];
  const collect = (node: PolyPath64): void => {
    for (let i = 0; i < node.count; i += 1) {
      const shell = node.child(i);
      const holes: Ring[] = [];
      for (let j = 0; j < shell.count; j += 1) {
        const hole = shell.child(j);
        holes.push(ringOfPath(hole.polygon ?? []));
        collect(hole);
      }
      shapes.push({ type: 'Polygon', coordinates: [ringOfPath(shell.polygon ?? []), ...holes] });
    }
  };
  collect(tree);
  return shapes;
};

/** One area of several; borders that differ by less than a centimetre vanish. */
export const unionOf = (shapes: readonly Shape[]): Shape =>
  tidyShape(shapeOf(clip(ClipType.Union, shapes, []).flatMap(polygonsOf)));

/** What is left of an area without others; null when nothing is. */
export const differenceOf = (shape: Shape, others: readonly Shape[]): Shape | null => {
  const left = clip(ClipType.Difference, [shape], others).filter(
    (part) => areaSquareMetres(part) >= smallestFinding.squareMetres,
  );
  return left.length > 0 ? tidyShape(shapeOf(left.flatMap(polygonsOf))) : null;
};

const findings = (kind: ShapeFinding['kind'], paths: readonly string[], shapes: readonly Shape[]): ShapeFinding[] =>
  shapes.flatMap((shape) => {
    const area = areaSquareMetres(shape);
    const border = perimeterMetres(shape);
    if (area < smallestFinding.squareMetres || (2 * area) / border < smallestFinding.metresThick) return [];
    return [{ kind, paths, shape, areaSquareMetres: Math.round(area) }];
  });

/** Where siblings overlap, two by two. */
export const overlapsAmong = (siblings: readonly CheckedArea[]): ShapeFinding[] => {
  if (siblings.length < 2) return [];
  const boxes = siblings.map((one) => boundsOf(one.shape));
  const tree = new Flatbush(siblings.length);
  for (const box of boxes) tree.add(box.west, box.south, box.east, box.north);
  tree.finish();
  const found: ShapeFinding[] = [];
  siblings.forEach((one, index) => {
    const box = boxes[index];
    if (!box) return;
    for (const near of tree.search(box.west, box.south, box.east, box.north).sort((a, b) => a - b)) {
      const other = siblings[near];
      if (near <= index || !other) continue;
      found.push(
        ...findings('overlap', [one.path, other.path], clip(ClipType.Intersection, [one.shape], [other.shape])),
      );
    }
  });
  return found;
};

/**
 * Ground of the parent that no child holds; without a boundary of the parent, ground that the children
 * enclose. The neighbours named are the children whose boxes touch the gap.
 */
export const gapsAmong = (siblings: readonly CheckedArea[], parent: Shape | null): ShapeFinding[] => {
  if (siblings.length === 0) return [];
  const shapes = siblings.map((one) => one.shape);
  const whole: readonly Shape[] = parent
    ? [parent]
    : clip(ClipType.Union, shapes, []).map(
        (part): Shape => ({ type: 'Polygon', coordinates: ringsOf(part).slice(0, 1) }),
      );
  return findings('gap', [], clip(ClipType.Difference, whole, shapes)).map((gap) => ({
    ...gap,
    paths: touching(gap.shape, siblings),
  }));
};

const touching = (shape: Shape, siblings: readonly CheckedArea[]): string[] => {
  const own = boundsOf(shape);
  return siblings
    .filter(({ shape: other }) => {
      const box = boundsOf(other);
      return box.west <= own.east && box.east >= own.west && box.south <= own.north && box.north >= own.south;
    })
    .map((one) => one.path);
};

/** Ground of the children outside their parent. */
export const outsideOf = (parent: CheckedArea, children: readonly CheckedArea[]): ShapeFinding[] =>
  children.flatMap((child) =>
    findings('outside', [child.path, parent.path], clip(ClipType.Difference, [child.shape], [parent.shape])),
  );

export interface PlacedBuilding {
  readonly path: string;
  readonly point: LngLat | null;
}

export interface BuildingFinding {
  readonly kind: 'unplaced-building' | 'twice-placed-building' | 'misplaced-building';
  readonly building: string;
  /** The areas that hold its point. */
  readonly areas: readonly string[];
}

/**
 * Each building must lie in exactly one of the areas (its grid): none (or no point at all), two, or
 * another one than its path says are findings. Areas are few; buildings may be many.
 */
export const misplacedBuildings = (
  buildings: readonly PlacedBuilding[],
  areas: readonly CheckedArea[],
): BuildingFinding[] => {
  const tree = areas.length > 0 ? new Flatbush(areas.length) : undefined;
  for (const { shape } of areas) {
    const box = boundsOf(shape);
    tree?.add(box.west, box.south, box.east, box.north);
  }
  tree?.finish();
  return buildings.flatMap(({ path, point }): BuildingFinding[] => {
    const holders = point
      ? (tree?.search(point.lng, point.lat, point.lng, point.lat) ?? [])
          .map((index) => areas[index] as CheckedArea)
          .filter((area) => isInShape(point.lng, point.lat, area.shape))
          .map((area) => area.path)
          .sort()
      : [];
    const [only] = holders;
    if (only === undefined) return [{ kind: 'unplaced-building', building: path, areas: [] }];
    if (holders.length > 1) return [{ kind: 'twice-placed-building', building: path, areas: holders }];
    const above = areas.find((area) => path.startsWith(area.path));
    return above && above.path !== only
      ? [{ kind: 'misplaced-building', building: path, areas: [only, above.path] }]
      : [];
  });
};
