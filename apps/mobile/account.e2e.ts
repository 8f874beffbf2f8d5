import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, visit } from '#tests/support/browser.ts';
import { newReport, someCategory } from '#tests/support/reports.ts';
import { type DemoServer, startDemoServer } from '#tests/support/server.ts';
import { signInAs } from '../../tests/screens/open-page.ts';

let server: DemoServer;
let browser: Browser;
before(async () => {
  [server, browser] = await Promise.all([startDemoServer(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const phone = '13911112222';

/** As the administrator of the demo reads it: the newest code that waits for the phone. */
const readCode = async (): Promise<string> => {
  const desk = await visit(browser, server.url);
  await signInAs(desk, server.url, 'system-admin');
  const { rows } = (await (await desk.page.request.get('/api/outbox?channel=sms')).json()) as {
    rows: { to: string; demoText: string | null }[];
  };
  await desk.context.close();
  const row = rows.find((one) => one.to.endsWith(phone.slice(-4)) && one.demoText !== null);
  return /\d{6}/.exec(row?.demoText ?? '')?.[0] ?? '';
};

const enter = async (page: Page): Promise<void> => {
  await page.goto('/m/sign-in');
  await page.getByLabel('手机号').fill('139 1111 2222');
  await page.getByRole('button', { name: '获取验证码' }).click();
  const field = page.getByLabel('验证码');
  await field.waitFor();
  assert.equal(await field.getAttribute('autocomplete'), 'one-time-code', 'the phone fills it in');
  assert.equal(await field.getAttribute('inputmode'), 'numeric');
  await field.fill('000000');
  const code = await readCode();
  if (code !== '000000') {
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').waitFor();
  }
  await field.fill(code);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('139****2222').first().waitFor();
};

test('security 10, 54: a code and nothing else signs in; the report of one phone is on the other; nothing personal stays', async () => {
  const one = await visit(browser, server.url, { size: 'phone' });
  await enter(one.page);
  assert.equal(await one.page.locator('canvas, img[src*=captcha]').count(), 0, 'no puzzle');
  const body = newReport(await someCategory(server.url), '990101001001');
  const sent = await one.page.request.post('/api/public/reports', { data: body });
  assert.equal(sent.status(), 200);
  const { number } = (await sent.json()) as { number: string };

  const two = await visit(browser, server.url, { size: 'phone' });
  await enter(two.page);
  await two.page.locator('.lf-list-row[href*="/me/report/"]').first().click();
  await two.page.getByText(number).waitFor();

  const kept = String(await two.page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })'));
  assert.ok(!/1391111|2222|lifang-resident/.test(kept), kept);
  await two.page.goto('/m/me');
  await two.page.getByRole('button', { name: '退出登录' }).click();
  await two.page.getByRole('link', { name: '用手机号登录' }).waitFor();
  const { status } = (await two.page.evaluate("fetch('/api/resident/me').then(({ status }) => ({ status }))")) as {
    status: number;
  };
  assert.equal(status, 401);
  for (const view of [one, two]) {
    assert.deepEqual(view.faults, []);
    assert.deepEqual(view.foreign, [], 'security 53');
    await view.context.close();
  }
});
