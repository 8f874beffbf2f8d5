import { expressionProblems } from '#kernel/expression';
import type { Action, Playbook, Target } from './playbook.ts';
import { isTaskMove } from './tasks.ts';

/**
 * The parts of a situation beside stage, answer and assigned body: whether it is on hold, its card, how often it was
 * passed on, how its tasks stand, and `used:<action>` for an action that is counted.
 */
export type Part = 'held' | 'card' | 'hops' | 'open' | 'taken' | 'done' | 'refused' | 'rated' | `used:${string}`;

const taskParts = ['open', 'taken', 'done', 'refused', 'rated'] as const;

/** A limit above this many times is explored as if there were none: counting on would find nothing new. */
const COUNTED = 6;

/** Whether the walk counts how often an action was taken: one that keeps its stage, used up, closes no way of others. */
export const isCounted = (action: Action): boolean =>
  action.atMost !== undefined &&
  action.atMost <= COUNTED &&
  (action.to !== undefined || action.assigns !== undefined || action.when?.includes('times') === true);

/** A condition that can be told from the situation alone; whatever else it speaks of may hold. */
export const isTold = (when: string | undefined): when is string =>
  when !== undefined &&
  !/matter\.(round|rating|exempt|reportedAt)/.test(when) &&
  expressionProblems(when, ['matter', 'times']).length === 0;

/** Parts that a condition speaks of. */
const spokenOf = (action: Action): readonly Part[] => {
  if (!isTold(action.when)) return [];
  const words = action.when.replaceAll(/"[^"]*"/g, '""');
  const parts: Part[] = /\btimes\b/.test(words) && isCounted(action) ? [`used:${action.id}`] : [];
  for (const [path] of words.matchAll(/\bmatter\b(\s*\.\s*\w+)*/g)) {
    const [, part, task] = path.split('.').map((word) => word.trim());
    if (part === 'tasks') parts.push(...(taskParts.some((one) => one === task) ? [task as Part] : taskParts));
    else if (part === 'held' || part === 'card' || part === 'hops') parts.push(part);
    // `matter` itself, or what nobody knows here: it may be about any of them.
    else parts.push('held', 'card', 'hops', ...taskParts);
  }
  return parts;
};

/** Parts that decide whether an action can be taken, and to where. */
export const readBy = (action: Action, ends: ReadonlySet<string>): readonly Part[] => [
  ...spokenOf(action),
  ...(action.atMost !== undefined && isCounted(action) ? [`used:${action.id}` as const] : []),
  ...(action.whileHeld ? [] : ['held' as const]),
  ...(action.who.some((owner) => 'task' in owner) ? ['open' as const] : []),
  // An end waits for every task.
  ...(!action.dropsTasks && targetsOf(action).some((to) => ends.has(to)) ? ['open' as const] : []),
  ...(action.does ?? []).flatMap((move): readonly Part[] => {
    if (!isTaskMove(move)) return [];
    if (move.move === 'rate-task') return ['rated', 'done'];
    return move.move === 'take-task' ? ['taken', 'open'] : ['open'];
  }),
];

/** Parts that an action changes. What an end clears is cleared by a change of stage. */
const writtenBy = (action: Action): readonly Part[] => [
  ...(isCounted(action) ? [`used:${action.id}` as const] : []),
  ...(action.counts === 'dispatch' || action.counts === 'transfer' ? ['hops' as const] : []),
  ...(action.does ?? []).flatMap((move): readonly Part[] => {
    switch (move.move) {
      case 'hold':
      case 'resume':
        return ['held'];
      case 'card':
      case 'lift-card':
        return ['card'];
      case 'give-tasks':
        return ['open'];
      case 'take-task':
        return ['taken'];
      case 'finish-task':
        return ['open', 'taken', 'done'];
      case 'refuse-task':
        return ['open', 'taken', 'refused'];
      case 'rate-task':
        return ['rated'];
      case 'extend':
      case 'answer-card':
      case 'cc':
      case 'exempt':
        return [];
    }
  }),
];

const targetsOf = (action: Action): readonly string[] =>
  action.to === undefined
    ? []
    : typeof action.to === 'string'
      ? [action.to]
      : action.to.map(({ to }: Target): string => to);

/** Whether it can change the stage, the answer or the assigned body. */
const leads = (action: Action): boolean =>
  action.to !== undefined || action.assigns !== undefined || action.answers !== undefined;

export interface Slice {
  /** The walk keeps these and leaves the others as they were at the report. */
  readonly kept: ReadonlySet<Part>;
  /** What the walk leaves out: they ask for a part that is not kept, and change nothing that is. */
  readonly apart: ReadonlySet<Action>;
}

/**
 * The parts on which stage, answer and assigned body depend: whatever decides if an action can be taken that changes
 * them, and so on with what changes those. Every way through the whole is a way through the slice and the other way
 * round, as no action of the slice asks for what was left out. So dead ends and missing answers are the same in both.
 * @param asked parts to be kept beside
 */
export const sliceOf = (playbook: Playbook, asked: Iterable<Part> = []): Slice => {
  const ends = new Set(playbook.stages.flatMap((stage) => (stage.ends ? [stage.id] : [])));
  const reads = new Map(playbook.actions.map((action) => [action, readBy(action, ends)]));
  const kept = new Set<Part>(asked);
  if (playbook.stages.some((stage) => stage.owner && 'task' in stage.owner)) kept.add('open');
  const within = new Set<Action>();
  let before = -1;
  while (before !== kept.size + within.size) {
    before = kept.size + within.size;
    for (const action of playbook.actions) {
      if (within.has(action) || !(leads(action) || writtenBy(action).some((part) => kept.has(part)))) continue;
      within.add(action);
      for (const part of reads.get(action) ?? []) kept.add(part);
    }
    // How many were taken is never more than how many are open.
    if (kept.has('taken')) kept.add('open');
  }
  const apart = playbook.actions.filter((action) => reads.get(action)?.some((part) => !kept.has(part)));
  return { kept, apart: new Set(apart) };
};

/** Every part: nothing is left out. */
export const wholeOf = (playbook: Playbook): Slice => ({
  kept: new Set<Part>([
    'held',
    'card',
    'hops',
    ...taskParts,
    ...playbook.actions.map((action): Part => `used:${action.id}`),
  ]),
  apart: new Set(),
});
