import { isCounted, isTold, type Part, type Slice, sliceOf } from './explore-parts.ts';
import { holds } from './expressions.ts';
import type { Action, Move, Owner, Playbook, Stage, Target } from './playbook.ts';
import { isTaskMove } from './tasks.ts';
import { compile } from './who-may.ts';

/**
 * Walks through every situation that a playbook can get into. A situation is what rules look at: the stage, whether
 * there is an answer, whether a body has the work, how often limited actions were taken, whether it is on hold, how
 * its tasks stand (counted to two), how often it was passed on, and its card. A step that needs a grant is walked as
 * granted. Conditions over anything else may hold or not: both ways are walked.
 */
export interface Exploration {
  readonly situations: readonly Situation[];
  readonly transitions: readonly Transition[];
  /** Actions on the shortest way from the report to a situation. */
  readonly pathTo: (situation: Situation) => readonly string[];
}

export interface Situation {
  readonly key: string;
  readonly stage: string;
  readonly answered: boolean;
  readonly assigned: boolean;
  readonly used: Readonly<Record<string, number>>;
  readonly held: boolean;
  readonly hops: number;
  readonly card: string;
  readonly tasks: Tasks;
}

interface Tasks {
  readonly open: number;
  readonly taken: number;
  readonly done: number;
  readonly refused: number;
  readonly rated: number;
}

export interface Transition {
  readonly from: Situation;
  readonly action: string;
  readonly to: Situation;
  /** The step would end a matter that has no answer, so it is refused when it happens. */
  readonly withoutAnswer: boolean;
}

/** Conditions tell one card from another; else it is enough to know whether there is one. */
const tellsCards = (playbook: Playbook): boolean =>
  playbook.actions.some((action) =>
    [action.when, ...(Array.isArray(action.to) ? action.to.map((target: Target) => target.when) : [])].some(
      (text) => text !== undefined && /"(notice|yellow|red)"/.test(text),
    ),
  );

/**
 * The walk, over the slice of the situation that dead ends and answers depend on (`explore-parts.ts`) unless told.
 * @param until the walk ends as soon as this action can be taken
 */
export const explorePlaybook = (
  playbook: Playbook,
  { kept, apart }: Slice = sliceOf(playbook),
  until?: Action,
): Exploration => {
  const { stages, from } = compile(playbook);
  const cards = tellsCards(playbook);
  const walked = new Map([...from].map(([stage, actions]) => [stage, actions.filter((action) => !apart.has(action))]));
  const guards: Guards = { told: new Set(playbook.actions.map(({ when }) => when).filter(isTold)), known: new Map() };
  const first = situation({
    stage: playbook.start,
    answered: false,
    assigned: false,
    used: {},
    held: false,
    hops: 0,
    card: 'none',
    tasks: noTasks,
  });
  const found = new Map([[first.key, first]]);
  const cameBy = new Map<string, Transition>();
  const transitions: Transition[] = [];
  walk: for (const here of found.values()) {
    for (const action of walked.get(here.stage) ?? []) {
      if (!canBeTaken(action, here, guards)) continue;
      for (const after of followers(action, here, stages)) {
        const next = situation(onlyKept(after, kept, cards));
        const known = found.get(next.key) ?? next;
        const withoutAnswer = stages.get(next.stage)?.ends === true && !next.answered;
        const transition = { from: here, action: action.id, to: known, withoutAnswer };
        transitions.push(transition);
        if (action === until) break walk;
        // What is refused when it happens leads nowhere.
        if (withoutAnswer || found.has(next.key)) continue;
        found.set(next.key, next);
        cameBy.set(next.key, transition);
      }
    }
  }
  const pathTo = (target: Situation): readonly string[] => {
    const path: string[] = [];
    for (let step = cameBy.get(target.key); step; step = cameBy.get(step.from.key)) path.unshift(step.action);
    return path;
  };
  return { situations: [...found.values()], transitions, pathTo };
};

const noTasks: Tasks = { open: 0, taken: 0, done: 0, refused: 0, rated: 0 };

/** What the slice leaves out stays as it was at the report. */
const onlyKept = (one: Unnamed, kept: ReadonlySet<Part>, cards: boolean): Unnamed => {
  const { tasks, used } = one;
  const count = (part: keyof Tasks): number => (kept.has(part) ? tasks[part] : 0);
  return {
    ...one,
    used: Object.fromEntries(Object.entries(used).filter(([action]) => kept.has(`used:${action}`))),
    held: kept.has('held') && one.held,
    hops: kept.has('hops') ? one.hops : 0,
    card: one.card === 'none' || !kept.has('card') ? 'none' : cards ? one.card : 'notice',
    tasks:
      tasks === noTasks
        ? tasks
        : {
            open: count('open'),
            taken: count('taken'),
            done: count('done'),
            refused: count('refused'),
            rated: count('rated'),
          },
  };
};

type Unnamed = Omit<Situation, 'key'>;

const situation = (one: Unnamed): Situation => {
  const { open, taken, done, refused, rated } = one.tasks;
  const used = Object.keys(one.used)
    .sort()
    .map((action) => `${action} ${one.used[action]}`);
  const tasks = `${open},${taken},${done},${refused},${rated}`;
  return {
    ...one,
    key: `${one.stage}|${one.answered}|${one.assigned}|${one.held}|${one.hops}|${one.card}|${tasks}|${used.join()}`,
  };
};

/** Conditions that can be told from a situation, and what they said of those that were met. */
interface Guards {
  readonly told: ReadonlySet<string>;
  readonly known: Map<string, boolean>;
}

