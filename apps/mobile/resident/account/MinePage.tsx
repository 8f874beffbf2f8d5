import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { asProblem } from '#platform/web/api';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  Empty,
  List,
  ListRow,
  Notice,
  ProblemNote,
  Skeleton,
  StatusTag,
  toast,
} from '#platform/web/kit';
import { Page } from '../../shell/Page.tsx';
import { hrefOf } from '../../shell/router.ts';
import { cases, organisation } from '../clients.ts';
import { useMyReports } from '../my-reports.ts';
import { residentKeys, signedOut, useResident, useUnread } from './account.ts';

const messages = defineMessages({
  zh: {
    title: '我的',
    invite: '登录后，在任何手机上都能看到自己的上报和消息',
    inviteNote: '不登录也可以报事，用受理编号和查询码查进度。',
    signIn: '用手机号登录',
    here: '这部手机上报的',
    notices: '消息',
    unread: '{n} 条未读',
    reports: '我的上报',
    none: '还没有上报',
    noneNote: '登录后的上报会出现在这里；以前的可以用编号和查询码加入。',
    report: '去报事',
    asks: '请您评价',
    more: '更多',
    phone: '登录手机号 {phone}',
    data: '我的资料',
    dataNote: '更换手机号、登录设备、下载和注销',
    out: '退出登录',
    take: '把这部手机上的 {n} 件加入我的账号',
    taken: '已加入',
  },
  en: {
    title: 'Me',
    invite: 'Signed in, you see your reports and messages on any phone',
    inviteNote: 'Reporting needs no sign-in; number and query code show the progress.',
    signIn: 'Sign in with a phone number',
    here: 'Reported from this phone',
    notices: 'Messages',
    unread: '{n} not read',
    reports: 'My reports',
    none: 'Nothing reported yet',
    noneNote: 'What you report while signed in stands here; earlier reports join by number and query code.',
    report: 'Report something',
    asks: 'Please rate it',
    more: 'More',
    phone: 'Signed in with {phone}',
    data: 'My data',
    dataNote: 'Phone number, devices, download, deletion',
    out: 'Sign out',
    take: 'Add {n} {n|report|reports} of this phone to my account',
    taken: 'Added',
  },
});

const Reports = () => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const { reports: here } = useMyReports();
  const query = useInfiniteQuery({
    queryKey: residentKeys.reports,
    queryFn: ({ signal, pageParam }) =>
      cases.listMyReports({ query: pageParam ? { after: pageParam } : {} }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => (page.more ? page.rows.at(-1)?.id : undefined),
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const known = new Set(rows.map((row) => row.number));
  const missing = here.filter((one) => one.number !== undefined && !known.has(one.number)).slice(0, 10);
  const take = useMutation({
    mutationFn: async () => {
      for (const { number, queryCode } of missing) if (number) await cases.adoptReport({ body: { number, queryCode } });
    },
    onSuccess: () => toast(t('taken')),
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
    onSettled: () => client.invalidateQueries({ queryKey: residentKeys.reports }),
  });
  if (query.isPending) return <Skeleton />;
  if (!query.data) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <section className="lf-stack">
      <h2 className="m-sub">{t('reports')}</h2>
      {rows.length === 0 ? (
        <Card>
          <Empty title={t('none')} action={<ButtonLink href={hrefOf('/report')}>{t('report')}</ButtonLink>}>
            {t('noneNote')}
          </Empty>
        </Card>
      ) : (
        <List label={t('reports')}>
          {rows.map((row) => (
            <ListRow
              key={row.id}
              href={hrefOf(`/me/report/${row.id}`)}
              title={row.title}
              note={
                <>
                  {row.reportedAt ? formats.moment(row.reportedAt, now) : row.number}
                  <span className="m-row-tags">
                    <StatusTag tone={row.status === 'closed' ? 'done' : 'primary'}>{pick(row.shown)}</StatusTag>
                    {row.asks ? <StatusTag tone="soon">{t('asks')}</StatusTag> : null}
                  </span>
                </>
              }
            />
          ))}
        </List>
      )}
      {query.hasNextPage ? (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
      {missing.length > 0 ? (
        <Notice>
          <Button busy={take.isPending} onClick={() => take.mutate()}>
            {t('take', { n: missing.length })}
          </Button>
        </Notice>
      ) : null}
    </section>
  );
};

const SignedIn = ({ phone }: { phone: string }) => {
  const t = useText(messages);
  const pick = usePick();
  const client = useQueryClient();
  const unread = useUnread();
  const leave = useMutation({
    mutationFn: () => organisation.signOutResident(),
    onSuccess: () => signedOut(client),
    onError: (error) => {
      if (asProblem(error).code === 'session.missing') signedOut(client);
      else toast(pick(asProblem(error).sentence), 'overdue');
    },
  });
  return (
    <>
      <p className="lf-hint">{t('phone', { phone })}</p>
      <List label={t('title')}>
        <ListRow
          icon="bell"
          href={hrefOf('/me/notices')}
          title={t('notices')}
          {...(unread > 0 ? { note: t('unread', { n: unread }) } : {})}
          end={<Badge count={unread} label={t('unread', { n: unread })} />}
        />
        <ListRow icon="user" href={hrefOf('/me/data')} title={t('data')} note={t('dataNote')} />
      </List>
      <Reports />
      <Button busy={leave.isPending} onClick={() => leave.mutate()}>
        {t('out')}
      </Button>
    </>
  );
};

/** My reports from every device, my messages, my data; an invitation to whoever is not signed in. */
export default function MinePage() {
  const t = useText(messages);
  const resident = useResident();
  return (
    <Page title={t('title')} back="/">
      {resident.isPending ? (
        <Skeleton rows={4} />
      ) : resident.data ? (
        <SignedIn phone={resident.data.phone} />
      ) : resident.error ? (
        <ProblemNote error={resident.error} onRetry={() => void resident.refetch()} />
      ) : (
        <Card>
          <Empty
            icon="user"
            title={t('invite')}
            action={
              <span className="lf-stack">
                <ButtonLink look="primary" href={hrefOf('/sign-in')}>
                  {t('signIn')}
                </ButtonLink>
                <ButtonLink href={hrefOf('/progress')}>{t('here')}</ButtonLink>
              </span>
            }
          >
            {t('inviteNote')}
          </Empty>
        </Card>
      )}
    </Page>
  );
}
