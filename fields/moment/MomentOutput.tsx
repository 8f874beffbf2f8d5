import { useLocale } from '#platform/web/i18n';
import type { OutputProps } from '../field-web.tsx';
import { moment } from './moment.ts';

export const MomentOutput = ({ field, value, context }: OutputProps<string>) => {
  const locale = useLocale();
  return <span>{moment.text(value, field, context, locale)}</span>;
};
