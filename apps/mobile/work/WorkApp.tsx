import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { ConfirmHost } from '#engines/organisation/web';
import { FieldServicesProvider } from '#fields/web';
import { useLive } from '#platform/web/api';
import { defineMessages, useText } from '#platform/web/i18n';
import { ProblemNote, Skeleton } from '#platform/web/kit';
import { useOutbox, useStartedOutbox } from '#platform/web/outbox';
import { keepForLater } from '../shell/keep-for-later.ts';
import { MissingPage } from '../shell/MissingPage.tsx';
import { Page } from '../shell/Page.tsx';
import { matchPath, usePath } from '../shell/router.ts';
import { CasePage } from './CasePage.tsx';
import { useStaffServices } from './field-services.ts';
import { InboxPage } from './InboxPage.tsx';
import { MePage } from './MePage.tsx';
import { MyDutyPage } from './MyDutyPage.tsx';
import { NoticesPage } from './NoticesPage.tsx';
import { ReportPage } from './ReportPage.tsx';
import { isComplete, outboxOf, useSession, type Work, WorkContext } from './session.ts';
import { RoutePage } from './RoutePage.tsx';
import { SignInPage } from './SignInPage.tsx';
import { UnsentPage } from './UnsentPage.tsx';

const messages = defineMessages({ zh: { title: '工作台' }, en: { title: 'Work' } });

/** A field worker stands where there is no line: maps, checks and photos have to be here by then. */
const partsForLater = [
  () => import('#platform/web/map').then(({ loadLeaflet }) => loadLeaflet()),
  () => import('#platform/web/photo'),
  () => import('#fields'),
];

/** What the outbox sent changed the lists, also where no live line gets through. */
const useSentSteps = (box: string): void => {
  const client = useQueryClient();
  const { unsent } = useOutbox(box);
  const before = useRef(unsent);
  useEffect(() => {
    if (unsent < before.current) void client.invalidateQueries({ queryKey: ['case'] });
    before.current = unsent;
  }, [client, unsent]);
};

const Pages = ({ work }: { work: Work }) => {
  const path = usePath();
  const services = useStaffServices(work);
  useLive(['notice', 'case', 'session']);
  useSentSteps(work.box);
  useEffect(() => keepForLater(partsForLater), []);
  const matter = matchPath('/work/case/:id', path);
  return (
    <WorkContext.Provider value={work}>
      <FieldServicesProvider value={services}>
        {path === '/work' ? (
          <InboxPage />
        ) : matter ? (
          <CasePage key={matter['id']} id={matter['id'] ?? ''} />
        ) : path === '/work/report' ? (
          <ReportPage />
        ) : path === '/work/unsent' ? (
          <UnsentPage />
        ) : path === '/work/notices' ? (
          <NoticesPage />
        ) : path === '/work/duty' ? (
          <MyDutyPage />
        ) : path === '/work/route' ? (
          <RoutePage />
        ) : path === '/work/me' ? (
          <MePage />
        ) : (
          <MissingPage />
        )}
      </FieldServicesProvider>
    </WorkContext.Provider>
  );
};

const SignedIn = ({ me }: { me: Work['me'] }) => {
  const t = useText(messages);
  const box = outboxOf(me.person.id);
  const opened = useStartedOutbox(box);
  const work = useMemo(() => opened && { me, opened, box }, [me, opened, box]);
  if (!work)
    return (
      <Page title={t('title')}>
        <Skeleton rows={4} />
      </Page>
    );
  return <Pages work={work} />;
};

/** The part of field workers. It loads apart from the residents' pages. */
export default function WorkApp() {
  const t = useText(messages);
  const session = useSession();
  if (session.data && isComplete(session.data.me))
    return (
      <>
        <SignedIn me={session.data.me} />
        <ConfirmHost />
      </>
    );
  if (session.data !== undefined) return <SignInPage begun={session.data?.me} />;
  return (
    <Page title={t('title')} back="/">
      {session.error ? (
        <ProblemNote error={session.error} onRetry={() => void session.refetch()} />
      ) : (
        <Skeleton rows={4} />
      )}
    </Page>
  );
}
