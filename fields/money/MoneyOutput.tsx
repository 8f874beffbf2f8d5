import { useLocale } from '#platform/web/i18n';
import type { OutputProps } from '../field-web.tsx';
import { money } from './money.ts';

export const MoneyOutput = ({ field, value, context }: OutputProps<number | string>) => {
  const locale = useLocale();
  return <span>{typeof value === 'number' ? money.text(value, field, context, locale) : value}</span>;
};
