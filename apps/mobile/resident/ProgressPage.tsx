import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionForm, filesOf, usePlaybooks } from '#engines/case/web';
import type { ActionOffer, ProgressView } from '#engines/case/contract';
import { type CheckedValues, FieldServicesProvider } from '#fields/web';
import { type ApiProblem, asProblem, newId } from '#platform/web/api';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import {
  Button,
  ButtonLink,
  Card,
  Notice,
  ProblemNote,
  Sheet,
  Skeleton,
  StatusTag,
  Timeline,
  toast,
} from '#platform/web/kit';
import { Page } from '../shell/Page.tsx';
import { hrefOf } from '../shell/router.ts';
import { usePosted } from '../shell/use-posted.ts';
import { cases } from './clients.ts';
import { useResidentServices } from './field-services.ts';
import { RESIDENT, useMyReports } from './my-reports.ts';
import { ProgressDocuments } from './ProgressDocuments.tsx';

const messages = defineMessages({
  zh: {
    title: '办理进度',
    number: '受理编号 {number}',
    answer: '答复',
    steps: '办理过程',
    unknown: '时间不详',
    elsewhere: '这部手机上没有这个编号的查询码，请用受理编号和查询码查询。',
    find: '按编号查',
    done: '已提交',
    waits: '已存在手机里，联网后自动发送',
    promised: '最迟 {when} 办结',
    ask: '办得怎么样？您的评价决定是否重新办理。',
  },
  en: {
    title: 'Progress',
    number: 'Number {number}',
    answer: 'Answer',
    steps: 'What was done',
    unknown: 'Time not known',
    elsewhere: 'This phone has no query code for that number. Please look it up with number and query code.',
    find: 'Find by number',
    done: 'Sent',
    waits: 'Kept on this phone; it is sent once there is a connection',
    promised: 'To be closed by {when}',
    ask: 'How was it done? Your word decides whether it is opened again.',
  },
});

const Steps = ({ view }: { view: ProgressView }) => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  return (
    <Timeline
      label={t('steps')}
      steps={view.steps
        .map((step, index) => ({
          key: String(index),
          title: pick(step.shown),
          when: [step.at ? formats.moment(step.at, now) : t('unknown'), step.body].filter(Boolean).join(' · '),
          tone: view.status === 'closed' ? ('done' as const) : ('primary' as const),
        }))
        .reverse()}
    />
  );
};

/** How a matter is asked for: with number and query code, or as one of the account’s own. */
export type ProgressSource = { readonly number: string; readonly queryCode: string } | { readonly id: string };

const keyOf = (source: ProgressSource): string => ('id' in source ? source.id : source.number);

const callOf = (source: ProgressSource, action: object) =>
  'id' in source
    ? ({ method: 'POST', url: `/api/resident/reports/${source.id}/actions`, body: action } as const)
    : ({ method: 'POST', url: '/api/public/progress/actions', body: { query: source, action } } as const);

/** Progress like a parcel: where it is now, how it came there, the answer, and what I may do. */
export const Progress = ({ source }: { source: ProgressSource }) => {
  const lane = keyOf(source);
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const key = 'id' in source ? ['resident', 'report', lane] : ['progress', lane];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      'id' in source
        ? cases.getMyReport({ params: { id: source.id } }, { signal })
        : cases.seeProgress({ body: source }, { signal }),
    refetchInterval: 60_000,
  });
  const { known } = usePlaybooks('resident');
  const [open, setOpen] = useState<ActionOffer>();
  const [problem, setProblem] = useState<ApiProblem>();
  const { opened, post, busy } = usePosted(RESIDENT);
  const services = useResidentServices(opened);

  const submit = async (offer: ActionOffer, form: CheckedValues) => {
    setProblem(undefined);
    const view = query.data;
    const result = await post({
      id: newId(),
      kind: 'progress-action',
      lane,
      title: `${pick(offer.name)} · ${view?.title ?? lane}`,
      call: callOf(source, {
        id: newId(),
        action: offer.id,
        form,
        ...(view ? { expectedVersion: view.version } : {}),
      }),
      files: filesOf(form),
      filesUrl: '/api/public/files/:id',
    });
    if (result.kind === 'refused') {
      setProblem(result.problem);
      if (result.problem.status === 409) void query.refetch();
      return;
    }
    setOpen(undefined);
    if (result.kind === 'received') {
      client.setQueryData(key, result.receipt as ProgressView);
      toast(t('done'));
    } else toast(t('waits'), 'primary');
  };

  if (query.isPending) return <Skeleton rows={5} />;
  if (!query.data) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  const view = query.data;
  const main = view.availableActions.find((offer) => offer.tone === 'primary');
  const others = view.availableActions.filter((offer) => offer !== main);
  const latest = asProblem(query.error);
  return (
    <FieldServicesProvider value={services}>
      {query.error ? <Notice tone="soon">{latest.sentence.zh && pick(latest.sentence)}</Notice> : null}
      <Card>
        <p className="m-question">{view.title}</p>
        <p className="lf-hint">
          {view.place}
          <br />
          {t('number', { number: view.number })}
        </p>
        <div className="m-row-tags">
          <StatusTag tone={view.status === 'closed' ? 'done' : 'primary'}>{pick(view.shown)}</StatusTag>
          {view.status === 'open' && view.dueAt ? (
            <span className="lf-hint">{t('promised', { when: formats.moment(view.dueAt, now) })}</span>
          ) : null}
        </div>
      </Card>
      {view.answer ? (
        <Card title={t('answer')}>
          <p className="lf-prose">{view.answer}</p>
        </Card>
      ) : null}
      {main ? (
        <Card>
          <p>{t('ask')}</p>
          <div className="lf-form-foot">
            <Button look="primary" wide onClick={() => setOpen(main)}>
              {pick(main.name)}
            </Button>
          </div>
        </Card>
      ) : null}
      <Card title={t('steps')}>
        <Steps view={view} />
      </Card>
      <ProgressDocuments source={source} version={view.version} />
      {others.map((offer) => (
        <Button key={offer.id} onClick={() => setOpen(offer)}>
          {pick(offer.name)}
        </Button>
      ))}
      {open && known ? (
        <Sheet title={pick(open.name)} onClose={() => setOpen(undefined)}>
          <ActionForm
            offer={open}
            context={known.context}
            busy={busy}
            problem={problem}
            onSubmit={(form) => void submit(open, form)}
            onCancel={() => setOpen(undefined)}
          />
        </Sheet>
      ) : null}
    </FieldServicesProvider>
  );
};

export default function ProgressPage({ number }: { number: string }) {
  const t = useText(messages);
  const { ready, reports } = useMyReports();
  const report = reports.find((one) => one.number === number);
  return (
    <Page title={t('title')} back="/progress">
      {report ? (
        <Progress source={{ number, queryCode: report.queryCode }} />
      ) : !ready ? (
        <Skeleton rows={5} />
      ) : (
        <>
          <Notice>{t('elsewhere')}</Notice>
          <ButtonLink href={hrefOf('/progress')}>{t('find')}</ButtonLink>
        </>
      )}
    </Page>
  );
}
