import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ActionOffer, CaseView } from '#engines/case/contract';
import {
  ActionForm,
  CaseFacts,
  CaseTimeline,
  DeadlineArithmetic,
  DueTag,
  filesOf,
  CaseStanding,
  standsBeside,
  TaskList,
  usePlaybooks,
} from '#engines/case/web';
import { type CheckedValues, FieldServicesProvider, type FormDraft, useFieldServices } from '#fields/web';
import { addressOf, type ApiProblem, newId } from '#platform/web/api';
import { caseRoutes } from '#engines/case/contract';
import { instantOf } from '#kernel/instant';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import {
  Button,
  Card,
  List,
  ListRow,
  Notice,
  ProblemNote,
  Sheet,
  Skeleton,
  StatusTag,
  toast,
  Watermark,
} from '#platform/web/kit';
import { isUnsent, useOutbox } from '#platform/web/outbox';
import { cases } from './clients.ts';
import { Page } from '../shell/Page.tsx';
import { hrefOf, navigate } from '../shell/router.ts';
import { usePosted } from '../shell/use-posted.ts';
import { type Cached, useCached } from './cached.ts';
import { useWork } from './session.ts';

const messages = defineMessages({
  zh: {
    title: '事项',
    facts: '基本情况',
    steps: '办理过程',
    standing: '办理情况',
    tasks: '任务',
    clocks: '期限',
    more: '更多操作',
    done: '「{action}」已提交',
    kept: '已存在手机里，联网后自动发送',
    waits: '您办理的「{title}」还没发出，联网后自动发送。',
    stale: '没有网络。这是 {when} 的内容。',
    nothing: '这件事项现在不需要您办理。',
  },
  en: {
    title: 'Matter',
    facts: 'The matter',
    steps: 'What was done',
    standing: 'How it stands',
    tasks: 'Tasks',
    clocks: 'Deadlines',
    more: 'More',
    done: '“{action}” sent',
    kept: 'Kept on this phone; it is sent once there is a connection',
    waits: 'Your “{title}” is not sent yet; it goes out with a connection.',
    stale: 'No connection. This is how it was at {when}.',
    nothing: 'Nothing is waiting for you here.',
  },
});

/** A number to ring is a look at it: asked for with its reason, one at a time. */
const revealOf = (id: string) => (field: string, reason: string) =>
  cases.revealValue({ params: { id }, body: { field, reason } });

const weight = { primary: 0, normal: 1, danger: 2 } as const;

