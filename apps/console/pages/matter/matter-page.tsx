import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import type { CaseView } from '#engines/case/contract';
import {
  CaseFacts,
  CaseStanding,
  CaseTimeline,
  DeadlineArithmetic,
  DeskChain,
  DueTag,
  LabelTag,
  type Playbooks,
  standsBeside,
  TaskList,
  usePlaybooks,
} from '#engines/case/web';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Icon, Skeleton, StatusTag } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { ConsoleFields } from '../../app/field-services.tsx';
import { useMay } from '../../app/session.ts';
import { words as common } from '../../app/words.ts';
import { DocumentMenu } from '../../parts/documents/document-menu.tsx';
import * as icons from '../../parts/icons.tsx';
import { Panel } from '../../parts/page.tsx';
import { Denied, Loaded } from '../../parts/states.tsx';
import { ActionPanel } from './action-panel.tsx';
import { words } from './matter-words.ts';
import { NearPanel } from './near-panel.tsx';
import { PlaceMap } from './place-map.tsx';
import './matter.css';

export const MatterPage = () => {
  const t = useText(words);
  const { id } = useParams({ from: '/inside/cases/$id' });
  const allowed = useMay()('case.read');
  const { known } = usePlaybooks();
  const query = useQuery({
    queryKey: ['case', 'one', id],
    queryFn: () => cases.getCase({ params: { id } }),
    enabled: allowed,
  });
  const shown = query.data !== undefined && known !== undefined;
  return (
    <div className="page">
      {shown ? null : <h1 className="lf-unseen">{t('matter')}</h1>}
      {allowed ? (
        <Loaded query={query} bones={<Skeleton rows={8} />}>
          {(view) => (
            <ConsoleFields caseId={id}>
              {known ? <Matter key={id} view={view} playbooks={known} /> : <Skeleton rows={8} />}
            </ConsoleFields>
          )}
        </Loaded>
      ) : (
        <Denied />
      )}
    </div>
  );
};

const Matter = ({ view, playbooks }: { view: CaseView; playbooks: Playbooks }) => {
  const t = useText(words);
  const c = useText(common);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const router = useRouter();
  const may = useMay();
  const { row } = view;
  useEffect(() => {
    document.title = `${row.title} · ${c('name')}`;
  }, [row.title, c]);
  const main = view.clocks.find((clock) => clock.main);
  const reveal = (field: string, reason: string) =>
    cases.revealValue({ params: { id: row.id }, body: { field, reason } });
  return (
    <article className="matter">
      <header className="matter-head">
        <div className="row no-print">
          <Button
            type="text"
            className="matter-back"
            icon={<Icon name="chevronLeft" />}
            onClick={() => router.history.back()}
          >
            {t('back')}
          </Button>
          <span className="bar-space" />
          <DocumentMenu caseId={row.id} version={view.version} />
          <Button icon={<icons.Print />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
        <p className="print-only matter-sheet">{t('sheetTitle')}</p>
        <h1>{row.title}</h1>
        <div className="row">
          <span className="quiet">{row.number}</span>
          <StatusTag tone={row.status === 'closed' ? 'done' : 'primary'}>{pick(row.stageName)}</StatusTag>
          <DueTag row={row} />
          <LabelTag row={row} />
          {row.meToo > 0 ? <span className="quiet">{t('meToo', { count: row.meToo })}</span> : null}
          {row.rating ? <span className="quiet">{t('rating', { rating: row.rating })}</span> : null}
        </div>
        {view.duplicateOf ? (
          <p>
            {t('duplicateOf')}{' '}
            <Link to="/cases/$id" params={{ id: view.duplicateOf.id }}>
              {view.duplicateOf.number} {view.duplicateOf.title}
            </Link>
          </p>
        ) : null}
        <dl className="matter-cells">
          <div>
            <dt>{t('what')}</dt>
            <dd>{pick(row.categoryName)}</dd>
            <dd className="quiet small">{pick(view.playbookName)}</dd>
          </div>
          <div>
            <dt>{t('where')}</dt>
            <dd>{row.place.name}</dd>
            {row.place.text && !row.place.name.endsWith(row.place.text) ? (
              <dd className="quiet small">{row.place.text}</dd>
            ) : null}
          </div>
          <div>
            <dt>{row.status === 'closed' ? t('closedWhen') : t('due')}</dt>
            <dd>
              {row.status === 'closed'
                ? row.closedAt
                  ? formats.moment(row.closedAt, now)
                  : t('timeless')
                : row.dueAt
                  ? formats.moment(row.dueAt, now)
                  : (main?.note && pick(main.note)) || t('noDeadline')}
            </dd>
            <dd className="quiet small">{t('reportedAt', { moment: formats.moment(row.reportedAt, now) })}</dd>
          </div>
          <div>
            <dt>{row.status === 'closed' ? t('whoDid') : t('who')}</dt>
            <dd>{row.assignee ?? (row.status === 'closed' ? t('noBody') : t('nobody'))}</dd>
            <dd className="quiet small">{pick(row.stageName)}</dd>
          </div>
        </dl>
      </header>
      <div className="matter-side">
        <ActionPanel view={view} context={playbooks.context} />
        <Panel title={t('deadline')} className="matter-deadline">
          {view.clocks.length > 0 ? (
            <DeadlineArithmetic clocks={view.clocks} />
          ) : (
            <p className="quiet">{t('noDeadline')}</p>
          )}
        </Panel>
        {row.place.point ? (
          <Panel title={t('place')} className="no-print matter-map">
            <PlaceMap row={row} point={row.place.point} />
          </Panel>
        ) : null}
        {may('case.report') ? <NearPanel view={view} /> : null}
      </div>
      <div className="matter-main">
        {standsBeside(view) ? (
          <Panel title={t('standing')}>
            <CaseStanding
              view={view}
              context={playbooks.context}
              link={(id, text) => (
                <Link to="/cases/$id" params={{ id }}>
                  {text}
                </Link>
              )}
            />
          </Panel>
        ) : null}
        {view.tasks.length > 0 ? (
          <Panel title={t('tasks')}>
            <TaskList tasks={view.tasks} />
          </Panel>
        ) : null}
        <Panel title={t('content')}>
          <CaseFacts view={view} context={playbooks.context} {...(may('personal.reveal') ? { reveal } : {})} />
        </Panel>
        <Panel
          title={t('history')}
          aside={
            <Link to="/playbooks/$id" params={{ id: row.playbook }} className="no-print">
              {t('diagram')}
            </Link>
          }
        >
          <CaseTimeline
            entries={view.timeline}
            context={playbooks.context}
            masked={view.masked}
            reveal={may('personal.reveal') ? reveal : undefined}
          />
        </Panel>
        {view.desks.length > 1 ? (
          <Panel title={t('desks')}>
            <DeskChain desks={view.desks} />
          </Panel>
        ) : null}
        <p className="print-only matter-signature">
          <span>{t('signature')}</span>
          <span>{t('date')}</span>
          <span>{t('printedAt', { moment: formats.moment(now) })}</span>
        </p>
      </div>
    </article>
  );
};
