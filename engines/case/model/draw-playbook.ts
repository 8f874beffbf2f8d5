import type { Locale } from '#kernel/label';
import { clockLimitsText, ownerText, type RoleName } from './design/words.ts';
import { possibleTargets } from './explore-playbook.ts';
import type { Action, Playbook, Stage } from './playbook.ts';

/** What the picture of a playbook shows, before anybody says where: stages in reading order, and the ways between them. */
export interface PlaybookDrawing {
  readonly stages: readonly DrawnStage[];
  readonly steps: readonly DrawnStep[];
  /** The same as text for mermaid. */
  readonly mermaid: string;
}

export interface DrawnStage {
  readonly id: string;
  readonly name: string;
  /** Null in an ending stage. */
  readonly owner: string | null;
  readonly kind: 'start' | 'middle' | 'end';
  readonly clocks: readonly DrawnPart[];
  /** What can be done without leaving the stage. */
  readonly stays: readonly DrawnPart[];
}

export interface DrawnPart {
  readonly id: string;
  readonly text: string;
}

/** One arrow for all the actions that lead from a stage to another. */
export interface DrawnStep {
  readonly from: string;
  readonly to: string;
  readonly actions: readonly DrawnPart[];
  /** Leads back to where the matter was before. */
  readonly back: boolean;
}

/** @param roleName how a role is called; its id unless given */
export const drawPlaybook = (
  playbook: Playbook,
  locale: Locale = 'zh',
  roleName: RoleName = (role) => role,
): PlaybookDrawing => {
  const ways = waysOf(playbook);
  const order = readingOrder(playbook, ways);
  const position = new Map(order.map((stage, index) => [stage.id, index]));
  const part = (one: Action): DrawnPart => ({ id: one.id, text: one.name[locale] });
  const stages = order.map((stage) => ({
    id: stage.id,
    name: stage.name[locale],
    owner: stage.owner ? ownerText(stage.owner, locale, roleName) : null,
    kind: stage.ends ? ('end' as const) : stage.id === playbook.start ? ('start' as const) : ('middle' as const),
    clocks: clocksAt(playbook, stage, locale),
    stays: (ways.get(stage.id)?.get(stage.id) ?? []).map(part),
  }));
  const steps = order.flatMap(({ id: from }) =>
    [...(ways.get(from) ?? [])].flatMap(([to, actions]): DrawnStep[] => {
      const [start, end] = [position.get(from), position.get(to)];
      if (from === to || start === undefined || end === undefined) return [];
      return [{ from, to, actions: actions.map(part), back: end < start }];
    }),
  );
  return { stages, steps, mermaid: mermaidOf(playbook, ways, locale) };
};

/** Clocks that run in a stage, the whole one only where it is alone. */
const clocksAt = (playbook: Playbook, stage: Stage, locale: Locale): readonly DrawnPart[] => {
  const running = playbook.clocks.filter((clock) => clock.stages.includes(stage.id));
  const own = running.filter((clock) => !clock.main);
  const separator = locale === 'zh' ? '：' : ': ';
  return (own.length > 0 ? own : running).map((clock) => ({
    id: clock.id,
    text: `${clock.name[locale]}${separator}${clockLimitsText(clock, locale)}`,
  }));
};

type Ways = ReadonlyMap<string, ReadonlyMap<string, readonly Action[]>>;

const waysOf = (playbook: Playbook): Ways => {
  const ways = new Map<string, Map<string, Action[]>>();
  for (const action of playbook.actions) {
    for (const from of action.from) {
      const targets = ways.get(from) ?? new Map<string, Action[]>();
      ways.set(from, targets);
      for (const to of possibleTargets(action.to ?? from)) targets.set(to, [...(targets.get(to) ?? []), action]);
    }
  }
  return ways;
};

/** From the start on, each stage after those that lead to it (ways back aside); endings last, unreached ones before them. */
const readingOrder = (playbook: Playbook, ways: Ways): readonly Stage[] => {
  const stages = new Map(playbook.stages.map((stage) => [stage.id, stage]));
  const seen = new Set<string>();
  const after: Stage[] = [];
  const visit = (id: string): void => {
    const stage = stages.get(id);
    if (!stage || seen.has(id)) return;
    seen.add(id);
    // The first way out is the usual one: visited last it comes first.
    for (const to of [...(ways.get(id)?.keys() ?? [])].reverse()) visit(to);
    after.unshift(stage);
  };
  visit(playbook.start);
  const order = [...after, ...playbook.stages.filter((stage) => !seen.has(stage.id))];
  return [...order.filter((stage) => !stage.ends), ...order.filter((stage) => stage.ends)];
};

const mermaidOf = (playbook: Playbook, ways: Ways, locale: Locale): string => {
  const clean = (text: string): string => text.replace(/[:;#"]/g, ' ').trim();
  const lines = ['stateDiagram-v2', `  [*] --> ${nodeId(playbook.start)}`];
  for (const stage of playbook.stages) lines.push(`  state "${clean(stage.name[locale])}" as ${nodeId(stage.id)}`);
  for (const [from, targets] of ways) {
    for (const [to, actions] of targets) {
      const names = actions.map((action) => clean(action.name[locale])).join(' / ');
      lines.push(`  ${nodeId(from)} --> ${nodeId(to)} : ${names}`);
    }
  }
  for (const stage of playbook.stages.filter((one) => one.ends)) lines.push(`  ${nodeId(stage.id)} --> [*]`);
  return `${lines.join('\n')}\n`;
};

const nodeId = (id: string): string => id.replace(/\W/g, '_');
