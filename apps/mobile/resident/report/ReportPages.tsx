import { lazy, type ReactNode, Suspense, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { FieldContext } from '#fields/field';
import { FormFields, useForm } from '#fields/web';
import { CategoryPicker, categoriesOf, filesOf, placeRefusals, reportFields, reportOf } from '#engines/case/web';
import type { Playbook } from '#engines/case/model';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Button, ErrorSummary, Icon, Skeleton } from '#platform/web/kit';
import type { StartedOutbox } from '#platform/web/outbox';
import { Page } from '../../shell/Page.tsx';
import { navigate } from '../../shell/router.ts';
import { useInstallation } from '../installation.ts';
import { draftKey, questionsAt, type ReportDraft } from './report-draft.ts';
import { stepAfter, stepsOf, whereStep } from './steps.ts';

const messages = defineMessages({
  zh: {
    what: '遇到什么事？',
    where: '事情在哪里？',
    next: '继续',
    skip: '跳过',
    plateUnread: '二维码所在的地点（联网后自动识别）',
    step: '第 {n} 步，共 {all} 步',
  },
  en: {
    what: 'What is it?',
    where: 'Where is it?',
    next: 'Continue',
    skip: 'Skip',
    plateUnread: 'Where the QR plate is (found out with a connection)',
    step: 'Step {n} of {all}',
  },
});

// The first page of a scanned plate is light: what comes last is fetched while the questions are answered.
const loadCheckPage = () => import('./CheckPage.tsx');
const CheckPage = lazy(loadCheckPage);
const PlateBoard = lazy(() => import('./PlateBoard.tsx'));
const PersonalNotice = lazy(() => import('./PersonalNotice.tsx'));

/** A moment to see what was chosen, before the page goes on by itself. */
const SEEN = 180;

