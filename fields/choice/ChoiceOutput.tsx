import { usePick } from '#platform/web/i18n';
import type { OutputProps } from '../field-web.tsx';
import { choicesOf } from './choices-of.tsx';

export const ChoiceOutput = ({ field, value, text, context }: OutputProps<string | readonly string[]>) => {
  const pick = usePick();
  const choices = choicesOf(field, context);
  const codes = typeof value === 'string' ? [value] : value;
  const names = codes.map((code) => choices.find((one) => one.code === code)?.name);
  return (
    <span>
      {names.every((name) => name) ? names.map((name) => pick(name!)).join('、') : (text ?? codes.join('、'))}
    </span>
  );
};
