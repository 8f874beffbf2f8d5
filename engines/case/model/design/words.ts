import type { Locale } from '#kernel/label';
import { outcomeText } from '../outcome.ts';
import type { Action, Clock, Limit, LimitRule, Owner, Playbook, Target } from '../playbook.ts';

/** How a role is called in the locale that shows. */
export type RoleName = (role: string) => string;

const owners = {
  zh: { assignee: '承办单位', task: '协办单位', system: '系统', reporter: '诉求人' },
  en: { assignee: 'the body in charge', task: 'a body with a task', system: 'the system', reporter: 'whoever asked' },
} as const satisfies Record<Locale, Record<string, string>>;

/** Who acts, in words: 街道派单员, 承办单位. */
export const ownerText = (owner: Owner, locale: Locale, roleName: RoleName): string => {
  if ('role' in owner) return roleName(owner.role);
  const [kind] = Object.keys(owner) as (keyof typeof owners.zh)[];
  return kind === undefined ? '' : owners[locale][kind];
};

export const ownersText = (all: readonly Owner[], locale: Locale, roleName: RoleName): string =>
  all.map((owner) => ownerText(owner, locale, roleName)).join(locale === 'zh' ? '、' : ', ');

const units: Readonly<Record<Locale, Readonly<Record<Limit['unit'], readonly [one: string, many: string]>>>> = {
  zh: {
    'working-hours': ['个工作小时', '个工作小时'],
    'clock-hours': ['小时', '小时'],
    'working-days': ['个工作日', '个工作日'],
    'calendar-days': ['天', '天'],
  },
  en: {
    'working-hours': ['working hour', 'working hours'],
    'clock-hours': ['hour', 'hours'],
    'working-days': ['working day', 'working days'],
    'calendar-days': ['day', 'days'],
  },
};

/** A limit as people say it: 3 个工作日, 30 分钟. */
export const limitText = ({ amount, unit }: Pick<Limit, 'amount' | 'unit'>, locale: Locale): string => {
  if (unit === 'clock-hours' && amount < 1)
    return locale === 'zh' ? `${Math.round(amount * 60)} 分钟` : `${Math.round(amount * 60)} minutes`;
  const [one, many] = units[locale][unit] ?? [unit, unit];
  return `${amount} ${amount === 1 ? one : many}`;
};

export const limitRuleText = ({ limit }: LimitRule, locale: Locale): string =>
  limit === 'category' ? (locale === 'zh' ? '按类别' : 'by category') : limitText(limit, locale);

/** All limits of a clock, the same words once: 按类别 / 7 天. */
export const clockLimitsText = (clock: Pick<Clock, 'limits'>, locale: Locale): string =>
  [...new Set(clock.limits.map((rule) => limitRuleText(rule, locale)))].join(' / ');

/** The limits, and the steps that start it afresh or that it waits for: 10 个工作日（每次「填写进展」后重新计时）. */
export const clockText = (playbook: Playbook, clock: Clock, locale: Locale): string => {
  const named = (ids: readonly string[]): string =>
    ids
      .map((id) => playbook.actions.find((action) => action.id === id)?.name[locale] ?? id)
      .map((name) => (locale === 'zh' ? `「${name}」` : `“${name}”`))
      .join(locale === 'zh' ? '' : ', ');
  const turns = [
    ...(clock.restartedBy?.length
      ? [locale === 'zh' ? `每次${named(clock.restartedBy)}后重新计时` : `afresh after ${named(clock.restartedBy)}`]
      : []),
    ...(clock.stoppedBy?.length
      ? [locale === 'zh' ? `${named(clock.stoppedBy)}后停止计时` : `until ${named(clock.stoppedBy)}`]
      : []),
  ];
  if (turns.length === 0) return clockLimitsText(clock, locale);
  return locale === 'zh'
    ? `${clockLimitsText(clock, locale)}（${turns.join('，')}）`
    : `${clockLimitsText(clock, locale)} (${turns.join('; ')})`;
};

/** Where an action leads from a stage, and how the matter ends there unless it is simply resolved: 未评定（不予受理）. */
export const targetText = (playbook: Playbook, action: Action, target: Target, locale: Locale): string => {
  const name = stageText(playbook, target.to, locale);
  const outcome = target.outcome ?? action.outcome ?? 'resolved';
  const word = outcomeText(outcome, locale);
  const closes = isEnd(playbook, target.to) && !action.from.every((from) => isEnd(playbook, from));
  if (!closes || outcome === 'resolved' || word === name) return name;
  return locale === 'zh' ? `${name}（${word}）` : `${name} (${word})`;
};

const isEnd = (playbook: Playbook, id: string): boolean =>
  playbook.stages.find((stage) => stage.id === id)?.ends === true;

export const stageText = (playbook: Playbook, id: string, locale: Locale): string =>
  playbook.stages.find((stage) => stage.id === id)?.name[locale] ?? id;
