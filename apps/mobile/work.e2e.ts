import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { asChrome90 } from '#tests/support/as-chrome-90.ts';
import { openBrowser, type Visit, visit } from '#tests/support/browser.ts';
import { kept } from '#tests/support/offline-ready.ts';
import { type DemoServer, startDemoServer } from '#tests/support/server.ts';
import { signIn } from '#tests/support/sign-in.ts';

let server: DemoServer;
let browser: Browser;
before(async () => {
  [server, browser] = await Promise.all([startDemoServer(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const worker = async (): Promise<Visit> => {
  const opened = await visit(browser, server.url, { size: 'phone' });
  await asChrome90(opened.context);
  await opened.page.goto('/m/work');
  await opened.page.getByLabel('账号', { exact: true }).fill('wangge');
  await opened.page.getByLabel('密码').fill('qingyang2026');
  await opened.page.getByRole('button', { name: '登录', exact: true }).click();
  await opened.page.getByRole('heading', { name: /待办/ }).waitFor();
  return opened;
};

test('a grid worker reads and acts without a line; the badge goes when the receipt comes', async () => {
  const { context, page, faults } = await worker();
  // Of what waits, something that can be settled on the spot.
  const mine = await signIn(server.url, 'wangge');
  const { rows } = (await (await mine.get('/api/cases?view=inbox&sort=due&size=50')).json()) as {
    rows: readonly { id: string; playbook: string; stage: string }[];
  };
  const settled = rows.find((one) => one.playbook === 'grid.snapshot' && one.stage === 'received');
  await page.locator(`main a.lf-list-row[href$="${settled?.id}"]`).click();
  await page
    .getByRole('button', { name: /受理|上报|当场办结/ })
    .first()
    .waitFor();
  const id = page.url().split('/').at(-1) ?? '';
  // On the very first visit: the worker keeps what was loaded before it came, and what may be needed out there.
  await kept(page, ['WorkApp', 'leaflet', 'conditions']);
  await context.setOffline(true);
  await page.goto('/m/work');
  await page.getByText('没有网络。这是').waitFor();
  await page.goto(`/m/work/case/${id}`);
  await page.getByText('没有网络。这是').waitFor();
  await page.getByRole('button', { name: '当场办结' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('办理情况').fill('已现场处理完毕。');
  await dialog.getByRole('button', { name: '当场办结' }).click();
  await page.getByText('已存在手机里，联网后自动发送').waitFor();
  await page.goto('/m/work');
  await page.getByText('已办理，待发送').waitFor();
  await page.getByText('1 件未发出').waitFor({ state: 'attached' });

  await context.setOffline(false);
  await page.getByText('1 件未发出').waitFor({ state: 'detached', timeout: 20_000 });
  await page.goto('/m/work/unsent');
  await page.getByText('最近的回执').waitFor();

  const staff = await signIn(server.url, 'wangge');
  const view = (await (await staff.get(`/api/cases/${id}`)).json()) as {
    row: { stage: string };
    timeline: readonly { values: readonly { text: string }[] }[];
  };
  assert.equal(view.row.stage, 'community-check');
  assert.equal(view.timeline.filter((entry) => entry.values.some((one) => one.text === '已现场处理完毕。')).length, 1);
  assert.deepEqual(faults, []);
  await context.close();
});

test('security 40: a form says what is missing on top and at the field, with the focus on top; a report on behalf arrives, masked', async () => {
  const { context, page, faults } = await worker();
  await page.getByRole('link', { name: '上报' }).click();
  await page.getByText('替居民代录').click();
  await page.getByRole('button', { name: '发送' }).click();
  const summary = page.locator('.lf-summary');
  await summary.waitFor();
  assert.equal(await summary.evaluate((element) => element === document.activeElement), true);
  assert.equal(await page.getByText('请填写「事项类别」。').count(), 2);
  assert.equal(await page.getByText('请填写「诉求人姓名」。').count(), 2);

  await page.getByRole('radio', { name: '暴露垃圾' }).click({ force: true });
  await page.getByLabel('诉求人姓名').fill('王秀英');
  await page.getByRole('radio', { name: '来电' }).check({ force: true });
  await page.getByLabel('联系电话').fill('１３８ 1234 5678');
  await page.getByLabel('具体位置').fill('北门外');
  await page.getByRole('button', { name: '发送' }).click();
  await page.getByText('请把编号和查询码告诉诉求人').waitFor();
  await page.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/).waitFor();
  await page.getByRole('link', { name: '看这件事' }).click();
  await page.getByText('暴露垃圾：北门外').first().waitFor();
  await page.getByText('来电', { exact: true }).waitFor();
  // Who it is for stands masked, also for whoever wrote it, until he says why he looks.
  await page.getByText('王*', { exact: true }).waitFor();
  assert.equal(await page.getByText('王秀英').count(), 0);
  // The number to call back stands first, then the name.
  await page.getByRole('button', { name: '查看', exact: true }).nth(1).click();
  await page.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click();
  await page.getByText('王秀英').waitFor();

  // What this person kept on the phone goes at sign-out.
  await page.goto('/m/work/me');
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '工作人员登录' }).waitFor();
  const kept = await page.evaluate(async () => {
    const found: Record<string, number> = {};
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('lifang-work-')) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      for (const table of ['commands', 'files', 'values'])
        found[table] = await new Promise<number>((resolve) => {
          const count = database.transaction(table).objectStore(table).count();
          count.onsuccess = () => resolve(count.result);
        });
      database.close();
    }
    return found;
  });
  assert.deepEqual(kept, { commands: 0, files: 0, values: 0 });
  assert.deepEqual(faults, []);
  await context.close();
});
