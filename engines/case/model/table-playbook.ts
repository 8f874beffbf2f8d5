import type { Locale } from '#kernel/label';
import { clockText, ownersText, ownerText, type RoleName, targetText } from './design/words.ts';
import { targetsThatMayHold } from './explore-playbook.ts';
import type { Action, Playbook } from './playbook.ts';

/** A stage as a row of a table: who owns it, what may be done there by whom, where that leads, by when. */
export interface PlaybookTableRow {
  readonly id: string;
  readonly stage: string;
  /** What the person who asked reads. */
  readonly shown: string;
  /** Empty in an ending stage. */
  readonly owner: string;
  readonly ends: boolean;
  readonly actions: readonly PlaybookTableAction[];
  readonly clocks: readonly string[];
}

export interface PlaybookTableAction {
  readonly id: string;
  readonly name: string;
  readonly who: string;
  /** Names of the stages it may lead to, with how the matter ends there unless it is resolved; empty when the stage stays. */
  readonly to: readonly string[];
  /** Who grants it, where it is only asked for. */
  readonly needs: string;
  /** Actions whose takers may not take this one. */
  readonly notBy: readonly string[];
}

/** The picture of a playbook in words: stage → who → may do → leads to → by when. */
export const tablePlaybook = (
  playbook: Playbook,
  locale: Locale,
  roleName: RoleName = (role) => role,
): readonly PlaybookTableRow[] => {
  const separator = locale === 'zh' ? '：' : ': ';
  return playbook.stages.map((stage) => ({
    id: stage.id,
    stage: stage.name[locale],
    shown: stage.shown[locale],
    owner: stage.owner ? ownerText(stage.owner, locale, roleName) : '',
    ends: stage.ends === true,
    actions: playbook.actions
      .filter((action) => action.from.includes(stage.id))
      .map((action) => ({
        id: action.id,
        name: action.name[locale],
        who: ownersText(action.who, locale, roleName),
        to: targetsOf(playbook, action, stage.id, locale),
        needs: action.needs ? ownersText(action.needs.who, locale, roleName) : '',
        notBy: (action.notBy ?? []).map((id) => playbook.actions.find((one) => one.id === id)?.name[locale] ?? id),
      })),
    clocks: playbook.clocks
      .filter((clock) => clock.stages.includes(stage.id))
      .map((clock) => `${clock.name[locale]}${separator}${clockText(playbook, clock, locale)}`),
  }));
};

const targetsOf = (playbook: Playbook, action: Action, from: string, locale: Locale): readonly string[] => {
  const others = targetsThatMayHold(action.to ?? from).filter((target) => target.to !== from);
  return [...new Set(others.map((target) => targetText(playbook, { ...action, from: [from] }, target, locale)))];
};
