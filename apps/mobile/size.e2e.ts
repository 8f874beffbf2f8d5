import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { openBrowser, visit } from '#tests/support/browser.ts';
import { type DemoServer, startDemoServer } from '#tests/support/server.ts';
import { platesOf } from '#tests/support/plates.ts';

let server: DemoServer;
let browser: Browser;
before(async () => {
  [server, browser] = await Promise.all([startDemoServer(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const BAR = 180_000;

/** Bytes, packed with gzip, of all that a page fetches by itself: page, scripts, styles, icons; not the data. */
const firstLoad = async (path: string): Promise<{ bytes: number; files: string[] }> => {
  const { context, page } = await visit(browser, server.url, { size: 'phone' });
  const files = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    // What the service worker fetches afterwards for offline use is no part of the first load.
    if (!pathname.startsWith('/api/') && !response.request().serviceWorker()) files.add(pathname);
  });
  await page.goto(path);
  await page.waitForSelector('h1');
  // Late parts too: the outbox, the checks of the form, what is fetched when the page is idle.
  await page.waitForTimeout(4000);
  await context.close();
  let bytes = 0;
  for (const file of files) {
    const name = /\.[a-z0-9]+$/.test(file) ? file.slice('/m/'.length) : 'index.html';
    bytes += gzipSync(await readFile(new URL(`./dist/${name}`, import.meta.url))).length;
  }
  return { bytes, files: [...files] };
};

test('the first page of residents weighs at most 180 kB', async (t) => {
  const { bytes, files } = await firstLoad('/m/');
  t.diagnostic(`${bytes} bytes in ${files.length} files`);
  assert.ok(files.length > 3, 'the page fetched its scripts');
  assert.ok(bytes <= BAR, `${bytes} bytes: ${files.join(' ')}`);
});

test('the page that a plate opens weighs at most 180 kB', async (t) => {
  const [plate] = await platesOf(server.url);
  const { bytes, files } = await firstLoad(`/m/p/${plate?.code}`);
  t.diagnostic(`${bytes} bytes in ${files.length} files`);
  assert.ok(files.some((file) => file.includes('ReportFlow')));
  assert.ok(
    !files.some((file) => /WorkApp|leaflet|conditions/.test(file)),
    'staff part, maps and conditions stay away',
  );
  assert.ok(bytes <= BAR, `${bytes} bytes: ${files.join(' ')}`);
});
