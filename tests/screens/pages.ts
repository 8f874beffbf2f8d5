import type { Page } from 'playwright-core';
import { structurePages } from './structure-pages.ts';

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

/** What follows account and password where a second factor or a new password is asked for. */
const step =
  (pending: 'factor' | 'enrol' | 'password', then?: (page: Page) => Promise<unknown>) => async (page: Page) => {
    const person = { id: '0196fdf7-2a80-7000-8000-000000000001', name: '王建国' };
    await page.route('**/api/session', (route) =>
      route.fulfill({ json: { person, posts: [], permissions: [], pending, demo: true } }),
    );
    await page.route('**/api/session/factor', (route) =>
      route.fulfill({ json: { totp: true, passkey: true, recovery: true } }),
    );
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    await page.route('**/api/me/totp', (route) =>
      route.request().method() === 'PUT'
        ? route.fulfill({ json: { codes: Array.from({ length: 10 }, (_, at) => `4F7K-92QM-X3VD-8HN${at}`) } })
        : route.fulfill({ json: { secret, uri: `otpauth://totp/lifang?secret=${secret}` } }),
    );
    await page.locator('input[autocomplete=username]').fill('wang');
    await page.locator('input[type=password]').fill('a-password');
    await page.locator('button[type=submit]').click();
    await page.locator('.account-steps').waitFor();
    await then?.(page);
  };
