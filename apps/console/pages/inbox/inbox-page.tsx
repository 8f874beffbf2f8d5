import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useState } from 'react';
import { defineMessages, useFormats, useText } from '#platform/web/i18n';
import { Empty } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { useInboxCount } from '../../app/shell.tsx';
import { useMe } from '../../app/session.ts';
import { BatchBar } from '../../parts/case/batch-bar.tsx';
import { CaseTable } from '../../parts/case/case-table.tsx';
import { KeysHelp } from '../../parts/case/keys-help.tsx';
import { useRowKeys } from '../../parts/case/use-row-keys.ts';
import { useSteadyRows } from '../../parts/case/use-steady-rows.ts';
import { Page } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';

const words = defineMessages({
  zh: {
    title: '我的待办',
    lead: '{post}，按时限先后排列。键盘操作请按 ?',
    all: '全部 {count}',
    overdue: '已超期 {count}',
    soon: '快到期 {count}',
    fresh: '有 {count} 件新到的事项，点这里显示',
    emptyTitle: '没有等您办理的事项',
    emptyText: '新的事项到了会自动出现在这里。',
    emptyLight: '这一类没有事项',
    seeAll: '查看全部事项',
    more: '只列出最急的 100 件，办理后后面的会补上来。',
    filter: '按时限筛选',
  },
  en: {
    title: 'My to-do',
    lead: '{post}; what is due first stands first. Press ? for the keyboard.',
    all: 'All {count}',
    overdue: 'Overdue {count}',
    soon: 'Due soon {count}',
    fresh: '{count} {count|matter has|matters have} come in: show',
    emptyTitle: 'Nothing waits for you',
    emptyText: 'A new matter will appear here by itself.',
    emptyLight: 'Nothing of this kind',
    seeAll: 'See all matters',
    more: 'The 100 most urgent are listed; the others follow as you finish these.',
    filter: 'Filter by time left',
  },
});

const lights = { red: 'red', yellow: 'yellow' } as const;
type Light = keyof typeof lights;
const isLight = (value: string | undefined): value is Light => value !== undefined && value in lights;

export const InboxPage = () => {
  const t = useText(words);
  const formats = useFormats();
  const me = useMe();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/inbox' });
  const light = isLight(search.light) ? search.light : undefined;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [help, setHelp] = useState(false);
  const count = useInboxCount();
  const list = useQuery({
    queryKey: ['case', 'inbox', light ?? 'all'],
    queryFn: () => cases.listCases({ query: { view: 'inbox', sort: 'due', size: 100, ...(light ? { light } : {}) } }),
    enabled: me.permissions.includes('case.read'),
    placeholderData: (before) => before,
  });
  const steady = useSteadyRows(list.isPlaceholderData ? undefined : list.data?.rows, light ?? 'all');
  const cursor = useRowKeys({
    ids: steady.rows.map((row) => row.id),
    picked,
    onPick: setPicked,
    help: () => setHelp(true),
  });
  const numbers = count.data;
  const chosen = steady.rows.filter((row) => picked.has(row.id) && !steady.gone.has(row.id));
  return (
    <Page
      title={t('title')}
      needs="case.read"
      lead={t('lead', { post: me.posts.map((post) => post.title).join('、') || me.person.name })}
    >
      <div className="row inbox-lights">
        <Segmented
          aria-label={t('filter')}
          value={light ?? 'all'}
          onChange={(value) => {
            setPicked(new Set());
            void navigate({ to: '/inbox', search: value === 'all' ? {} : { light: value }, replace: true });
          }}
          options={[
            { value: 'all', label: t('all', { count: numbers ? formats.number(numbers.waiting) : '' }) },
            { value: 'red', label: t('overdue', { count: numbers ? formats.number(numbers.overdue) : '' }) },
            { value: 'yellow', label: t('soon', { count: numbers ? formats.number(numbers.soon) : '' }) },
          ]}
        />
      </div>
      {steady.fresh > 0 ? (
        <button type="button" className="newsbar" onClick={steady.renew}>
          {t('fresh', { count: steady.fresh })}
        </button>
      ) : null}
      <Loaded query={list}>
        {(data) =>
          steady.rows.length === 0 ? (
            <Empty
              icon="checkCircle"
              title={light ? t('emptyLight') : t('emptyTitle')}
              action={<Link to="/cases">{t('seeAll')}</Link>}
            >
              {light ? undefined : t('emptyText')}
            </Empty>
          ) : (
            <>
              <CaseTable
                caption={t('title')}
                rows={steady.rows}
                picked={picked}
                onPick={setPicked}
                cursor={cursor}
                gone={steady.gone}
              />
              {data.next ? <p className="quiet small list-note">{t('more')}</p> : null}
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
