import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { createQueryClient } from '#platform/web/api';
import { Skeleton, Toasts } from '#platform/web/kit';
import { HomePage } from './resident/HomePage.tsx';
import { followLinks, matchPath, usePath } from './shell/router.ts';
import { Failed } from './shell/Failed.tsx';
import { NewVersion } from './shell/NewVersion.tsx';
import './shell/mobile.css';

const ReportFlow = lazy(() => import('./resident/report/ReportFlow.tsx'));
const ServicesPage = lazy(() => import('./resident/ServicesPage.tsx'));
const SentPage = lazy(() => import('./resident/SentPage.tsx'));
const ProgressListPage = lazy(() => import('./resident/ProgressListPage.tsx'));
const ProgressPage = lazy(() => import('./resident/ProgressPage.tsx'));
const GridBoardPage = lazy(() => import('./resident/GridBoardPage.tsx'));
const PhonesPage = lazy(() => import('./resident/PhonesPage.tsx'));
const SettingsPage = lazy(() => import('./resident/SettingsPage.tsx'));
const ResidentSignInPage = lazy(() => import('./resident/account/SignInPage.tsx'));
const MinePage = lazy(() => import('./resident/account/MinePage.tsx'));
const NoticesPage = lazy(() => import('./resident/account/NoticesPage.tsx'));
const MyDataPage = lazy(() => import('./resident/account/MyDataPage.tsx'));
const ChangePhonePage = lazy(() => import('./resident/account/ChangePhonePage.tsx'));
const MyReportPage = lazy(() => import('./resident/account/MyReportPage.tsx'));
const WorkApp = lazy(() => import('./work/WorkApp.tsx'));
const MissingPage = lazy(() => import('./shell/MissingPage.tsx'));

const Pages = () => {
  const path = usePath();
  const plate = matchPath('/p/:code', path);
  const atPlate = matchPath('/p/:code/services', path);
  const askedAtPlate = matchPath('/p/:code/services/:playbook', path);
  const grid = matchPath('/p/:code/grid', path);
  const report = matchPath('/report/:step', path);
  const sent = matchPath('/sent/:id', path);
  const progress = matchPath('/progress/:number', path);
  if (path === '/') return <HomePage />;
  if (grid) return <GridBoardPage plate={grid['code'] ?? ''} />;
  if (atPlate) return <ServicesPage plate={atPlate['code']} />;
  if (askedAtPlate)
    return <ReportFlow plate={askedAtPlate['code']} service={askedAtPlate['playbook']} step={undefined} />;
  if (plate) return <ReportFlow plate={plate['code']} step={undefined} />;
  const service = matchPath('/services/:playbook', path);
  const asked = matchPath('/services/:playbook/:step', path);
  if (path === '/services') return <ServicesPage />;
  if (service) return <ReportFlow service={service['playbook']} step={undefined} />;
  if (asked) return <ReportFlow service={asked['playbook']} step={asked['step']} />;
  if (path === '/report') return <ReportFlow step={undefined} />;
  if (report) return <ReportFlow step={report['step']} />;
  if (sent) return <SentPage id={sent['id'] ?? ''} />;
  if (path === '/progress') return <ProgressListPage />;
  if (progress) return <ProgressPage number={progress['number'] ?? ''} />;
  if (path === '/phones') return <PhonesPage />;
  const mine = matchPath('/me/report/:id', path);
  if (path === '/sign-in') return <ResidentSignInPage next="/me" />;
  // What is asked for comes after it, with what was written.
  if (matchPath('/sign-in/*', path)) return <ResidentSignInPage next={path.slice('/sign-in'.length)} />;
  if (path === '/me') return <MinePage />;
  if (path === '/me/notices') return <NoticesPage />;
  if (path === '/me/data') return <MyDataPage />;
  if (path === '/me/phone') return <ChangePhonePage />;
  if (mine) return <MyReportPage id={mine['id'] ?? ''} />;
  if (path === '/settings') return <SettingsPage />;
  if (matchPath('/work/*', path) || path === '/work') return <WorkApp />;
  return <MissingPage />;
};

export const App = () => {
  const [client] = useState(createQueryClient);
  useEffect(followLinks, []);
  return (
    <QueryClientProvider client={client}>
      <Failed>
        <Suspense
          fallback={
            <div className="m-page">
              <div className="m-main">
                <Skeleton rows={4} />
              </div>
            </div>
          }
        >
          <Pages />
        </Suspense>
      </Failed>
      <NewVersion />
      <Toasts />
    </QueryClientProvider>
  );
};
