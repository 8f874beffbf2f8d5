import { rankOf, type Sensitivity, sensitivities } from '#kernel/sensitivity';
import type { CodeItem, FieldContext } from '#fields/field';
import { findCategory } from './expressions.ts';
import type { Playbook } from './playbook.ts';

/** What a category says of itself; undefined when it says nothing or nonsense (the checker refuses that). */
export const sensitivityOfItem = (item: CodeItem): Sensitivity | undefined => {
  const said = item.extra?.['sensitivity'];
  return sensitivities.find((one) => one === said);
};

/**
 * The label of a matter (安全标记), given with the report and kept: the highest of its playbook, its category and the
 * class above that. As rank (0 public … 3 key-persons), because tables compare it.
 */
export const labelRank = (playbook: Playbook, category: string, fields: FieldContext): number => {
  const found = findCategory(playbook, category, fields);
  const said = [found?.item, found?.above].flatMap((item) => (item && sensitivityOfItem(item)) ?? []);
  return Math.max(rankOf(playbook.sensitivity ?? 'internal'), ...said.map(rankOf));
};
