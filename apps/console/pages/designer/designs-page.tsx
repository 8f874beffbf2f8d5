import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { DesignGround, DesignRow, PublicationView } from '#engines/case/contract';
import { versionText } from '#engines/case/model';
import { newId } from '#platform/web/api';
import { useFormats, useLocale, usePick, useText } from '#platform/web/i18n';
import { Empty, StatusTag, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { words } from './designer-words.ts';
import { NewDesignDrawer } from './new-design-drawer.tsx';
import { Proposals } from './proposals-part.tsx';
import { designsQuery, groundQuery, proposalsQuery, publicationsQuery } from './queries.ts';
import { WithdrawDrawer } from './withdraw-drawer.tsx';
import './designer.css';

/** Drafts of playbooks, and the versions that the district published. */
export const DesignsPage = () => {
  const t = useText(words);
  const allowed = useMay()('playbook.design');
  const [adding, setAdding] = useState(false);
  const drafts = useQuery({ ...designsQuery, enabled: allowed });
  const published = useQuery({ ...publicationsQuery, enabled: allowed });
  const proposed = useQuery({ ...proposalsQuery, enabled: allowed });
  const ground = useQuery({ ...groundQuery, enabled: allowed });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      needs="playbook.design"
      actions={
        <Button type="primary" disabled={!ground.data} onClick={() => setAdding(true)}>
          {t('start')}
        </Button>
      }
    >
      <div className="stack">
        <Panel title={t('drafts')}>
          <Loaded query={drafts}>{(rows) => <Drafts rows={rows} ground={ground.data} />}</Loaded>
        </Panel>
        <Panel title={t('proposals')}>
          <Loaded query={proposed}>{(rows) => <Proposals rows={rows} />}</Loaded>
        </Panel>
        <Panel title={t('published')}>
          <Loaded query={published}>{(rows) => <Published rows={rows} ground={ground.data} />}</Loaded>
        </Panel>
      </div>
      {ground.data ? <NewDesignDrawer open={adding} ground={ground.data} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
};

const useBased = (ground: DesignGround | undefined) => {
  const t = useText(words);
  const pick = usePick();
  const locale = useLocale();
  return (based: DesignRow['basedOn']): string => {
    if (!based) return t('own');
    const found = ground?.playbooks.find((one) => one.id === based.playbook);
    return t('basedOn', {
      name: found ? pick(found.name) : based.playbook,
      version: versionText(based.version, locale),
    });
  };
};

const Drafts = ({ rows, ground }: { rows: readonly DesignRow[]; ground: DesignGround | undefined }) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const navigate = useNavigate();
  const client = useQueryClient();
  const basedText = useBased(ground);
  const drop = useMutation({
    mutationFn: (id: string) => cases.dropDesign({ params: { id } }),
    onSuccess: async () => {
      toast(t('dropped'));
      await client.invalidateQueries({ queryKey: ['design'] });
    },
  });
  if (rows.length === 0) return <Empty title={t('noDrafts')}>{t('noDraftsHow')}</Empty>;
  const link = (row: DesignRow) => (
    <Link to="/designer/$id" params={{ id: row.id }} className="case-title">
      {pick(row.name)}
    </Link>
  );
  const changed = (row: DesignRow): string =>
    t('changedBy', { who: row.changedBy, when: formats.moment(row.changedAt) });
  const dropper = (row: DesignRow) => (
    <Popconfirm
      title={t('drop')}
      description={t('dropSure')}
      okText={t('drop')}
      cancelText={t('cancel')}
      onConfirm={() => drop.mutate(row.id)}
    >
      <Button size="small">{t('drop')}</Button>
    </Popconfirm>
  );
  const columns: readonly Column<DesignRow>[] = [
    {
      id: 'name',
      title: t('name'),
      head: true,
      cell: (row) => (
        <>
          {link(row)}
          <p className="quiet small">{row.playbook}</p>
        </>
      ),
    },
    { id: 'based', title: t('based'), cell: (row) => basedText(row.basedOn) },
    { id: 'changed', title: t('changed'), cell: changed },
    { id: 'drop', title: <span className="lf-unseen">{t('drop')}</span>, align: 'end', cell: dropper },
  ];
  return (
    <DataTable
      caption={t('drafts')}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.id}
      nameOf={(row) => pick(row.name)}
      open={(row) => void navigate({ to: '/designer/$id', params: { id: row.id } })}
      card={(row) => (
        <>
          {link(row)}
          <p className="card-meta">
            <span>{basedText(row.basedOn)}</span>
            <span>{changed(row)}</span>
          </p>
          <div>{dropper(row)}</div>
        </>
      )}
    />
  );
};