const canBeTaken = (action: Action, here: Situation, guards: Guards): boolean =>
  (action.atMost === undefined || (here.used[action.id] ?? 0) < action.atMost) &&
  (!here.held || action.whileHeld === true) &&
  action.who.some((owner) => isThere(owner, here)) &&
  (action.does ?? []).every((move) => !isTaskMove(move) || hasTaskFor(move.move, here.tasks)) &&
  mayHold(action.when, here, here.used[action.id] ?? 0, guards);

const hasTaskFor = (move: string, tasks: Tasks): boolean =>
  move === 'rate-task' ? tasks.rated < tasks.done : move === 'take-task' ? tasks.taken < tasks.open : tasks.open > 0;

/** Whether a condition can be told from the situation alone; whatever else it speaks of may hold. */
const mayHold = (when: string | undefined, here: Situation, times: number, { told, known }: Guards): boolean => {
  if (when === undefined || !told.has(when)) return true;
  const { open, taken, done, refused, rated } = here.tasks;
  const key = `${times},${here.hops},${here.held},${here.card},${open},${taken},${done},${refused},${rated}:${when}`;
  let held = known.get(key);
  if (held === undefined) {
    const tasks = { all: open + done + refused, open, taken, done, refused, rated };
    held = holds(when, { times, matter: { hops: here.hops, held: here.held, card: here.card, tasks } });
    known.set(key, held);
  }
  return held;
};

/** The assigned body takes part only when one was named, a body with a task only while it has one. */
export const isThere = (owner: Owner, here: Pick<Situation, 'assigned' | 'tasks'>): boolean =>
  'assignee' in owner ? here.assigned : 'task' in owner ? here.tasks.open > 0 : true;

/** How often a matter is passed on is counted to here. */
const HOPS = 3;
const MANY = 2;

/** What the moves of a step make of a situation; a field that may stay empty gives tasks, or none. */
const afterMoves = (action: Action, here: Situation): readonly Unnamed[] => {
  let seen: readonly Unnamed[] = [here];
  for (const move of action.does ?? []) seen = seen.flatMap((one) => afterMove(move, action, one));
  return seen;
};

const afterMove = (move: Move, action: Action, one: Unnamed): readonly Unnamed[] => {
  const { tasks } = one;
  const less = { ...tasks, open: tasks.open - 1, taken: Math.min(tasks.taken, tasks.open - 1) };
  switch (move.move) {
    case 'hold':
      return [{ ...one, held: true }];
    case 'resume':
      return [{ ...one, held: false }];
    case 'card':
      return [{ ...one, card: move.level }];
    case 'lift-card':
      return [{ ...one, card: 'none' }];
    case 'give-tasks': {
      const given = { ...one, tasks: { ...tasks, open: Math.max(tasks.open, move.from === undefined ? 1 : MANY) } };
      const asked = action.form?.find((field) => field.id === move.from);
      return move.from === undefined || (asked?.required && asked.show === undefined) ? [given] : [given, one];
    }
    case 'take-task':
      return [{ ...one, tasks: { ...tasks, taken: tasks.taken + 1 } }];
    case 'finish-task':
      return [{ ...one, tasks: { ...less, done: Math.min(tasks.done + 1, MANY) } }];
    case 'refuse-task':
      return [{ ...one, tasks: { ...less, refused: Math.min(tasks.refused + 1, MANY) } }];
    case 'rate-task':
      return [{ ...one, tasks: { ...tasks, rated: tasks.rated + 1 } }];
    case 'extend':
    case 'answer-card':
    case 'cc':
    case 'exempt':
      return [one];
  }
};

const followers = (action: Action, before: Situation, stages: ReadonlyMap<string, Stage>): readonly Unnamed[] => {
  const used = isCounted(action) ? { ...before.used, [action.id]: (before.used[action.id] ?? 0) + 1 } : before.used;
  const ended = stages.get(before.stage)?.ends === true;
  const hops = action.counts === 'dispatch' ? 0 : Math.min(before.hops + Number(action.counts === 'transfer'), HOPS);
  return afterMoves(action, before).flatMap((here) =>
    possibleTargets(action.to ?? here.stage)
      .filter((stage) => stages.has(stage))
      // An end waits for every task, unless the step drops them.
      .filter((stage) => !stages.get(stage)?.ends || here.tasks.open === 0 || ended || action.dropsTasks === true)
      .flatMap((stage) => {
        const ends = stages.get(stage)?.ends === true;
        const reopened = ended && !ends;
        const rest = { ...here, used, hops, ...(ends && { held: false }), ...(ends && !ended && { tasks: noTasks }) };
        return outcomes(action, action.answers, !reopened && here.answered).flatMap((answered) =>
          outcomes(action, action.assigns, here.assigned).map((assigned) => ({ ...rest, stage, answered, assigned })),
        );
      }),
  );
};

/** What a step makes of a mark: a required field sets it, an optional or hidden one may leave it. */
const outcomes = (action: Action, fieldId: string | undefined, before: boolean): readonly boolean[] => {
  if (fieldId === undefined || before) return [before];
  const field = action.form?.find((one) => one.id === fieldId);
  if (!field) return [before];
  return field.required && field.show === undefined ? [true] : [true, before];
};

/** Every conditional target may happen, up to the first without a condition. */
export const targetsThatMayHold = (to: string | readonly Target[]): readonly Target[] => {
  if (typeof to === 'string') return [{ to }];
  const certain = to.findIndex((target) => target.when === undefined);
  return to.slice(0, certain < 0 ? to.length : certain + 1);
};

/** The stages of these, each once. */
export const possibleTargets = (to: string | readonly Target[]): readonly string[] => [
  ...new Set(targetsThatMayHold(to).map((target) => target.to)),
];
