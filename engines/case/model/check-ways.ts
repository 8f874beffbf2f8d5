import { label } from '#kernel/label';
import type { PlaybookProblem } from './check-playbook.ts';
import { type Exploration, explorePlaybook, isThere, type Situation } from './explore-playbook.ts';
import type { Playbook, Stage } from './playbook.ts';

/** Problems that only show when the playbook is walked through. */
export const checkWays = (playbook: Playbook): readonly PlaybookProblem[] => {
  const explored = explorePlaybook(playbook);
  const stages = new Map(playbook.stages.map((stage) => [stage.id, stage]));
  return [
    ...unreached(playbook, explored),
    ...deadEnds(playbook, explored, stages),
    ...ownersWithoutWork(playbook, explored, stages),
    ...unanswered(playbook, explored, stages),
  ];
};

const problem = (
  playbook: Playbook,
  code: PlaybookProblem['code'],
  where: string,
  zh: string,
  en: string,
  path?: readonly string[],
): PlaybookProblem => ({ playbook: playbook.id, code, where, message: label(zh, en), ...(path && { path }) });

const unreached = (playbook: Playbook, { situations, transitions }: Exploration): PlaybookProblem[] => {
  const seen = new Set(situations.map((one) => one.stage));
  const taken = new Set(transitions.map((one) => one.action));
  return [
    ...playbook.stages
      .filter((stage) => !seen.has(stage.id))
      .map((stage) =>
        problem(
          playbook,
          'stage-unreachable',
          `stage ${stage.id}`,
          `没有办法到达环节「${stage.name.zh}」。`,
          `No way leads to the stage “${stage.name.en}”.`,
        ),
      ),
    ...playbook.actions
      .filter((action) => !taken.has(action.id))
      .map((action) =>
        problem(
          playbook,
          'action-never-possible',
          `action ${action.id}`,
          `任何情况下都不能「${action.name.zh}」。`,
          `“${action.name.en}” is never possible.`,
        ),
      ),
  ];
};

/** Situations that are not an end and from which no end can be reached; one problem a stage. */
const deadEnds = (
  playbook: Playbook,
  { situations, transitions, pathTo }: Exploration,
  stages: ReadonlyMap<string, Stage>,
): PlaybookProblem[] => {
  const isEnd = (one: Situation): boolean => stages.get(one.stage)?.ends === true;
  const before = new Map<string, Situation[]>();
  for (const { from, to, withoutAnswer } of transitions) {
    if (!withoutAnswer) before.set(to.key, [...(before.get(to.key) ?? []), from]);
  }
  const saved = new Set<string>();
  const open = situations.filter(isEnd);
  while (open.length > 0) {
    const one = open.pop() as Situation;
    if (saved.has(one.key)) continue;
    saved.add(one.key);
    open.push(...(before.get(one.key) ?? []));
  }
  return oneEachStage(situations.filter((one) => !saved.has(one.key))).map((one) =>
    problem(
      playbook,
      'stage-without-way-out',
      `stage ${one.stage}`,
      `进入环节「${stages.get(one.stage)?.name.zh}」后，可能再也无法办结。`,
      `From the stage “${stages.get(one.stage)?.name.en}” there may be no way to an end.`,
      pathTo(one),
    ),
  );
};

const oneEachStage = (situations: readonly Situation[]): readonly Situation[] => {
  const seen = new Set<string>();
  return situations.filter((one) => !seen.has(one.stage) && seen.add(one.stage));
};

/** The owner of a stage must be somebody, and must have something to do there. */
const ownersWithoutWork = (
  playbook: Playbook,
  { situations, transitions, pathTo }: Exploration,
  stages: ReadonlyMap<string, Stage>,
): PlaybookProblem[] => {
  const actions = new Map(playbook.actions.map((action) => [action.id, action]));
  const idle = situations.filter((one) => {
    const owner = stages.get(one.stage)?.owner;
    if (!owner) return false;
    if (!isThere(owner, one)) return true;
    const named = JSON.stringify(owner);
    return !transitions.some(
      (step) => step.from === one && actions.get(step.action)?.who.some((who) => JSON.stringify(who) === named),
    );
  });
  return oneEachStage(idle).map((one) =>
    problem(
      playbook,
      'owner-cannot-act',
      `stage ${one.stage}`,
      `环节「${stages.get(one.stage)?.name.zh}」的责任方可能不存在，或没有可以办理的操作。`,
      `The owner of the stage “${stages.get(one.stage)?.name.en}” may be nobody, or has nothing to do there.`,
      pathTo(one),
    ),
  );
};

const unanswered = (
  playbook: Playbook,
  { situations, transitions, pathTo }: Exploration,
  stages: ReadonlyMap<string, Stage>,
): PlaybookProblem[] => {
  const seen = new Set<string>();
  const found = transitions
    .filter((one) => one.withoutAnswer && !seen.has(one.action) && seen.add(one.action))
    .map((one) =>
      problem(
        playbook,
        'end-without-answer',
        `action ${one.action}`,
        '按这条路径办结时，诉求人没有得到答复。请让途中一个操作必填答复。',
        'On this way the matter ends without an answer to whoever asked. Let a step on it require one.',
        [...pathTo(one.from), one.action],
      ),
    );
  const answered = situations.some((one) => one.answered && stages.get(one.stage)?.ends);
  return answered
    ? found
    : [
        ...found,
        problem(playbook, 'never-answered', 'playbook', '诉求人永远得不到答复。', 'Whoever asks never gets an answer.'),
      ];
};
