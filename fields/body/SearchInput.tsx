import { useEffect, useId, useRef, useState } from 'react';
import { defineMessages, useText } from '#platform/web/i18n';
import { Button, Input, ProblemNote } from '#platform/web/kit';
import type { Named } from '../field-services.tsx';

const messages = defineMessages({
  zh: { none: '没有找到，请换个词。', change: '更换', no: '这里不能查找。' },
  en: { none: 'Nothing found. Please try another word.', change: 'Change', no: 'There is no search here.' },
});

/** One thing found by its name: a combobox over whatever `find` knows. The chosen one is shown by name and can be changed. */
export const SearchInput = ({
  find,
  value,
  onChange,
  id,
  describedBy,
  wrong,
  label,
  placeholder,
}: {
  find: ((words: string) => Promise<readonly Named[]>) | undefined;
  value: Named | null;
  onChange: (value: Named | null) => void;
  id: string;
  describedBy?: string | undefined;
  wrong: boolean;
  label: string;
  placeholder: string;
}) => {
  const t = useText(messages);
  const list = useId();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly Named[]>();
  const [error, setError] = useState<unknown>();
  const [again, setAgain] = useState(0);
  const [active, setActive] = useState(-1);
  const latest = useRef(0);

  useEffect(() => {
    if (!find || value !== null) return undefined;
    const turn = ++latest.current;
    const timer = setTimeout(
      () =>
        find(words.trim()).then(
          (rows) => {
            if (turn !== latest.current) return;
            setFound(rows);
            setError(undefined);
            setActive(-1);
          },
          (problem: unknown) => {
            if (turn === latest.current) setError(problem);
          },
        ),
      words ? 200 : 0,
    );
    return () => clearTimeout(timer);
  }, [find, words, value, again]);

  const choose = (row: Named) => {
    setWords('');
    onChange(row);
  };

  if (!find) return <p className="lf-hint">{t('no')}</p>;
  if (value !== null)
    return (
      <div className="lf-found">
        <span id={id}>{value.name}</span>
        <Button look="quiet" onClick={() => onChange(null)}>
          {t('change')}
        </Button>
      </div>
    );
  return (
    <div className="lf-stack">
      <Input
        id={id}
        role="combobox"
        aria-expanded={Boolean(found?.length)}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
        aria-describedby={describedBy}
        wrong={wrong}
        autoComplete="off"
        placeholder={placeholder}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          const rows = found ?? [];
          if (event.key === 'ArrowDown') setActive(Math.min(active + 1, rows.length - 1));
          else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
          else if (event.key === 'Enter' && rows[active]) choose(rows[active]);
          else return;
          event.preventDefault();
        }}
      />
      {error ? <ProblemNote error={error} onRetry={() => setAgain(again + 1)} /> : null}
      <ul className="lf-options" id={list} role="listbox" aria-label={label}>
        {(found ?? []).map((row, index) => (
          <li
            key={row.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            // The focus stays in the search, where the next word is typed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(row)}
            onKeyDown={() => undefined}
          >
            {row.name}
          </li>
        ))}
      </ul>
      {found?.length === 0 && words ? <p className="lf-hint">{t('none')}</p> : null}
    </div>
  );
};
