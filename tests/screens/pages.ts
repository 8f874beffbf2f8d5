import type { Page } from 'playwright-core';

/**
 * Every page of both apps, as data: `npm run screens` takes a picture of each, and the axe test checks each.
 * A page that is not listed here is neither looked at nor checked.
 */
export interface ScreenPage {
  readonly id: string;
  readonly app: 'console' | 'mobile';
  /** Role of the demo account that opens it; null without sign-in. */
  readonly as: string | null;
  /** The address, or how to find it by asking the API as that account. */
  readonly path: string | ((ask: Ask) => Promise<string>);
  /** What to press before it is looked at. */
  readonly then?: (page: Page) => Promise<unknown>;
  /** Start of the API address whose answer fills the page: it is held back, refused or emptied to see those states. */
  readonly data?: string;
  /** What the emptied answer is; a page that has no empty state leaves it out. */
  readonly empty?: unknown;
}

/** Asks the API as the account of the page. */
export type Ask = <Answer>(address: string) => Promise<Answer>;

/** Roles as the demo district has them; each has an account on the sign-in page. */
export type Accounts = ReadonlyMap<string, { readonly account: string; readonly password: string }>;

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const pressText = (text: RegExp) => (page: Page) => page.getByText(text).first().click();

interface Rows {
  readonly rows: readonly { readonly id: string }[];
}

const firstCase = (query: string) => async (ask: Ask) => {
  const { rows } = await ask<Rows>(`/api/cases?${query}&size=1`);
  const [row] = rows;
  if (!row) throw new Error(`the demo district has no case with ${query}`);
  return `/cases/${row.id}`;
};

const firstPlaybook = (see: string) => async (ask: Ask) => {
  const { playbooks } = await ask<{ playbooks: readonly { id: string }[] }>('/api/playbooks');
  const [playbook] = playbooks;
  if (!playbook) throw new Error('no pack declares a playbook');
  return `/playbooks/${playbook.id}?see=${see}`;
};

const firstIndicator = async (ask: Ask) => {
  const [indicator] = await ask<readonly { id: string }[]>('/api/indicators');
  if (!indicator) throw new Error('no pack declares an indicator');
  return `/board?open=${indicator.id}&part=numerator`;
};

const noCases = { rows: [], total: 0, more: false, next: null };

