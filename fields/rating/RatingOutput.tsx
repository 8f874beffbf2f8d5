import { usePick } from '#platform/web/i18n';
import { StatusTag } from '#platform/web/kit';
import { choicesOf } from '../choice/choices-of.tsx';
import type { OutputProps } from '../field-web.tsx';

export const RatingOutput = ({ field, value, text, context }: OutputProps<number>) => {
  const pick = usePick();
  const name = choicesOf(field, context).find((item) => item.code === String(value))?.name;
  const tone = value >= 3 ? 'done' : 'overdue';
  return (
    <StatusTag tone={tone} icon={value >= 4 ? 'smile' : value === 3 ? 'meh' : 'sad'}>
      {name ? pick(name) : (text ?? String(value))}
    </StatusTag>
  );
};
