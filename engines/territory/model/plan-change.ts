import { type Level, levelsBelow } from './levels.ts';
import type { Change, MergeTarget } from './change.ts';
import type { Move } from './moves.ts';
import {
  districtOfPath,
  findPathOfCode,
  inScope,
  isStepBelow,
  lastStep,
  parentPath,
  type TerritoryPath,
} from './path.ts';
import { freeStep } from './free-step.ts';

/** A node as a plan needs it. */
export interface PlanNode {
  readonly path: TerritoryPath;
  readonly name: string;
  readonly level: string;
  readonly apart: boolean;
  readonly kind: string;
  /** It does not exist any more; its code is never given again. */
  readonly ended: boolean;
}

/** The nodes that a change names, their children and those of their new parents, ended ones too. */
export interface PlanTree {
  readonly find: (path: TerritoryPath) => PlanNode | undefined;
  readonly childrenOf: (path: TerritoryPath) => readonly PlanNode[];
  readonly levels: readonly Level[];
}

export interface PlanProblem {
  readonly code:
    | 'unknown'
    | 'ended'
    | 'not-ended'
    | 'other-district'
    | 'inside-itself'
    | 'same-place'
    | 'level'
    | 'step'
    | 'taken'
    | 'no-free-step'
    | 'too-few'
    | 'levels-differ'
    | 'kept-twice'
    | 'child-nowhere'
    | 'child-twice'
    | 'not-a-child'
    | 'carries-on'
    | 'children-remain'
    | 'above-ended'
    | 'name-taken'
    | 'same-name'
    | 'child-names';
  /** A warning does not stop the change. */
  readonly stops: boolean;
  /** What it is about, for the sentence. */
  readonly name: string;
}

export interface NewPart {
  readonly path: TerritoryPath;
  readonly name: string;
  readonly level: string;
  readonly kind: string;
}

/** What a change does to the tree. Nodes below moved ones follow by the moves; they are not listed. */
export interface ChangePlan {
  readonly moves: readonly Move[];
  /** New nodes, except those that `moves` carry to a new path. */
  readonly added: readonly NewPart[];
  readonly ended: readonly { readonly path: TerritoryPath; readonly successors: readonly TerritoryPath[] }[];
  readonly renamed: readonly { readonly path: TerritoryPath; readonly name: string; readonly officialName?: string }[];
  readonly reopened: readonly TerritoryPath[];
  /** Whose boundary changes or is to be drawn: path after the change, and what it is made of. */
  readonly problems: readonly PlanProblem[];
}

const nothing: ChangePlan = { moves: [], added: [], ended: [], renamed: [], reopened: [], problems: [] };

/** Paths that a change names itself: the nodes, and the parents that get something new. */
export const pathsIn = (change: Change): TerritoryPath[] => {
  const codes =
    change.kind === 'merge'
      ? [...change.codes, ...('code' in change.into ? [change.into.code] : [change.into.parent])]
      : change.kind === 'move'
        ? [change.code, change.parent]
        : change.kind === 'split'
          ? [change.code, ...change.parts.flatMap((part) => part.children)]
          : [change.code];
  return [...new Set(codes.flatMap((code) => findPathOfCode(code) ?? []))];
};

/** What a change means for the tree as it is now; `problems` say why it cannot be, or what to look at. */
export const planChange = (change: Change, tree: PlanTree): ChangePlan => {
  const problems: PlanProblem[] = [];
  const stop = (code: PlanProblem['code'], name: string): void => void problems.push({ code, stops: true, name });
  const warn = (code: PlanProblem['code'], name: string): void => void problems.push({ code, stops: false, name });
  const living = (code: string): PlanNode | undefined => {
    const path = findPathOfCode(code);
    const node = path === undefined ? undefined : tree.find(path);
    if (!node) stop('unknown', code);
    else if (node.ended) stop('ended', node.name);
    else return node;
    return undefined;
  };
  const checkNew = (parent: PlanNode, step: string, level: string, name: string): void => {
    if (!isStepBelow(parent.path, step)) stop('step', step);
    else if (tree.find(`${parent.path}${step}.`)) stop('taken', `${parent.path}${step}.`.replaceAll('.', ''));
    if (!levelsBelow(parent.level, tree.levels).some((one) => one.id === level)) stop('level', name);
  };
  const warnName = (parent: TerritoryPath, name: string, except: readonly TerritoryPath[]): void => {
    if (tree.childrenOf(parent).some((one) => !one.ended && one.name === name && !except.includes(one.path)))
      warn('name-taken', name);
  };
  const plan = planOf(change, { tree, stop, warn, living, checkNew, warnName });
  return { ...nothing, ...plan, problems };
};

