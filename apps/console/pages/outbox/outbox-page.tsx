import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Tabs } from 'antd';
import type { QueuedMessage } from '#engines/notice/contract';
import { asProblem } from '#platform/web/api';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Choose, Empty, Notice, Skeleton, StatusTag, toast, type Tone } from '#platform/web/kit';
import { notices } from '../../app/clients.ts';
import { withoutEmpty } from '../../app/search.ts';
import { useMay } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Page } from '../../parts/page.tsx';
import { Failure } from '../../parts/states.tsx';
import { GatewaysPart } from './gateways-part.tsx';
import { outboxWords } from './outbox-words.ts';
import './outbox.css';

type State = QueuedMessage['state'];
type Channel = QueuedMessage['channel'];

const states: readonly State[] = ['waiting', 'queued', 'sending', 'failed', 'sent', 'given-up', 'expired', 'cancelled'];
const channels: readonly Channel[] = ['sms', 'email'];
const tones: Readonly<Record<State, Tone>> = {
  waiting: 'soon',
  queued: 'primary',
  sending: 'primary',
  failed: 'soon',
  sent: 'done',
  'given-up': 'overdue',
  expired: 'quiet',
  cancelled: 'quiet',
};

const isState = (text: string | undefined): text is State => states.some((state) => state === text);
const isChannel = (text: string | undefined): text is Channel => channels.some((channel) => channel === text);