const chooseApp = press(/设置.*身份验证器|Set up.*Authenticator/);
const finishApp = async (page: Page): Promise<void> => {
  await chooseApp(page);
  await page.locator('.account-step input').fill('123456');
  await page.locator('.account-step button[type=submit]').click();
  await page.locator('.account-codes').waitFor();
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
  { id: 'sign-in-factor', app: 'console', as: null, path: '/sign-in', then: step('factor') },
  { id: 'sign-in-enrol', app: 'console', as: null, path: '/sign-in', then: step('enrol') },
  { id: 'sign-in-enrol-app', app: 'console', as: null, path: '/sign-in', then: step('enrol', chooseApp) },
  { id: 'sign-in-recovery', app: 'console', as: null, path: '/sign-in', then: step('enrol', finishApp) },
  { id: 'sign-in-password', app: 'console', as: null, path: '/sign-in', then: step('password') },
  { id: 'sign-in-back-refused', app: 'console', as: null, path: '/sign-in/back' },
  { id: 'account', app: 'console', as: 'community-staff', path: '/account', data: '/api/me/security' },
  {
    id: 'account-password',
    app: 'console',
    as: 'community-staff',
    path: '/account',
    then: press(/^修改密码$|^Change the password$/),
  },
  {
    id: 'account-app',
    app: 'console',
    as: 'community-staff',
    path: '/account',
    then: press(/添加身份验证器|Add an authenticator/),
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
  {
    id: 'territory-changes',
    app: 'console',
    as: 'district-manager',
    path: '/territory?see=changes',
    data: '/api/territory-changes',
    empty: [],
  },
  {
    id: 'territory-merge',
    app: 'console',
    as: 'district-manager',
    path: '/territory?at=990101001001&do=change-merge',
    then: async (page) => {
      await page.locator('.change-others input').first().check();
      await page.getByRole('button', { name: /^核对影响$|^See what follows$/ }).click();
      await page.locator('.change-title').waitFor();
    },
  },
  {
    id: 'territory-split',
    app: 'console',
    as: 'district-manager',
    path: '/territory?at=990101001001&do=change-split',
    then: (page) => page.locator('.change-children select').first().waitFor(),
  },
  {
    id: 'territory-rename',
    app: 'console',
    as: 'district-manager',
    path: '/territory?at=990101001001&do=change-rename',
    then: async (page) => {
      await page.locator('.ant-drawer-body input').first().fill('槐安社区');
      await page.getByRole('button', { name: /^核对影响$|^See what follows$/ }).click();
      await page.locator('.change-title').waitFor();
      await page.getByRole('button', { name: /^生效$|^When$/ }).click();
      await page.locator('textarea').waitFor();
    },
  },
  {
    id: 'territory-rulings',
    app: 'console',
    as: 'district-manager',
    path: '/territory?see=rulings',
    data: '/api/territory/990101/rulings',
    empty: [],
  },
  {
    id: 'territory-groups',
    app: 'console',
    as: 'district-manager',
    path: '/territory?at=990101001001g01&see=groups',
    then: press(/重新推荐|Suggest anew/),
  },
  {
    id: 'territory-zones',
    app: 'console',
    as: 'district-manager',
    path: '/territory?see=zones',
    data: '/api/territory/990101/zones',
    empty: [],
  },
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
  {
    id: 'grants',
    app: 'console',
    as: 'security-admin',
    path: '/organisation?see=grants',
    data: '/api/grants',
    empty: [],
  },
  {
    id: 'grants-decide',
    app: 'console',
    as: 'security-admin',
    path: '/organisation?see=grants',
    then: press(/^批准$|^批 准$|^Grant$/),
  },
  { id: 'grants-mine', app: 'console', as: 'system-admin', path: '/organisation?see=grants' },
  { id: 'roles', app: 'console', as: 'security-admin', path: '/organisation?see=roles', data: '/api/roles' },
  { id: 'waiting', app: 'console', as: 'grid-worker', path: '/waiting' },
  { id: 'activate', app: 'console', as: null, path: '/activate' },
  ...structurePages,
  { id: 'import', app: 'console', as: 'district-manager', path: '/import', data: '/api/import-maps', empty: [] },
  {
    id: 'exports',
    app: 'console',
    as: 'district-manager',
    path: '/exports',
    data: '/api/exports',
    empty: [],
  },
  { id: 'exports-decide', app: 'console', as: 'district-manager', path: '/exports?see=decide', data: '/api/exports' },
  {
    id: 'matter-reveal',
    app: 'console',
    as: 'community-staff',
    path: async (ask) => {
      const { rows } = await ask<Rows>('/api/cases?status=open&size=60');
      for (const { id } of rows) {
        const { masked } = await ask<{ masked: readonly string[] }>(`/api/cases/${id}`);
        if (masked.length > 0) return `/cases/${id}`;
      }
      throw new Error('no open matter of the demo district holds a personal value');
    },
    then: press(/^(查看|查看并拨打|Show|Show and call)$/),
  },
  {
    id: 'outbox',
    app: 'console',
    as: 'system-admin',
    path: '/outbox',
    data: '/api/outbox',
    empty: { counts: [], gateways: { sms: false, email: false }, rows: [], more: false, demo: false },
    then: async (page) => {
      await page.request.post('/api/public/resident-codes', {
        data: { phone: `136${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}` },
      });
      await page.reload();
      await page.locator('h1').waitFor();
    },
  },
  { id: 'outbox-gateways', app: 'console', as: 'system-admin', path: '/outbox?see=gateways' },
  {
    id: 'notices',
    app: 'console',
    as: 'street-dispatcher',
    path: '/inbox',
    then: press(/^消息|^Messages/),
  },
  { id: 'settings', app: 'console', as: 'system-admin', path: '/settings', data: '/api/settings' },
  { id: 'settings-security', app: 'console', as: 'security-admin', path: '/settings' },
  {
    id: 'audit',
    app: 'console',
    as: 'audit-admin',
    path: '/audit',
    data: '/api/audit?',
    empty: { rows: [], next: null },
  },
  {
    id: 'audit-detail',
    app: 'console',
    as: 'audit-admin',
    path: '/audit?action=case.',
    then: (page) => page.locator('main .link').first().click(),
  },
  { id: 'audit-verify', app: 'console', as: 'audit-admin', path: '/audit', then: press(/^核验日志|^Verify the log/) },
  { id: 'audit-export', app: 'console', as: 'audit-admin', path: '/audit', then: press(/^导出 CSV|^Export as CSV/) },
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

export const screenPages: readonly ScreenPage[] = [...consolePages, ...mobilePages];
