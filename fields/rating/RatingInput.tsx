import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { ChoiceChips, type IconName } from '#platform/web/kit';
import { choicesOf } from '../choice/choices-of.tsx';
import type { InputProps } from '../field-web.tsx';

const messages = defineMessages({
  zh: { five: '非常满意', four: '满意', three: '基本满意', two: '不满意', one: '非常不满意', again: '会退回重新办理' },
  en: {
    five: 'Very satisfied',
    four: 'Satisfied',
    three: 'Mostly satisfied',
    two: 'Dissatisfied',
    one: 'Very dissatisfied',
    again: 'The matter is opened again',
  },
});
const levels = ['five', 'four', 'three', 'two', 'one'] as const;
const faces: Readonly<Record<string, IconName>> = { 5: 'smile', 4: 'smile', 3: 'meh', 2: 'sad', 1: 'sad' };

/** Words, not stars (好差评: five levels); what a dissatisfied answer brings about is said before it is chosen. */
export const RatingInput = ({ field, value, onChange, wrong, context }: InputProps<number>) => {
  const t = useText(messages);
  const pick = usePick();
  const named = new Map(choicesOf(field, context).map((item) => [item.code, item.name]));
  return (
    <ChoiceChips
      stacked
      wrong={wrong}
      value={value === null ? [] : [String(value)]}
      choices={levels.map((level, index) => {
        const code = String(5 - index);
        const name = named.get(code);
        return {
          value: code,
          label: name ? pick(name) : t(level),
          icon: faces[code] ?? 'meh',
          ...(Number(code) <= 2 ? { note: t('again') } : {}),
        };
      })}
      onChange={([chosen]) => onChange(chosen ? Number(chosen) : null)}
    />
  );
};