/** A matter in one hand: what, where, until when; the steps I may take at the bottom. */
export const CasePage = ({ id }: { id: string }) => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const { me, box, opened } = useWork();
  const { known } = usePlaybooks();
  const key = ['case', id];
  const query = useCached(key, (signal) => cases.getCase({ params: { id } }, { signal }));
  const { commands } = useOutbox(box);
  const { post, busy } = usePosted(box);
  const [listing, setListing] = useState(false);
  const [open, setOpen] = useState<{ readonly offer: ActionOffer; readonly draft: FormDraft | undefined }>();
  const [problem, setProblem] = useState<ApiProblem>();
  const services = useFieldServices();
  const withPhotos = useMemo(
    () => ({
      ...services,
      photoUrl: async (file: string, size: 'thumb' | 'full') =>
        (await services.photoUrl?.(file, size)) ??
        addressOf(caseRoutes.getCaseFile, { params: { id, file }, query: { size } }),
    }),
    [services, id],
  );

  const draftKey = (offer: ActionOffer) => `action:${id}:${offer.id}`;
  const start = async (offer: ActionOffer) => {
    setListing(false);
    setProblem(undefined);
    setOpen({ offer, draft: await opened.drafts.find<FormDraft>(draftKey(offer)) });
  };
  const submit = async (offer: ActionOffer, form: CheckedValues, task: string | undefined) => {
    setProblem(undefined);
    const view = query.data?.value;
    const result = await post({
      id: newId(),
      kind: 'action',
      lane: id,
      title: `${pick(offer.name)} · ${view?.row.title ?? ''}`,
      call: {
        method: 'POST',
        url: '/api/cases/:id/actions',
        params: { id },
        body: {
          id: newId(),
          action: offer.id,
          form,
          ...(task === undefined ? {} : { task }),
          ...(view ? { expectedVersion: view.version } : {}),
        },
      },
      files: filesOf(form),
      filesUrl: '/api/files/:id',
    });
    if (result.kind === 'refused') {
      setProblem(result.problem);
      if (result.problem.status === 409) void query.refetch();
      return;
    }
    await opened.drafts.drop(draftKey(offer));
    setOpen(undefined);
    if (result.kind === 'received') {
      const value = result.receipt as CaseView;
      client.setQueryData<Cached<CaseView>>(key, { value, at: instantOf(Date.now()), stale: false });
      void client.invalidateQueries({ queryKey: ['case', 'inbox'] });
      toast(t('done', { action: pick(offer.name) }));
      if (value.availableActions.length === 0) navigate('/work');
    } else toast(t('kept'), 'primary');
  };

  const view = query.data?.value;
  if (!view)
    return (
      <Page title={t('title')} back="/work">
        {query.isPending ? (
          <Skeleton rows={6} />
        ) : (
          <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
        )}
      </Page>
    );
  const unsent = commands.find((one) => isUnsent(one) && one.lane === id);
  const offers = unsent ? [] : [...view.availableActions].sort((a, b) => weight[a.tone] - weight[b.tone]);
  const [first, second, ...others] = offers;
  const rest = others.length > 0 ? offers.slice(1) : [];
  const context = known?.context ?? { codeList: () => undefined };
  return (
    <FieldServicesProvider value={withPhotos}>
      <Page
        title={view.row.title}
        back="/work"
        offlineTold={query.data?.stale === true || unsent !== undefined}
        foot={
          first ? (
            <div className="m-foot-row">
              {rest.length > 0 ? (
                <Button onClick={() => setListing(true)}>{t('more')}</Button>
              ) : second ? (
                <Button look={second.tone === 'danger' ? 'danger' : 'normal'} onClick={() => void start(second)}>
                  {pick(second.name)}
                </Button>
              ) : null}
              <Button look="primary" onClick={() => void start(first)}>
                {pick(first.name)}
              </Button>
            </div>
          ) : undefined
        }
      >
        {query.data?.stale ? (
          <Notice tone="soon" icon="cloudOff">
            {t('stale', { when: formats.moment(query.data.at, now) })}
          </Notice>
        ) : null}
        {unsent ? (
          <Notice tone="soon" icon="cloudOff">
            {t('waits', { title: unsent.title })}
          </Notice>
        ) : null}
        <div className="m-row-tags">
          <StatusTag tone={view.row.status === 'closed' ? 'done' : 'primary'}>{pick(view.row.stageName)}</StatusTag>
          <DueTag row={view.row} />
        </div>
        <Card title={t('facts')}>
          <CaseFacts
            view={view}
            context={context}
            {...(me.permissions.includes('personal.reveal') ? { reveal: revealOf(id) } : {})}
          />
        </Card>
        {standsBeside(view) ? (
          <Card title={t('standing')}>
            <CaseStanding
              view={view}
              context={context}
              link={(other, text) => <a href={hrefOf(`/work/case/${other}`)}>{text}</a>}
            />
          </Card>
        ) : null}
        {view.tasks.length > 0 ? (
          <Card title={t('tasks')}>
            <TaskList tasks={view.tasks} />
          </Card>
        ) : null}
        {view.clocks.length > 0 ? (
          <Card title={t('clocks')}>
            <DeadlineArithmetic clocks={view.clocks} />
          </Card>
        ) : null}
        <Card title={t('steps')}>
          <CaseTimeline
            entries={view.timeline}
            context={context}
            masked={view.masked}
            reveal={me.permissions.includes('personal.reveal') ? revealOf(id) : undefined}
          />
        </Card>
        {offers.length === 0 && !unsent ? <p className="lf-hint">{t('nothing')}</p> : null}
      </Page>
      <Watermark text={`${me.person.name} ${me.person.id.slice(-4)} ${formats.moment(now)}`} />
      {listing ? (
        <Sheet title={t('more')} onClose={() => setListing(false)}>
          <List>
            {rest.map((offer) => (
              <ListRow key={offer.id} title={pick(offer.name)} onPress={() => void start(offer)} />
            ))}
          </List>
        </Sheet>
      ) : null}
      {open ? (
        <Sheet title={pick(open.offer.name)} onClose={() => setOpen(undefined)}>
          <ActionForm
            offer={open.offer}
            context={context}
            busy={busy}
            problem={problem}
            draft={open.draft}
            advice={{ matter: id, version: view.version }}
            onDraft={(draft) => opened.drafts.save(draftKey(open.offer), draft, filesOf(draft))}
            onSubmit={(form, task) => void submit(open.offer, form, task)}
            onCancel={() => setOpen(undefined)}
          />
        </Sheet>
      ) : null}
    </FieldServicesProvider>
  );
};
