import { parseArgs } from 'node:util';
import { checkPacks, type LoadContext, type PackProblem, problemText } from '#kernel/pack-loader';
import type { Definition, Pack } from '#kernel/pack';
import type { CodeList, FieldContext } from '#fields/field';
import {
  checkPlaybook,
  explainPlaybook,
  explorePlaybook,
  type Playbook,
  type PlaybookExample,
  runExample,
} from '#engines/case/model';
import type { Role } from '#engines/organisation/model';
import { calendarFrom } from '#platform/server/calendar';
import { readPacks } from '../packs.ts';
import { aroundPlaybooks, sectionCheckers } from '../section-checkers.ts';

const usage = `lifang packs check [--json] [--explain ID]

  Loads every pack as the server does, walks through every situation that a playbook can get into,
  and runs the examples. Ends with 1 when anything is wrong.
  --explain  all about one playbook or example: stages, who acts by when, ways to each end, what follows, problems
  --json     {packs, playbooks, states, transitions, examples, awaits, problems}`;

export interface PacksReport {
  readonly packs: readonly {
    readonly id: string;
    readonly version: number;
    readonly sections: Readonly<Record<string, number>>;
  }[];
  readonly playbooks: readonly {
    readonly id: string;
    readonly version: number;
    readonly stages: number;
    readonly actions: number;
    /** Situations explored: stage, answered or not, assigned or not, limited steps used. */
    readonly states: number;
    readonly transitions: number;
    readonly examples: number;
  }[];
  readonly states: number;
  readonly transitions: number;
  readonly examples: { readonly run: number; readonly failed: number };
  /** Effects that wait for their engine: listed and not run. */
  readonly awaits: readonly { readonly playbook: string; readonly effect: string; readonly awaits: string }[];
  readonly problems: readonly string[];
}

const sectionOf = <Definition>(packs: readonly Pack[], section: string): readonly Definition[] =>
  packs.flatMap((pack) => (pack.sections[section] ?? []) as readonly Definition[]);

const fieldsOf = (packs: readonly Pack[]): FieldContext => {
  const lists = new Map(sectionOf<CodeList>(packs, 'codeLists').map((list) => [list.id, list]));
  return { codeList: (id) => lists.get(id) };
};

/** What an example shows that does not hold, each sentence with the example's id. */
const failuresOf = (packs: readonly Pack[]): ReadonlyMap<string, readonly string[]> => {
  const playbooks = new Map(sectionOf<Playbook>(packs, 'playbooks').map((playbook) => [playbook.id, playbook]));
  const published = calendarFrom([], null);
  if ('problems' in published) throw new Error(published.problems.join('; '));
  const context = { calendar: published.calendar, fields: fieldsOf(packs) };
  return new Map(
    sectionOf<PlaybookExample>(packs, 'examples').map((example) => {
      const playbook = playbooks.get(example.playbook);
      return [
        example.id,
        playbook ? runExample(playbook, example, context) : [`there is no playbook ${example.playbook}`],
      ];
    }),
  );
};

export const checkAllPacks = (packs: readonly Pack[]): PacksReport => {
  const problems: readonly PackProblem[] = checkPacks(packs, sectionCheckers());
  // A broken definition is told once, by its checker; walking through it would only stumble.
  const failures = problems.length > 0 ? new Map<string, readonly string[]>() : failuresOf(packs);
  const examples = sectionOf<PlaybookExample>(packs, 'examples');
  const playbooks =
    problems.length > 0
      ? []
      : sectionOf<Playbook>(packs, 'playbooks').map((playbook) => {
          const { situations, transitions } = explorePlaybook(playbook);
          return {
            id: playbook.id,
            version: playbook.version,
            stages: playbook.stages.length,
            actions: playbook.actions.length,
            states: situations.length,
            transitions: transitions.length,
            examples: examples.filter((example) => example.playbook === playbook.id).length,
          };
        });
  const sum = (of: (one: (typeof playbooks)[number]) => number): number =>
    playbooks.reduce((total, one) => total + of(one), 0);
  return {
    packs: packs.map(({ id, version, sections }) => ({
      id,
      version,
      sections: Object.fromEntries(
        Object.entries(sections).map(([name, definitions]) => [name, definitions?.length ?? 0]),
      ),
    })),
    playbooks,
    states: sum((one) => one.states),
    transitions: sum((one) => one.transitions),
    examples: { run: failures.size, failed: [...failures.values()].filter((found) => found.length > 0).length },
    awaits: sectionOf<Playbook>(packs, 'playbooks').flatMap((playbook) =>
      [...(playbook.onReport ?? []), ...playbook.actions.flatMap((action) => action.effects ?? [])].flatMap((one) =>
        'awaits' in one ? [{ playbook: playbook.id, effect: one.effect, awaits: one.awaits }] : [],
      ),
    ),
    problems: [
      ...problems.map(problemText),
      ...[...failures].flatMap(([id, found]) => found.map((text) => `example ${id}: ${text}`)),
      ...playbooks
        .filter((one) => one.examples === 0)
        .map((one) => `playbook ${one.id}: no example shows what it does`),
    ],
  };
};

