import { useCallback } from 'react';
import { defineMessages, useLocale, usePick, useText } from '#platform/web/i18n';
import { SearchInput } from '../body/SearchInput.tsx';
import { SearchMany } from '../body/SearchMany.tsx';
import { flagOption, type InputProps, numberOption } from '../field-web.tsx';
import { choiceItems, choosableItems, findChoices, nameOf } from './choice.ts';

const messages = defineMessages({ zh: { search: '输入名称或代码' }, en: { search: 'Name or code' } });

/** A long list is searched by words, code or class. */
export const LongChoice = ({
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
  const nameIn = useCallback(
    (code: string): string => nameOf(code, choiceItems(field, context), locale),
    [field, context, locale],
  );
  const find = useCallback(
    (words: string) =>
      Promise.resolve(findChoices(words, field, context).map((code) => ({ id: code, name: nameIn(code) }))),
    [field, context, nameIn],
  );
  const around = { find, id, describedBy, wrong, label: pick(field.name), placeholder: t('search') };
  const chosen = value === null ? [] : typeof value === 'string' ? [value] : value;
  const named = chosen.map((code) => ({ id: code, name: nameIn(code) }));
  return flagOption(field, 'many') ? (
    <SearchMany
      {...around}
      value={named}
      max={numberOption(field, 'max') ?? choosableItems(field, context).length}
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
};