interface Planning {
  readonly tree: PlanTree;
  readonly stop: (code: PlanProblem['code'], name: string) => void;
  readonly warn: (code: PlanProblem['code'], name: string) => void;
  readonly living: (code: string) => PlanNode | undefined;
  readonly checkNew: (parent: PlanNode, step: string, level: string, name: string) => void;
  readonly warnName: (parent: TerritoryPath, name: string, except: readonly TerritoryPath[]) => void;
}

const planOf = (change: Change, planning: Planning): Partial<ChangePlan> => {
  switch (change.kind) {
    case 'rename':
      return planRename(change, planning);
    case 'move':
      return planMove(change, planning);
    case 'split':
      return planSplit(change, planning);
    case 'merge':
      return planMerge(change, planning);
    case 'end':
      return planEnd(change, planning);
    case 'reopen':
      return planReopen(change, planning);
  }
};

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

const planRename = (change: Of<'rename'>, { living, stop, warnName }: Planning): Partial<ChangePlan> => {
  const node = living(change.code);
  if (!node) return {};
  const name = change.name.trim();
  if (name === node.name && change.officialName === undefined) stop('same-name', name);
  warnName(parentPath(node.path), name, [node.path]);
  return {
    renamed: [
      {
        path: node.path,
        name,
        ...(change.officialName === undefined ? {} : { officialName: change.officialName.trim() }),
      },
    ],
  };
};

const planMove = (change: Of<'move'>, { tree, living, stop, checkNew, warnName }: Planning): Partial<ChangePlan> => {
  const [node, parent] = [living(change.code), living(change.parent)];
  if (!node || !parent) return {};
  if (districtOfPath(node.path) !== districtOfPath(parent.path) || districtOfPath(parent.path).endsWith('00')) {
    stop('other-district', node.name);
    return {};
  }
  if (inScope(parent.path, node.path)) stop('inside-itself', node.name);
  if (parent.path === parentPath(node.path)) stop('same-place', parent.name);
  const taken = tree.childrenOf(parent.path).map((one) => lastStep(one.path));
  const step = change.step ?? freeStep(taken, lastStep(node.path));
  if (step === undefined) {
    stop('no-free-step', parent.name);
    return {};
  }
  checkNew(parent, step, node.level, node.name);
  warnName(parent.path, node.name, [node.path]);
  const to = `${parent.path}${step}.`;
  return { moves: [{ from: node.path, to, how: 'subtree' }] };
};

const planSplit = (change: Of<'split'>, { tree, living, stop, checkNew, warnName }: Planning): Partial<ChangePlan> => {
  const node = living(change.code);
  if (!node) return {};
  const parent = tree.find(parentPath(node.path));
  if (!parent) {
    stop('unknown', change.code);
    return {};
  }
  if (change.parts.length < 2) stop('too-few', node.name);
  if (change.parts.filter((part) => part.step === undefined).length > 1) stop('kept-twice', node.name);
  if (!change.parts[change.carriesOn]) stop('carries-on', node.name);

  const steps = change.parts.flatMap((part) => part.step ?? []);
  for (const [index, step] of steps.entries()) if (steps.indexOf(step) !== index) stop('taken', step);
  const paths = change.parts.map((part) => (part.step === undefined ? node.path : `${parent.path}${part.step}.`));
  for (const part of change.parts) {
    if (part.step !== undefined) checkNew(parent, part.step, node.level, part.name);
    warnName(parent.path, part.name.trim(), [node.path]);
  }

  const children = tree.childrenOf(node.path).filter((one) => !one.ended);
  const given = new Map<TerritoryPath, number>();
  for (const [index, part] of change.parts.entries())
    for (const code of part.children) {
      const path = findPathOfCode(code) ?? '';
      const child = children.find((one) => one.path === path);
      if (!child) stop('not-a-child', code);
      else if (given.has(path)) stop('child-twice', child.name);
      else given.set(path, index);
    }
  for (const child of children) if (!given.has(child.path)) stop('child-nowhere', child.name);

  const kept = paths.includes(node.path);
  const people = paths[change.carriesOn] ?? node.path;
  const moves: Move[] = [...given].flatMap(([child, index]): Move[] => {
    const part = paths[index] ?? node.path;
    return part === node.path ? [] : [{ from: child, to: `${part}${lastStep(child)}.`, how: 'subtree' }];
  });
  moves.push({ from: node.path, to: parent.path, how: kept ? 'only' : 'flat', people });
  return {
    moves,
    added: change.parts.flatMap((part, index): NewPart[] =>
      part.step === undefined
        ? []
        : [{ path: paths[index] ?? '', name: part.name.trim(), level: node.level, kind: part.kind ?? node.kind }],
    ),
    ended: kept ? [] : [{ path: node.path, successors: paths }],
    renamed: change.parts.flatMap((part) =>
      part.step === undefined && part.name.trim() !== node.name ? [{ path: node.path, name: part.name.trim() }] : [],
    ),
  };
};

