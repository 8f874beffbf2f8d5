import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { ChoiceChips, type IconName } from '#platform/web/kit';
import type { InputProps } from '../field-web.tsx';
import { ratingNames } from './rating.ts';

const messages = defineMessages({
  zh: { again: '会退回重新办理' },
  en: { again: 'The matter is opened again' },
});
const faces: Readonly<Record<number, IconName>> = { 5: 'smile', 4: 'smile', 3: 'meh', 2: 'sad', 1: 'sad' };

/** Words, not stars (好差评: five levels); what a dissatisfied answer brings about is said before it is chosen. */
export const RatingInput = ({ field, value, onChange, wrong, context }: InputProps<number>) => {
  const t = useText(messages);
  const pick = usePick();
  return (
    <ChoiceChips
      stacked
      wrong={wrong}
      value={value === null ? [] : [String(value)]}
      choices={[...ratingNames(field, context)].map(([level, name]) => ({
        value: String(level),
        label: pick(name),
        icon: faces[level] ?? 'meh',
        ...(level <= 2 ? { note: t('again') } : {}),
      }))}
      onChange={([chosen]) => onChange(chosen ? Number(chosen) : null)}
    />
  );
};
