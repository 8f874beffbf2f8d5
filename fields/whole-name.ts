import { type Label, label } from '#kernel/label';
import type { Field } from './field.ts';

/** What a field asks, for whoever is told what is kept of him: a table says its columns too, `家庭成员（姓名、电话）`. */
export const wholeName = ({ name, options }: Field): Label => {
  const columns = options?.['columns'];
  if (!Array.isArray(columns) || columns.length === 0) return name;
  const names = (columns as unknown as readonly Field[]).map((column) => column.name);
  return label(
    `${name.zh}（${names.map((one) => one.zh).join('、')}）`,
    `${name.en} (${names.map((one) => one.en).join(', ')})`,
  );
};