const targetOf = (
  into: MergeTarget,
  sources: readonly PlanNode[],
  { living, stop, checkNew }: Planning,
): { readonly path: TerritoryPath; readonly added: readonly NewPart[] } | undefined => {
  if ('code' in into) {
    const node = living(into.code);
    return node && { path: node.path, added: [] };
  }
  const [first] = sources;
  const parent = living(into.parent);
  if (!parent || !first) return undefined;
  checkNew(parent, into.step, first.level, into.name);
  if (sources.some((one) => inScope(parent.path, one.path))) stop('inside-itself', parent.name);
  const path = `${parent.path}${into.step}.`;
  return { path, added: [{ path, name: into.name.trim(), level: first.level, kind: into.kind ?? first.kind }] };
};

const planMerge = (change: Of<'merge'>, planning: Planning): Partial<ChangePlan> => {
  const { tree, living, stop, warn, warnName } = planning;
  const all = [...new Set(change.codes)].flatMap((code) => living(code) ?? []);
  const target = targetOf(change.into, all, planning);
  if (!target) return {};
  const sources = all.filter((one) => one.path !== target.path);
  const [first] = all;
  if (!first || sources.length < ('code' in change.into ? 1 : 2)) stop('too-few', first?.name ?? '');
  const kept = tree.find(target.path);
  const level = kept?.level ?? first?.level;
  for (const one of sources) {
    if (one.level !== level) stop('levels-differ', one.name);
    if (districtOfPath(one.path) !== districtOfPath(target.path)) stop('other-district', one.name);
  }
  const taken = new Set(tree.childrenOf(target.path).map((one) => lastStep(one.path)));
  const moves: Move[] = [];
  for (const source of sources) {
    for (const child of tree.childrenOf(source.path)) {
      if (child.ended) continue;
      const step = freeStep([...taken], lastStep(child.path));
      if (step === undefined) {
        stop('no-free-step', child.name);
        continue;
      }
      taken.add(step);
      moves.push({ from: child.path, to: `${target.path}${step}.`, how: 'subtree' });
    }
    moves.push({ from: source.path, to: target.path, how: 'flat' });
  }
  const below = [...sources, ...(kept ? [kept] : [])].flatMap((one) =>
    tree.childrenOf(one.path).filter((child) => !child.ended),
  );
  const twice = below.find((one, index) => below.findIndex((other) => other.name === one.name) !== index);
  if (twice) warn('child-names', twice.name);
  const name = 'code' in change.into ? change.into.name?.trim() : undefined;
  warnName(parentPath(target.path), name ?? target.added[0]?.name ?? '', [target.path, ...all.map((one) => one.path)]);
  return {
    moves,
    added: target.added,
    ended: sources.map((one) => ({ path: one.path, successors: [target.path] })),
    renamed: name && kept && name !== kept.name ? [{ path: target.path, name }] : [],
  };
};

const planEnd = (change: Of<'end'>, { tree, living, stop }: Planning): Partial<ChangePlan> => {
  const node = living(change.code);
  if (!node) return {};
  if (parentPath(node.path).split('.').length <= 3) stop('other-district', node.name);
  if (tree.childrenOf(node.path).some((one) => !one.ended)) stop('children-remain', node.name);
  return {
    moves: [{ from: node.path, to: parentPath(node.path), how: 'flat' }],
    ended: [{ path: node.path, successors: [] }],
  };
};

const planReopen = (change: Of<'reopen'>, { tree, stop }: Planning): Partial<ChangePlan> => {
  const path = findPathOfCode(change.code) ?? '';
  const node = tree.find(path);
  if (!node) stop('unknown', change.code);
  else if (!node.ended) stop('not-ended', node.name);
  const parent = tree.find(parentPath(path));
  if (node && (!parent || parent.ended)) stop('above-ended', parent?.name ?? node.name);
  return { reopened: [path] };
};
