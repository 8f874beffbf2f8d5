import { useState } from 'react';
import type { CaseRow } from '#engines/case/contract';
import { DueTag, MarkTags } from '#engines/case/web';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { ButtonLink, Empty, List, ListRow, Notice, ProblemNote, Skeleton, StatusTag } from '#platform/web/kit';
import { isUnsent, useOutbox } from '#platform/web/outbox';
import { cases } from './clients.ts';
import { Page } from '../shell/Page.tsx';
import { hrefOf } from '../shell/router.ts';
import { useCached } from './cached.ts';
import { useWork } from './session.ts';
import { NoticeBell } from './NoticeBell.tsx';
import { WorkNav } from './WorkNav.tsx';

const messages = defineMessages({
  zh: {
    title: '待办',
    all: '全部',
    soon: '快到期',
    overdue: '已超时',
    none: '没有待办',
    noneNote: '新的事项会自动出现在这里。',
    noneSuch: '没有这一类的待办',
    stale: '没有网络。这是 {when} 的待办，照常可以办理，联网后自动发送。',
    waiting: '已办理，待发送',
    more: '这里按期限列出最急的 {n} 件，其余请先办完这些或在电脑上查看。',
    filters: '筛选',
    route: '今日路线',
  },
  en: {
    title: 'To do',
    all: 'All',
    soon: 'Due soon',
    overdue: 'Overdue',
    none: 'Nothing to do',
    noneNote: 'New matters appear here by themselves.',
    noneSuch: 'Nothing of this kind',
    stale: 'No connection. This is the list of {when}; you can act, it is sent once there is a line.',
    waiting: 'Done, waiting to be sent',
    more: 'These are the {n} most urgent; deal with them first or look at the others on a computer.',
    filters: 'Filter',
    route: 'Route of the day',
  },
});

type Kind = 'all' | 'soon' | 'overdue';
const isKind = (row: CaseRow, kind: Kind): boolean =>
  kind === 'all' || (kind === 'soon' ? row.light === 'yellow' : row.light === 'red');

/** The place as the worker needs it: without the names of the own range, and without what the title says already. */
const nearName = (row: CaseRow, own: string): string => {
  const name =
    own && row.place.name.startsWith(own) ? row.place.name.slice(own.length).replace(/^ · /, '') : row.place.name;
  const said = [row.title, row.place.name].some((known) => known.includes(row.place.text));
  const text = said ? '' : row.place.text;
  return [name, text].filter(Boolean).join(' · ');
};

/** What waits for my posts, the most urgent on top. */
export const InboxPage = () => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const { me, box } = useWork();
  const { commands } = useOutbox(box);
  const [kind, setKind] = useState<Kind>('all');
  const inbox = useCached(['case', 'inbox'], (signal) =>
    cases.listCases({ query: { view: 'inbox', sort: 'due', size: 100 } }, { signal }),
  );
  const rows = inbox.data?.value.rows ?? [];
  const shown = rows.filter((row) => isKind(row, kind));
  const acted = new Set(commands.filter((one) => isUnsent(one) && one.kind === 'action').map((one) => one.lane));
  const count = (of: Kind) => rows.filter((row) => isKind(row, of)).length;
  return (
    <Page
      title={
        <span className="m-brand">
          <span>
            {t('title')}
            <small>{me.posts.map((post) => `${post.title} · ${post.scope.name}`).join('；')}</small>
          </span>
        </span>
      }
      extra={<NoticeBell />}
      nav={<WorkNav />}
      offlineTold={inbox.data?.stale ?? false}
    >
      {inbox.data?.stale ? (
        <Notice tone="soon" icon="cloudOff">
          {t('stale', { when: formats.moment(inbox.data.at, now) })}
        </Notice>
      ) : null}
      {rows.length > 0 ? (
        <div className="m-counts" role="group" aria-label={t('filters')}>
          {(['all', 'overdue', 'soon'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={kind === one} onClick={() => setKind(one)}>
              <strong className={one === 'overdue' ? 'm-red' : one === 'soon' ? 'm-amber' : undefined}>
                {count(one)}
              </strong>
              {t(one)}
            </button>
          ))}
        </div>
      ) : null}
      {rows.length > 1 ? (
        <ButtonLink icon="mapPin" href={hrefOf('/work/route')}>
          {t('route')}
        </ButtonLink>
      ) : null}
      {inbox.isPending ? (
        <Skeleton rows={6} />
      ) : !inbox.data ? (
        <ProblemNote error={inbox.error} onRetry={() => void inbox.refetch()} />
      ) : shown.length === 0 ? (
        <Empty icon="checkCircle" title={t(kind === 'all' ? 'none' : 'noneSuch')}>
          {kind === 'all' ? t('noneNote') : undefined}
        </Empty>
      ) : (
        <List label={t('title')}>
          {shown.map((row) => (
            <ListRow
              key={row.id}
              href={hrefOf(`/work/case/${row.id}`)}
              title={row.title}
              note={
                <>
                  {nearName(row, me.posts[0]?.scope.name ?? '')}
                  <span className="m-row-tags">
                    {acted.has(row.id) ? (
                      <StatusTag tone="soon" icon="cloudOff">
                        {t('waiting')}
                      </StatusTag>
                    ) : (
                      <>
                        <DueTag row={row} />
                        <MarkTags row={row} />
                        <span>{pick(row.stageName)}</span>
                      </>
                    )}
                  </span>
                </>
              }
            />
          ))}
        </List>
      )}
      {inbox.data?.value.next ? <p className="lf-hint">{t('more', { n: rows.length })}</p> : null}
    </Page>
  );
};
