import type { Locale } from '#kernel/label';
import type { PlaybookProblem } from '../check-playbook.ts';
import { explorePlaybook } from '../explore-playbook.ts';
import type { Action, Effect, Playbook } from '../playbook.ts';
import { tablePlaybook } from '../table-playbook.ts';
import type { RoleName } from './words.ts';

/** One way to an end: the actions from the report on. */
export interface WayToEnd {
  readonly end: string;
  readonly actions: readonly string[];
}

/** The shortest way to each end by each action that ends there. */
export const waysToEnds = (playbook: Playbook): readonly WayToEnd[] => {
  const { transitions, pathTo } = explorePlaybook(playbook);
  const ends = new Set(playbook.stages.flatMap((stage) => (stage.ends ? [stage.id] : [])));
  const shortest = new Map<string, WayToEnd>();
  for (const { from, action, to, withoutAnswer } of transitions) {
    if (withoutAnswer || !ends.has(to.stage) || from.stage === to.stage) continue;
    const way = { end: to.stage, actions: [...pathTo(from), action] };
    const known = shortest.get(`${to.stage} ${action}`);
    if (!known || way.actions.length < known.actions.length) shortest.set(`${to.stage} ${action}`, way);
  }
  return [...shortest.values()].sort((one, other) => one.actions.length - other.actions.length);
};

/** A playbook in lines of text, for whoever writes one: who, by when, the ways to each end, what is wrong and by which way. */
export const explainPlaybook = (
  playbook: Playbook,
  problems: readonly Pick<PlaybookProblem, 'code' | 'where' | 'message' | 'path'>[],
  roleName: RoleName,
  locale: Locale = 'en',
): readonly string[] => {
  const actionName = (id: string): string => playbook.actions.find((one) => one.id === id)?.name[locale] ?? id;
  const way = (actions: readonly string[]): string => ['the report', ...actions.map(actionName)].join(' → ');
  const stages = new Map(playbook.stages.map((stage) => [stage.id, stage]));
  const lost = problems.some((problem) => problem.code === 'unknown-stage' || problem.code === 'twice-declared');
  const ways = lost ? [] : waysToEnds(playbook);
  return [
    `${playbook.id} ${playbook.version} · ${playbook.name.zh} (${playbook.name.en})`,
    `${playbook.summary.zh} (${playbook.summary.en})`,
    `reported by ${playbook.reporters.join(', ')}; categories ${playbook.categories}; label ${playbook.sensitivity ?? 'internal'}`,
    '',
    'Stages',
    ...tablePlaybook(playbook, locale, roleName).flatMap((row) => [
      `  ${row.id} · ${stages.get(row.id)?.name.zh} (${row.stage}) · ${row.ends ? 'an end' : row.owner}${row.id === playbook.start ? ' · the start' : ''}`,
      ...row.clocks.map((clock) => `      by when: ${clock}`),
      ...row.actions.map((action) => {
        const declared = playbook.actions.find((one) => one.id === action.id);
        return [
          `      ${action.id} · ${action.name} → ${action.to.length > 0 ? action.to.join(' | ') : 'stays'} · ${action.who}`,
          action.needs && `granted by ${action.needs}`,
          action.notBy.length > 0 && `not by who did ${action.notBy.join(', ')}`,
          declared && rulesOf(declared),
        ]
          .filter(Boolean)
          .join(' · ');
      }),
    ]),
    '',
    'Ways to each end',
    ...ways.map((one) => `  ${stages.get(one.end)?.name[locale] ?? one.end}: ${way(one.actions)}`),
    ...(lost ? ['  not walked: a name is wrong'] : []),
    ...effectsOf(playbook),
    '',
    problems.length === 0 ? 'No problem found' : 'Problems',
    ...problems.map(
      (problem) =>
        `  ✗ ${problem.where}: ${problem.message[locale]} (${problem.code})${problem.path ? ` by ${way(problem.path)}` : ''}`,
    ),
  ];
};

const rulesOf = (action: Action): string =>
  [
    action.atMost === undefined ? '' : `at most ${action.atMost}`,
    action.when === undefined ? '' : `when ${action.when}`,
    typeof action.to === 'object'
      ? action.to
          .map(({ to, when, outcome }) => `${to}${outcome ? ` as ${outcome}` : ''}${when ? ` if ${when}` : ''}`)
          .join(' | ')
      : '',
    (action.does ?? []).map((move) => move.move).join(', '),
  ]
    .filter((text) => text !== '')
    .join(' · ');

const effectsOf = (playbook: Playbook): readonly string[] => {
  const told = (where: string, effect: Effect): string =>
    `  ${where}: ${effect.effect}${'awaits' in effect ? ` awaits ${effect.awaits}` : ''}`;
  const all = [
    ...(playbook.onReport ?? []).map((effect) => told('the report', effect)),
    ...playbook.actions.flatMap((action) => (action.effects ?? []).map((effect) => told(action.id, effect))),
  ];
  return all.length > 0 ? ['', 'What follows', ...all] : [];
};
