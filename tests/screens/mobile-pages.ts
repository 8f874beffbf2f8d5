import type { Page } from 'playwright-core';
import { noCases } from './acts.ts';
import type { Ask, Rows, ScreenPage } from './pages.ts';
import { step } from './sign-in-pages.ts';

const firstPlate = async (ask: Ask) => {
  const [plate] = await ask<readonly { code: string }[]>('/api/plates?at=990101001001');
  if (!plate) throw new Error('the demo district has no plate');
  return `/m/p/${plate.code}`;
};

const firstWorkOf = (query: string) => async (ask: Ask) => {
  const { rows } = await ask<Rows>(`/api/cases?view=inbox&sort=due&size=1${query}`);
  const [row] = rows;
  if (!row) throw new Error('nothing waits for this account');
  return `/m/work/case/${row.id}`;
};
const firstWork = firstWorkOf('');

/** From the first question of a report to the page before it is sent, or beyond. */
const report = (until: 'photos' | 'words' | 'check' | 'sent' | 'progress') => async (page: Page) => {
  const next = () => page.locator('.m-foot .lf-button-primary').click();
  const at = (step: string) => page.waitForURL(`**/m/${step}`);
  // The choice leads on at once: nothing is left to look whether it was checked.
  await page.locator('.lf-chips-grid input').first().click({ force: true });
  await at('report/photos');
  if (until === 'photos') return;
  await next();
  await at('report/words');
  await page.locator('textarea').fill('二单元电梯停在六楼，一直在响。');
  if (until === 'words') return;
  await next();
  await at('report/check');
  if (until === 'check') return;
  await next();
  await at('sent/*');
  await page.locator('.m-code').nth(1).waitFor();
  if (until === 'sent') return;
  await next();
  await page.locator('.lf-timeline').waitFor();
};

const elder = (then?: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await page.evaluate(() => localStorage.setItem('lifang.theme', JSON.stringify({ scale: 1.5 })));
  await page.reload();
  await page.locator('h1').waitFor();
  await then?.(page);
};

