import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Input, type InputRef, Select } from 'antd';
import dayjs from 'dayjs';
import { type RefObject, useEffect, useState } from 'react';
import { usePlaybooks } from '#engines/case/web';
import { plusDays } from '#kernel/instant';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { organisation } from '../../app/clients.ts';
import type { caseSearch } from '../../app/router.tsx';
import { useMay } from '../../app/session.ts';
import * as icons from '../../parts/icons.tsx';
import { TerritorySelect } from '../../parts/territory-select.tsx';

export type CaseSearch = ReturnType<typeof caseSearch>;

const words = defineMessages({
  zh: {
    filters: '筛选',
    words: '标题、地点或编号',
    status: '状态',
    open: '办理中',
    closed: '已办结',
    light: '时限',
    red: '已超期',
    yellow: '快到期',
    green: '时限内',
    none: '未计时',
    timing: '办结情况',
    inTime: '按时办结',
    overtime: '超时办结',
    unknown: '时限不详',
    playbook: '流程',
    stage: '环节',
    category: '类别',
    place: '区域',
    body: '承办单位',
    period: '上报日期',
    sort: '排序',
    view: '与我有关',
    reportedByMe: '我发起的',
    joined: '本单位协办的',
    copied: '抄送本单位的',
    mark: '标记',
    held: '挂账',
    reviewDue: '挂账复核到期',
    card: '督办中',
    yellowCard: '黄牌',
    redCard: '红牌',
    extended: '已延期',
    pending: '待审批',
    exempt: '据实处理',
    reported: '最近上报在前',
    due: '最先到期在前',
    more: '更多筛选',
    fewer: '收起筛选',
    hidden: '更多筛选（已用 {count} 项）',
    clear: '清除筛选',
  },
  en: {
    filters: 'Filters',
    words: 'Title, place or number',
    status: 'State',
    open: 'Open',
    closed: 'Closed',
    light: 'Time left',
    red: 'Overdue',
    yellow: 'Due soon',
    green: 'In time',
    none: 'No clock',
    timing: 'Outcome in time',
    inTime: 'Closed in time',
    overtime: 'Closed late',
    unknown: 'Unknown',
    playbook: 'Playbook',
    stage: 'Stage',
    category: 'Category',
    place: 'Territory',
    body: 'Body',
    period: 'Reported',
    sort: 'Order',
    view: 'Mine',
    reportedByMe: 'Begun by me',
    joined: 'My body joins in',
    copied: 'Copied to my body',
    mark: 'Mark',
    held: 'On hold',
    reviewDue: 'Hold to be reviewed',
    card: 'Carded',
    yellowCard: 'Yellow card',
    redCard: 'Red card',
    extended: 'Extended',
    pending: 'Asked for',
    exempt: 'Exempted',
    reported: 'Newest first',
    due: 'Due first',
    more: 'More filters',
    fewer: 'Fewer filters',
    hidden: 'More filters ({count} in use)',
    clear: 'Clear filters',
  },
});

interface CaseFiltersProps {
  readonly search: CaseSearch;
  readonly onChange: (change: CaseSearch) => void;
  readonly onClear: () => void;
  readonly wordsBox: RefObject<InputRef | null>;
}

const folded = [
  'stage',
  'view',
  'mark',
  'timing',
  'body',
  'from',
  'sort',
] as const satisfies readonly (keyof CaseSearch)[];

