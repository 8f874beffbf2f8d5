import { checkValues } from '../forms.ts';
import type { FieldContext } from '#fields/field';
import { type Label, label } from '#kernel/label';
import { isRefusal, sentenceOf } from '#kernel/domain-error';
import { findCategory } from '../expressions.ts';
import type { Playbook } from '../playbook.ts';
import type { Plan } from './plan.ts';

export interface PlanFault {
  /** Where in the plan: `playbook`, `category`, `values`, `level`, `opensAt`, `season`, `every`. */
  readonly field: keyof Plan;
  readonly problem: Label;
}

/** What is wrong in a plan, in words; empty when it is right. */
export const planProblems = (plan: Plan, context: PlanContext): readonly Label[] =>
  planFaults(plan, context).map((one) => one.problem);

export interface PlanContext {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly levels: ReadonlySet<string>;
  readonly fields: FieldContext;
}

/** What is wrong in a plan, and where. */
export const planFaults = (plan: Plan, context: PlanContext): readonly PlanFault[] => {
  const found: PlanFault[] = [];
  const say = (field: keyof Plan, zh: string, en: string): void => void found.push({ field, problem: label(zh, en) });
  const playbook = context.playbooks.get(plan.playbook);
  if (!playbook) say('playbook', `没有流程「${plan.playbook}」`, `there is no playbook ${plan.playbook}`);
  else {
    if (!playbook.reporters.includes('system'))
      say('playbook', `「${playbook.name.zh}」不能由计划自动产生`, `“${playbook.name.en}” is not opened by the system`);
    if (!findCategory(playbook, plan.category, context.fields)?.leaf)
      say(
        'category',
        `「${playbook.name.zh}」没有类别「${plan.category}」`,
        `“${playbook.name.en}” has no category ${plan.category}`,
      );
    const values = checkValues(playbook.fields, plan.values ?? {}, context.fields);
    if (isRefusal(values)) found.push({ field: 'values', problem: sentenceOf(values) });
  }
  if (!context.levels.has(plan.level)) say('level', `没有区域层级「${plan.level}」`, `there is no level ${plan.level}`);
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(plan.opensAt))
    say('opensAt', `「${plan.opensAt}」不是一天中的时间`, `${plan.opensAt} is no time of a day`);
  const days = (field: 'season' | 'every', given: readonly string[]): void => {
    for (const day of given)
      if (!/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day))
        say(field, `「${day}」不是日期`, `${day} is no day of a year`);
  };
  if (plan.season) days('season', [plan.season.from, plan.season.to]);
  if (plan.every.unit === 'year') days('every', plan.every.on);
  const numbers =
    plan.every.unit === 'week' || plan.every.unit === 'month'
      ? plan.every.on
      : plan.every.unit === 'quarter'
        ? [plan.every.day]
        : [];
  const most = plan.every.unit === 'week' ? 7 : 31;
  for (const day of numbers)
    if (!Number.isInteger(day) || day < 1 || day > most) say('every', `没有第 ${day} 天`, `${day} is no day`);
  return found;
};

/** Codes of the categories under which a plan may open matters of a playbook; none when it cannot without being asked. */
export const plannableCategories = (playbook: Playbook, fields: FieldContext): readonly string[] => {
  if (!playbook.reporters.includes('system') || isRefusal(checkValues(playbook.fields, {}, fields))) return [];
  return (fields.codeList(playbook.categories)?.items ?? [])
    .map((item) => item.code)
    .filter((code) => findCategory(playbook, code, fields)?.leaf);
};
