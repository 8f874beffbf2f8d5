import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import type { ExportRequest } from '#engines/case/contract';
import { asProblem } from '#platform/web/api';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Empty, StatusTag, type Tone, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import * as icons from '../../parts/icons.tsx';
import { Page } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { words } from './exports-words.ts';

const tones: Readonly<Record<ExportRequest['state'], Tone>> = {
  asked: 'soon',
  approved: 'primary',
  ready: 'done',
  fetched: 'quiet',
  refused: 'overdue',
  expired: 'quiet',
  failed: 'overdue',
};

/** Exports that I asked for, and those of others that wait for my word. */
export const ExportsPage = () => {
  const t = useText(words);
  const navigate = useNavigate();
  const mayDecide = useMay()('export.approve');
  const search = useSearch({ from: '/inside/exports' });
  const view = search.see === 'decide' && mayDecide ? 'decide' : 'mine';
  const query = useQuery({ queryKey: ['exports', view], queryFn: () => cases.listExports({ query: { view } }) });
  const [deciding, setDeciding] = useState<ExportRequest>();
  return (
    <Page title={t('title')} lead={t('lead')}>
      {mayDecide ? (
        <Segmented
          value={view}
          options={[
            { value: 'mine', label: t('mine') },
            { value: 'decide', label: t('decide') },
          ]}
          onChange={(see) => void navigate({ to: '/exports', search: see === 'mine' ? {} : { see } })}
        />
      ) : null}
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="check" title={t(view === 'mine' ? 'noneMine' : 'noneDecide')}>
              {t(view === 'mine' ? 'noneMineText' : 'noneDecideText')}
            </Empty>
          ) : (
            <Requests rows={rows} view={view} onDecide={setDeciding} />
          )
        }
      </Loaded>
      {deciding ? <Decide request={deciding} onClose={() => setDeciding(undefined)} /> : null}
    </Page>
  );
};

const Requests = ({
  rows,
  view,
  onDecide,
}: {
  rows: readonly ExportRequest[];
  view: 'mine' | 'decide';
  onDecide: (request: ExportRequest) => void;
}) => {
  const t = useText(words);
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const state = (row: ExportRequest) => <StatusTag tone={tones[row.state]}>{t(row.state)}</StatusTag>;
  const act = (row: ExportRequest) => {
    if (row.mayDecide)
      return (
        <Button size="small" onClick={() => onDecide(row)}>
          {t('doDecide')}
        </Button>
      );
    if (!row.link) return null;
    return (
      <Button
        size="small"
        type="primary"
        icon={<icons.Download />}
        href={row.link}
        onClick={() => setTimeout(() => void client.invalidateQueries({ queryKey: ['exports'] }), 1500)}
      >
        {t('fetch')}
      </Button>
    );
  };
  const what = (row: ExportRequest) => (
    <>
      {t('rows', { count: row.rows })}
      {row.clear ? (
        <>
          {' '}
          <StatusTag tone="soon" icon="lock">
            {t('clear')}
          </StatusTag>
        </>
      ) : null}
    </>
  );
  const outcome = (row: ExportRequest) =>
    row.decidedBy ? (
      <>
        {row.decidedBy}
        {row.decision ? `：${row.decision}` : ''}
        {row.state === 'ready' && row.expiresAt ? (
          <small className="quiet"> {t('until', { moment: formats.moment(row.expiresAt, now) })}</small>
        ) : null}
      </>
    ) : null;
  const columns: readonly Column<ExportRequest>[] = [
    { id: 'mark', title: t('mark'), cell: (row) => <code>{row.mark}</code>, nowrap: true, head: true },
    ...(view === 'decide'
      ? [{ id: 'who', title: t('who'), cell: (row: ExportRequest) => row.name, nowrap: true }]
      : []),
    { id: 'what', title: t('what'), cell: what },
    { id: 'where', title: t('where'), cell: (row) => row.places, roomy: true },
    { id: 'reason', title: t('reason'), cell: (row) => row.reason, roomy: true },
    { id: 'asked', title: t('asked_at'), cell: (row) => formats.moment(row.askedAt, now), nowrap: true },
    { id: 'state', title: t('state'), cell: state, nowrap: true },
    ...(view === 'mine' ? [{ id: 'outcome', title: t('outcome'), cell: outcome, roomy: true }] : []),
    { id: 'act', title: t('act'), cell: act, align: 'end', nowrap: true },
  ];
  return (
    <DataTable
      caption={t(view)}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.id}
      nameOf={(row) => row.mark}
      card={(row) => (
        <div className="stack">
          <div className="row">
            <code>{row.mark}</code>
            {state(row)}
          </div>
          <div>
            {view === 'decide' ? `${row.name} · ` : ''}
            {what(row)} · {row.places}
          </div>
          <div className="quiet">{row.reason}</div>
          <div className="quiet small">{formats.moment(row.askedAt, now)}</div>
          {row.decidedBy ? <div className="small">{outcome(row)}</div> : null}
          {act(row)}
        </div>
      )}
    />
  );
};

const Decide = ({ request, onClose }: { request: ExportRequest; onClose: () => void }) => {
  const t = useText(words);
  const pick = usePick();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const short = reason.trim().length < 4;
  const decide = useMutation({
    mutationFn: (approve: boolean) =>
      cases.decideExport({ params: { id: request.id }, body: { approve, reason: reason.trim() } }),
    onSuccess: (done) => {
      toast(t(done.state === 'refused' ? 'refusedDone' : 'approvedDone'));
      onClose();
      return client.invalidateQueries({ queryKey: ['exports'] });
    },
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  return (
    <Modal
      open
      title={t('decideTitle', { name: request.name })}
      onCancel={onClose}
      footer={
        <>
          <Button danger disabled={short} loading={decide.isPending} onClick={() => decide.mutate(false)}>
            {t('refuse')}
          </Button>
          <Button type="primary" disabled={short} loading={decide.isPending} onClick={() => decide.mutate(true)}>
            {t('approve')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>
          {t('decideText', { count: request.rows, places: request.places })}
          {request.clear ? t('decideClear') : ''}
        </p>
        <p className="quiet">{t('itsReason', { reason: request.reason })}</p>
        <Form layout="vertical">
          <Form.Item label={t('decision')} htmlFor="export-decision" required>
            <Input.TextArea
              id="export-decision"
              rows={2}
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
};
