import type { DrawnPart, DrawnStage, DrawnStep } from '#engines/case/model';
import { textLines, textWidth } from './text-lines.ts';

/** A picture with places; units are CSS pixels at scale 1. */
export interface PlacedDrawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly ways: readonly PlacedWay[];
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedBox extends Rectangle {
  readonly stage: DrawnStage;
  readonly lines: readonly PlacedLine[];
}

export type LineKind = 'name' | 'owner' | 'end' | 'clock' | 'stays' | 'step';

/** A line of a box: `y` is its middle. `part` is what it stands for: a clock, an action. */
export interface PlacedLine {
  readonly kind: LineKind;
  readonly y: number;
  readonly text: string;
  readonly part?: DrawnPart;
  /** The first line of its text: where a sign stands. */
  readonly first: boolean;
}

/** An arrow. Its label is a box of lines of its own, or none where the step is told in the box it leaves. */
export interface PlacedWay {
  readonly step: DrawnStep;
  readonly points: readonly Point[];
  readonly label: PlacedLabel | null;
}

export interface PlacedLabel extends Rectangle {
  readonly lines: readonly { readonly text: string; readonly part: DrawnPart | null }[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const size = { name: 14, small: 12, nameLine: 20, smallLine: 18, pad: 12, sign: 16 } as const;

export interface Words {
  /** 由「…」办 */
  readonly end: string;
  /** 可多次办理的操作 */
  readonly more: (count: number) => string;
}

/** Lines of the upper part of a box: name, who, by when, what may be done without leaving. */
export const headLines = (stage: DrawnStage, width: number, words: Words): { lines: PlacedLine[]; height: number } => {
  const lines: PlacedLine[] = [];
  let y: number = size.pad;
  const add = (kind: LineKind, text: string, most: number, part?: DrawnPart): void => {
    const [letters, step] = kind === 'name' ? [size.name * 1.04, size.nameLine] : [size.small, size.smallLine];
    const inner = width - 2 * size.pad - (kind === 'name' ? 0 : size.sign);
    for (const [index, line] of textLines(text, inner, letters, most).entries()) {
      lines.push({ kind, y: y + step / 2, text: line, first: index === 0, ...(part && { part }) });
      y += step;
    }
  };
  add('name', stage.name, 2);
  add(stage.owner === null ? 'end' : 'owner', stage.owner ?? words.end, 2);
  for (const clock of stage.clocks.slice(0, 2)) add('clock', clock.text, 2, clock);
  if (stage.clocks.length > 2) add('clock', words.more(stage.clocks.length - 2), 1);
  const shown = stage.stays.slice(0, stage.stays.length > 3 ? 2 : 3);
  for (const stays of shown) add('stays', stays.text, 1, stays);
  if (stage.stays.length > shown.length) add('stays', words.more(stage.stays.length - shown.length), 1);
  return { lines, height: y + size.pad };
};

const labelMost = 112;
const labelLines = 4;

/** The names of the actions of an arrow, one below the other. */
export const labelOf = (step: DrawnStep, words: Words): Omit<PlacedLabel, 'x' | 'y'> => {
  const lines: { text: string; part: DrawnPart | null }[] = [];
  const shown = step.actions.length > labelLines ? step.actions.slice(0, labelLines - 1) : step.actions;
  for (const part of shown)
    for (const text of textLines(part.text, labelMost, size.small, 2)) lines.push({ text, part });
  if (step.actions.length > shown.length)
    lines.push({ text: words.more(step.actions.length - shown.length), part: null });
  const width = Math.max(...lines.map((line) => textWidth(line.text, size.small)), 12) + 12;
  return { width, height: lines.length * 16 + 6, lines };
};
