import { useState } from 'react';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Choose, ChoiceChips } from '#platform/web/kit';
import { flagOption, type InputProps } from '../field-web.tsx';
import { choiceItems, choosableItems } from './choice.ts';

const messages = defineMessages({ zh: { choose: '请选择' }, en: { choose: 'Please choose' } });

/** Up to this many choices stand in view as large targets; more go into a list, in two steps where the list has levels. */
const IN_VIEW = 8;

export const ChoiceInput = ({
  field,
  value,
  onChange,
  onAnswered,
  id,
  describedBy,
  wrong,
  context,
}: InputProps<string | readonly string[]>) => {
  const t = useText(messages);
  const pick = usePick();
  const many = flagOption(field, 'many');
  const leaves = choosableItems(field, context);
  const above = new Set(leaves.map((one) => one.parent));
  const parents = choiceItems(field, context).filter((one) => above.has(one.code) && !leaves.includes(one));
  const chosen = value === null ? [] : typeof value === 'string' ? [value] : value;
  const [parent, setParent] = useState(() => leaves.find((one) => one.code === chosen[0])?.parent ?? '');
  const below = parents.length > 0 ? leaves.filter((one) => one.parent === parent) : leaves;

  if (many || leaves.length <= IN_VIEW)
    return (
      <ChoiceChips
        many={many}
        wrong={wrong}
        value={chosen}
        choices={leaves.map((one) => ({ value: one.code, label: pick(one.name) }))}
        onChange={(next) => {
          onChange(many ? (next.length > 0 ? next : null) : (next[0] ?? null));
          if (!many) onAnswered?.();
        }}
      />
    );
  return (
    <div className="lf-stack">
      {parents.length > 0 ? (
        <Choose
          id={id}
          aria-describedby={describedBy}
          aria-label={pick(field.name)}
          wrong={wrong}
          value={parent}
          onChange={(event) => {
            setParent(event.target.value);
            onChange(null);
          }}
        >
          <option value="">{t('choose')}</option>
          {parents.map((one) => (
            <option key={one.code} value={one.code}>
              {pick(one.name)}
            </option>
          ))}
        </Choose>
      ) : null}
      {parents.length === 0 || parent ? (
        <Choose
          id={parents.length > 0 ? `${id}-below` : id}
          aria-describedby={describedBy}
          aria-label={pick(field.name)}
          wrong={wrong}
          value={chosen[0] ?? ''}
          onChange={(event) => {
            onChange(event.target.value || null);
            if (event.target.value) onAnswered?.();
          }}
        >
          <option value="">{t('choose')}</option>
          {below.map((one) => (
            <option key={one.code} value={one.code}>
              {pick(one.name)}
            </option>
          ))}
        </Choose>
      ) : null}
    </div>
  );
};
