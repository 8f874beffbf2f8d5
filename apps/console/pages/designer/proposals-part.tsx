import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import type { DesignProposalView } from '#engines/case/contract';
import { versionText } from '#engines/case/model';
import { asProblem, newId } from '#platform/web/api';
import { useFormats, useLocale, usePick, useText } from '#platform/web/i18n';
import { Empty, Notice, StatusTag, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { words } from './designer-words.ts';

const tones = { proposed: 'soon', approved: 'done', refused: 'quiet' } as const;
const names = { proposed: 'proposed', approved: 'approved', refused: 'sentBack' } as const;
const signs = { proposed: 'clock', approved: 'check', refused: 'close' } as const;

/** What was proposed as a version of the district, and what another person decided. */
export const Proposals = ({ rows }: { rows: readonly DesignProposalView[] }) => {
  const t = useText(words);
  const pick = usePick();
  const locale = useLocale();
  const formats = useFormats();
  const [deciding, setDeciding] = useState<DesignProposalView>();
  if (rows.length === 0) return <Empty title={t('noProposals')}>{t('noProposalsHow')}</Empty>;
  const state = (row: DesignProposalView) => (
    <>
      <StatusTag tone={tones[row.state]} icon={signs[row.state]}>
        {t(names[row.state])}
      </StatusTag>
      {row.reason ? <p className="quiet small">{t('saysWhy', { reason: row.reason })}</p> : null}
    </>
  );
  const who = (row: DesignProposalView) => (
    <>
      <span>
        {t('proposedBy', { who: row.proposedBy })} · {formats.moment(row.proposedAt)}
      </span>
      {row.decidedBy && row.decidedAt ? (
        <p className="quiet small">
          {t('decidedBy', { who: row.decidedBy })} · {formats.moment(row.decidedAt)}
        </p>
      ) : null}
    </>
  );
  const act = (row: DesignProposalView) => {
    if (row.state !== 'proposed') return row.version === null ? null : versionText(row.version, locale);
    return row.mayDecide ? (
      <Button size="small" type="primary" onClick={() => setDeciding(row)}>
        {t('decideNow')}
      </Button>
    ) : (
      <span className="quiet small">{t('waitsForOther')}</span>
    );
  };
  const columns: readonly Column<DesignProposalView>[] = [
    {
      id: 'name',
      title: t('name'),
      head: true,
      cell: (row) => (
        <>
          {pick(row.name)}
          <p className="quiet small">{row.playbook}</p>
        </>
      ),
    },
    { id: 'state', title: t('state'), nowrap: true, cell: state },
    { id: 'from', title: t('from'), nowrap: true, cell: (row) => formats.day(row.from) },
    { id: 'who', title: t('changed'), roomy: true, cell: who },
    { id: 'do', title: <span className="lf-unseen">{t('decideNow')}</span>, align: 'end', cell: act },
  ];
  return (
    <>
      <DataTable
        caption={t('proposals')}
        rows={rows}
        columns={columns}
        keyOf={(row) => row.id}
        nameOf={(row) => pick(row.name)}
        card={(row) => (
          <>
            <strong>{pick(row.name)}</strong> {state(row)}
            <p className="card-meta">
              <span>{formats.day(row.from)}</span>
            </p>
            {who(row)}
            <div>{act(row)}</div>
          </>
        )}
      />
      {deciding ? <DecideDrawer proposal={deciding} onClose={() => setDeciding(undefined)} /> : null}
    </>
  );
};

/** Another person reads what changes, and publishes or refuses it. */
const DecideDrawer = ({ proposal, onClose }: { proposal: DesignProposalView; onClose: () => void }) => {
  const t = useText(words);
  const pick = usePick();
  const locale = useLocale();
  const formats = useFormats();
  const client = useQueryClient();
  const [id] = useState(newId);
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (approve: boolean) =>
      cases.decideDesign({
        params: { id: proposal.id },
        body: { id, approve, ...(reason.trim() && { reason: reason.trim() }) },
      }),
    onSuccess: async ({ version }) => {
      toast(version === null ? t('refusedDone') : t('approvedDone', { version: versionText(version, locale) }));
      onClose();
      await client.invalidateQueries({ queryKey: ['design'] });
      await client.invalidateQueries({ queryKey: ['playbook'] });
    },
  });
  const problem = decide.isError ? asProblem(decide.error) : undefined;
  return (
    <Drawer title={t('decideTitle', { name: pick(proposal.name) })} open onClose={onClose} width={520}>
      <div className="stack">
        <p className="quiet">{t('decideHow')}</p>
        <p>
          {t('proposedBy', { who: proposal.proposedBy })} · {formats.moment(proposal.proposedAt)} · {t('from')}{' '}
          {formats.day(proposal.from)}
        </p>
        <section>
          <h2 className="designer-small-title">{t('whatChanges')}</h2>
          <ul className="designer-list">
            {proposal.changes.map((change, index) => (
              <li key={index}>{pick(change)}</li>
            ))}
          </ul>
        </section>
        <label className="stack">
          <span>{t('decideReason')}</span>
          <Input.TextArea
            value={reason}
            maxLength={300}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {problem ? (
          <Notice tone="overdue" icon="alert">
            {pick(problem.sentence)}
          </Notice>
        ) : null}
        <div className="row">
          <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate(true)}>
            {t('approve')}
          </Button>
          <Button danger disabled={reason.trim() === '' || decide.isPending} onClick={() => decide.mutate(false)}>
            {t('refuse')}
          </Button>
        </div>
      </div>
    </Drawer>
  );
};
