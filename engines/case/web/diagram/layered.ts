import { Graph, layout } from '@dagrejs/dagre';
import type { DrawnStep, PlaybookDrawing } from '#engines/case/model';
import {
  headLines,
  labelOf,
  type PlacedBox,
  type PlacedDrawing,
  type PlacedWay,
  type Point,
  type Words,
} from './placed.ts';

const boxWidth = 196;
const margin = 8;
/** An arrow leaves and reaches its box upright, so that its head is seen. */
const straight = 12;

interface LaidNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface LaidWay extends LaidNode {
  readonly points: readonly Point[];
}

/**
 * Stages in layers from top to bottom, names of the actions on their arrows. Boxes and names keep apart, because a name
 * has a place of its own between two layers; arrows bend in the gaps only, so that none runs through a box.
 */
export const layered = (drawing: PlaybookDrawing, words: Words): PlacedDrawing => {
  const heads = new Map(drawing.stages.map((stage) => [stage.id, headLines(stage, boxWidth, words)]));
  const labels = new Map(drawing.steps.map((step) => [keyOf(step), labelOf(step, words)]));
  const graph = new Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, edgesep: 14, ranksep: 68, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of drawing.stages) graph.setNode(id, { width: boxWidth, height: heads.get(id)?.height ?? 40 });
  for (const step of drawing.steps) {
    const label = labels.get(keyOf(step));
    // The usual way down is kept straight.
    graph.setEdge(step.from, step.to, {
      width: label?.width ?? 0,
      height: label?.height ?? 0,
      labelpos: 'c',
      weight: step.back ? 1 : 3,
    });
  }
  layout(graph);
  const node = (id: string): LaidNode => graph.node(id) as LaidNode;
  const way = (step: DrawnStep): LaidWay => graph.edge(step.from, step.to) as LaidWay;
  const boxes = drawing.stages.map((stage): PlacedBox => {
    const { x, y, width, height } = node(stage.id);
    const [left, top] = [x - width / 2, y - height / 2];
    const lines = heads.get(stage.id)?.lines ?? [];
    return {
      stage,
      x: left,
      y: top,
      width,
      height,
      lines: lines.map((line) => ({ ...line, y: line.y + top })),
    };
  });
  const bands = bandsOf([...drawing.stages.map((stage) => node(stage.id)), ...drawing.steps.map(way)]);
  const ports = portsOf(drawing.steps, node, way);
  const ways = drawing.steps.map((step): PlacedWay => {
    const laid = way(step);
    const label = labels.get(keyOf(step));
    const inner = laid.points
      .slice(1, -1)
      .flatMap((point, index, all) => throughBand(point, all[index + 1] ?? node(step.to), bands));
    const [start, end] = [ports.get(`${keyOf(step)} from`), ports.get(`${keyOf(step)} to`)];
    return {
      step,
      points: [...(start ?? []), ...inner, ...(end ? [...end].reverse() : [])],
      label: label ? { ...label, x: laid.x - label.width / 2, y: laid.y - label.height / 2 } : null,
    };
  });
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { width: Math.ceil(width), height: Math.ceil(height), boxes, ways };
};

const keyOf = (step: DrawnStep): string => `${step.from} ${step.to}`;

/** Half the height of what stands in each layer, by the middle of the layer. */
type Bands = ReadonlyMap<number, number>;

const bandsOf = (placed: readonly LaidNode[]): Bands => {
  const bands = new Map<number, number>();
  for (const { y, height } of placed) bands.set(Math.round(y), Math.max(bands.get(Math.round(y)) ?? 0, height / 2));
  return bands;
};

/** Straight through a layer. */
const throughBand = (point: Point, next: Point, bands: Bands): readonly Point[] => {
  const half = bands.get(Math.round(point.y)) ?? 0;
  const down = next.y >= point.y ? 1 : -1;
  return half === 0
    ? [point]
    : [
        { x: point.x, y: point.y - down * half },
        { x: point.x, y: point.y + down * half },
      ];
};

/** Where arrows leave and reach their boxes: spread over the edge, in the order in which they come. Two points: at the box, and upright out of its layer. */
const portsOf = (
  steps: readonly DrawnStep[],
  node: (id: string) => LaidNode,
  way: (step: DrawnStep) => LaidWay,
): ReadonlyMap<string, readonly Point[]> => {
  const sides = new Map<string, { key: string; towards: number }[]>();
  const add = (id: string, key: string, towards: Point): void => {
    const side = `${id} ${towards.y > node(id).y ? 'bottom' : 'top'}`;
    sides.set(side, [...(sides.get(side) ?? []), { key, towards: towards.x }]);
  };
  for (const step of steps) {
    const { points } = way(step);
    const [second, last] = [points[1], points.at(-2)];
    if (second) add(step.from, `${keyOf(step)} from`, second);
    if (last) add(step.to, `${keyOf(step)} to`, last);
  }
  const all = steps.flatMap((step) => [node(step.from), node(step.to)]);
  const ports = new Map<string, readonly Point[]>();
  for (const [side, ends] of sides) {
    const at = side.lastIndexOf(' ');
    const box = node(side.slice(0, at));
    const down = side.slice(at + 1) === 'bottom' ? 1 : -1;
    const half =
      Math.max(box.height, ...all.filter((one) => Math.round(one.y) === Math.round(box.y)).map((one) => one.height)) /
      2;
    const sorted = [...ends].sort((one, other) => one.towards - other.towards);
    for (const [index, { key }] of sorted.entries()) {
      const x = box.x - box.width / 2 + (box.width * (index + 1)) / (sorted.length + 1);
      ports.set(key, [
        { x, y: box.y + (down * box.height) / 2 },
        { x, y: box.y + down * (half + straight) },
      ]);
    }
  }
  return ports;
};
