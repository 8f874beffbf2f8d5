import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useMemo, useState } from 'react';
import { plusDays } from '#kernel/instant';
import { namesOfActions } from '#engines/case/model';
import { usePlaybooks } from '#engines/case/web';
import { auditActions, auditRooms } from '#platform/contract/audit-actions';
import { usePick, useText } from '#platform/web/i18n';
import type { auditSearch } from '../../app/router.tsx';
import { words } from './audit-words.ts';

export type AuditSearch = ReturnType<typeof auditSearch>;

interface AuditFiltersProps {
  readonly search: AuditSearch;
  /** What the chosen person, object or request is called. */
  readonly chosen: readonly { readonly key: 'person' | 'object' | 'trace'; readonly text: string }[];
  readonly onChange: (change: AuditSearch) => void;
  readonly onClear: () => void;
}

/** Every choice goes into the address. Person, object and request are chosen in a row. */
export const AuditFilters = ({ search, chosen, onChange, onClear }: AuditFiltersProps) => {
  const t = useText(words);
  const pick = usePick();
  const [typed, setTyped] = useState(search.words ?? '');
  useEffect(() => setTyped(search.words ?? ''), [search.words]);
  const { known } = usePlaybooks();
  const named = useMemo(() => {
    const steps = namesOfActions(known?.playbooks ?? []);
    return [...new Map([...auditActions, ...steps])];
  }, [known]);
  const actions = auditRooms.map(([prefix, room]) => ({
    label: pick(room),
    title: pick(room),
    options: [
      { value: prefix, label: t('all', { room: pick(room) }) },
      ...named
        .filter(([action]) => action.startsWith(prefix))
        .map(([action, label]) => ({ value: action, label: pick(label) })),
    ],
  }));
  const seek = (): void => {
    const next = typed.trim() || undefined;
    if (next !== search.words) onChange({ words: next });
  };
  const any = Object.entries(search).some(([key, value]) => value && key !== 'after');
  return (
    <div className="filters" role="search" aria-label={t('filters')}>
      <div className="filters-line">
        <Select
          aria-label={t('action')}
          placeholder={t('action')}
          className="filter-wide"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          value={search.action ?? null}
          onChange={(value: string | null) => onChange({ action: value ?? undefined })}
          options={actions}
        />
        <Select
          aria-label={t('result')}
          placeholder={t('result')}
          className="filter"
          allowClear
          value={search.result ?? null}
          onChange={(value: string | null) => onChange({ result: value ?? undefined })}
          options={[
            { value: 'done', label: t('done') },
            { value: 'refused', label: t('refused') },
          ]}
        />
        <DatePicker.RangePicker
          aria-label={t('period')}
          value={search.from && search.to ? [dayjs(search.from), dayjs(plusDays(search.to, -1))] : null}
          onChange={(range) =>
            onChange({
              from: range?.[0]?.format('YYYY-MM-DD'),
              // The address says the first day that is out.
              to: range?.[1] ? plusDays(range[1].format('YYYY-MM-DD'), 1) : undefined,
            })
          }
        />
        <Input
          className="filter-words"
          type="search"
          aria-label={t('words')}
          placeholder={t('words')}
          value={typed}
          maxLength={60}
          allowClear
          onChange={(event) => {
            setTyped(event.target.value);
            if (event.target.value === '') onChange({ words: undefined });
          }}
          onPressEnter={seek}
          onBlur={seek}
        />
        {any ? (
          <Button type="link" onClick={onClear}>
            {t('clear')}
          </Button>
        ) : null}
      </div>
      {chosen.length > 0 ? (
        <div className="filters-line">
          {chosen.map(({ key, text }) => (
            <Button key={key} size="small" className="audit-chosen" onClick={() => onChange({ [key]: undefined })}>
              {t('only', { what: text })} ×
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
};
