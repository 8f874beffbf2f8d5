import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { serveApps } from '#platform/server/http';
import { openBrowser, visit } from '#tests/support/browser.ts';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { until } from '#tests/support/until.ts';
import { sessionAt, smallDistrict, startTerritory } from '../../engines/territory/server/fixtures/small-district.ts';

const root = path.resolve(import.meta.dirname, '../../engines/territory/web/fixtures');
const folder = await mkdtemp(path.join(tmpdir(), 'lifang-territory-'));
await build({
  root,
  configFile: false,
  logLevel: 'error',
  plugins: [react()],
  build: {
    target: 'chrome90',
    outDir: folder,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    minify: false,
    chunkSizeWarningLimit: 5000,
  },
});
const { engine, app, as, tokenFor } = await startTerritory(await testParts(await testDatabase()));
await engine.plantTerritory(smallDistrict);
await serveApps(app, [{ prefix: '/', folder }]);
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const session = sessionAt('99.01.01.');
const open = async (address: string, locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const visitor = await visit(browser, origin, { locale });
  await visitor.context.addCookies([{ name: 'lifang', value: tokenFor(session), url: origin }]);
  await visitor.page.goto(address);
  const told = () => visitor.page.locator('[data-told]').textContent();
  const clean = async () => {
    await visitor.page.evaluate(axeSource);
    const found: string[] = await visitor.page.evaluate(
      "axe.run().then((result) => result.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' ')))",
    );
    assert.deepEqual(found, []);
    assert.deepEqual(visitor.faults, []);
    assert.deepEqual(visitor.foreign, []);
    await visitor.context.close();
  };
  return { ...visitor, told, clean };
};

/** The page shows a change a moment after the hand made it. */
test('the tree is walked by keys, and search opens the way to what it finds', async () => {
  const { page, told, clean } = await open('/?piece=tree');
  const tree = page.getByRole('tree');
  await page.getByRole('treeitem', { name: '青石街道' }).waitFor();
  await tree.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('treeitem', { name: '槐荫社区' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  assert.equal(await told(), '990101001001');
  const item = page.getByRole('treeitem', { name: '槐荫社区' });
  assert.equal(await item.getAttribute('aria-level'), '3');
  assert.equal(await item.getAttribute('aria-selected'), 'true');
  await page.getByRole('combobox').fill('lx');
  await page.getByRole('option', { name: '柳溪社区' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('treeitem', { name: '柳溪社区', selected: true }).waitFor();
  assert.equal(await told(), '990101001002');
  await clean();
});

test('the map shows the areas and the problems, and choosing one tells its code', async () => {
  const { page, told, clean } = await open('/?piece=map&code=990101001001');
  await page.locator('.lf-map-area').nth(3).waitFor();
  assert.equal(await page.locator('.lf-map-name', { hasText: '第 1 网格' }).count(), 1);
  await page.getByRole('button', { name: /重叠/ }).click();
  await page.locator('.lf-map-problem').waitFor();
  await page.getByRole('button', { name: '全部标出' }).click();
  await page.locator('.lf-map-problem').nth(2).waitFor();
  await page.locator('.lf-map-area').nth(3).click();
  assert.equal(await told(), '990101001001g04');
  await clean();
});

test('a boundary is mended by coordinates, checked while it is drawn, and saved', async () => {
  const { page, told, clean } = await open('/?piece=editor&code=990101001001g02');
  await page.getByText('与第 3 网格重叠').waitFor();
  await page.getByText('按坐标编辑').click();
  const list = page.getByRole('textbox');
  await list.fill('114.01, 22.00\n114.02, 22.00\nnorth');
  await page.getByRole('button', { name: '按坐标更新图形' }).click();
  await page.getByText('第 3 行不是').waitFor();
  await list.fill('114.01, 22.00\n114.02, 22.00\n114.02, 22.02\n114.01, 22.02');
  await page.getByRole('button', { name: '按坐标更新图形' }).click();
  await page.getByText('与相邻区域衔接良好').waitFor();
  const save = page.getByRole('button', { name: '保存边界' });
  await save.click();
  await page.locator('[data-told]', { hasText: 'saved' }).waitFor();
  const checks = (await as(session)('GET', '/api/territory/990101001001/checks')).body;
  assert.deepEqual(
    checks.filter((one: { kind: string }) => one.kind === 'overlap'),
    [],
  );
  assert.match((await told()) ?? '', /saved/);
  await clean();
});

test('a vertex is dragged and snaps to the neighbour; keys move and remove it; undo takes it back', async () => {
  const { page, clean } = await open('/?piece=editor&code=990101001001g04');
  const vertices = page.locator('.lf-vertex:not(.lf-vertex-middle)');
  await vertices.nth(3).waitFor();
  const middle = page.locator('.lf-vertex-middle').first();
  const box = await middle.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 6, box.y + 6);
  await page.mouse.down();
  await page.mouse.move(box.x + 6, box.y + 46, { steps: 6 });
  await page.mouse.up();
  await page.getByText('5 个点').waitFor();
  await vertices.nth(1).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await page.getByText('4 个点').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('5 个点').waitFor();
  for (let turn = 0; turn < 2; turn += 1) await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('4 个点').waitFor();
  assert.ok(await page.getByRole('button', { name: '撤销' }).isDisabled());

  // Dragged away from the corner that it shares with its neighbour, and back to somewhere near it.
  await page.getByText('按坐标编辑').click();
  const first = async () => (await page.getByRole('textbox').inputValue()).split('\n')[0];
  const corner = '114.030000, 22.000000';
  assert.equal(await first(), corner);
  await page.evaluate('scrollTo(0, 0)');
  const from = await vertices.first().boundingBox();
  assert.ok(from);
  const drag = async (x: number, y: number): Promise<void> => {
    const at = await vertices.first().boundingBox();
    assert.ok(at);
    await page.mouse.move(at.x + 9, at.y + 9);
    await page.mouse.down();
    await page.mouse.move(from.x + 9 + x, from.y + 9 + y, { steps: 5 });
    await page.mouse.up();
  };
  await drag(40, -40);
  await until('the corner is another', async () => (await first()) !== corner);
  await page.getByText('与相邻区域之间留有空白').first().waitFor();
  await drag(6, 4);
  await until('the corner is back', async () => (await first()) === corner);
  await clean();
});

test('a place is chosen step by step, with and without sign-in', async () => {
  const inside = await open('/?piece=picker');
  await inside.page.locator('select').first().selectOption({ label: '青石街道' });
  await inside.page.locator('select').nth(1).selectOption({ label: '槐荫社区' });
  await inside.page.locator('select').nth(2).selectOption({ label: '第 1 网格' });
  assert.equal(await inside.told(), '990101 | 990101001001g01 | 青石街道 · 槐荫社区 · 第 1 网格');
  await inside.page.locator('select').nth(1).selectOption('');
  assert.equal(await inside.told(), '990101 | 990101001 | 青石街道');
  await inside.clean();

  const { page, told, context } = await open('/?piece=picker#open');
  await page.locator('select').first().selectOption({ label: '青石街道' });
  await page.locator('select').nth(1).selectOption({ label: '柳溪社区' });
  assert.equal(await page.locator('select').count(), 2);
  assert.match((await told()) ?? '', /990101001002/);
  await context.close();
});
