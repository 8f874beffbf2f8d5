import { press } from './acts.ts';
import type { Rows, ScreenPage } from './pages.ts';

/** People, posts, grants and roles; imports and exports; messages, settings, the audit log. */
export const adminPages: readonly ScreenPage[] = [
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
  {
    id: 'import',
    app: 'console',
    as: 'district-manager',
    path: '/import?see=past',
    data: '/api/import-maps',
    empty: [],
  },
  { id: 'import-matters', app: 'console', as: 'community-staff', path: '/import', data: '/api/playbooks' },
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
