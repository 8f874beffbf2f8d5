import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { generateSync } from 'otplib';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openBrowser, visit, type Visit } from '#tests/support/browser.ts';
import { type DemoServer, startDemoServer } from '#tests/support/server.ts';

let server: DemoServer;
let browser: Browser;
/** Passkeys belong to a host name; the server listens on the address behind it. */
let origin = '';
const password = 'qingyang2026';
const accountOf: Record<string, string> = {};
let desk: Visit;
let devices: CDPSession;
let authenticator = '';
let recovery: readonly string[] = [];

const settle = (what: 'required' | 'offered') => server.lifang.parts.settings.set('security.second-factor', what);

before(async () => {
  [server, browser] = await Promise.all([startDemoServer(), openBrowser()]);
  origin = server.url.replace('127.0.0.1', 'localhost');
  const { rows } = await server.lifang.pool.query<{ name: string; role: string }>(
    `select a.name, p.role from account a join holding h on h.district = a.district and h.person = a.person
     join post p on p.district = h.district and p.id = h.post where p.role in ('system-admin', 'grid-worker', 'inspector')`,
  );
  const demo = (await (await fetch(`${server.url}/api/public/demo-accounts`)).json()) as { account: string }[];
  for (const { name, role } of rows) if (demo.some((one) => one.account === name)) accountOf[role] = name;
  await settle('required');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const heading = (page: Page, name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const signIn = async (page: Page, account: string): Promise<void> => {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('账号', { exact: true }).fill(account);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.locator('button[type=submit]').click();
};
const signOut = async (page: Page): Promise<void> => {
  await page.locator('.bar-account').click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await heading(page, /^登录$/);
};
/** As if the last proof lay an hour back, in the memory of the server too. */
const growOld = async (account: string): Promise<void> => {
  const { rows } = await server.lifang.pool.query<{ district: string; person: string }>(
    `update session s set confirmed_at = now() - interval '1 hour' from account a
     where a.name = $1 and s.district = a.district and s.person = a.person returning s.district, s.person`,
    [account],
  );
  const [row] = rows;
  assert.ok(row);
  server.lifang.parts.live.tell({ topic: 'session', district: row.district, path: '', id: row.person });
  await new Promise((done) => setTimeout(done, 500));
};
const codes = async (page: Page): Promise<readonly string[]> => {
  const list = page.locator('.account-codes code');
  await list.first().waitFor();
  return list.allInnerTexts();
};
const keepCodes = async (page: Page): Promise<void> => {
  await page.getByLabel('已经保存好了').check();
  await button(page, '继续').click();
};

test('security 8: staff without a second factor set one up before they see anything', async () => {
  desk = await visit(browser, origin);
  const { page } = desk;
  await signIn(page, accountOf['system-admin'] ?? '');
  await heading(page, /设置二次验证/);
  await page.goto(`${origin}/settings`);
  await heading(page, /设置二次验证/);
  await button(page, /设置.*身份验证器/).click();
  const secret = (await page.locator('.account-secret code').innerText()).replace(/\s/g, '');
  await page.getByRole('img', { name: '身份验证器二维码' }).waitFor();
  await page.getByLabel(/六位口令/).fill(generateSync({ secret }));
  await button(page, '完成设置').click();
  recovery = await codes(page);
  assert.equal(recovery.length, 10);
  await button(page, '继续').click();
  await page.getByText('请先保存恢复码').waitFor();
  await keepCodes(page);
  await page.locator('.bar-account').waitFor();
  assert.match(page.url(), /\/settings$/);
});

test('security 8: a passkey of a real authenticator is added, and is the second factor of the next sign-in', async () => {
  const { page, context } = desk;
  devices = await context.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  ({ authenticatorId: authenticator } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  }));
  await page.goto(`${origin}/account`);
  await button(page, '添加通行密钥').click();
  await page.getByLabel('给这把通行密钥起个名字').fill('办公室电脑');
  await button(page, '登记通行密钥').click();
  await page.getByText('通行密钥：办公室电脑').waitFor();
  await signOut(page);
  await signIn(page, accountOf['system-admin'] ?? '');
  await heading(page, /二次验证/);
  await button(page, '用通行密钥验证').click();
  await page.locator('.bar-account').waitFor();
});

test('security 9: a copy of a passkey, whose counter lags behind, is refused; a recovery code opens', async () => {
  const { page } = desk;
  const { credentials } = await devices.send('WebAuthn.getCredentials', { authenticatorId: authenticator });
  const [credential] = credentials;
  assert.ok(credential && credential.signCount > 1);
  await devices.send('WebAuthn.clearCredentials', { authenticatorId: authenticator });
  await devices.send('WebAuthn.addCredential', {
    authenticatorId: authenticator,
    credential: { ...credential, signCount: 0 },
  });
  await signOut(page);
  await signIn(page, accountOf['system-admin'] ?? '');
  await button(page, '用通行密钥验证').click();
  await page.getByRole('alert').getByText('验证没有通过').waitFor();
  await button(page, /用恢复码/).click();
  await page.getByLabel('恢复码').fill(recovery[0] ?? '');
  await button(page, '下一步').click();
  await page.locator('.bar-account').waitFor();
});

test('security 15: “is it still you?” is asked over the page, which keeps what was typed and goes on', async () => {
  const { page } = desk;
  const account = accountOf['system-admin'] ?? '';
  await page.goto(`${origin}/account`);
  await button(page, '添加通行密钥').click();
  await page.getByLabel('给这把通行密钥起个名字').fill('备用密钥');
  await devices.send('WebAuthn.clearCredentials', { authenticatorId: authenticator });
  await growOld(account);
  await button(page, '登记通行密钥').click();
  const dialog = page.getByRole('dialog', { name: '再次确认是您本人' });
  await dialog.getByLabel('密码或六位动态口令').fill('not the password');
  await dialog.getByRole('button', { name: '确认' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('密码或六位动态口令').fill(password);
  await dialog.getByRole('button', { name: '确认' }).click();
  // The first passkey is still known to the account, and not to this device any more.
  await page.getByText('通行密钥：备用密钥').waitFor();
  await growOld(account);
  await button(page, '重新生成').click();
  await page
    .getByRole('dialog', { name: /重新生成恢复码/ })
    .getByRole('button', { name: '重新生成' })
    .click();
  await dialog.getByRole('button', { name: '取消' }).click();
  await page.getByRole('alert').getByText('再次确认身份').waitFor();
  await page
    .getByRole('dialog', { name: /重新生成恢复码/ })
    .getByRole('button', { name: '重新生成' })
    .click();
  await dialog.getByRole('button', { name: '用通行密钥验证' }).click();
  recovery = await codes(page);
  await keepCodes(page);
});

test('security 14: one sees where one is signed in and ends it from elsewhere', async () => {
  const { page } = desk;
  const elsewhere = await visit(browser, origin);
  await signIn(elsewhere.page, accountOf['system-admin'] ?? '');
  await button(elsewhere.page, /用恢复码/).click();
  await elsewhere.page.getByLabel('恢复码').fill(recovery[1] ?? '');
  await button(elsewhere.page, '下一步').click();
  await elsewhere.page.locator('.bar-account').waitFor();
  await page.goto(`${origin}/account`);
  await button(page, '退出其他所有设备').click();
  await page.getByText('当前设备').first().waitFor();
  await elsewhere.page.goto(`${origin}/account`);
  await heading(elsewhere.page, /^登录$/);
  await elsewhere.context.close();
});

test('security 2, 5: a password that somebody else set is changed before anything else', async () => {
  const { page } = desk;
  const account = accountOf['system-admin'] ?? '';
  await server.lifang.pool.query('update account set must_change = true where name = $1', [account]);
  await signOut(page);
  await signIn(page, account);
  await button(page, '用通行密钥验证').click();
  await heading(page, /设置新密码/);
  await page.getByLabel('当前密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill('Qingyang2026!');
  await page.getByLabel('再输一遍新密码').fill('Qingyang2026!');
  await button(page, '保存新密码').click();
  await page.getByText('容易被猜到').first().waitFor();
  await page.getByLabel('新密码', { exact: true }).fill('Copper-lantern-Quay-7');
  await page.getByLabel('再输一遍新密码').fill('Copper-lantern-Quay-7');
  await button(page, '保存新密码').click();
  await page.locator('.bar-account').waitFor();
  assert.deepEqual(desk.faults, []);
  assert.deepEqual(desk.foreign, [], 'no other host was asked');
  await desk.context.close();
});

test('security 8: field workers take the same steps on the phone', async () => {
  const phone = await visit(browser, origin, { size: 'phone' });
  const { page } = phone;
  const enter = async (): Promise<void> => {
    await page.goto(`${origin}/m/work`);
    await page.getByRole('textbox', { name: '账号' }).fill(accountOf['grid-worker'] ?? '');
    await page.getByLabel('密码', { exact: true }).fill(password);
    await button(page, /^登录$/).click();
  };
  await enter();
  await heading(page, /设置二次验证/);
  await button(page, /设置.*身份验证器/).click();
  const secret = (await page.locator('.account-secret code').innerText()).replace(/\s/g, '');
  await page.getByLabel(/六位口令/).fill(generateSync({ secret }));
  await button(page, '完成设置').click();
  const kept = await codes(page);
  await keepCodes(page);
  await page.locator('.m-nav, nav').first().waitFor();
  await phone.context.clearCookies();
  await enter();
  await heading(page, /二次验证/);
  await page.reload();
  await heading(page, /二次验证/);
  await button(page, /用恢复码/).click();
  await page.getByLabel('恢复码').fill(kept[0] ?? '');
  await button(page, '下一步').click();
  await page.locator('.m-nav, nav').first().waitFor();
  assert.deepEqual(phone.faults, []);
  await phone.context.close();
});

test('the demo stays signable with password alone', async () => {
  await settle('offered');
  const guest = await visit(browser, origin);
  await signIn(guest.page, accountOf['inspector'] ?? '');
  await guest.page.locator('.bar-account').waitFor();
  await guest.context.close();
});