const Queue = () => {
  const t = useText(outboxWords);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/outbox' });
  const state = isState(search.state) ? search.state : undefined;
  const channel = isChannel(search.channel) ? search.channel : undefined;
  const query = useInfiniteQuery({
    queryKey: ['outbox', state, channel],
    queryFn: ({ signal, pageParam }) =>
      notices.seeQueue(
        { query: { ...(state && { state }), ...(channel && { channel }), ...(pageParam ? { after: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => (page.more ? page.rows.at(-1)?.id : undefined),
    refetchInterval: 20_000,
  });
  const change = useMutation({
    mutationFn: ({ id, what }: { id: string; what: 'retry' | 'cancel' }) =>
      what === 'retry' ? notices.retryMessage({ params: { id } }) : notices.cancelMessage({ params: { id } }),
    onSuccess: (_, { what }) => toast(t(what === 'retry' ? 'retried' : 'cancelledDone')),
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
    onSettled: () => client.invalidateQueries({ queryKey: ['outbox'] }),
  });
  const [first] = query.data?.pages ?? [];
  const filter = (next: { state?: string | undefined; channel?: string | undefined }): void =>
    void navigate({ to: '/outbox', search: withoutEmpty({ ...search, ...next }), replace: true });

  if (query.isPending) return <Skeleton rows={6} />;
  if (!first) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const countOf = (of: State) =>
    first.counts
      .filter((one) => one.state === of && (!channel || one.channel === channel))
      .reduce((sum, one) => sum + one.count, 0);
  const tag = (row: QueuedMessage) => <StatusTag tone={tones[row.state]}>{t(row.state)}</StatusTag>;
  const said = (row: QueuedMessage) => (
    <>
      <span>{row.text}</span>
      {row.demoText === null ? null : (
        <p className="outbox-demo">
          <strong>{t('demoText')}</strong> {row.demoText}
        </p>
      )}
    </>
  );
  const when = (row: QueuedMessage) => {
    if (row.endedAt) return formats.moment(row.endedAt, now);
    if (row.nextAt) return t('next', { when: formats.moment(row.nextAt, now) });
    return row.expiresAt ? t('expires', { when: formats.moment(row.expiresAt, now) }) : '';
  };
  const buttons = (row: QueuedMessage) => {
    const busy = change.isPending && change.variables.id === row.id;
    const press = (what: 'retry' | 'cancel') => (
      <Button
        size="small"
        loading={busy}
        aria-label={`${t(what)} ${row.to}`}
        onClick={() => change.mutate({ id: row.id, what })}
      >
        {t(what)}
      </Button>
    );
    return (
      <span className="row outbox-do">
        {row.state === 'failed' || row.state === 'given-up' ? press('retry') : null}
        {row.state === 'waiting' || row.state === 'queued' || row.state === 'failed' ? press('cancel') : null}
      </span>
    );
  };
  const columns: readonly Column<QueuedMessage>[] = [
    { id: 'made', title: t('made'), nowrap: true, cell: (row) => formats.moment(row.madeAt, now) },
    { id: 'channel', title: t('channel'), nowrap: true, cell: (row) => t(row.channel) },
    { id: 'to', title: t('to'), nowrap: true, head: true, cell: (row) => row.to },
    { id: 'text', title: t('text'), roomy: true, cell: said },
    {
      id: 'state',
      title: t('state'),
      cell: (row) => (
        <>
          {tag(row)}
          <div className="quiet small">{[when(row), row.reason].filter(Boolean).join(' · ')}</div>
        </>
      ),
    },
    { id: 'do', title: t('actions'), align: 'end', cell: buttons },
  ];
  return (
    <div className="stack">
      {channels.map((one) =>
        first.gateways[one] ? null : (
          <Notice key={one} tone="soon" icon="cloudOff">
            {t(one === 'sms' ? 'noSms' : 'noEmail')}
          </Notice>
        ),
      )}
      {first.demo ? (
        <Notice tone="soon" icon="info">
          {t('demo')}
        </Notice>
      ) : null}
      <div className="row outbox-filters">
        <label>
          <span>{t('state')}</span>
          <Choose value={state ?? ''} onChange={(event) => filter({ state: event.target.value || undefined })}>
            <option value="">{t('anyState')}</option>
            {states.map((one) => (
              <option key={one} value={one}>
                {t('counted', { name: t(one), count: countOf(one) })}
              </option>
            ))}
          </Choose>
        </label>
        <label>
          <span>{t('channel')}</span>
          <Choose value={channel ?? ''} onChange={(event) => filter({ channel: event.target.value || undefined })}>
            <option value="">{t('anyChannel')}</option>
            {channels.map((one) => (
              <option key={one} value={one}>
                {t(one)}
              </option>
            ))}
          </Choose>
        </label>
      </div>
      {rows.length === 0 ? (
        <Empty icon="send" title={t('empty')}>
          {t('emptyNote')}
        </Empty>
      ) : (
        <DataTable
          caption={t('title')}
          rows={rows}
          columns={columns}
          keyOf={(row) => row.id}
          nameOf={(row) => row.to}
          card={(row) => (
            <>
              <div className="row">
                <strong>{row.to}</strong>
                <span className="quiet small">
                  {t(row.channel)} · {formats.moment(row.madeAt, now)}
                </span>
              </div>
              {said(row)}
              <div className="row">
                {tag(row)}
                <span className="quiet small">{[when(row), row.reason].filter(Boolean).join(' · ')}</span>
                {buttons(row)}
              </div>
            </>
          )}
        />
      )}
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </div>
  );
};

/** Messages on their way out: what waits, why, and the gateways they leave by. */
export const OutboxPage = () => {
  const t = useText(outboxWords);
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/outbox' });
  const see = search.see === 'gateways' && may('settings.read') ? 'gateways' : 'queue';
  return (
    <Page title={t('title')} lead={t('lead')} needs="notice.queue">
      <Tabs
        activeKey={see}
        onChange={(key) =>
          void navigate({ to: '/outbox', search: withoutEmpty({ see: key === 'queue' ? undefined : key }) })
        }
        items={[
          { key: 'queue', label: t('queue'), children: <Queue /> },
          ...(may('settings.read') ? [{ key: 'gateways', label: t('gateways'), children: <GatewaysPart /> }] : []),
        ]}
      />
    </Page>
  );
};
