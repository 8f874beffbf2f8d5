import type { DrawnStep, PlaybookDrawing } from '#engines/case/model';
import {
  headLines,
  type PlacedBox,
  type PlacedDrawing,
  type PlacedLine,
  type PlacedWay,
  size,
  type Words,
} from './placed.ts';
import { textLines } from './text-lines.ts';

const gap = 26;
const lane = { width: 11, first: 14 } as const;
const stepLine = 20;

/**
 * Stages below each other, for narrow pages: each step is told in the box that it leaves, with where it leads; a line
 * in the margin shows the way. Steps to one stage share a line; when the margin is full the words have to do.
 */
export const column = (drawing: PlaybookDrawing, width: number, words: Words): PlacedDrawing => {
  const mostLanes = width < 480 ? 4 : 8;
  const boxWidth = width - 2 - lane.first - lane.width * Math.min(mostLanes, drawing.stages.length);
  const name = new Map(drawing.stages.map((stage) => [stage.id, stage.name]));
  const position = new Map(drawing.stages.map((stage, index) => [stage.id, index]));
  const doors: { step: DrawnStep; y: number }[] = [];
  let y = 1;
  const boxes = drawing.stages.map((stage): PlacedBox => {
    const head = headLines(stage, boxWidth, words);
    const lines: PlacedLine[] = head.lines.map((line) => ({ ...line, y: line.y + y }));
    const steps = drawing.steps.filter((step) => step.from === stage.id);
    let below = y + head.height - (steps.length > 0 ? 2 : 0);
    for (const step of steps) {
      for (const [index, part] of step.actions.entries()) {
        const text = `${part.text} → ${name.get(step.to) ?? step.to}`;
        const written = textLines(text, boxWidth - 2 * size.pad - size.sign, size.small, 3);
        if (index === 0) doors.push({ step, y: below + stepLine / 2 });
        for (const [row, line] of written.entries()) {
          lines.push({ kind: 'step', y: below + stepLine / 2, text: line, part, first: row === 0 });
          below += stepLine;
        }
      }
    }
    const box = { stage, x: 1, y, width: boxWidth, height: below + (steps.length > 0 ? 8 : 0) - y, lines };
    y = box.y + box.height + gap;
    return box;
  });
  return { width, height: y - gap + 1, boxes, ways: waysOf(doors, boxes, position, mostLanes) };
};

const waysOf = (
  doors: readonly { readonly step: DrawnStep; readonly y: number }[],
  boxes: readonly PlacedBox[],
  position: ReadonlyMap<string, number>,
  mostLanes: number,
): readonly PlacedWay[] => {
  const next = (step: DrawnStep): boolean => position.get(step.to) === (position.get(step.from) ?? 0) + 1;
  const box = (id: string): PlacedBox | undefined => boxes[position.get(id) ?? -1];
  const lanes = lanesOf(
    [...new Set(doors.filter(({ step }) => !next(step)).map(({ step }) => step.to))].map((to) => {
      const ys = [
        ...doors.filter(({ step }) => step.to === to && !next(step)).map((one) => one.y),
        (box(to)?.y ?? 0) + 22,
      ];
      return { id: to, from: Math.min(...ys), to: Math.max(...ys) };
    }),
    mostLanes,
  );
  return doors.flatMap(({ step, y }): PlacedWay[] => {
    const [from, to] = [box(step.from), box(step.to)];
    if (!from || !to) return [];
    const middle = from.x + from.width / 2;
    if (next(step))
      return [
        {
          step,
          label: null,
          points: [
            { x: middle, y: from.y + from.height },
            { x: middle, y: to.y },
          ],
        },
      ];
    const index = lanes.get(step.to);
    if (index === undefined) return [];
    const [right, x] = [from.x + from.width, from.x + from.width + lane.first + index * lane.width];
    const end = to.y + 22;
    return [
      {
        step,
        label: null,
        points: [
          { x: right, y },
          { x, y },
          { x, y: end },
          { x: right, y: end },
        ],
      },
    ];
  });
};

/** Which line in the margin each stage's ways share; short ways nearest to the boxes. */
const lanesOf = (
  spans: readonly { readonly id: string; readonly from: number; readonly to: number }[],
  most: number,
): ReadonlyMap<string, number> => {
  const lanes: { from: number; to: number }[][] = Array.from({ length: most }, () => []);
  const found = new Map<string, number>();
  for (const span of [...spans].sort((one, other) => one.to - one.from - (other.to - other.from))) {
    const index = lanes.findIndex((taken) => taken.every((one) => span.to + 6 < one.from || one.to + 6 < span.from));
    if (index < 0) continue;
    lanes[index]?.push(span);
    found.set(span.id, index);
  }
  return found;
};
