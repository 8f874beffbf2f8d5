import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import type { CaseList } from '#engines/case/contract';
import { openBrowser } from '#tests/support/browser.ts';
import { type DemoServer, startDemoServer } from '#tests/support/server.ts';
import { unzip } from '#tests/support/unzip.ts';
import { figure } from '../../apps/server/commands/figure.ts';
import { assertClean, type Hand, press, signIn, takeHand, walk } from './hands.ts';

/** An everyday at the desk: lists, keys, batches, sheets, a caller on the phone, figures, an import. */

let browser: Browser;
let server: DemoServer;
before(async () => {
  [server, browser] = await Promise.all([startDemoServer(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const atDesk = async (account: string, address: string): Promise<Hand> => {
  const hand = await takeHand(browser, server.url, account);
  await signIn(hand, account);
  await hand.page.goto(address);
  return hand;
};
const queryOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const countOf = async (page: Page): Promise<number> => {
  const text = await page
    .getByRole('status')
    .filter({ hasText: /共 [\d,]+ 件/ })
    .textContent();
  return Number((text ?? '').replace(/\D/g, ''));
};
/** Opens a list of choices and takes one. */
const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: label }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click();
};

test('lists: filters in the address, keys, a saved view, a sheet', async (t) => {
  const step = walk(t);
  const { page, look } = await atDesk('paidan', '/cases');

  await step('a filter goes into the address and comes back from it', async () => {
    await page.getByRole('table').waitFor();
    const all = await countOf(page);
    await look('list');
    await choose(page, '状态', '已办结');
    await choose(page, '流程', '随手拍');
    await choose(page, '类别', '电梯故障');
    await page.waitForURL(/category=0307/);
    assert.deepEqual(queryOf(page), { status: 'closed', playbook: 'grid.snapshot', category: '0307' });
    await page.getByRole('row').nth(1).getByText('电梯故障').first().waitFor();
    const some = await countOf(page);
    assert.ok(some > 0 && some < all, `${some} of ${all}`);
    await look('list-filtered');
    await page.reload();
    await page.getByRole('table').waitFor();
    assert.equal(await countOf(page), some);
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('category'));
    await page.goForward();
    await page.waitForURL(/category=0307/);
    await page.getByRole('row').nth(1).getByText('电梯故障').first().waitFor();
  });

  await step('keys move, open, go back, search and help', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = page.getByRole('row').nth(2);
    const title = (await second.getByRole('link').first().textContent()) ?? '';
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await look('matter-closed');
    await page.goBack();
    await page.getByRole('table').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('西侧');
    await page.keyboard.press('Enter');
    await page.waitForURL(/words=/);
    await page.getByRole('row').nth(1).getByText('西侧').first().waitFor();
    assert.deepEqual(queryOf(page), { status: 'closed', playbook: 'grid.snapshot', category: '0307', words: '西侧' });
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('选中或取消').waitFor();
    await look('keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  await step('filters are saved as a view, and found again tomorrow', async () => {
    await page.getByRole('button', { name: '常用视图' }).click();
    await page.getByRole('menuitem', { name: '保存当前筛选' }).click();
    await page.getByRole('textbox', { name: '视图名称' }).fill('西侧电梯');
    await look('view-name');
    await page.getByRole('button', { name: '保存', exact: false }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto('/cases');
    await page.getByRole('table').waitFor();
    await page.getByRole('button', { name: '常用视图' }).click();
    await look('views');
    await page.getByRole('menuitem', { name: '西侧电梯' }).click();
    await page.waitForURL(/words=/);
    assert.deepEqual(queryOf(page), { status: 'closed', playbook: 'grid.snapshot', category: '0307', words: '西侧' });
  });

  await step('the list goes to Excel as a job, and the file opens', async () => {
    await page.goto('/cases?status=closed&category=0307');
    await page.getByRole('table').waitFor();
    const count = await countOf(page);
    await page.getByRole('button', { name: '导出 Excel' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('progressbar').waitFor();
    await dialog.getByRole('status').getByText('已完成', { exact: true }).waitFor();
    await look('export');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('link', { name: '下载文件' }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.xlsx$/);
    const files = unzip(await readFile(await download.path()));
    const xml = files.get('xl/worksheets/sheet1.xml') ?? '';
    const rows = xml.match(/<row>.*?<\/row>/gs) ?? [];
    assert.ok(rows[0]?.includes('受理编号'));
    const matters = rows.filter((row) => /\d{6}-\d{5}-\d{5}/.test(row));
    assert.equal(matters.length, count);
    for (const row of matters) assert.ok(row.includes('电梯故障') && row.includes('已办结'), row);
  });
  assertClean();
});

test('several are accepted at once', async (t) => {
  const step = walk(t);
  const { page, look } = await atDesk('wangge', '/cases?playbook=grid.snapshot&stage=received&status=open');
  const list = async (): Promise<CaseList> =>
    (await (await page.request.get('/api/cases?playbook=grid.snapshot&stage=received&status=open')).json()) as CaseList;

  await step('picked by keys and accepted with one form', async () => {
    await page.getByRole('table').waitFor();
    const before = await list();
    assert.ok(before.total >= 3, `${before.total} wait to be accepted`);
    for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
    const bar = page.getByRole('region', { name: '已选 3 件' });
    await bar.waitFor();
    await look('batch-picked');
    await bar.getByRole('button', { name: '受理', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('核实情况').fill('集中巡查时核实');
    await look('batch-form');
    await dialog.getByRole('button', { name: '受理', exact: true }).click();
    await page.getByText('3 件已办理').waitFor();
    await look('batch-done');
    await bar.waitFor({ state: 'detached' });
    const now = await list();
    assert.equal(now.total, before.total - 3);
    const [accepted] = before.rows;
    const view = await (await page.request.get(`/api/cases/${accepted?.id}`)).json();
    assert.deepEqual([view.row.stage, view.timeline.at(-1).values[0].value], ['to-dispatch', '集中巡查时核实']);
  });
  assertClean();
});

test('a resident phones: written on behalf, read back, a slip with number and code', async (t) => {
  const step = walk(t);
  const { page, look } = await atDesk('shequ', '/report');

  await step('who, what and where; without a place it goes no further', async () => {
    await page.getByRole('radio', { name: '来电' }).check();
    await page.getByLabel('姓名').fill('陈阿婆');
    await page.getByRole('radio', { name: '路灯不亮' }).check();
    await page.getByRole('button', { name: '核对并复述' }).click();
    await page.getByRole('link', { name: '请选择街道和社区，或在地图上标出位置。' }).waitFor();
    await look('report-refused');
    // A community's clerk begins at the community.
    await page.getByLabel('街道和社区').first().selectOption({ label: '槐荫社区' });
    await page.getByLabel('街道和社区').nth(1).selectOption({ label: '第 2 网格' });
    await page.getByLabel('具体位置').fill('北门外第二根灯杆');
    await page.getByRole('textbox', { name: /^说明/ }).fill('连着三晚不亮，老人不敢出门');
    await page.getByLabel('联系电话').fill('15400000001');
    await look('report');
    await page.getByRole('button', { name: '核对并复述' }).click();
  });

  let code = '';
  let number = '';
  await step('read back to the caller, sent, and a slip to print', async () => {
    await page.getByRole('heading', { name: '请逐项复述' }).waitFor();
    await page.getByText('槐荫社区').last().waitFor();
    await look('read-back');
    const send = page.getByRole('button', { name: '提交' });
    assert.ok(await send.isDisabled(), 'first it is read aloud');
    await page.getByRole('checkbox').check();
    await send.click();
    const slip = page.getByRole('region', { name: '受理回执' });
    await slip.waitFor();
    const text = (await slip.textContent()) ?? '';
    number = /\d{6}-\d{5}-\d{5}/.exec(text)?.[0] ?? '';
    code = (await slip.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/).textContent()) ?? '';
    await look('slip');
    await page.emulateMedia({ media: 'print' });
    await look('slip-printed');
    assert.ok(await slip.isVisible());
    for (const screen of [page.getByRole('navigation').first(), page.getByRole('button', { name: '再录一件' })])
      assert.ok(!(await screen.isVisible()), 'menus and buttons are not for paper');
    await page.emulateMedia({ media: 'screen' });
  });

  await step('the code on the slip opens the progress on any phone', async () => {
    const caller = await takeHand(browser, server.url, 'caller', { size: 'phone' });
    await caller.page.goto('/m/progress');
    await caller.page.getByLabel('受理编号').fill(number);
    await caller.page.getByLabel('查询码').fill(code.toLowerCase());
    await caller.look('progress-by-code');
    await press(caller.page.getByRole('button', { name: '查进度' }));
    await caller.page.getByRole('list', { name: '办理过程' }).waitFor();
    await caller.page.getByText('第 2 网格').first().waitFor();
    await caller.look('progress-of-caller');
  });
  assertClean();
});

interface Facts {
  readonly total: number;
  readonly rows: readonly { readonly subject: string; readonly title?: string }[];
}

test('a figure opens to its facts, and a fact to its matter', async (t) => {
  const step = walk(t);
  const { page, look } = await atDesk('quzhang', '/board');
  const tile = page.getByRole('article', { name: '超期率' });

  await step('the number opens to what was counted', async () => {
    await tile.locator('.figure-number').waitFor();
    await look('board');
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.url().includes('/facts?')),
      tile.locator('.figure-number').click(),
    ]);
    const facts = (await answer.json()) as Facts;
    assert.ok(facts.total > 0);
    const drawer = page.getByRole('dialog');
    await drawer.getByText(`共 ${facts.total.toLocaleString('zh-CN')} 条`).waitFor();
    await look('board-facts');
    assert.equal(queryOf(page)['open'], 'grid.overtime_rate');
    const [first] = facts.rows;
    await drawer.getByRole('link').first().click();
    await page.waitForURL(`**/cases/${first?.subject}`);
    await page.getByText('超时办结').first().waitFor();
    await page.goBack();
    await page.getByRole('dialog').getByText('共').first().waitFor();
  });
  assertClean();
});

interface Printed {
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
  readonly excluded: number;
}

const printFigure = async (...more: readonly string[]): Promise<readonly Printed[]> => {
  let written = '';
  await figure.run(
    ['grid.overtime_rate', '--at', '440310', '--from', '2018-02-01', '--to', '2018-11-01', '--json', ...more],
    async () => server.lifang,
    (text) => (written += text),
  );
  return JSON.parse(written) as readonly Printed[];
};

test('a district brings its past: previewed, imported, and on the dashboard as on the command line', async (t) => {
  const step = walk(t);
  const { page, look } = await atDesk('quzhang', '/import?see=past');
  const sheet = path.resolve(import.meta.dirname, '../../engines/exchange/server/fixtures/pingshan-excerpt.csv');
  const lines = (await readFile(sheet, 'utf8')).trimEnd().split(/\r?\n/).length - 1;
  const said = (what: string) => page.locator('dl > div', { hasText: what }).locator('dd').first();
  const past = async (): Promise<number> => {
    const { rows } = await raw<{ n: number }>`
      select count(*)::int as n from case_file where district = '440310'`.execute(server.lifang.parts.sql);
    return rows[0]?.n ?? 0;
  };
  let taken = 0;

  await step('the check reads everything and writes nothing', async () => {
    await page.getByRole('button', { name: '预检' }).click();
    await page.getByText('请选择文件').first().waitFor();
    await page.getByLabel('文件').setInputFiles(sheet);
    await look('import');
    await page.getByRole('button', { name: '预检' }).click();
    await page.getByRole('heading', { name: '预检结果' }).waitFor();
    assert.equal(Number(await said('文件行数').textContent()), lines);
    taken = Number(await said('导入').textContent());
    assert.ok(taken > 90 && taken <= lines, `${taken} of ${lines}`);
    await page.getByText('前几行读出的内容').click();
    await look('import-preview');
    assert.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      'wide tables scroll inside',
    );
    assert.equal(await past(), 0);
  });

  await step('the import shows how far it is and what came of it', async () => {
    await page.getByRole('button', { name: '开始导入' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('status').getByText('已完成', { exact: true }).waitFor();
    await look('import-done');
    assert.equal(Number(await said('导入').textContent()), taken);
    assert.equal(await past(), taken);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载未导入的行' }).click(),
    ]);
    const aside = await readFile(await download.path(), 'utf8');
    assert.ok(aside.trimEnd().split('\r\n').length > 1, 'every remark with its row');
  });

  await step('the dashboard shows what the command line prints', async () => {
    const [whole] = await printFigure();
    const streets = await printFigure('--by', 'street');
    assert.ok(whole && whole.denominator > 0);
    await page.goto('/board?at=440310&from=2018-02-01&to=2018-11-01&of=grid.overtime_rate');
    await page.getByRole('heading', { name: '坪山区 · 数据看板' }).waitFor();
    const tile = page.getByRole('article', { name: '超期率' });
    const percent = (value: number | null) => `${((value ?? 0) * 100).toFixed(1)} %`;
    await tile.getByText(percent(whole.value)).first().waitFor();
    await tile.getByText('口径').click();
    const part = (name: string) => tile.locator('dl > div', { hasText: name }).locator('dd');
    assert.deepEqual(
      await Promise.all(['分子', '分母', '未计入'].map((name) => part(name).textContent())),
      [whole.numerator, whole.denominator, whole.excluded].map(String),
    );
    await look('board-pingshan');
    const ranking = page.getByRole('list', { name: '超期率 · 下级对比' });
    const apart = streets.find((one) => one.name === '未落到下级区域');
    assert.ok(apart && apart.denominator > 0);
    await page.getByText(`未落到下级区域的：数量过少（${apart.numerator}/${apart.denominator}）`).waitFor();
    const below = streets.filter((one) => one.denominator > 0 && one !== apart);
    assert.ok(below.length >= 4);
    for (const { name, value, numerator, denominator } of below) {
      const row = ranking.getByRole('listitem').filter({ hasText: name });
      // Of a handful no rate is made, but the two numbers stand there.
      await row
        .getByText(percent(value))
        .or(row.getByText(`数量过少（${numerator}/${denominator}）`))
        .first()
        .waitFor();
    }
  });

  await step('and opens to the past matters', async () => {
    await page.getByRole('article', { name: '超期率' }).locator('.figure-number').click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText(/共 \d+ 条/).waitFor();
    await look('board-pingshan-facts');
    await drawer.getByRole('link').first().click();
    await page.getByText('坪山历史事项').first().waitFor();
    await look('past-matter');
  });
  assertClean();
});
