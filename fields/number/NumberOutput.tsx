import { useLocale } from '#platform/web/i18n';
import type { OutputProps } from '../field-web.tsx';
import { number } from './number.ts';

export const NumberOutput = ({ field, value, context }: OutputProps<number | string>) => {
  const locale = useLocale();
  return <span>{typeof value === 'number' ? number.text(value, field, context, locale) : value}</span>;
};
