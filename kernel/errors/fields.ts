import { type ErrorEntry, entry } from './entry.ts';

/** Errors of a form's fields. A page says them itself, so they stand apart from those that only a server says. */
export const errorsOfFields = {
  'field.required': entry(422, '请填写「{name}」。', 'Please fill in “{name}”.'),
  'field.invalid': entry(422, '「{name}」填写有误：{detail}。', '“{name}” is not right: {detail}.'),
  'field.unknown': entry(
    422,
    '表单中没有「{name}」这一项。请刷新页面后重新填写。',
    'The form has no field “{name}”. Please reload the page and fill it in again.',
  ),
} as const satisfies Record<string, ErrorEntry>;

export type FieldErrorCode = keyof typeof errorsOfFields;
