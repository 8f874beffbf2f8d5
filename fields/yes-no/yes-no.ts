import { label } from '#kernel/label';
import type { FieldType } from '../field.ts';
import { optionProblems } from '../options.ts';
import { refuseField } from '../refuse-field.ts';

const readings = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  ['true', true],
  ['false', false],
  ['是', true],
  ['否', false],
]);

export const yesNo: FieldType<boolean> = {
  id: 'yes-no',
  name: label('是否', 'Yes or no'),
  schema: () => ({ type: 'boolean' }),
  check: (value, field) =>
    readings.get(typeof value === 'string' ? value.trim() : value) ??
    refuseField(field, label('请选择是或否', 'please choose yes or no')),
  text: (value, _field, _context, locale) => (locale === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No'),
  sample: (_field, _context, chance) => chance < 0.5,
  problems: (field) => optionProblems(field, {}),
};
