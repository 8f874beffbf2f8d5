import { useCallback, useState } from 'react';
import { defineMessages, useLocale, usePick, useText } from '#platform/web/i18n';
import { Choose, ChoiceChips } from '#platform/web/kit';
import { SearchInput } from '../body/SearchInput.tsx';
import { SearchMany } from '../body/SearchMany.tsx';
import { flagOption, type InputProps, numberOption } from '../field-web.tsx';
import { choiceItems, choosableItems, findChoices, nameOf } from './choice.ts';

const messages = defineMessages({
  zh: { choose: '请选择', search: '输入名称或代码' },
  en: { choose: 'Please choose', search: 'Name or code' },
});

/** Up to this many choices stand in view as large targets; more go into a list, in two steps where the list has levels. */
const IN_VIEW = 8;
/** More than this many are searched by words: in a list with levels two steps serve longer. */
const SEARCHED = 30;
const SEARCHED_IN_LEVELS = 80;

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
  const locale = useLocale();
  const many = flagOption(field, 'many');
  const leaves = choosableItems(field, context);
  const above = new Set(leaves.map((one) => one.parent));
  const parents = choiceItems(field, context).filter((one) => above.has(one.code) && !leaves.includes(one));
  const chosen = value === null ? [] : typeof value === 'string' ? [value] : value;
  const [parent, setParent] = useState(() => leaves.find((one) => one.code === chosen[0])?.parent ?? '');
  const below = parents.length > 0 ? leaves.filter((one) => one.parent === parent) : leaves;

  const nameIn = useCallback(
    (code: string): string => nameOf(code, choiceItems(field, context), locale),
    [field, context, locale],
  );
  const find = useCallback(
    (words: string) =>
      Promise.resolve(findChoices(words, field, context).map((code) => ({ id: code, name: nameIn(code) }))),
    [field, context, nameIn],
  );

  if (leaves.length > (parents.length > 0 && !many ? SEARCHED_IN_LEVELS : SEARCHED)) {
    const around = { find, id, describedBy, wrong, label: pick(field.name), placeholder: t('search') };
    const named = chosen.map((code) => ({ id: code, name: nameIn(code) }));
    return many ? (
      <SearchMany
        {...around}
        value={named}
        max={numberOption(field, 'max') ?? leaves.length}
        onChange={(next) => onChange(next.length > 0 ? next.map((one) => one.id) : null)}
      />
    ) : (
      <SearchInput
        {...around}
        value={named[0] ?? null}
        onChange={(next) => {
          onChange(next?.id ?? null);
          if (next) onAnswered?.();
        }}
      />
    );
  }
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
