import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useState } from 'react';
import type { TerritoryNode } from '#engines/territory/contract';
import { defineMessages, useText } from '#platform/web/i18n';
import { Icon, ProblemNote } from '#platform/web/kit';
import { searchQuery } from './territory-queries.ts';

const messages = defineMessages({
  zh: {
    search: '查找区域',
    hint: '名称、拼音首字母或编码',
    none: '没有找到，请换一个名称、拼音首字母或编码',
    found: '找到 {count} 个区域',
  },
  en: {
    search: 'Find a territory',
    hint: 'Name, pinyin initials or code',
    none: 'Nothing found; try another name, pinyin initials or code',
    found: '{count} {count|territory|territories} found',
  },
});

/** A box to type in and a list below it; arrows and Enter choose without leaving the box. */
export const TerritorySearch = ({ at, onChoose }: { at?: string; onChoose: (node: TerritoryNode) => void }) => {
  const t = useText(messages);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(typed.trim());
  const query = useQuery(searchQuery(asked, at));
  const results = asked === '' ? [] : (query.data ?? []);
  useEffect(() => setActive(0), [asked]);

  const choose = (index: number): void => {
    const result = results[index];
    if (!result) return;
    setTyped('');
    onChoose(result.node);
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && results.length > 0) {
      event.preventDefault();
      setActive((active + step + results.length) % results.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(active);
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault();
      setTyped('');
    }
  };
  const open = asked !== '';
  return (
    <div className="lf-territory-search">
      <Icon name="search" />
      <input
        className="lf-input"
        type="search"
        role="combobox"
        aria-label={t('search')}
        aria-expanded={open && results.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && results[active] ? `${id}-${active}` : undefined}
        placeholder={t('hint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={press}
      />
      <span className="lf-unseen" role="status">
        {open && query.isSuccess ? t('found', { count: results.length }) : ''}
      </span>
      <div className="lf-territory-found" hidden={!open}>
        {query.isError && open ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
        {open && query.isSuccess && results.length === 0 ? <p className="lf-hint">{t('none')}</p> : null}
        <ul id={`${id}-list`} role="listbox" aria-label={t('search')}>
          {results.map(({ node, names }, index) => (
            <li
              key={node.code}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(index)}
            >
              <span>{node.name}</span>
              <small>{names === node.name ? node.code : names}</small>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};
