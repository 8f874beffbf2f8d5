import type { Page } from 'playwright-core';
import { noCases, press, pressText } from './acts.ts';
import type { Ask, Rows, ScreenPage } from './pages.ts';

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

/** A draft of the playbook that is open, as its button makes it; then what is done in the designer. */
const designed =
  (then?: (page: Page) => Promise<unknown>) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: /^修改这个流程|^Change this playbook/ }).click();
    await page.locator('.designer-side').waitFor();
    await page.locator('.lf-diagram svg').waitFor();
    await then?.(page);
  };

const firstIndicator = async (ask: Ask) => {
  const [indicator] = await ask<readonly { id: string }[]>('/api/indicators');
  if (!indicator) throw new Error('no pack declares an indicator');
  return `/board?open=${indicator.id}&part=numerator`;
};

/** Matters, figures, territory, plates, playbooks. */
export const consolePages: readonly ScreenPage[] = [
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
  {
    id: 'routing',
    app: 'console',
    as: 'district-manager',
    path: '/routing',
    data: '/api/routing-model',
    empty: { current: null, latest: [], few: 100 },
  },
  {
    id: 'case-documents',
    app: 'console',
    as: 'street-dispatcher',
    path: firstCase('status=closed'),
    then: pressText(/^(文书|Documents)$/),
  },
  {
    id: 'document-notice',
    app: 'console',
    as: 'street-dispatcher',
    path: async (ask) => `${await firstCase('status=closed')(ask)}/documents/grid.closing-notice`,
    data: '/api/cases/0',
  },
  {
    id: 'document-dossier',
    app: 'console',
    as: 'street-dispatcher',
    path: async (ask) => `${await firstCase('status=closed')(ask)}/documents/grid.dossier`,
  },
  { id: 'report', app: 'console', as: 'community-staff', path: '/report' },
  {
    id: 'report-refused',
    app: 'console',
    as: 'community-staff',
    path: '/report',
    then: press(/核对并复述|Check and read back/),
  },
  {
    id: 'report-applicant',
    app: 'console',
    as: 'window-clerk',
    path: '/report',
    then: async (page) => {
      await page.getByRole('combobox').first().selectOption('window.matter');
      await page
        .getByRole('textbox', { name: /证件号码|Number of identity/ })
        .first()
        .fill('11010119900307123X');
      await page.getByRole('checkbox', { name: /同意沿用|used again/ }).check();
      await press(/按证件号查找|Find by number/)(page);
      await page.getByText(/证件号已填入|the number stands/).waitFor();
    },
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
  { id: 'plans', app: 'console', as: 'district-manager', path: '/plans', data: '/api/plans', empty: [] },
  { id: 'plans-change', app: 'console', as: 'district-manager', path: '/plans', then: press(/^调整|^Change/) },
  { id: 'plans-new', app: 'console', as: 'district-manager', path: '/plans', then: press(/^新建计划$|^New plan$/) },
  {
    id: 'plans-refused',
    app: 'console',
    as: 'district-manager',
    path: '/plans',
    then: async (page) => {
      await press(/^新建计划$|^New plan$/)(page);
      await page.locator('.plan-form').waitFor();
      await press(/^保存$|^Save$/)(page);
    },
  },
  {
    id: 'slots-desk',
    app: 'console',
    as: 'window-clerk',
    path: '/slots',
    data: '/api/slots/desks',
    empty: [],
  },
  {
    id: 'slots-plans',
    app: 'console',
    as: 'window-clerk',
    path: '/slots?see=plans',
    data: '/api/slots/plans',
    empty: [],
    then: async (page) => {
      await press(/^看余号|^See what is free/)(page);
      await page.locator('.slots-free').waitFor();
    },
  },
  { id: 'slots-change', app: 'console', as: 'district-manager', path: '/slots', then: press(/^调整|^Change/) },
  {
    id: 'slots-refused',
    app: 'console',
    as: 'district-manager',
    path: '/slots',
    then: async (page) => {
      await press(/^新建安排$|^New plan$/)(page);
      await press(/^核对并保存$|^Check and save$/)(page);
    },
  },
  {
    id: 'effects',
    app: 'console',
    as: 'district-manager',
    path: '/effects',
    data: '/api/effects',
    empty: { rows: [], counts: { failed: 0, retrying: 0, givenUp: 0 } },
  },
  {
    id: 'plans-calendar',
    app: 'console',
    as: 'grid-worker',
    path: '/plans',
    then: async (page) => {
      await page.getByText(/^日历$|^Calendar$/).click();
      await page.locator('.calendar').waitFor();
    },
  },
  { id: 'plates', app: 'console', as: 'community-staff', path: '/plates', data: '/api/plates', empty: [] },
  { id: 'plates-print', app: 'console', as: 'community-staff', path: '/plates', then: press(/^打印|^Print/) },
  { id: 'playbooks', app: 'console', as: 'street-dispatcher', path: '/playbooks' },
  { id: 'playbook-diagram', app: 'console', as: 'street-dispatcher', path: firstPlaybook('diagram') },
  { id: 'playbook-stages', app: 'console', as: 'street-dispatcher', path: firstPlaybook('stages') },
  { id: 'playbook-form', app: 'console', as: 'street-dispatcher', path: firstPlaybook('form') },
  { id: 'playbook-categories', app: 'console', as: 'street-dispatcher', path: firstPlaybook('categories') },
  { id: 'designs', app: 'console', as: 'system-admin', path: '/designer', data: '/api/playbook-designs', empty: [] },
  { id: 'designs-new', app: 'console', as: 'system-admin', path: '/designer', then: press(/^新建|^New/) },
  { id: 'designer-diagram', app: 'console', as: 'system-admin', path: firstPlaybook('diagram'), then: designed() },
  {
    id: 'designer-stage',
    app: 'console',
    as: 'system-admin',
    path: firstPlaybook('diagram'),
    then: designed((page) => page.locator('.lf-diagram-name-text').first().click()),
  },
  {
    id: 'designer-action',
    app: 'console',
    as: 'system-admin',
    path: '/playbooks/party-matters.help?see=diagram',
    then: designed((page) =>
      page
        .getByRole('button', { name: /^社区确认并评价|^The community says/ })
        .first()
        .click(),
    ),
  },
  {
    id: 'designer-trial',
    app: 'console',
    as: 'system-admin',
    path: firstPlaybook('diagram'),
    then: designed(async (page) => {
      await page.getByText(/^试运行$|^Try it$/).click();
      await page.getByRole('button', { name: /用样例上报|Report a sample/ }).click();
      await page.locator('.designer-offers button').first().click();
    }),
  },
  {
    id: 'designer-publish',
    app: 'console',
    as: 'system-admin',
    path: firstPlaybook('diagram'),
    then: designed(press(/^提请发布|^Propose/)),
  },
];