const tones = { 'in-force': 'done', coming: 'primary', replaced: 'quiet', withdrawn: 'quiet' } as const;
const signs = { 'in-force': 'check', coming: 'clock', replaced: 'info', withdrawn: 'close' } as const;

const Published = ({ rows, ground }: { rows: readonly PublicationView[]; ground: DesignGround | undefined }) => {
  const t = useText(words);
  const pick = usePick();
  const locale = useLocale();
  const navigate = useNavigate();
  const formats = useFormats();
  const [ending, setEnding] = useState<PublicationView>();
  const copy = useMutation({
    mutationFn: (row: PublicationView) =>
      cases.startDesign({
        body: {
          id: newId(),
          definition: row.definition,
          basedOn: row.basedOn ?? { playbook: row.playbook, version: row.version },
        },
      }),
    onSuccess: (view) => void navigate({ to: '/designer/$id', params: { id: view.row.id } }),
  });
  if (rows.length === 0) return <Empty title={t('noPublished')}>{t('noPublishedHow')}</Empty>;
  const state = (row: PublicationView) => (
    <>
      <StatusTag tone={tones[row.state]} icon={signs[row.state]}>
        {t(row.state)}
      </StatusTag>
      {row.withdrawnReason ? <p className="quiet small">{t('until', { reason: row.withdrawnReason })}</p> : null}
    </>
  );
  const changes = (row: PublicationView) => (
    <>
      <details>
        <summary>
          {row.changes[0] ? pick(row.changes[0]) : ''}
          {row.changes.length > 1 ? ` …（${row.changes.length}）` : ''}
        </summary>
        <ul className="designer-list small">
          {row.changes.map((change, index) => (
            <li key={index}>{pick(change)}</li>
          ))}
        </ul>
      </details>
      <p className="quiet small">
        {t('publishedBy', { who: row.publishedBy })} · {formats.moment(row.publishedAt)}
      </p>
    </>
  );
  const buttons = (row: PublicationView) => (
    <span className="row">
      <Button size="small" disabled={!ground} loading={copy.isPending} onClick={() => copy.mutate(row)}>
        {t('copy')}
      </Button>
      {row.state === 'withdrawn' ? null : (
        <Button size="small" onClick={() => setEnding(row)}>
          {t('withdraw')}
        </Button>
      )}
    </span>
  );
  const columns: readonly Column<PublicationView>[] = [
    {
      id: 'name',
      title: t('name'),
      head: true,
      cell: (row) => (
        <>
          {pick(row.name)}
          <p className="quiet small">
            {row.playbook} · {versionText(row.version, locale)}
          </p>
        </>
      ),
    },
    { id: 'state', title: t('state'), nowrap: true, cell: state },
    { id: 'from', title: t('from'), nowrap: true, cell: (row) => formats.day(row.from) },
    { id: 'changes', title: t('changes'), roomy: true, cell: changes },
    { id: 'do', title: <span className="lf-unseen">{t('open')}</span>, align: 'end', cell: buttons },
  ];
  return (
    <>
      <DataTable
        caption={t('published')}
        rows={rows}
        columns={columns}
        keyOf={(row) => `${row.playbook} ${row.version}`}
        nameOf={(row) => pick(row.name)}
        card={(row) => (
          <>
            <strong>{pick(row.name)}</strong> {state(row)}
            <p className="card-meta">
              <span>{versionText(row.version, locale)}</span>
              <span>{formats.day(row.from)}</span>
            </p>
            {changes(row)}
            {buttons(row)}
          </>
        )}
      />
      <WithdrawDrawer publication={ending} onClose={() => setEnding(undefined)} />
    </>
  );
};
