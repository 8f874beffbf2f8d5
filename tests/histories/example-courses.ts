import type { Pack } from '#kernel/pack';
import type { Id } from '#kernel/ids';
import { attemptsOf, type CaseCommand, type Playbook, type PlaybookExample } from '#engines/case/model';
import type { Course } from './courses.ts';

/** Every text in a command that may be the id of a body; a body of an example has no name but its id. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.length <= 40 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Of the whole course: a step may give work to bodies that the report named. */
const bodiesOf = (commands: readonly CaseCommand[]): Readonly<Record<Id, string>> =>
  Object.fromEntries(
    commands
      .flatMap((command) =>
        'form' in command ? textsIn(command.form) : 'values' in command ? textsIn(command.values) : [],
      )
      .map((text) => [text, text]),
  );

const lengthOf = (example: PlaybookExample): number => example.given.length + (example.then.refused ? 0 : 1);

/**
 * For each playbook that no course was written for, the course of its longest example, of the longest that ends it, and of one
 * for each way in which its examples say that it ended.
 * @param written playbooks that have courses of their own
 */
export const exampleCourses = (packs: readonly Pack[], written: ReadonlySet<string>): readonly Course[] => {
  const section = <Definition>(name: string): readonly Definition[] =>
    packs.flatMap((pack) => (pack.sections[name] ?? []) as readonly Definition[]);
  const examples = section<PlaybookExample>('examples');
  return section<Playbook>('playbooks').flatMap(({ id }) => {
    if (written.has(id)) return [];
    const own = examples.filter((one) => one.playbook === id).sort((a, b) => lengthOf(b) - lengthOf(a));
    const chosen = new Set([
      own[0],
      own.find((one) => one.then.status === 'closed'),
      own.find((one) => 'act' in one.when && one.when.act === 'approval.refuse'),
      // Of ends that are told apart, one each.
      ...new Set(own.flatMap(({ then }) => then.outcome ?? []))
        .values()
        .map((outcome) => own.find(({ then }) => then.outcome === outcome)),
    ]);
    return [...chosen].flatMap((example): Course[] => {
      if (!example) return [];
      const attempts = attemptsOf(example);
      const bodies = bodiesOf(attempts.map(({ command }) => command));
      return [
        {
          playbook: id,
          name: `example-${example.id.split('.').slice(2).join('-')}`,
          about: `${example.name.en}.`,
          attempts: attempts.map((attempt) => ({ ...attempt, bodies })),
        },
      ];
    });
  });
};
