import { useLocale } from '#platform/web/i18n';
import { namedValue, type OutputProps, type ReferenceDraft } from '../field-web.tsx';

export const BodiesOutput = ({ value, text, context }: OutputProps<readonly ReferenceDraft[]>) => {
  const locale = useLocale();
  const names = value.map((one) => namedValue(one, context.bodyName)?.name);
  return <span>{text ?? names.join(locale === 'zh' ? '、' : ', ')}</span>;
};
