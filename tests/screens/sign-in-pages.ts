import type { Page } from 'playwright-core';
import { press } from './acts.ts';
import type { ScreenPage } from './pages.ts';

/** What follows account and password where a second factor or a new password is asked for. */
export const step =
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

/** Sign-in with its steps, one's own account, what stands before anyone signed in. */
export const signInPages: readonly ScreenPage[] = [
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
];
