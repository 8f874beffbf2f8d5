import type { Action, Owner, Playbook, Stage, Target } from './playbook.ts';
import { compile } from './who-may.ts';

/**
 * Walks through every situation that a playbook can get into. A situation is what rules look at: the
 * stage, whether there is an answer, whether a body has the work, and how often limited actions were taken.
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
}

export interface Transition {
  readonly from: Situation;
  readonly action: string;
  readonly to: Situation;
  /** The step would end a matter that has no answer, so it is refused when it happens. */
  readonly withoutAnswer: boolean;
}

/** A limit above this many times is explored as if there were none: counting on would find nothing new. */
const COUNTED = 6;

export const explorePlaybook = (playbook: Playbook): Exploration => {
  const { stages, from } = compile(playbook);
  const first = situation({ stage: playbook.start, answered: false, assigned: false, used: {} });
  const found = new Map([[first.key, first]]);
  const cameBy = new Map<string, Transition>();
  const transitions: Transition[] = [];
  for (const here of found.values()) {
    for (const action of from.get(here.stage) ?? []) {
      if (!canBeTaken(action, here)) continue;
      for (const next of followers(action, here, stages)) {
        const known = found.get(next.key) ?? next;
        const withoutAnswer = stages.get(next.stage)?.ends === true && !next.answered;
        const transition = { from: here, action: action.id, to: known, withoutAnswer };
        transitions.push(transition);
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

const situation = (one: Omit<Situation, 'key'>): Situation => ({
  ...one,
  key: JSON.stringify([one.stage, one.answered, one.assigned, Object.entries(one.used).sort()]),
});

const canBeTaken = (action: Action, here: Situation): boolean =>
  (action.atMost === undefined || (here.used[action.id] ?? 0) < action.atMost) &&
  action.who.some((owner) => isThere(owner, here));

/** The assigned body takes part only when one was named. */
export const isThere = (owner: Owner, here: Pick<Situation, 'assigned'>): boolean =>
  !('assignee' in owner) || here.assigned;

const followers = (action: Action, here: Situation, stages: ReadonlyMap<string, Stage>): readonly Situation[] => {
  const counted = action.atMost !== undefined && action.atMost <= COUNTED;
  const used = counted ? { ...here.used, [action.id]: (here.used[action.id] ?? 0) + 1 } : here.used;
  const ended = stages.get(here.stage)?.ends === true;
  return possibleTargets(action.to)
    .filter((stage) => stages.has(stage))
    .flatMap((stage) => {
      const reopened = ended && stages.get(stage)?.ends !== true;
      return outcomes(action, action.answers, !reopened && here.answered).flatMap((answered) =>
        outcomes(action, action.assigns, here.assigned).map((assigned) =>
          situation({ stage, answered, assigned, used }),
        ),
      );
    });
};

/** What a step makes of a mark: a required field sets it, an optional or hidden one may leave it. */
const outcomes = (action: Action, fieldId: string | undefined, before: boolean): readonly boolean[] => {
  if (fieldId === undefined || before) return [before];
  const field = action.form?.find((one) => one.id === fieldId);
  if (!field) return [before];
  return field.required && field.show === undefined ? [true] : [true, before];
};

/** Every conditional target may happen, up to the first without a condition. */
export const possibleTargets = (to: string | readonly Target[]): readonly string[] => {
  if (typeof to === 'string') return [to];
  const certain = to.findIndex((target) => target.when === undefined);
  return [...new Set(to.slice(0, certain < 0 ? to.length : certain + 1).map((target) => target.to))];
};