const consolePages: readonly ScreenPage[] = [
  { id: 'sign-in', app: 'console', as: null, path: '/sign-in' },
  {
    id: 'sign-in-refused',
    app: 'console',
    as: null,
    path: '/sign-in',
    then: (page) => page.locator('button[type=submit]').click(),
  },
  { id: 'set-up', app: 'console', as: null, path: '/setup' },
  {
    id: 'inbox',
    app: 'console',
    as: 'street-dispatcher',
    path: '/inbox',
    data: '/api/cases?',
    empty: noCases,
  },
  {
    id: 'inbox-batch',
    app: 'console',
    as: 'street-dispatcher',
    path: '/inbox',
    then: (page) => page.locator('main input[type=checkbox]').nth(1).check(),
  },
  {
    id: 'cases',
    app: 'console',
    as: 'street-dispatcher',
    path: '/cases',
    data: '/api/cases?',
    empty: noCases,
  },
  {
    id: 'cases-filters',
    app: 'console',
    as: 'street-dispatcher',
    path: '/cases?status=open',
    then: pressText(/更多筛选|More filters/),
  },
  { id: 'cases-views', app: 'console', as: 'street-dispatcher', path: '/cases', then: press(/常用视图|Views/) },
  {
    id: 'cases-keys',
    app: 'console',
    as: 'street-dispatcher',
    path: '/cases',
    then: (page) => page.keyboard.press('?'),
  },
  { id: 'cases-export', app: 'console', as: 'street-dispatcher', path: '/cases', then: press(/导出|Export/) },
  {
    id: 'case-open',
    app: 'console',
    as: 'street-dispatcher',
    path: firstCase('view=inbox&sort=due'),
    data: '/api/cases/0',
  },
  { id: 'case-closed', app: 'console', as: 'district-manager', path: firstCase('status=closed') },
  { id: 'report', app: 'console', as: 'community-staff', path: '/report' },
  {
    id: 'report-refused',
    app: 'console',
    as: 'community-staff',
    path: '/report',
    then: press(/核对并复述|Check and read back/),
  },
  { id: 'board', app: 'console', as: 'district-manager', path: '/board', data: '/api/figures' },
  {
    id: 'board-definition',
    app: 'console',
    as: 'district-manager',
    path: '/board',
    then: pressText(/^口径$|^Definition$/),
  },
  { id: 'board-opened', app: 'console', as: 'district-manager', path: firstIndicator },
  { id: 'territory', app: 'console', as: 'district-manager', path: '/territory', data: '/api/territory/' },
  { id: 'territory-draw', app: 'console', as: 'district-manager', path: '/territory?do=draw' },
  { id: 'plates', app: 'console', as: 'community-staff', path: '/plates', data: '/api/plates', empty: [] },
  { id: 'plates-print', app: 'console', as: 'community-staff', path: '/plates', then: press(/^打印|^Print/) },
  { id: 'playbooks', app: 'console', as: 'street-dispatcher', path: '/playbooks' },
  { id: 'playbook-diagram', app: 'console', as: 'street-dispatcher', path: firstPlaybook('diagram') },
  { id: 'playbook-stages', app: 'console', as: 'street-dispatcher', path: firstPlaybook('stages') },
  { id: 'playbook-form', app: 'console', as: 'street-dispatcher', path: firstPlaybook('form') },
  { id: 'playbook-categories', app: 'console', as: 'street-dispatcher', path: firstPlaybook('categories') },
  {
    id: 'people',
    app: 'console',
    as: 'system-admin',
    path: '/organisation?see=people',
    data: '/api/people',
    empty: [],
  },
  {
    id: 'people-add',
    app: 'console',
    as: 'system-admin',
    path: '/organisation?see=people',
    then: press(/新增人员|Add a person/),
  },
  { id: 'posts', app: 'console', as: 'system-admin', path: '/organisation?see=posts', data: '/api/posts', empty: [] },
  {
    id: 'bodies',
    app: 'console',
    as: 'system-admin',
    path: '/organisation?see=bodies',
    data: '/api/bodies',
    empty: [],
  },
  { id: 'import', app: 'console', as: 'district-manager', path: '/import', data: '/api/import-maps', empty: [] },
  { id: 'settings', app: 'console', as: 'system-admin', path: '/settings', data: '/api/settings' },
  { id: 'not-allowed', app: 'console', as: 'grid-worker', path: '/organisation' },
  { id: 'missing', app: 'console', as: 'grid-worker', path: '/no-such-page' },
];

const firstPlate = async (ask: Ask) => {
  const [plate] = await ask<readonly { code: string }[]>('/api/plates?at=990101001001');
  if (!plate) throw new Error('the demo district has no plate');
  return `/m/p/${plate.code}`;
};

const firstWork = async (ask: Ask) => {
  const { rows } = await ask<Rows>('/api/cases?view=inbox&sort=due&size=1');
  const [row] = rows;
  if (!row) throw new Error('nothing waits for this account');
  return `/m/work/case/${row.id}`;
};

/** From the first question of a report to the page before it is sent, or beyond. */
const report = (until: 'photos' | 'words' | 'check' | 'sent' | 'progress') => async (page: Page) => {
  const next = () => page.locator('.m-foot .lf-button-primary').click();
  const at = (step: string) => page.waitForURL(`**/m/${step}`);
  await page.locator('.lf-chips-grid input').first().check({ force: true });
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

const mobilePages: readonly ScreenPage[] = [
  { id: 'm-home', app: 'mobile', as: null, path: '/m/' },
  { id: 'm-home-elder', app: 'mobile', as: null, path: '/m/', then: elder() },
  { id: 'm-report', app: 'mobile', as: null, path: '/m/report' },
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
  { id: 'm-missing', app: 'mobile', as: null, path: '/m/no-such-page' },
  { id: 'm-sign-in', app: 'mobile', as: null, path: '/m/work' },
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
  { id: 'm-me', app: 'mobile', as: 'grid-worker', path: '/m/work/me' },
];

export const screenPages: readonly ScreenPage[] = [...consolePages, ...mobilePages];