/** One line of filters; what is seldom needed folds away. Every choice goes into the address. */
export const CaseFilters = ({ search, onChange, onClear, wordsBox }: CaseFiltersProps) => {
  const t = useText(words);
  const pick = usePick();
  const may = useMay();
  const { known: book } = usePlaybooks();
  const hidden = folded.filter((key) => search[key]).length;
  const [unfolded, setUnfolded] = useState(false);
  const [typed, setTyped] = useState(search.words ?? '');
  useEffect(() => setTyped(search.words ?? ''), [search.words]);
  const bodies = useQuery({
    queryKey: ['organisation', 'bodies', search.at ?? ''],
    queryFn: () => organisation.listBodies({ query: search.at ? { at: search.at } : {} }),
    enabled: unfolded && may('organisation.read'),
    staleTime: 60_000,
  });
  const playbook = search.playbook ? book?.findPlaybook(search.playbook) : undefined;
  // Codes mean something within their list only: the kind of matter comes first.
  const categories = playbook ? (book?.context.codeList(playbook.categories)?.items ?? []) : [];
  const select = (
    key: keyof CaseSearch,
    label: string,
    options: readonly { value: string; label: string }[],
    wide = false,
  ) => (
    <Select
      aria-label={label}
      placeholder={label}
      className={wide ? 'filter-wide' : 'filter'}
      allowClear
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      popupMatchSelectWidth={false}
      value={search[key] ?? null}
      onChange={(value: string | null) =>
        onChange({
          [key]: value ?? undefined,
          // Stages and categories belong to a kind of matter.
          ...(key === 'playbook' ? { category: undefined, stage: undefined } : {}),
        })
      }
      options={[...options]}
    />
  );
  const any = Object.entries(search).some(([key, value]) => value && key !== 'after');
  return (
    <div className="filters" role="search" aria-label={t('filters')}>
      <div className="filters-line">
        <Input
          ref={wordsBox}
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
          onPressEnter={() => onChange({ words: typed.trim() || undefined })}
          onBlur={() => typed.trim() !== (search.words ?? '') && onChange({ words: typed.trim() || undefined })}
        />
        {select('status', t('status'), [
          { value: 'open', label: t('open') },
          { value: 'closed', label: t('closed') },
        ])}
        {select('light', t('light'), [
          { value: 'red', label: t('red') },
          { value: 'yellow', label: t('yellow') },
          { value: 'green', label: t('green') },
          { value: 'none', label: t('none') },
        ])}
        {select(
          'playbook',
          t('playbook'),
          (book?.playbooks ?? []).map((one) => ({ value: one.id, label: pick(one.name) })),
          true,
        )}
        {categories.length > 0
          ? select(
              'category',
              t('category'),
              categories.map((item) => ({ value: item.code, label: `${item.code} ${pick(item.name)}` })),
              true,
            )
          : null}
        <TerritorySelect
          className="filter-wide"
          label={t('place')}
          value={search.at}
          onChange={(at) => onChange({ at })}
        />
        <Button type="text" icon={<icons.Filter />} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? t('fewer') : hidden > 0 ? t('hidden', { count: hidden }) : t('more')}
        </Button>
        {any ? (
          <Button type="link" onClick={onClear}>
            {t('clear')}
          </Button>
        ) : null}
      </div>
      {unfolded ? (
        <div className="filters-line">
          {select('view', t('view'), [
            { value: 'reported', label: t('reportedByMe') },
            { value: 'joined', label: t('joined') },
            { value: 'copied', label: t('copied') },
          ])}
          {select('mark', t('mark'), [
            { value: 'card', label: t('card') },
            { value: 'yellow', label: t('yellowCard') },
            { value: 'red', label: t('redCard') },
            { value: 'held', label: t('held') },
            { value: 'review-due', label: t('reviewDue') },
            { value: 'extended', label: t('extended') },
            { value: 'pending', label: t('pending') },
            { value: 'exempt', label: t('exempt') },
          ])}
          {playbook
            ? select(
                'stage',
                t('stage'),
                playbook.stages.map((one) => ({ value: one.id, label: pick(one.name) })),
              )
            : null}
          {select('timing', t('timing'), [
            { value: 'in-time', label: t('inTime') },
            { value: 'overtime', label: t('overtime') },
            { value: 'unknown', label: t('unknown') },
          ])}
          {bodies.data
            ? select(
                'body',
                t('body'),
                bodies.data.map((one) => ({ value: one.id, label: one.name })),
                true,
              )
            : null}
          <DatePicker.RangePicker
            aria-label={t('period')}
            value={search.from && search.to ? [dayjs(search.from), dayjs(plusDays(search.to, -1))] : null}
            onChange={(range) =>
              onChange({
                from: range?.[0]?.format('YYYY-MM-DD'),
                // The address says the first day that is out, as the API does.
                to: range?.[1] ? plusDays(range[1].format('YYYY-MM-DD'), 1) : undefined,
              })
            }
          />
          {select('sort', t('sort'), [
            { value: 'reported', label: t('reported') },
            { value: 'due', label: t('due') },
          ])}
        </div>
      ) : null}
    </div>
  );
};
