import { usePick } from '#platform/web/i18n';
import { StatusTag } from '#platform/web/kit';
import type { OutputProps } from '../field-web.tsx';
import { ratingNames } from './rating.ts';

export const RatingOutput = ({ field, value, text, context }: OutputProps<number>) => {
  const pick = usePick();
  const name = ratingNames(field, context).get(value);
  return (
    <StatusTag tone={value >= 3 ? 'done' : 'overdue'} icon={value >= 4 ? 'smile' : value === 3 ? 'meh' : 'sad'}>
      {name ? pick(name) : (text ?? String(value))}
    </StatusTag>
  );
};
