import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { OwnSession } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { StatusTag, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Panel } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { words } from './account-words.ts';

/** Where one is signed in, and how to end it from here. */
export const SessionsPart = () => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: ['account', 'sessions'], queryFn: () => organisation.listOwnSessions() });
  const end = useMutation({
    mutationFn: (id: string | undefined) =>
      id === undefined ? organisation.endOtherSessions() : organisation.endOwnSession({ params: { id } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['account', 'sessions'] });
      toast(t('ended'));
    },
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  const nameOf = (row: OwnSession): string => row.device ?? t('unknownDevice');
  const endOne = (row: OwnSession) =>
    row.current ? (
      <StatusTag tone="done" icon="check">
        {t('current')}
      </StatusTag>
    ) : (
      <Button
        size="small"
        aria-label={t('endDevice', { device: nameOf(row) })}
        loading={end.isPending && end.variables === row.id}
        onClick={() => end.mutate(row.id)}
      >
        {t('end')}
      </Button>
    );
  return (
    <Panel title={t('sessions')}>
      <div className="account-part">
        <p className="quiet">{t('sessionsLead')}</p>
        <Loaded query={sessions}>
          {(rows) => (
            <>
              <DataTable
                caption={t('sessions')}
                rows={rows}
                keyOf={(row) => row.id}
                nameOf={nameOf}
                columns={[
                  { id: 'device', title: t('device'), cell: nameOf, head: true, nowrap: true },
                  { id: 'where', title: t('where'), cell: (row) => row.address ?? '—', nowrap: true },
                  { id: 'since', title: t('since'), cell: (row) => formats.moment(row.madeAt, now), nowrap: true },
                  { id: 'seen', title: t('seen'), cell: (row) => formats.ago(row.seenAt, now), nowrap: true },
                  {
                    id: 'end',
                    title: <span className="lf-unseen">{t('end')}</span>,
                    cell: endOne,
                    align: 'end',
                    nowrap: true,
                  },
                ]}
                card={(row) => (
                  <div className="account-session">
                    <div>
                      <strong>{nameOf(row)}</strong>
                      <p className="quiet">
                        {row.address ?? '—'} · {formats.ago(row.seenAt, now)}
                      </p>
                    </div>
                    {endOne(row)}
                  </div>
                )}
              />
              {rows.length > 1 ? (
                <div className="account-actions">
                  <Button
                    danger
                    loading={end.isPending && end.variables === undefined}
                    onClick={() => end.mutate(undefined)}
                  >
                    {t('endOthers')}
                  </Button>
                </div>
              ) : null}
            </>
          )}
        </Loaded>
      </div>
    </Panel>
  );
};
