import { useLocale } from '#platform/web/i18n';
import type { OutputProps } from '../field-web.tsx';
import { date } from './date.ts';

export const DateOutput = ({ field, value, context }: OutputProps<string>) => {
  const locale = useLocale();
  return <span>{date.text(value, field, context, locale)}</span>;
};
