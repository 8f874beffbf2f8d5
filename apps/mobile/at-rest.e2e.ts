import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { asChrome90 } from '#tests/support/as-chrome-90.ts';
import { openBrowser, type Visit, visit } from '#tests/support/browser.ts';
import { type Plate, platesOf } from '#tests/support/plates.ts';
import { type DemoServer, startDemoServer } from '#tests/support/server.ts';

let server: DemoServer;
let browser: Browser;
let plate: Plate;
before(async () => {
  [server, browser] = await Promise.all([startDemoServer(), openBrowser()]);
  const [first] = await platesOf(server.url);
  assert.ok(first);
  plate = first;
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const canaries = {
  phone: '13977665521',
  words: '金丝雀描述七弄',
  name: '金丝雀老王',
  callerPhone: '13977665522',
  place: '金丝雀北门',
} as const;

interface Dump {
  readonly text: string;
  readonly places: number;
  readonly extractable: readonly boolean[];
}

/** All that the browser keeps for this origin, as raw as a page can read it: bytes as latin 1, texts as JSON and as UTF-8 bytes. */
const dumpOf = (page: Page): Promise<Dump> =>
  page.evaluate(async () => {
    const pieces: string[] = [];
    const extractable: boolean[] = [];
    let places = 0;
    const note = async (value: unknown): Promise<void> => {
      if (value instanceof CryptoKey) {
        extractable.push(value.extractable);
        await crypto.subtle.exportKey('raw', value).then(
          () => pieces.push('A KEY CAME OUT'),
          () => undefined,
        );
      } else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer);
        pieces.push(new TextDecoder('utf-8').decode(bytes), new TextDecoder('utf-16le').decode(bytes));
      } else if (value instanceof Blob) await note(await value.arrayBuffer());
      else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) await note(one);
      else pieces.push(String(value));
    };
    for (const store of [localStorage, sessionStorage])
      for (let at = 0; at < store.length; at++) {
        const key = store.key(at) ?? '';
        pieces.push(key, store.getItem(key) ?? '');
        places++;
      }
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name ?? '');
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      for (const table of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const asked = database.transaction(table).objectStore(table).getAll();
          asked.onsuccess = () => resolve(asked.result);
        });
        places += rows.length;
        await note(rows);
      }
      database.close();
    }
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) {
        pieces.push(request.url);
        const kept = await (await caches.open(name)).match(request);
        if (kept && !/\.(js|css|png|svg|woff2?)(\?|$)/.test(request.url)) pieces.push(await kept.text());
        places++;
      }
    pieces.push(location.href, document.cookie);
    return { text: pieces.join('\n'), places, extractable };
  });

const leaksIn = ({ text }: Dump): readonly string[] => Object.values(canaries).filter((value) => text.includes(value));

const phone = async (): Promise<Visit & { readonly urls: string[] }> => {
  const opened = await visit(browser, server.url, { size: 'phone' });
  await asChrome90(opened.context);
  const urls: string[] = [];
  opened.page.on('request', (request) => urls.push(request.url()));
  opened.page.on('framenavigated', (frame) => urls.push(frame.url()));
  return { ...opened, urls };
};