const asText = (report: PacksReport): string =>
  [
    ...report.packs.map(({ id, version, sections }) => {
      const counted = Object.entries(sections).map(([name, count]) => `${name} ${count}`);
      return `${id} ${version}: ${counted.join(', ')}`;
    }),
    ...report.playbooks.map(
      (one) =>
        `  ${one.id} ${one.version}: ${one.stages} stages, ${one.actions} actions, ${one.states} situations and ${one.transitions} steps explored, ${one.examples} examples`,
    ),
    `${report.examples.run} examples run, ${report.examples.failed} failed`,
    ...report.awaits.map((one) => `  ${one.playbook}: ${one.effect} awaits ${one.awaits}`),
    ...report.problems.map((problem) => `✗ ${problem}`),
    report.problems.length === 0 ? 'No problem found.' : `${report.problems.length} problem(s) found.`,
  ].join('\n');

const contextOf = (packs: readonly Pack[]): LoadContext => ({
  all: (section) => sectionOf(packs, section),
  find: (section, id) => sectionOf<Definition>(packs, section).find((one) => one.id === id) as never,
});

/** A playbook step by step, or an example as it reads, for whoever writes one. */
const explain = (packs: readonly Pack[], id: string): string | undefined => {
  const playbook = sectionOf<Playbook>(packs, 'playbooks').find((one) => one.id === id);
  if (playbook) {
    const roles = new Map(sectionOf<Role>(packs, 'roles').map((role) => [role.id, role.name.en]));
    const problems = checkPlaybook(playbook, aroundPlaybooks(contextOf(packs)));
    return explainPlaybook(playbook, problems, (role) => roles.get(role) ?? role).join('\n');
  }
  const example = sectionOf<PlaybookExample>(packs, 'examples').find((one) => one.id === id);
  if (!example) return undefined;
  const found = failuresOf(packs).get(id) ?? [];
  return [
    `${example.id} · ${example.name.zh} (${example.name.en})`,
    ...example.given.map((step) => `  given ${JSON.stringify(step)}`),
    `  when  ${JSON.stringify(example.when)}`,
    `  then  ${JSON.stringify(example.then)}`,
    found.length === 0 ? '  holds' : `  does not hold: ${found.join('; ')}`,
  ].join('\n');
};

/**
 * @param write where the answer goes
 * @returns the exit code: 1 when anything is wrong
 */
export const runPacks = async (args: readonly string[], write: (text: string) => void): Promise<0 | 1> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, explain: { type: 'string' } },
  });
  if (positionals.join(' ') !== 'check') throw new Error(usage);
  const all = await readPacks();
  if (values.explain !== undefined) {
    const text = explain(all, values.explain);
    if (text === undefined) throw new Error(`There is no playbook or example with the id ${values.explain}.`);
    write(`${text}\n`);
    return 0;
  }
  const report = checkAllPacks(all);
  write(`${values.json ? JSON.stringify(report, null, 2) : asText(report)}\n`);
  return report.problems.length > 0 ? 1 : 0;
};

/** Needs no database: what packs hold is data. */
export const packs = {
  name: 'packs',
  summary: 'Check packs, playbooks and their examples',
  usage,
  run: async (args: readonly string[]): Promise<void> => {
    process.exitCode = await runPacks(args, (text) => process.stdout.write(text));
  },
};
