import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { asChrome90 } from '#tests/support/as-chrome-90.ts';
import { openBrowser, type Visit, visit } from '#tests/support/browser.ts';
import { underWorker } from '#tests/support/offline-ready.ts';
import { platesOf, type Plate } from '#tests/support/plates.ts';
import { type DemoServer, startDemoServer } from '#tests/support/server.ts';
import { signIn } from '#tests/support/sign-in.ts';

let server: DemoServer;
let browser: Browser;
let plate: Plate;
before(async () => {
  [server, browser] = await Promise.all([startDemoServer(), openBrowser()]);
  const plates = await platesOf(server.url);
  assert.ok(plates[0]);
  plate = plates[0];
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const photo = () =>
  sharp({ create: { width: 2400, height: 1800, channels: 3, background: { r: 130, g: 120, b: 110 } } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'somebody' } })
    .toBuffer();

const resident = async (): Promise<Visit> => {
  const opened = await visit(browser, server.url, { size: 'phone' });
  await asChrome90(opened.context);
  return opened;
};

/** Counts what a person touches. */
const toucher = (page: Page) => {
  let touches = 0;
  return {
    count: () => touches,
    tap: async (text: string | RegExp, role: 'button' | 'link' | 'radio' = 'button') => {
      touches++;
      const target = page.getByRole(role, { name: text }).first();
      // A choice may lead on at once, so that nothing is left to look whether it was checked.
      await target.click({ force: role === 'radio' });
    },
  };
};

const takePhoto = async (page: Page, press: () => Promise<void>): Promise<void> => {
  const asked = page.waitForEvent('filechooser');
  await press();
  await (await asked).setFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: await photo() });
};

const numberAndCode = async (page: Page): Promise<{ number: string; code: string }> => {
  const values = await page.locator('.m-code dd').allTextContents();
  assert.equal(values.length, 2);
  return { number: values[0] ?? '', code: values[1] ?? '' };
};

/** Progress as the server tells it to whoever has number and code. */
const progressOf = async (number: string, queryCode: string) => {
  const answer = await fetch(`${server.url}/api/public/progress`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ number, queryCode }),
  });
  assert.equal(answer.status, 200);
  return (await answer.json()) as { id: string; status: string; steps: readonly unknown[]; rating: number | null };
};

test('a resident scans a plate, reports without a line in six touches, and gets the receipt when there is one', async () => {
  const { context, page, faults, foreign } = await resident();
  await page.goto(`/m/p/${plate.code}`);
  await page.getByText(plate.place.name).waitFor();
  // The worker keeps the pages before the line goes.
  await underWorker(page);
  await context.setOffline(true);

  const touch = toucher(page);
  await touch.tap('电梯故障', 'radio');
  // Taking the picture is two further touches in the phone's camera: release and confirm.
  await takePhoto(page, () => touch.tap('拍照'));
  await page.locator('textarea').fill('二单元电梯停在六楼，一直在响。');
  await touch.tap('继续');
  await page.getByText('二单元电梯停在六楼，一直在响。').waitFor();
  await touch.tap('发送');
  assert.ok(touch.count() + 2 <= 6, `${touch.count()} touches and two in the camera`);

  await page.getByText('已存在手机里').waitFor();
  // Closing and opening the page loses nothing, the line still gone.
  await page.goto('/m/progress');
  await page.getByText('1 件还没发出').waitFor();

  await context.setOffline(false);
  await page.getByText('已收到，点开看进度').waitFor({ timeout: 20_000 });
  await page.locator('.lf-list a').first().click();
  await page.getByText('受理编号').first().waitFor();
  const number = /\d{6}-\d{5}-\d{5}/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? '';
  assert.match(number, /^\d{6}-\d{5}-\d{5}$/);

  // One matter, at that place, with one photo of at most 1,600 px, seen by the grid worker.
  const worker = await signIn(server.url, 'wangge');
  const list = (await (await worker.get(`/api/cases?words=${number}`)).json()) as {
    rows: readonly { id: string; place: { code: string } }[];
  };
  assert.equal(list.rows.length, 1);
  assert.equal(list.rows[0]?.place.code, plate.place.code);
  const view = (await (await worker.get(`/api/cases/${list.rows[0]?.id}`)).json()) as {
    values: readonly { field: { type: string }; value: unknown }[];
  };
  const [hash] = view.values.find((one) => one.field.type === 'photos')?.value as readonly string[];
  const stored = await (await worker.get(`/api/cases/${list.rows[0]?.id}/files/${hash}`)).arrayBuffer();
  const meta = await sharp(Buffer.from(stored)).metadata();
  assert.equal(Math.max(meta.width ?? 0, meta.height ?? 0), 1600);
  assert.equal(meta.exif, undefined);

  assert.deepEqual(faults, []);
  assert.deepEqual(foreign, []);
  await context.close();
});

test('progress opens on another phone by number and code; a dissatisfied rating opens the matter again', async () => {
  const { context, page, faults } = await resident();
  await page.goto(`/m/p/${plate.code}`);
  await page.getByRole('radio', { name: '路灯不亮' }).click({ force: true });
  await page.getByRole('button', { name: '跳过' }).click();
  await page.locator('textarea').fill('楼前第二盏路灯不亮。');
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByRole('button', { name: '发送' }).click();
  await page.getByText('已收到', { exact: true }).waitFor();
  const { number, code } = await numberAndCode(page);
  await context.close();

  await settle(number, code);

  const other = await resident();
  await other.page.goto('/m/progress');
  await other.page.getByLabel('受理编号').fill(number.replaceAll('-', ' '));
  await other.page.getByLabel('查询码').fill(code.toLowerCase());
  await other.page.getByRole('button', { name: '查进度' }).click();
  await other.page.getByText('已换灯泡').waitFor();
  assert.equal((await progressOf(number, code)).status, 'closed');

  await other.page.getByRole('button', { name: '评价' }).click();
  await other.page.getByText('会退回重新办理').first().waitFor();
  // Without a choice the form says what is missing, on top and at the field.
  await other.page.getByRole('dialog').getByRole('button', { name: '评价' }).click();
  await other.page.getByText('请填写「满意度」。').first().waitFor();
  assert.equal(await other.page.getByText('请填写「满意度」。').count(), 2);
  await other.page.getByRole('radio', { name: /^不满意/ }).check({ force: true });
  await other.page.getByRole('dialog').getByRole('button', { name: '评价' }).click();
  await other.page.getByText('已提交').waitFor();
  await other.page.getByText('已受理').first().waitFor();
  const after = await progressOf(number, code);
  assert.equal(after.status, 'open');
  assert.equal(after.rating, 2);
  assert.deepEqual([...faults, ...other.faults], []);
  await other.context.close();
});

/** The grid worker settles it on the spot, the community checks and closes with an answer. */
const settle = async (number: string, code: string): Promise<void> => {
  const { id } = await progressOf(number, code);
  const act = async (account: string, action: string, form: object) => {
    const staff = await signIn(server.url, account);
    const answer = await staff.post(`/api/cases/${id}/actions`, { id: crypto.randomUUID(), action, form });
    assert.equal(answer.status, 200, await answer.text());
  };
  await act('wangge', 'settle', { result: '已换灯泡' });
  await act('shequ', 'close-settled', { answer: '已换灯泡，夜间已亮。' });
};
