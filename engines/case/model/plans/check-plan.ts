import { checkValues } from '../forms.ts';
import type { FieldContext } from '#fields/field';
import { type Label, label } from '#kernel/label';
import { isRefusal, sentenceOf } from '#kernel/domain-error';
import { findCategory } from '../expressions.ts';
import type { Playbook } from '../playbook.ts';
import type { Plan } from './plan.ts';

/** What is wrong in a plan, in words; empty when it is right. */
export const planProblems = (
  plan: Plan,
  context: {
    readonly playbooks: ReadonlyMap<string, Playbook>;
    readonly levels: ReadonlySet<string>;
    readonly fields: FieldContext;
  },
): readonly Label[] => {
  const found: Label[] = [];
  const say = (zh: string, en: string): void => void found.push(label(zh, en));
  const playbook = context.playbooks.get(plan.playbook);
  if (!playbook) say(`没有流程「${plan.playbook}」`, `there is no playbook ${plan.playbook}`);
  else {
    if (!playbook.reporters.includes('system'))
      say(`「${playbook.name.zh}」不能由计划自动产生`, `“${playbook.name.en}” is not opened by the system`);
    if (!findCategory(playbook, plan.category, context.fields)?.leaf)
      say(
        `「${playbook.name.zh}」没有类别「${plan.category}」`,
        `“${playbook.name.en}” has no category ${plan.category}`,
      );
    const values = checkValues(playbook.fields, plan.values ?? {}, context.fields);
    if (isRefusal(values)) found.push(sentenceOf(values));
  }
  if (!context.levels.has(plan.level)) say(`没有区域层级「${plan.level}」`, `there is no level ${plan.level}`);
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(plan.opensAt))
    say(`「${plan.opensAt}」不是一天中的时间`, `${plan.opensAt} is no time of a day`);
  for (const day of [plan.season?.from, plan.season?.to, ...(plan.every.unit === 'year' ? plan.every.on : [])])
    if (day !== undefined && !/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day))
      say(`「${day}」不是日期`, `${day} is no day of a year`);
  const numbers =
    plan.every.unit === 'week' || plan.every.unit === 'month'
      ? plan.every.on
      : plan.every.unit === 'quarter'
        ? [plan.every.day]
        : [];
  const most = plan.every.unit === 'week' ? 7 : 31;
  for (const day of numbers)
    if (!Number.isInteger(day) || day < 1 || day > most) say(`没有第 ${day} 天`, `${day} is no day`);
  return found;
};
