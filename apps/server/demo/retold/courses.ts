import {
  attemptsOf,
  type ExampleAttempt,
  type ExampleStep,
  type Playbook,
  type PlaybookExample,
} from '#engines/case/model';

/** One step of a course, as the example took it. */
export interface CourseStep extends ExampleAttempt {
  /** The example names the moment itself: a deadline hangs on it. */
  readonly fixed: boolean;
}

/** A way through a playbook that an example of its pack has shown to work. */
export interface Course {
  readonly playbook: Playbook;
  readonly name: string;
  readonly steps: readonly CourseStep[];
  /** The last step ends the matter, as far as the example says. */
  readonly ends: boolean;
}

const stepsOf = (example: PlaybookExample): readonly CourseStep[] => {
  const told: readonly ExampleStep[] = [...example.given, example.when];
  return attemptsOf(example).map((attempt, index) => ({ ...attempt, fixed: told[index]?.at !== undefined }));
};

/** What the example says of its end, or the action that it ends with. */
const endsMatter = ({ when, then }: PlaybookExample, { stages, actions }: Playbook): boolean => {
  if (then.status !== undefined) return then.status === 'closed';
  const to = then.stage ?? ('act' in when ? actions.find(({ id }) => id === when.act)?.to : undefined);
  return typeof to === 'string' && stages.some(({ id, ends }) => id === to && ends === true);
};

const signature = (steps: readonly CourseStep[]): string =>
  steps.map(({ actor, command }) => JSON.stringify([actor, command])).join('\n');

/**
 * The courses of a playbook: what its examples went through, without those that others go through on their way.
 * A pack brings its demo matters along with its examples; nothing here knows a pack.
 */
export const coursesOf = (playbook: Playbook, examples: readonly PlaybookExample[]): readonly Course[] => {
  const own = examples
    .filter((one) => one.playbook === playbook.id && one.then.refused === undefined)
    .map((one) => ({ one, steps: stepsOf(one) }))
    .sort((a, b) => b.steps.length - a.steps.length);
  const kept: { readonly one: PlaybookExample; readonly steps: readonly CourseStep[]; readonly sign: string }[] = [];
  for (const { one, steps } of own) {
    const sign = `${signature(steps)}\n`;
    // One that ends is a course of its own, though another goes on from there.
    const told = kept.some(
      (longer) => longer.sign === sign || (!endsMatter(one, playbook) && longer.sign.startsWith(sign)),
    );
    if (!told) kept.push({ one, steps, sign });
  }
  return kept.map(({ one, steps }) => ({
    playbook,
    name: one.id,
    steps,
    ends: endsMatter(one, playbook),
  }));
};
