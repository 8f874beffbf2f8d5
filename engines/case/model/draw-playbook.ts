import type { Locale } from '#kernel/label';
import { possibleTargets } from './explore-playbook.ts';
import type { Action, Owner, Playbook, Stage } from './playbook.ts';

/** A playbook as a picture: boxes with places, arrows with corners. Units are pixels at scale 1. */
export interface PlaybookDrawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnStage[];
  readonly edges: readonly DrawnStep[];
  /** The same as text for mermaid. */
  readonly mermaid: string;
}

export interface DrawnStage {
  readonly id: string;
  readonly label: string;
  readonly owner: string;
  readonly kind: 'start' | 'middle' | 'end';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One arrow for all the actions that lead from a stage to another. */
export interface DrawnStep {
  readonly from: string;
  readonly to: string;
  readonly labels: readonly string[];
  /** Going back, or round to itself: drawn aside. */
  readonly back: boolean;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const box = { width: 168, height: 64, gapX: 72, gapY: 72, margin: 32, lane: 28 } as const;

const words: Readonly<Record<Locale, { assignee: string; reporter: string; ended: string }>> = {
  zh: { assignee: '承办单位', reporter: '诉求人', ended: '办结' },
  en: { assignee: 'assigned body', reporter: 'reporter', ended: 'closed' },
};

/**
 * Lays the stages out in rows by their distance from the start, endings at the bottom; ways back run
 * in lanes on the right, each on its own so that no two lie on one another.
 * @param roleName how a role is called; its id unless given
 */
export const drawPlaybook = (
  playbook: Playbook,
  locale: Locale = 'zh',
  roleName: (role: string) => string = (role) => role,
): PlaybookDrawing => {
  const rows = rowsOf(playbook);
  const widest = Math.max(...rows.map((row) => row.length), 1);
  const inner = widest * box.width + (widest - 1) * box.gapX;
  const nodes = rows.flatMap((row, level) => {
    const used = row.length * box.width + (row.length - 1) * box.gapX;
    return row.map((stage, index) => ({
      id: stage.id,
      label: stage.name[locale],
      owner: stage.owner ? ownerText(stage.owner, locale, roleName) : words[locale].ended,
      kind: stage.id === playbook.start ? ('start' as const) : stage.ends ? ('end' as const) : ('middle' as const),
      x: box.margin + (inner - used) / 2 + index * (box.width + box.gapX),
      y: box.margin + level * (box.height + box.gapY),
      width: box.width,
      height: box.height,
    }));
  });
  const { edges, lanes } = edgesOf(playbook, nodes, box.margin + inner, locale);
  return {
    width: inner + 2 * box.margin + lanes * box.lane,
    height: rows.length * box.height + (rows.length - 1) * box.gapY + 2 * box.margin,
    nodes,
    edges,
    mermaid: mermaidOf(playbook, locale),
  };
};

const ownerText = (owner: Owner, locale: Locale, roleName: (role: string) => string): string => {
  if ('role' in owner) return roleName(owner.role);
  return 'assignee' in owner ? words[locale].assignee : words[locale].reporter;
};

/** Stages by their distance from the start; endings share the last row, what cannot be reached stands above it. */
const rowsOf = (playbook: Playbook): readonly (readonly Stage[])[] => {
  const distance = new Map([[playbook.start, 0]]);
  for (const [stage, steps] of distance) {
    for (const action of playbook.actions.filter((one) => one.from.includes(stage))) {
      for (const target of possibleTargets(action.to)) if (!distance.has(target)) distance.set(target, steps + 1);
    }
  }
  const open = playbook.stages.filter((stage) => !stage.ends);
  const last = Math.max(0, ...open.map((stage) => distance.get(stage.id) ?? 0));
  const rows = Array.from({ length: last + 1 }, (_, level) =>
    open.filter((stage) => (distance.get(stage.id) ?? last) === level),
  );
  return [...rows, playbook.stages.filter((stage) => stage.ends)].filter((row) => row.length > 0);
};

const edgesOf = (playbook: Playbook, nodes: readonly DrawnStage[], right: number, locale: Locale) => {
  const place = new Map(nodes.map((node) => [node.id, node]));
  let lanes = 0;
  const edges = [...stepsOf(playbook)].flatMap(([from, targets]) =>
    [...targets].flatMap(([to, actions]): DrawnStep[] => {
      const [start, end] = [place.get(from), place.get(to)];
      if (!start || !end) return [];
      const labels = actions.map((action) => action.name[locale]);
      const adjacent = end.y - start.y === box.height + box.gapY;
      if (adjacent) return [{ from, to, labels, back: false, points: straight(start, end) }];
      lanes += 1;
      return [{ from, to, labels, back: end.y <= start.y, points: aside(start, end, right + lanes * box.lane) }];
    }),
  );
  return { edges, lanes };
};

const stepsOf = (playbook: Playbook): ReadonlyMap<string, ReadonlyMap<string, readonly Action[]>> => {
  const steps = new Map<string, Map<string, Action[]>>();
  for (const action of playbook.actions) {
    for (const from of action.from) {
      const targets = steps.get(from) ?? new Map<string, Action[]>();
      steps.set(from, targets);
      for (const to of possibleTargets(action.to)) targets.set(to, [...(targets.get(to) ?? []), action]);
    }
  }
  return steps;
};

const straight = (start: DrawnStage, end: DrawnStage) => {
  const [x1, x2] = [start.x + start.width / 2, end.x + end.width / 2];
  const middle = (start.y + start.height + end.y) / 2;
  const corners =
    x1 === x2
      ? []
      : [
          { x: x1, y: middle },
          { x: x2, y: middle },
        ];
  return [{ x: x1, y: start.y + start.height }, ...corners, { x: x2, y: end.y }];
};

const aside = (start: DrawnStage, end: DrawnStage, lane: number) => {
  const shift = start === end ? box.height / 4 : 0;
  const [y1, y2] = [start.y + start.height / 2 - shift, end.y + end.height / 2 + shift];
  return [
    { x: start.x + start.width, y: y1 },
    { x: lane, y: y1 },
    { x: lane, y: y2 },
    { x: end.x + end.width, y: y2 },
  ];
};

const mermaidOf = (playbook: Playbook, locale: Locale): string => {
  const clean = (text: string): string => text.replace(/[:;#"]/g, ' ').trim();
  const lines = ['stateDiagram-v2', `  [*] --> ${nodeId(playbook.start)}`];
  for (const stage of playbook.stages) lines.push(`  state "${clean(stage.name[locale])}" as ${nodeId(stage.id)}`);
  for (const [from, targets] of stepsOf(playbook)) {
    for (const [to, actions] of targets) {
      const names = actions.map((action) => clean(action.name[locale])).join(' / ');
      lines.push(`  ${nodeId(from)} --> ${nodeId(to)} : ${names}`);
    }
  }
  for (const stage of playbook.stages.filter((one) => one.ends)) lines.push(`  ${nodeId(stage.id)} --> [*]`);
  return `${lines.join('\n')}\n`;
};

const nodeId = (id: string): string => id.replace(/\W/g, '_');
