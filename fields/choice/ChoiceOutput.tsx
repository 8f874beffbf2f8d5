import { useLocale } from '#platform/web/i18n';
import type { OutputProps } from '../field-web.tsx';
import { choice } from './choice.ts';

export const ChoiceOutput = ({ field, value, context }: OutputProps<string | readonly string[]>) => {
  const locale = useLocale();
  return <span>{choice.text(value, field, context, locale)}</span>;
};
