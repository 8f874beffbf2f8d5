import { useCallback } from 'react';
import { defineMessages, useText } from '#platform/web/i18n';
import { IconButton } from '#platform/web/kit';
import type { Named } from '../field-services.tsx';
import { SearchInput } from './SearchInput.tsx';

const messages = defineMessages({
  zh: { remove: '去掉{name}', full: '最多选 {max} 项。', chosen: '已选' },
  en: { remove: 'Remove {name}', full: 'At most {max}.', chosen: 'Chosen' },
});

/** Several things, each found by its name: those chosen stand above the search, each with its own way out. */
export const SearchMany = ({
  find,
  value,
  max,
  onChange,
  id,
  describedBy,
  wrong,
  label,
  placeholder,
}: {
  find: ((words: string) => Promise<readonly Named[]>) | undefined;
  value: readonly Named[];
  max: number;
  onChange: (value: readonly Named[]) => void;
  id: string;
  describedBy?: string | undefined;
  wrong: boolean;
  label: string;
  placeholder: string;
}) => {
  const t = useText(messages);
  const chosen = value.map((one) => one.id).join(' ');
  const findOthers = useCallback(
    async (words: string) => (await find?.(words))?.filter((one) => !chosen.split(' ').includes(one.id)) ?? [],
    [find, chosen],
  );
  return (
    <div className="lf-stack">
      {value.length > 0 ? (
        <ul className="lf-chosen" aria-label={t('chosen')}>
          {value.map((one) => (
            <li key={one.id}>
              <span>{one.name}</span>
              <IconButton
                icon="close"
                label={t('remove', { name: one.name })}
                onClick={() => onChange(value.filter((other) => other.id !== one.id))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {value.length < max ? (
        <SearchInput
          find={find && findOthers}
          value={null}
          onChange={(found) => found && onChange([...value, found])}
          id={id}
          describedBy={describedBy}
          wrong={wrong}
          label={label}
          placeholder={placeholder}
        />
      ) : (
        <p className="lf-hint">{t('full', { max })}</p>
      )}
    </div>
  );
};
