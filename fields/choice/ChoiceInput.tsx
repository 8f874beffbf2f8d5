import { lazy, Suspense, useState } from 'react';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Choose, ChoiceChips, Skeleton } from '#platform/web/kit';
import { flagOption, type InputProps } from '../field-web.tsx';
import { choiceItems, choosableItems } from './choice.ts';

const messages = defineMessages({ zh: { choose: '请选择' }, en: { choose: 'Please choose' } });

/** Up to this many choices stand in view as large targets; more go into a list, in two steps where the list has levels. */
const IN_VIEW = 8;
/** More than this many are searched by words: in a list with levels two steps serve longer. */
const SEARCHED = 30;
const SEARCHED_IN_LEVELS = 80;

const LongChoice = lazy(async () => ({ default: (await import('./LongChoice.tsx')).LongChoice }));

export const ChoiceInput = (props: InputProps<string | readonly string[]>) => {
  const { field, value, onChange, onAnswered, id, describedBy, wrong, context } = props;
  const t = useText(messages);
  const pick = usePick();
  const many = flagOption(field, 'many');
  const leaves = choosableItems(field, context);
  const above = new Set(leaves.map((one) => one.parent));
  const parents = choiceItems(field, context).filter((one) => above.has(one.code) && !leaves.includes(one));
  const chosen = value === null ? [] : typeof value === 'string' ? [value] : value;
  const [parent, setParent] = useState(() => leaves.find((one) => one.code === chosen[0])?.parent ?? '');
  const below = parents.length > 0 ? leaves.filter((one) => one.parent === parent) : leaves;

  if (leaves.length > (parents.length > 0 && !many ? SEARCHED_IN_LEVELS : SEARCHED))
    return (
      <Suspense fallback={<Skeleton rows={1} card={false} />}>
        <LongChoice {...props} />
      </Suspense>
    );
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
