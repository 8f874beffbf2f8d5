import { lazy, Suspense, useEffect, useState } from 'react';
import { usePlaybooks } from '#engines/case/web';
import { FieldServicesProvider } from '#fields/web';
import { asProblem } from '#platform/web/api';
import { defineMessages, useLocale, usePick, useText } from '#platform/web/i18n';
import { Card, Empty, List, ListRow, Notice, ProblemNote, Skeleton } from '#platform/web/kit';
import { Page } from '../../shell/Page.tsx';
import { hrefOf, navigate } from '../../shell/router.ts';
import { useResidentServices } from '../field-services.ts';
import { ReportPages } from './ReportPages.tsx';
import { usePlate, useReportDraft } from './use-report-draft.ts';

const messages = defineMessages({
  zh: {
    title: '报事',
    which: '要报哪一类？',
    closed: '这件事不在手机上自助办理',
    unknown: '这里没有这项服务，可能已经停办。',
    others: '看看其他事项',
  },
  en: {
    title: 'Report',
    which: 'Which kind?',
    closed: 'This is not opened on the phone',
    unknown: 'There is no such service here; it may have ended.',
    others: 'Other services',
  },
});

const PhoneFirst = lazy(() => import('./PhoneFirst.tsx'));

/** Reporting, from a plate or from the first page. Opens the draft, the plate and the playbooks, then hands over. */
export default function ReportFlow({
  plate,
  step,
  service,
}: {
  plate?: string | undefined;
  step: string | undefined;
  /** Id of the playbook; the district's quick report without one. */
  service?: string | undefined;
}) {
  const t = useText(messages);
  const pick = usePick();
  const locale = useLocale();
  const { opened, draft, save } = useReportDraft(plate, service);
  // As the district of the plate has them.
  const { known, error, retry } = usePlaybooks('resident', draft?.plate?.district ?? undefined);
  const services = useResidentServices(opened);
  const found = usePlate(draft?.plate?.code);
  const [chosen, setChosen] = useState<string>();

  const quick = known?.playbooks.find((one) => one.quick)?.id;
  useEffect(() => {
    // The quick report is one form and one draft, whatever way leads to it.
    if (service !== undefined && service === quick) navigate(plate ? `/p/${plate}` : '/report', { replace: true });
  }, [service, quick, plate]);

  const view = found.data;
  useEffect(() => {
    if (!view || !draft?.plate || draft.plate.place) return;
    const { code, name, text } = view.place;
    save({ ...draft, plate: { ...draft.plate, place: { code, name, text }, district: view.district } });
  }, [view, draft, save]);

  if (error)
    return (
      <Page title={t('title')} back="/">
        <ProblemNote error={error} onRetry={retry} />
      </Page>
    );
  const waits = draft?.plate && !draft.plate.place && found.isFetching && !found.isError;
  if (!known || !draft || !opened || waits)
    return (
      <Page title={t('title')} back="/">
        <Skeleton rows={4} />
      </Page>
    );

  // A plate that is unknown or withdrawn is said, and the place is asked instead. Without a line its code is enough.
  const refused = found.error && asProblem(found.error).kind === 'refused' ? asProblem(found.error) : undefined;
  const offered = view?.playbooks.map((one) => one.id);
  const closed = new Set(known.doors.flatMap((one) => ('closed' in one ? [one.id] : [])));
  const open = known.playbooks.filter(
    (one) => one.reporters.includes('resident') && !closed.has(one.id) && (!offered || offered.includes(one.id)),
  );
  const playbook =
    service === undefined
      ? (open.find((one) => one.quick) ?? (open.length === 1 ? open[0] : open.find((one) => one.id === chosen)))
      : open.find((one) => one.id === service);
  if (!playbook && service !== undefined) {
    const door = known.doors.find((one) => one.id === service);
    return (
      <Page title={t('title')} back="/services">
        <Card>
          <Empty title={t('closed')} action={<a href={hrefOf('/services')}>{t('others')}</a>}>
            {door && 'closed' in door ? pick(door.closed) : t('unknown')}
          </Empty>
        </Card>
      </Page>
    );
  }
  if (!playbook)
    return (
      <Page title={t('title')} back="/">
        <h2 className="m-question">{t('which')}</h2>
        <List>
          {open.map((one) => (
            <ListRow key={one.id} title={pick(one.name)} note={pick(one.summary)} onPress={() => setChosen(one.id)} />
          ))}
        </List>
      </Page>
    );
  const door = known.doors.find((one) => one.id === playbook.id);
  const entrance = door && !('closed' in door) ? door : undefined;
  const title = service === undefined ? t('title') : pick(entrance?.name ?? playbook.name);
  const pages = (
    <FieldServicesProvider value={services}>
      <ReportPages
        title={title}
        key={draft.id}
        playbook={playbook}
        context={known.context}
        draft={refused ? { ...draft, plate: null } : draft}
        save={save}
        opened={opened}
        step={step ?? 'what'}
        service={service}
        notice={
          refused ? (
            <Notice tone="soon" icon="alert">
              {refused.sentence[locale]}
            </Notice>
          ) : null
        }
      />
    </FieldServicesProvider>
  );
  if (entrance?.identity !== 'phone') return pages;
  return (
    <Suspense
      fallback={
        <Page title={title} back="/services">
          <Skeleton rows={4} />
        </Page>
      }
    >
      <PhoneFirst title={title}>{pages}</PhoneFirst>
    </Suspense>
  );
}