/** Signs in as a resident whom nobody knows yet; the page was opened as the administrator who reads the code in the queue. */
const resident = (path: string, then?: (page: Page) => Promise<unknown>) => async (page: Page) => {
  const phone = `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
  const { request } = await (await page.request.post('/api/public/resident-codes', { data: { phone } })).json();
  const queue = await (await page.request.get('/api/outbox?channel=sms')).json();
  const text = (queue.rows as { to: string; demoText: string | null }[]).find(
    (row) => row.to.endsWith(phone.slice(-4)) && row.demoText,
  )?.demoText;
  const code = /\d{6}/.exec(text ?? '')?.[0];
  await page.request.post('/api/resident/session', { data: { request, phone, code } });
  await page.evaluate(() => localStorage.setItem('lifang.resident', 'true'));
  await page.goto(path);
  await page.locator('h1').waitFor();
  await then?.(page);
};

/** A number typed on the sign-in page, as far as the code. */
const askedForCode = async (page: Page) => {
  await page.locator('#phone').fill(`137${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`);
  await page.locator('button[type=submit]').click();
  await page.locator('#code').waitFor();
};

/** The phone: residents and staff. */
export const mobilePages: readonly ScreenPage[] = [
  { id: 'm-home', app: 'mobile', as: null, path: '/m/' },
  { id: 'm-home-elder', app: 'mobile', as: null, path: '/m/', then: elder() },
  { id: 'm-report', app: 'mobile', as: null, path: '/m/report' },
  { id: 'm-work-route', app: 'mobile', as: 'grid-worker', path: '/m/work/route' },
  { id: 'm-services', app: 'mobile', as: null, path: '/m/services' },
  {
    id: 'm-services-open',
    app: 'mobile',
    as: null,
    path: '/m/services',
    then: (page) => page.locator('.m-group').nth(1).click(),
  },
  {
    id: 'm-services-found',
    app: 'mobile',
    as: null,
    path: '/m/services',
    then: (page) => page.locator('input[type=search]').fill('漏水'),
  },
  { id: 'm-service', app: 'mobile', as: null, path: '/m/services/grid.opinion' },
  { id: 'm-phone-first', app: 'mobile', as: null, path: '/m/services/window.mobile' },
  { id: 'm-door-closed', app: 'mobile', as: null, path: '/m/services/dispute.oral' },
  {
    id: 'm-plate-services',
    app: 'mobile',
    as: 'community-staff',
    path: async (ask) => `${await firstPlate(ask)}/services`,
  },
  {
    id: 'm-report-where',
    app: 'mobile',
    as: null,
    path: '/m/report',
    then: async (page) => {
      await report('words')(page);
      await page.locator('.m-foot .lf-button-primary').click();
      await page.waitForURL('**/m/report/where');
      await page.getByRole('button', { name: /在地图上选|Choose on a map/ }).click();
    },
  },
  {
    id: 'm-plate',
    app: 'mobile',
    as: 'community-staff',
    path: firstPlate,
    data: '/api/public/plates/',
  },
  { id: 'm-photos', app: 'mobile', as: 'community-staff', path: firstPlate, then: report('photos') },
  { id: 'm-words-elder', app: 'mobile', as: 'community-staff', path: firstPlate, then: elder(report('words')) },
  { id: 'm-check', app: 'mobile', as: 'community-staff', path: firstPlate, then: report('check') },
  { id: 'm-sent', app: 'mobile', as: 'community-staff', path: firstPlate, then: report('sent') },
  { id: 'm-followed', app: 'mobile', as: 'community-staff', path: firstPlate, then: report('progress') },
  { id: 'm-progress', app: 'mobile', as: null, path: '/m/progress' },
  {
    id: 'm-progress-refused',
    app: 'mobile',
    as: null,
    path: '/m/progress',
    then: (page) => page.locator('button[type=submit]').click(),
  },
  { id: 'm-phones', app: 'mobile', as: null, path: '/m/phones' },
  { id: 'm-settings', app: 'mobile', as: null, path: '/m/settings' },
  { id: 'm-resident-sign-in', app: 'mobile', as: null, path: '/m/sign-in' },
  { id: 'm-resident-code', app: 'mobile', as: null, path: '/m/sign-in', then: askedForCode },
  { id: 'm-resident-code-elder', app: 'mobile', as: null, path: '/m/sign-in', then: elder(askedForCode) },
  {
    id: 'm-resident-refused',
    app: 'mobile',
    as: null,
    path: '/m/sign-in',
    then: (page) => page.locator('button[type=submit]').click(),
  },
  { id: 'm-mine-nobody', app: 'mobile', as: null, path: '/m/me' },
  { id: 'm-mine', app: 'mobile', as: 'system-admin', path: '/m/', then: resident('/m/me') },
  { id: 'm-mine-elder', app: 'mobile', as: 'system-admin', path: '/m/', then: resident('/m/me', elder()) },
  { id: 'm-notices', app: 'mobile', as: 'system-admin', path: '/m/', then: resident('/m/me/notices') },
  { id: 'm-data', app: 'mobile', as: 'system-admin', path: '/m/', then: resident('/m/me/data') },
  {
    id: 'm-data-remove',
    app: 'mobile',
    as: 'system-admin',
    path: '/m/',
    then: resident('/m/me/data', (page) => page.getByRole('button', { name: /注销账号|Delete my account/ }).click()),
  },
  { id: 'm-change-phone', app: 'mobile', as: 'system-admin', path: '/m/', then: resident('/m/me/phone') },
  { id: 'm-missing', app: 'mobile', as: null, path: '/m/no-such-page' },
  { id: 'm-sign-in', app: 'mobile', as: null, path: '/m/work' },
  { id: 'm-sign-in-factor', app: 'mobile', as: null, path: '/m/work', then: step('factor') },
  { id: 'm-sign-in-enrol', app: 'mobile', as: null, path: '/m/work', then: step('enrol') },
  {
    id: 'm-work',
    app: 'mobile',
    as: 'grid-worker',
    path: '/m/work',
    data: '/api/cases?',
    empty: noCases,
  },
  { id: 'm-work-elder', app: 'mobile', as: 'grid-worker', path: '/m/work', then: elder() },
  { id: 'm-case', app: 'mobile', as: 'grid-worker', path: firstWork },
  {
    id: 'm-action',
    app: 'mobile',
    as: 'grid-worker',
    path: firstWork,
    then: (page) => page.locator('.m-foot .lf-button-primary').click(),
  },
  {
    id: 'm-dispatch',
    app: 'mobile',
    as: 'street-dispatcher',
    path: firstWorkOf('&stage=to-dispatch'),
    then: (page) => page.getByRole('button', { name: /^派单$|^Dispatch$/ }).click(),
  },
  { id: 'm-work-report', app: 'mobile', as: 'grid-worker', path: '/m/work/report' },
  {
    id: 'm-work-report-refused',
    app: 'mobile',
    as: 'grid-worker',
    path: '/m/work/report',
    then: async (page) => {
      await page.getByText(/^替居民代录|^On behalf/).click();
      await page.getByRole('button', { name: /^发送|^Send/ }).click();
    },
  },
  { id: 'm-unsent', app: 'mobile', as: 'grid-worker', path: '/m/work/unsent' },
  {
    id: 'm-work-notices',
    app: 'mobile',
    as: 'grid-worker',
    path: '/m/work/notices',
    data: '/api/notices?',
    empty: { rows: [], more: false },
  },
  { id: 'm-me', app: 'mobile', as: 'grid-worker', path: '/m/work/me' },
  { id: 'm-duty', app: 'mobile', as: 'grid-worker', path: '/m/work/duty', data: '/api/my/duty' },
  {
    id: 'm-board',
    app: 'mobile',
    as: 'community-staff',
    path: async (ask) => `${await firstPlate(ask)}/grid`,
    data: '/api/public/plates/',
  },
];
