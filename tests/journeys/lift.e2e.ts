import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import type { CaseView } from '#engines/case/contract';
import { uuidv7 } from '#kernel/ids';
import { openBrowser } from '#tests/support/browser.ts';
import { underWorker } from '#tests/support/offline-ready.ts';
import { type DemoServer, startDemoServer } from '#tests/support/server.ts';
import { signIn as signInByHttp } from '#tests/support/sign-in.ts';
import { until } from '#tests/support/until.ts';
import {
  assertClean,
  giveFile,
  type Hand,
  isStillLoaded,
  markLoaded,
  photoWithPlace,
  press,
  signIn,
  takeHand,
  walk,
} from './hands.ts';

/** One matter from a resident's phone, which has no line, to its answer, its reopening and its end. */

let browser: Browser;
let server: DemoServer;
before(async () => {
  [server, browser] = await Promise.all([startDemoServer(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const newId = () => uuidv7(Date.now(), randomBytes(10));
const grid = '990101001001g01';
const answer = '电梯已更换门机皮带并复检合格，今天起恢复使用。';

const newPassword = 'Nine+quiet+rivers';

/** A grid worker of the next grid: made and proposed by one administrator, granted by another; the password is his own. */
const employNextDoor = async (): Promise<void> => {
  const administrator = await signInByHttp(server.url, 'guanli');
  const granting = await signInByHttp(server.url, 'anquan');
  const told = async <Answer>(asked: Promise<Response>): Promise<Answer> => {
    const said = await asked;
    assert.ok(said.ok, await said.clone().text());
    return (said.status === 204 ? undefined : await said.json()) as Answer;
  };
  const posts = await told<{ id: string; role: string; body: { id: string } }[]>(
    administrator.get('/api/posts?at=990101001001g02'),
  );
  const post = posts.find(({ role }) => role === 'grid-worker');
  // All approved places are taken: one more is allowed first, for a time.
  const over = { body: post?.body.id, role: post?.role, over: 1, until: '2099-12-31', reason: '新招录，编制待批' };
  await told(granting.put('/api/establishment/over', over));
  const person = newId();
  await told(administrator.post('/api/people', { id: person, name: '邻格员', account: 'linge' }));
  const { code } = await told<{ code: string }>(administrator.post(`/api/people/${person}/activation`));
  await told(administrator.post('/api/public/activation', { account: 'linge', code, password: newPassword }));
  const proposed = await told<{ id: string }>(
    administrator.post(`/api/posts/${post?.id}/appointments`, { id: newId(), person, from: '2026-01-01' }),
  );
  const decision = { decision: 'granted', reason: '新招录' };
  await told(granting.post(`/api/grants/${proposed.id}/decision`, decision));
};

const findPlate = async (): Promise<{ readonly code: string; readonly place: { readonly name: string } }> => {
  const community = await signInByHttp(server.url, 'shequ');
  const [, , plate] = await (await community.get(`/api/plates?at=${grid}`)).json();
  return plate;
};

const countCases = async (): Promise<number> => {
  const { rows } = await raw<{ n: number }>`select count(*)::int as n from case_file`.execute(server.lifang.parts.sql);
  return rows[0]?.n ?? 0;
};
const stageOf = async (number: string): Promise<string | undefined> => {
  const { rows } = await raw<{ stage: string }>`select stage from case_file where number = ${number}`.execute(
    server.lifang.parts.sql,
  );
  return rows[0]?.stage;
};

const toasted = (page: Page, words: string) => page.getByText(words).first().waitFor();
const onDesk = async (account: string): Promise<Hand> => {
  const hand = await takeHand(browser, server.url, account);
  await signIn(hand, account);
  await hand.page.goto('/inbox');
  return hand;
};

test('a broken lift: from a phone without a line to its answer, reopened, and closed for good', async (t) => {
  const step = walk(t);
  const plate = await findPlate();
  await employNextDoor();
  const before = await countCases();

  const resident = await takeHand(browser, server.url, 'resident', { size: 'phone' });
  const worker = await takeHand(browser, server.url, 'wangge', { size: 'phone' });
  const nextDoor = await takeHand(browser, server.url, 'linge', { size: 'phone' });
  let number = '';
  let id = '';
  const row = (page: Page) => page.getByRole('link', { name: /电梯故障/ }).filter({ hasText: '3 号楼' });

  await step('two grid workers are at their phones', async () => {
    await worker.page.goto('/m/work');
    await worker.look('sign-in');
    await press(worker.page.getByRole('button', { name: /钟雨琴|网格员/ }).first());
    await worker.page.getByRole('list', { name: '待办' }).waitFor();
    await worker.look('to-do');
    await signIn(nextDoor, 'linge', newPassword);
    await nextDoor.page.goto('/m/work');
    await nextDoor.page.getByRole('heading', { name: /待办/ }).waitFor();
    for (const { page } of [worker, nextDoor]) await markLoaded(page);
  });

  await step('a resident opens the plate of the building', async () => {
    const { page } = resident;
    await page.goto(`/m/p/${plate.code}`);
    await page.getByText(plate.place.name).waitFor();
    await page.getByRole('heading', { name: '遇到什么事？' }).waitFor();
    await resident.look('plate');
    // The phone has had its moment to keep the pages.
    await underWorker(page);
    resident.touches.restart();
  });

  await step('the line is gone; it is reported all the same, with a photo', async () => {
    const { page } = resident;
    await resident.offline(true);
    await press(page.getByRole('radio', { name: '电梯故障' }));
    await page.getByRole('button', { name: '拍照' }).waitFor();
    await resident.look('photo');
    const photo = { name: 'lift.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace('#8899aa') };
    await giveFile(page, page.getByRole('button', { name: '拍照' }), photo);
    await page.getByLabel('说明').waitFor();
    await resident.look('words');
    await press(page.getByRole('button', { name: '跳过' }));
    await page.getByRole('heading', { name: '核对一下' }).waitFor();
    await page.getByText('1 张').waitFor();
    await resident.look('check');
    await press(page.getByRole('button', { name: '发送' }));
    await page.getByText('已存在手机里').waitFor();
    await resident.look('kept');
    // The shutter and the camera's own “use this” are two more, outside the page.
    assert.ok(resident.touches.count() + 2 <= 6, `${resident.touches.count()} touches and two in the camera`);
  });

  await step('it waits on the phone, also when the page is loaded again without a line', async () => {
    const { page } = resident;
    await page.reload();
    await page.getByText('已存在手机里').waitFor();
    await page.goto('/m/');
    await page.getByText('1 件还没发出').waitFor();
    await resident.look('home-unsent');
    await page.goto('/m/progress');
    await page.getByText('还没发出，联网后自动发送').waitFor();
    await resident.look('progress-unsent');
    assert.equal(await countCases(), before, 'nothing left the phone');
  });

  await step('the line is back: a receipt with number and query code, and one matter', async () => {
    const { page } = resident;
    await page.goBack();
    await resident.offline(false);
    await page.getByText('已收到，点开看进度').waitFor();
    await page.goto('/m/progress');
    await press(page.getByRole('link', { name: /电梯故障/ }));
    const shown = await page.getByText(/受理编号 \d{6}-\d{5}-\d{5}/).textContent();
    number = /\d{6}-\d{5}-\d{5}/.exec(shown ?? '')?.[0] ?? '';
    await page.getByText('已收到').first().waitFor();
    await resident.look('progress-received');
    await resident.page.waitForTimeout(1500);
    assert.equal(await countCases(), before + 1, 'exactly one');
    const { rows } = await raw<{ id: string; path: string; channel: string }>`
      select id, path, channel from case_file where number = ${number}`.execute(server.lifang.parts.sql);
    assert.deepEqual([rows[0]?.path, rows[0]?.channel], ['99.01.01.001.001.g01.b03.', 'qr']);
    id = rows[0]?.id ?? '';
  });

  await step('the worker of the grid sees it at once, the one next door never', async () => {
    await row(worker.page).waitFor();
    assert.ok(await isStillLoaded(worker.page), 'without a reload');
    await worker.look('to-do-new');
    assert.equal(await row(nextDoor.page).count(), 0);
    await nextDoor.page.goto(`/m/work/case/${id}`);
    await nextDoor.page.getByText('没有找到').first().waitFor();
    await nextDoor.look('not-mine');
    for (const address of [`/api/cases/${id}`, `/api/cases?words=${number}`]) {
      const asked = await nextDoor.page.request.get(address);
      assert.ok(asked.status() === 404 || (await asked.json()).rows.length === 0, address);
    }
  });

  await step('no place lies in the stored photo', async () => {
    const view = (await (await worker.page.request.get(`/api/cases/${id}`)).json()) as CaseView;
    const photos = view.values.find((one) => one.field.id === 'photos')?.value as string[];
    assert.equal(photos.length, 1);
    const file = await worker.page.request.get(`/api/cases/${id}/files/${photos[0]}?size=full`);
    const bytes = await file.body();
    const { format, exif, xmp, width = 0 } = await sharp(bytes).metadata();
    assert.deepEqual([format, exif, xmp], ['jpeg', undefined, undefined]);
    assert.ok(width > 800 && width <= 1600, `${width} px`);
    assert.ok(!bytes.includes('GPS') && !bytes.includes('Exif'));

    // A program that sends the photo as the camera made it gets no further.
    const sent = await photoWithPlace('#aa9988');
    assert.ok((await sharp(sent).metadata()).exif, 'the camera wrote the place');
    const name = createHash('sha256').update(sent).digest('hex');
    const put = await worker.page.request.put(`/api/files/${name}`, {
      data: sent,
      headers: { origin: server.url, 'content-type': 'image/jpeg' },
    });
    assert.equal(put.status(), 200, await put.text());
    const stored = await server.lifang.parts.files.open(name);
    assert.ok(stored);
    assert.equal((await sharp(await buffer(stored.body)).metadata()).exif, undefined);
  });

  await step('the worker accepts without a line; it arrives when the line is back', async () => {
    const { page } = worker;
    await press(row(page));
    await page.getByText(number).waitFor();
    await worker.look('matter');
    await worker.offline(true);
    await press(page.getByRole('button', { name: '受理', exact: true }));
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('核实情况').fill('现场核实属实，已贴告示');
    await worker.look('accept');
    await press(sheet.getByRole('button', { name: '受理', exact: true }));
    await toasted(page, '已存在手机里，联网后自动发送');
    await page.getByText('还没发出，联网后自动发送').first().waitFor();
    await worker.look('accept-kept');
    await page.goto('/m/work');
    await page.getByText('已办理，待发送').waitFor();
    await worker.look('to-do-unsent');
    assert.equal(await stageOf(number), 'received');
    await worker.offline(false);
    await until('the step arrives', async () => (await stageOf(number)) === 'to-dispatch');
    await row(page).waitFor({ state: 'detached' });
  });

  const dispatcher = await onDesk('paidan');
  const handler = await onDesk('shijian');
  const inspector = await takeHand(browser, server.url, 'hecha', { size: 'phone' });
  await signIn(inspector, 'hecha');
  await inspector.page.goto('/m/work');
  const cell = (page: Page) => page.getByRole('row').filter({ hasText: number });
  /** What is new waits above the list, so that no row jumps away under the cursor. */
  const showNew = async (page: Page): Promise<void> => {
    const told = page.getByRole('button', { name: /件新到的事项/ });
    await told.or(cell(page)).first().waitFor();
    if (await told.isVisible()) await told.click();
    await cell(page).waitFor();
  };

  /** Dispatched, taken on, handled and closed, by three people. */
  const handleOnce = async (result: string): Promise<void> => {
    await showNew(dispatcher.page);
    await dispatcher.look('inbox');
    await cell(dispatcher.page).getByText('电梯故障').first().click();
    await dispatcher.page.getByRole('heading', { name: '派单' }).waitFor();
    await dispatcher.page.getByText('青阳区市场监督管理局').first().waitFor();
    await dispatcher.look('matter');
    await dispatcher.page.getByRole('button', { name: '派单', exact: true }).click();
    await toasted(dispatcher.page, '「派单」已完成');
    await dispatcher.look('dispatched');

    await showNew(handler.page);
    await cell(handler.page).getByText('电梯故障').first().click();
    await handler.page.getByRole('button', { name: '接单', exact: true }).click();
    await handler.page.getByLabel('办理情况').fill(result);
    const photo = { name: 'done.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace('#99aa88') };
    await giveFile(handler.page, handler.page.getByRole('button', { name: '拍照' }), photo);
    await handler.page.getByRole('button', { name: '删除第 1 张照片' }).waitFor();
    await handler.look('handling');
    await handler.page.getByRole('button', { name: '办理完成', exact: true }).click();
    await toasted(handler.page, '「办理完成」已完成');
  };
  const verifyOnce = async (): Promise<void> => {
    const { page } = inspector;
    await press(row(page).first());
    await page.getByText(number).waitFor();
    await inspector.look('matter');
    await press(page.getByRole('button', { name: '核查通过，办结' }));
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('答复').fill(answer);
    await inspector.look('close');
    await press(sheet.getByRole('button', { name: '核查通过，办结' }));
    await toasted(page, '「核查通过，办结」已提交');
  };

  await step('the street dispatches to the department that the list proposes, which handles it', () =>
    handleOnce('更换门机皮带，试运行正常'),
  );

  await step('whoever handled it may not verify it', async () => {
    const { page } = handler;
    await page.getByText('现在没有需要您办理的操作').waitFor();
    await handler.look('handled');
    assert.equal(await page.getByRole('button', { name: /核查通过/ }).count(), 0);
    const tried = await page.request.post(`/api/cases/${id}/actions`, {
      data: { id: newId(), action: 'close', form: { answer: '自己核查' } },
      headers: { origin: server.url },
    });
    assert.deepEqual([tried.status(), (await tried.json()).code], [403, 'action.not-yours']);
    assert.equal(await stageOf(number), 'verifying');
  });

  await step('somebody else verifies it in the street and closes it with an answer', verifyOnce);

  const openProgress = async (): Promise<void> => {
    await resident.page.goto('/m/progress');
    await press(resident.page.getByRole('link', { name: /电梯故障/ }));
  };
  const rate = async (words: '满意' | '不满意'): Promise<void> => {
    const { page } = resident;
    await press(page.getByRole('button', { name: '评价' }));
    const sheet = page.getByRole('dialog');
    await press(sheet.getByRole('radio', { name: new RegExp(`^${words}`) }));
    await resident.look(`rate-${words}`);
    await press(sheet.getByRole('button', { name: '评价' }));
    await sheet.waitFor({ state: 'detached' });
  };

  await step('the resident follows it like a parcel and reads the answer', async () => {
    await openProgress();
    const { page } = resident;
    await page.getByText(answer).waitFor();
    await resident.look('answered');
    const steps = await page.getByRole('list', { name: '办理过程' }).getByRole('listitem').allInnerTexts();
    const shown = ['已办结，等您确认', '正在核查办理结果', '正在办理', '已受理，已派给承办单位', '已受理', '已收到'];
    assert.equal(steps.length, shown.length, steps.join('\n'));
    for (const [index, words] of shown.entries()) assert.ok(steps[index]?.includes(words), steps[index]);
    assert.ok(!steps.join().includes('钟雨琴'), 'no name of staff');
  });

  await step('dissatisfied: it is open again, and the dispatcher has it again', async () => {
    await dispatcher.page.goto('/inbox');
    await dispatcher.page.getByRole('table').waitFor();
    assert.equal(await cell(dispatcher.page).count(), 0);
    await markLoaded(dispatcher.page);
    await rate('不满意');
    await resident.look('reopened');
    await dispatcher.page.getByText('有 1 件新到的事项').waitFor();
    assert.ok(await isStillLoaded(dispatcher.page), 'without a reload');
    assert.equal(await stageOf(number), 'to-dispatch');
  });

  await step('handled once more and verified', async () => {
    await handler.page.goto('/inbox');
    await handleOnce('更换控制板，连续运行两小时正常');
    await inspector.page.goto('/m/work');
    await verifyOnce();
  });

  await step('satisfied: it has ended', async () => {
    await openProgress();
    await rate('满意');
    await resident.page.getByRole('button', { name: '评价' }).waitFor({ state: 'detached' });
    await resident.look('ended');
    const view = (await (await dispatcher.page.request.get(`/api/cases/${id}`)).json()) as CaseView;
    assert.deepEqual([view.row.stage, view.row.status, view.row.rating], ['rated', 'closed', 4]);
    const round = ['dispatch', 'take', 'handle', 'close', 'rate'];
    const { rows } = await raw<{ step: string }>`
      select coalesce(data ->> 'action', type) as step from case_event where case_id = ${id}::uuid order by seq`.execute(
      server.lifang.parts.sql,
    );
    assert.deepEqual(
      rows.map((one) => one.step),
      ['CaseReported', 'accept', ...round, ...round],
      'each step once',
    );
    assert.equal(await countCases(), before + 1);
  });

  assertClean();
});