export const ReportPages = ({
  playbook,
  context,
  draft,
  save,
  opened,
  step,
  service,
  title,
  notice,
}: {
  /** Of every page: what is reported. */
  title: string;
  playbook: Playbook;
  context: FieldContext;
  draft: ReportDraft;
  save: (draft: ReportDraft) => void;
  opened: StartedOutbox;
  step: string;
  service: string | undefined;
  notice: ReactNode;
}) => {
  const t = useText(messages);
  const pick = usePick();
  const installation = useInstallation();
  const prefix = `${useId()}-`;
  const { plate } = draft;
  const questions = questionsAt(service);
  const fields = useMemo(() => reportFields(playbook), [playbook]);
  const steps = useMemo(() => stepsOf(playbook, plate !== null), [playbook, plate]);
  const form = useForm(fields, context, draft.values);
  const [sending, setSending] = useState(false);
  const latest = useRef(draft);
  latest.current = draft;
  const sent = useRef(false);

  useEffect(() => {
    if (!sent.current && form.draft !== latest.current.values) save({ ...latest.current, values: form.draft });
  }, [form.draft, save]);

  useEffect(() => {
    if (step !== 'what') loadCheckPage().catch(() => undefined);
  }, [step]);

  const category = form.draft['category'];
  useEffect(() => {
    // Opened in the middle with nothing written: begin at the beginning.
    if (step !== 'what' && typeof category !== 'string' && !sent.current) navigate(questions, { replace: true });
  }, [step, category, questions]);

  const go = (from: string) => navigate(`${questions}/${stepAfter(steps, from)?.id ?? 'check'}`);
  const goOn = (from: string) => setTimeout(() => go(from), SEEN);
  const at = step === 'where' ? whereStep : steps.find((one) => one.id === step);

  const checkPlace = (): boolean => {
    const refusals = plate ? {} : placeRefusals(form.draft);
    if (Object.keys(refusals).length > 0) form.complain(refusals);
    return Object.keys(refusals).length === 0;
  };

  const send = async (notice: string | undefined) => {
    const values = await form.check();
    if (!values) {
      const wrong = steps.find((one) => one.id !== 'check' && one.fields.some((field) => form.failed().has(field.id)));
      if (wrong) navigate(`${questions}/${wrong.id}`);
      return;
    }
    if (!checkPlace()) {
      navigate(`${questions}/where`);
      return;
    }
    setSending(true);
    const code = plate?.place?.code;
    const report = reportOf(draft.id, playbook.id, values, { code });
    const district = plate?.district ?? report.place.code?.slice(0, 6) ?? installation?.districts[0]?.code ?? '';
    const name = categoriesOf(playbook, context).find(report.category)?.name;
    sent.current = true;
    await opened.outbox.post({
      id: draft.id,
      kind: 'report',
      title: [name ? pick(name) : '', report.place.text].filter(Boolean).join('：'),
      call: {
        method: 'POST',
        url: '/api/public/reports',
        body: {
          report,
          queryCode: draft.queryCode,
          district: district.slice(0, 6),
          ...(plate ? { plate: plate.code } : {}),
          ...(notice === undefined ? {} : { notice }),
        },
      },
      files: filesOf(report.values),
      filesUrl: '/api/public/files/:id',
      // Half a year in which the progress opens by itself.
      keeping: { days: 183, fields: ['queryCode'] },
    });
    await opened.drafts.drop(draftKey(service));
    navigate(`/sent/${draft.id}`, { replace: true });
  };

  const place = plate ? (
    <p className="m-place">
      <Icon name="mapPin" />
      <strong>
        {plate.place ? [plate.place.name, plate.place.text].filter(Boolean).join(' · ') : t('plateUnread')}
      </strong>
    </p>
  ) : null;

  if (step === 'what' || !at)
    return (
      <Page title={title} back={service === undefined ? '/' : plate ? `/p/${plate.code}/services` : '/services'}>
        {notice}
        {place}
        <h2 className="m-question">{t('what')}</h2>
        <CategoryPicker
          playbook={playbook}
          context={context}
          value={typeof category === 'string' ? category : null}
          onChange={(code) => {
            form.set('category', code);
            goOn('what');
          }}
        />
        {plate && service === undefined ? (
          <Suspense fallback={null}>
            <PlateBoard plate={plate.code} />
          </Suspense>
        ) : null}
      </Page>
    );

  if (step === 'check')
    return (
      <Suspense
        fallback={
          <Page title={title} back="/">
            <Skeleton rows={4} />
          </Page>
        }
      >
        <CheckPage
          playbook={playbook}
          context={context}
          form={form}
          draft={draft}
          questions={questions}
          steps={steps}
          district={plate?.district ?? installation?.districts[0]?.code}
          prefix={prefix}
          sending={sending}
          onSend={(notice) => void send(notice)}
          onMeToo={async () => {
            sent.current = true;
            await opened.drafts.drop(draftKey(service));
            navigate('/', { replace: true });
          }}
        />
      </Suspense>
    );

  const next = async () => {
    if (!(await form.check(at.fields))) return;
    if (at.id === 'where' && !checkPlace()) return;
    go(at.id);
  };
  const count = steps.findIndex((one) => one.id === at.id) + 1;
  const empty = at.fields.every((field) => !field.required && (form.draft[field.id] ?? null) === null);
  return (
    <Page
      title={title}
      back={questions}
      extra={count > 0 ? <span className="lf-hint">{t('step', { n: count, all: steps.length })}</span> : null}
      foot={
        <Button look="primary" onClick={() => void next()}>
          {empty && at.id !== 'where' ? t('skip') : t('next')}
        </Button>
      }
    >
      <ErrorSummary errors={form.summary(prefix)} attempt={form.attempt} />
      {at.id === 'where' ? <h2 className="m-question">{t('where')}</h2> : null}
      <div className={at.id === 'where' ? 'm-form' : 'm-form m-form-one'}>
        {at.fields.some((field) => field.privacy) ? (
          <Suspense fallback={null}>
            <PersonalNotice fields={at.fields} />
          </Suspense>
        ) : null}
        <FormFields
          fields={at.fields}
          form={form}
          context={context}
          prefix={prefix}
          quiet={at.id === 'where'}
          onAnswered={(field) => at.fields.length === 1 && at.fields[0] === field && goOn(at.id)}
        />
      </div>
    </Page>
  );
};
