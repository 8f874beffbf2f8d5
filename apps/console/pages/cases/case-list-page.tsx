import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import type { CaseQuery } from '#engines/case/contract';
import { countUnits, defineMessages, useFormats, useText } from '#platform/web/i18n';
import { Empty, Icon } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { withoutEmpty } from '../../app/search.ts';
import { useMay } from '../../app/session.ts';
import { BatchBar } from '../../parts/case/batch-bar.tsx';
import { CaseTable } from '../../parts/case/case-table.tsx';
import { KeysHelp } from '../../parts/case/keys-help.tsx';
import { useRowKeys } from '../../parts/case/use-row-keys.ts';
import { useSteadyRows } from '../../parts/case/use-steady-rows.ts';
import { Page } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { CaseFilters, type CaseSearch } from './case-filters.tsx';
import { ExportButton } from './export-button.tsx';
import { SavedViews } from './saved-views.tsx';
import './case-list.css';

const words = defineMessages({
  zh: {
    title: '全部事项',
    count: '共 {count}',
    countMore: '{count}以上',
    emptyTitle: '没有符合条件的事项',
    emptyText: '可以放宽筛选条件，或清除筛选后再看。',
    clear: '清除筛选',
    previous: '上一页',
    next: '下一页',
    fresh: '列表有更新，点这里刷新',
    keys: '键盘操作',
  },
  en: {
    title: 'All matters',
    count: '{count} in all',
    countMore: 'more than {count}',
    emptyTitle: 'No matter fits these filters',
    emptyText: 'Widen the filters, or clear them.',
    clear: 'Clear filters',
    previous: 'Previous page',
    next: 'Next page',
    fresh: 'The list has changed: renew it',
    keys: 'Keyboard',
  },
});

const PAGE = 50;

/** What the address says, as the API takes it; a value that the API would refuse is the server's to name. */
const queryOf = (search: CaseSearch): CaseQuery => withoutEmpty(search) as CaseQuery;

export const CaseListPage = () => {
  const t = useText(words);
  const formats = useFormats();
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/cases' });
  const wordsBox = useRef<InputRef>(null);
  const [trail, setTrail] = useState<readonly (string | undefined)[]>([]);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [help, setHelp] = useState(false);
  const { after: _, ...filters } = search;
  const list = useQuery({
    queryKey: ['case', 'list', search],
    queryFn: () => cases.listCases({ query: { ...queryOf(search), size: PAGE } }),
    enabled: may('case.read'),
    placeholderData: (before) => before,
  });
  const steady = useSteadyRows(list.isPlaceholderData ? undefined : list.data?.rows, JSON.stringify(search));
  const go = (next: CaseSearch): void => {
    setPicked(new Set());
    void navigate({ to: '/cases', search: withoutEmpty(next) });
  };
  const refine = (change: CaseSearch): void => {
    setTrail([]);
    const next = { ...filters, ...change };
    // Stages belong to a playbook: another playbook has others.
    if ('playbook' in change) next.stage = undefined;
    go(next);
  };
  const choose = (next: CaseSearch): void => {
    setTrail([]);
    go(next);
  };
  const next = list.data?.next;
  const nextPage = next
    ? () => {
        setTrail([...trail, search.after]);
        go({ ...filters, after: next });
        window.scrollTo(0, 0);
      }
    : undefined;
  const previousPage = search.after
    ? () => {
        const before = trail.at(-1);
        setTrail(trail.slice(0, -1));
        go({ ...filters, after: before });
        window.scrollTo(0, 0);
      }
    : undefined;
  const cursor = useRowKeys({
    ids: steady.rows.map((row) => row.id),
    picked,
    onPick: setPicked,
    search: () => wordsBox.current?.focus({ cursor: 'all' }),
    help: () => setHelp(true),
    previousPage,
    nextPage,
  });
  const chosen = steady.rows.filter((row) => picked.has(row.id) && !steady.gone.has(row.id));
  const total = list.data;
  return (
    <Page
      title={t('title')}
      needs="case.read"
      wide
      aside={
        total ? (
          <span className="quiet" role="status">
            {total.more
              ? t('countMore', { count: formats.count(total.total, countUnits.matters) })
              : t('count', { count: formats.count(total.total, countUnits.matters) })}
          </span>
        ) : null
      }
      actions={
        <>
          <SavedViews search={search} onChoose={choose} />
          {may('case.export') ? <ExportButton query={queryOf(filters)} /> : null}
          <Button className="keys-button" onClick={() => setHelp(true)}>
            {t('keys')}
          </Button>
        </>
      }
    >
      <CaseFilters search={search} onChange={refine} onClear={() => choose({})} wordsBox={wordsBox} />
      {steady.fresh > 0 && !search.after ? (
        <button type="button" className="newsbar" onClick={steady.renew}>
          {t('fresh')}
        </button>
      ) : null}
      <Loaded query={list}>
        {() =>
          steady.rows.length === 0 && !list.isPlaceholderData ? (
            <Empty
              title={t('emptyTitle')}
              icon="search"
              action={<Button onClick={() => choose({})}>{t('clear')}</Button>}
            >
              {t('emptyText')}
            </Empty>
          ) : (
            <>
              <CaseTable
                caption={t('title')}
                rows={steady.rows}
                cursor={cursor}
                gone={steady.gone}
                {...(may('case.act') ? { picked, onPick: setPicked } : {})}
              />
              <nav className="pager" aria-label={t('title')}>
                <Button disabled={!previousPage} icon={<Icon name="chevronLeft" />} onClick={previousPage}>
                  {t('previous')}
                </Button>
                <Button disabled={!nextPage} icon={<Icon name="chevronRight" />} iconPlacement="end" onClick={nextPage}>
                  {t('next')}
                </Button>
              </nav>
            </>
          )
        }
      </Loaded>
      <BatchBar
        rows={chosen}
        onClear={() => setPicked(new Set())}
        onDone={() => {
          setPicked(new Set());
          steady.renew();
        }}
      />
      <KeysHelp open={help} onClose={() => setHelp(false)} />
    </Page>
  );
};
