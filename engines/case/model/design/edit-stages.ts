import type { Label } from '#kernel/label';
import { possibleTargets, targetsThatMayHold } from '../explore-playbook.ts';
import type { Action, Clock, Owner, Playbook, Target } from '../playbook.ts';

/** A stage on the way from one stage to another. */
export interface StageBetween {
  readonly from: string;
  readonly to: string;
  readonly stage: { readonly id: string; readonly name: Label; readonly shown: Label; readonly owner: Owner };
  /** The step that leads on from it. */
  readonly action: { readonly id: string; readonly name: Label };
}

/**
 * Puts a stage between two: every action that led from the one to the other leads to the new stage, and a new action of
 * its owner leads on. Clocks that run in both stages run in it too; where the way led to an end, the new action ends.
 */
export const insertStage = (playbook: Playbook, { from, to, stage, action }: StageBetween): Playbook => {
  const leads = (one: Action): boolean => one.from.includes(from) && possibleTargets(one.to ?? from).includes(to);
  const [usual] = playbook.actions.filter(leads);
  if (!usual || from === to) return playbook;
  const ends = isEnd(playbook, to);
  const outcome = targetsThatMayHold(usual.to ?? from).find((one) => one.to === to)?.outcome ?? usual.outcome;
  const split = new Map<string, string>();
  const actions = playbook.actions.flatMap((one) => {
    if (!leads(one)) return [one];
    const turned = turn(ends ? withoutEnd(one) : one, to, stage.id);
    const others = one.from.filter((id) => id !== from);
    if (others.length === 0) return [turned];
    // From other stages it still leads where it did.
    const id = `${one.id}-${stage.id}`;
    split.set(one.id, id);
    return [
      { ...one, from: others },
      { ...turned, id, from: [from] },
    ];
  });
  const onward: Action = {
    id: action.id,
    name: action.name,
    from: [stage.id],
    to,
    who: [stage.owner],
    tone: 'primary',
    ...(ends && outcome && { outcome }),
    ...(ends && usual.counts === 'close' && { counts: 'close' as const }),
  };
  const at = playbook.stages.findIndex((one) => one.id === from) + 1;
  return {
    ...playbook,
    stages: [...playbook.stages.slice(0, at), stage, ...playbook.stages.slice(at)],
    actions: [...actions.map((one) => alsoNotBy(one, split)), onward],
    clocks: playbook.clocks.map((clock) => runningIn(clock, from, to, ends, stage.id)),
  };
};

/** What a target said of the end is no longer true of a stage that goes on. */
export const turnTarget = (target: Target, to: string, ends: boolean): Target => {
  const { outcome, ...rest } = target;
  return { ...rest, to, ...(ends && outcome && { outcome }) };
};

const isEnd = (playbook: Playbook, id: string): boolean =>
  playbook.stages.find((stage) => stage.id === id)?.ends === true;

const turn = (action: Action, to: string, next: string): Action => ({
  ...action,
  to:
    typeof action.to === 'string' || action.to === undefined
      ? next
      : action.to.map((target) => (target.to === to ? turnTarget(target, next, false) : target)),
});

/** What it said of the end belongs to the step that ends now; a step to several stages keeps it for the others. */
const withoutEnd = (action: Action): Action => {
  if (typeof action.to !== 'string') return action;
  const { outcome: _outcome, counts, ...rest } = action;
  return { ...rest, ...(counts && counts !== 'close' && { counts }) };
};

const alsoNotBy = (action: Action, split: ReadonlyMap<string, string>): Action =>
  action.notBy?.some((id) => split.has(id))
    ? { ...action, notBy: [...action.notBy, ...action.notBy.flatMap((id) => split.get(id) ?? [])] }
    : action;

const runningIn = (clock: Clock, from: string, to: string, ends: boolean, id: string): Clock =>
  clock.stages.includes(from) && (clock.stages.includes(to) || (ends && clock.main === true))
    ? { ...clock, stages: [...clock.stages, id] }
    : clock;

/** Takes a stage out: what led there leads to another one, and what could be done only there goes with it. */
export const removeStage = (playbook: Playbook, id: string, to: string): Playbook => {
  const there = (one: string): boolean => playbook.stages.some((stage) => stage.id === one);
  if (!there(id) || !there(to) || id === to) return playbook;
  const gone = new Set(
    playbook.actions.filter((action) => action.from.every((from) => from === id)).map((action) => action.id),
  );
  return {
    ...playbook,
    start: playbook.start === id ? to : playbook.start,
    stages: playbook.stages.filter((stage) => stage.id !== id),
    actions: playbook.actions
      .filter((action) => !gone.has(action.id))
      .map((action) => {
        const notBy = action.notBy?.filter((one) => !gone.has(one));
        const { notBy: _notBy, to: target, ...rest } = action;
        return {
          ...rest,
          from: action.from.filter((from) => from !== id),
          ...(target !== undefined && {
            to:
              typeof target === 'string'
                ? target === id
                  ? to
                  : target
                : target.map((one) => (one.to === id ? turnTarget(one, to, isEnd(playbook, to)) : one)),
          }),
          ...(notBy && notBy.length > 0 && { notBy }),
        };
      }),
    clocks: playbook.clocks.map((clock) => {
      const { whenOver, ...rest } = clock;
      const stages = clock.stages.filter((stage) => stage !== id);
      return { ...rest, stages, ...(whenOver !== undefined && !gone.has(whenOver) && { whenOver }) };
    }),
  };
};
