import { label } from '#kernel/label';
import type { PlaybookProblem } from './check-playbook.ts';
import { type Part, readBy, type Slice, sliceOf, wholeOf } from './explore-parts.ts';
import { type Exploration, explorePlaybook, isThere, type Situation, type Transition } from './explore-playbook.ts';
import type { Action, Playbook, Stage } from './playbook.ts';

/** Problems that only show when the playbook is walked through. */
export const checkWays = (playbook: Playbook): readonly PlaybookProblem[] => {
  const stages = new Map(playbook.stages.map((stage) => [stage.id, stage]));
  // At an end that is no end of a way the slice would say less.
  let slice = stages.get(playbook.start)?.ends ? wholeOf(playbook) : sliceOf(playbook);
  let explored = explorePlaybook(playbook, slice);
  // Where only what was left out might give an owner something to do, it is taken in.
  for (let asked = partsAskedFor(playbook, explored, slice); asked.size > 0; ) {
    slice = sliceOf(playbook, [...slice.kept, ...asked]);
    explored = explorePlaybook(playbook, slice);
    asked = partsAskedFor(playbook, explored, slice);
  }
  return problemsOf(playbook, withApart(playbook, explored, slice), stages);
};

/** The same by the whole situation, however many there are: what `checkWays` is measured by. */
export const checkWholeWays = (playbook: Playbook): readonly PlaybookProblem[] =>
  problemsOf(
    playbook,
    explorePlaybook(playbook, wholeOf(playbook)),
    new Map(playbook.stages.map((stage) => [stage.id, stage])),
  );

/** Actions that were left out are looked for one by one, each with the parts that it asks for, until it can be taken. */
const withApart = (playbook: Playbook, explored: Exploration, { kept, apart }: Slice): Exploration => {
  const ends = endsOf(playbook);
  const found = [...apart].flatMap((action): readonly Transition[] => {
    const own = sliceOf(playbook, [...kept, ...readBy(action, ends)]);
    const taken = explorePlaybook(playbook, own, action).transitions.at(-1);
    return taken?.action === action.id ? [taken] : [];
  });
  return { ...explored, transitions: [...explored.transitions, ...found] };
};

const endsOf = (playbook: Playbook): ReadonlySet<string> =>
  new Set(playbook.stages.flatMap((stage) => (stage.ends ? [stage.id] : [])));

/** Parts by which it would be known whether owners have something to do who have nothing in the slice. */
const partsAskedFor = (playbook: Playbook, explored: Exploration, { kept, apart }: Slice): ReadonlySet<Part> => {
  const ends = endsOf(playbook);
  const stages = new Map(playbook.stages.map((stage) => [stage.id, stage]));
  const idle = new Set(idleOwners(playbook, explored, stages).map((one) => one.stage));
  const asked = new Set<Part>();
  for (const action of apart)
    for (const stage of action.from)
      if (idle.has(stage) && isOf(action, stages.get(stage)?.owner))
        for (const part of readBy(action, ends)) if (!kept.has(part)) asked.add(part);
  return asked;
};

const isOf = (action: Action | undefined, owner: Stage['owner']): boolean => {
  const named = JSON.stringify(owner);
  return owner !== undefined && action?.who.some((who) => JSON.stringify(who) === named) === true;
};

const problemsOf = (
  playbook: Playbook,
  explored: Exploration,
  stages: ReadonlyMap<string, Stage>,
): readonly PlaybookProblem[] => {
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
    if (withoutAnswer) continue;
    const known = before.get(to.key);
    if (known) known.push(from);
    else before.set(to.key, [from]);
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

/** Situations whose owner may be nobody, or has nothing to do. */
const idleOwners = (
  playbook: Playbook,
  { situations, transitions }: Exploration,
  stages: ReadonlyMap<string, Stage>,
): readonly Situation[] => {
  const actions = new Map(playbook.actions.map((action) => [action.id, action]));
  const busy = new Set<string>();
  for (const { from, action } of transitions)
    if (!busy.has(from.key) && isOf(actions.get(action), stages.get(from.stage)?.owner)) busy.add(from.key);
  return situations.filter((one) => {
    const owner = stages.get(one.stage)?.owner;
    return owner !== undefined && (!isThere(owner, one) || !busy.has(one.key));
  });
};

/** The owner of a stage must be somebody, and must have something to do there. */
const ownersWithoutWork = (
  playbook: Playbook,
  explored: Exploration,
  stages: ReadonlyMap<string, Stage>,
): PlaybookProblem[] => {
  const { pathTo } = explored;
  const idle = idleOwners(playbook, explored, stages);
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