test('security 44, 54: a draft, an unsent and a sent report lie sealed on the phone, and no address says a word of them', async () => {
  const { context, page, faults, urls } = await phone();
  await page.goto(`/m/p/${plate.code}`);
  await page.getByRole('radio').first().waitFor();
  await page.getByRole('radio', { name: '暴露垃圾' }).click({ force: true });
  // Each page of the form in turn; what is written is kept at each keystroke.
  for (let step = 0; step < 6; step++) {
    await page.waitForTimeout(300);
    const check = page.getByRole('heading', { name: '核对一下' });
    const next = page.getByRole('button', { name: /继续|跳过/ }).first();
    // The page of the check is fetched when it is wanted.
    await check.or(next).first().waitFor();
    if (await check.count()) break;
    const box = page.locator('main textarea').first();
    if (await box.count()) await box.fill(canaries.words);
    await next.click();
  }
  // Told before it is asked, purpose and time named.
  const notice = page.getByRole('region', { name: '个人信息告知' });
  await notice.waitFor();
  assert.match((await notice.textContent()) ?? '', /自愿.*联系电话：核实情况.*12 个月.*删除/s);
  await page.getByLabel('联系电话').fill(canaries.phone);
  await page.waitForTimeout(400);
  const draft = await dumpOf(page);
  assert.ok(draft.places > 3, 'something lies there');
  assert.deepEqual(leaksIn(draft), []);
  assert.ok(draft.extractable.length > 0 && draft.extractable.every((one) => !one), 'keys do not come out');

  await context.setOffline(true);
  await page.getByRole('button', { name: '发送', exact: true }).click();
  await page.waitForURL(/\/sent\//);
  await page.waitForTimeout(300);
  assert.deepEqual(leaksIn(await dumpOf(page)), []);
  await context.setOffline(false);
  await page.locator('.m-code dd').first().waitFor({ timeout: 20_000 });
  assert.deepEqual(leaksIn(await dumpOf(page)), []);
  for (const canary of Object.values(canaries))
    assert.ok(!urls.some((url) => url.includes(canary) || url.includes(encodeURIComponent(canary))), canary);

  // The version that was shown is kept with what was given.
  const { pool, parts } = server.lifang;
  const { rows } = await pool.query<{ district: string; case_id: string; sealed: string }>(
    'select district, case_id, sealed from case_contact order by recorded_at desc limit 1',
  );
  const [row] = rows;
  assert.ok(row);
  const place = { table: 'case_contact', column: 'sealed', row: `${row.district} ${row.case_id}` };
  const contact = JSON.parse(await parts.seals.open(place, row.sealed)) as { personal: object; notice: string };
  assert.deepEqual(contact.personal, { contact: canaries.phone });
  assert.match(contact.notice, /^\d{4}-\d\d-\d\d$/);
  assert.deepEqual(faults, []);
  await context.close();
});

const signIn = async (page: Page, account: string): Promise<void> => {
  await page.goto('/m/work');
  await page.getByLabel('账号', { exact: true }).fill(account);
  await page.getByLabel('密码').fill('qingyang2026');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: /待办/ }).waitFor();
};
const signOut = async (page: Page): Promise<void> => {
  await page.goto('/m/work/me');
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '工作人员登录' }).waitFor();
};

test('security 54: what a field worker could not send survives sign-out, sealed, and goes out when the same person comes back', async () => {
  const { context, page, faults } = await phone();
  await signIn(page, 'wangge');
  await page.locator('main .lf-list-row').first().click();
  await page.locator('.m-foot .lf-button').first().waitFor();
  await page.goto('/m/work/report');
  await page.getByText('替居民代录').click();
  await page.getByRole('radio', { name: '来电' }).check({ force: true });
  await page.getByRole('radio', { name: '暴露垃圾' }).click({ force: true });
  await page.getByLabel('诉求人姓名').fill(canaries.name);
  await page.getByLabel('联系电话').fill(canaries.callerPhone);
  await page.getByLabel('具体位置').fill(canaries.place);
  // The way to the server is cut; the page itself stays.
  await context.route('**/api/cases', (route) => route.abort());
  await page.getByRole('button', { name: '发送' }).click();
  await page.getByText('已存在手机里').waitFor();
  assert.deepEqual(leaksIn(await dumpOf(page)), []);
  await page.goto('/m/work/me');
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByText('有 1 件还没发出').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '工作人员登录' }).waitFor();
  const left = await dumpOf(page);
  assert.deepEqual(leaksIn(left), []);

  // Another person sees nothing of it, and sends nothing of it.
  await context.unroute('**/api/cases');
  await signIn(page, 'paidan');
  await page.goto('/m/work/unsent');
  await page.getByText('都发出去了').waitFor();
  await signOut(page);
  const { pool } = server.lifang;
  const sent = async (): Promise<number> =>
    (await pool.query(`select 1 from case_file where place like '%${canaries.place}%'`)).rows.length;
  assert.equal(await sent(), 0);

  await signIn(page, 'wangge');
  for (let turn = 0; turn < 100 && (await sent()) === 0; turn++) await page.waitForTimeout(100);
  assert.equal(await sent(), 1);
  await signOut(page);
  assert.deepEqual(leaksIn(await dumpOf(page)), []);
  assert.deepEqual(
    faults.filter((fault) => !/Failed to fetch|net::ERR/.test(fault)),
    [],
  );
  await context.close();
});
