import type { Page } from 'playwright-core';
import type { ScreenPage } from './pages.ts';

const press = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

/** The chart, lines, establishment, duty, transfers, the force of a grid. */
export const structurePages: readonly ScreenPage[] = [
  {
    id: 'chart',
    app: 'console',
    as: 'system-admin',
    path: '/organisation?see=chart',
    data: '/api/organisation-chart',
    empty: [],
  },
  {
    id: 'chart-open',
    app: 'console',
    as: 'system-admin',
    path: '/organisation?see=chart',
    then: (page) => page.locator('.chart-toggle[aria-expanded]').first().click(),
  },
  {
    id: 'lines',
    app: 'console',
    as: 'system-admin',
    path: '/organisation?see=lines',
    data: '/api/line-posts',
    empty: [],
  },
  {
    id: 'establishment',
    app: 'console',
    as: 'system-admin',
    path: '/organisation?see=establishment',
    data: '/api/establishment',
    empty: [],
  },
  {
    id: 'body-change',
    app: 'console',
    as: 'system-admin',
    path: '/organisation?see=bodies',
    then: press(/^变更$|^Change$/),
  },
  {
    id: 'body-members',
    app: 'console',
    as: 'system-admin',
    path: '/organisation?see=bodies',
    then: press(/^成员$|^Members$/),
  },
  {
    id: 'post-detail',
    app: 'console',
    as: 'system-admin',
    path: '/organisation?see=posts',
    then: press(/^详情$|^Details$/),
  },
  { id: 'duty', app: 'console', as: 'community-staff', path: '/duty', data: '/api/shifts', empty: [] },
  {
    id: 'duty-shift',
    app: 'console',
    as: 'community-staff',
    path: '/duty',
    then: (page) => page.locator('.shift > button').first().click(),
  },
  { id: 'duty-rota', app: 'console', as: 'community-staff', path: '/duty', then: press(/^生成值班表|^Make a roster/) },
  { id: 'leave', app: 'console', as: 'street-dispatcher', path: '/duty?see=leave', data: '/api/leaves', empty: [] },
  {
    id: 'leave-add',
    app: 'console',
    as: 'street-dispatcher',
    path: '/duty?see=leave',
    then: press(/登记请假|Enter leave/),
  },
  {
    id: 'transfers',
    app: 'console',
    as: 'system-admin',
    path: '/duty?see=transfers',
    data: '/api/transfers',
    empty: [],
  },
  {
    id: 'transfer-ask',
    app: 'console',
    as: 'system-admin',
    path: '/duty?see=transfers',
    then: press(/发起调整|Ask for a transfer/),
  },
  { id: 'grid-choice', app: 'console', as: 'community-staff', path: '/grid' },
  { id: 'grid-force', app: 'console', as: 'community-staff', path: '/grid/990101001001g01', data: '/api/grids/' },
  {
    id: 'grid-board',
    app: 'console',
    as: 'community-staff',
    path: '/grid/990101001001g01',
    then: press(/打印公示栏|Print the board/),
  },
  {
    id: 'grid-card',
    app: 'console',
    as: 'community-staff',
    path: '/grid/990101001001g01',
    then: press(/公示设置|What is public/),
  },
];
