import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { openBrowser } from '#tests/support/browser.ts';
import { type DemoServer, startDemoServer } from '#tests/support/server.ts';
import { openPage } from './open-page.ts';
import { screenPages } from './pages.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let browser: Browser;
let server: DemoServer;

before(async () => {
  [server, browser] = await Promise.all([startDemoServer(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const describe = (results: AxeResults): string[] =>
  results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id} (${help}): ${node.target.join(' ')}\n    ${node.html.slice(0, 200)}\n    ${node.failureSummary ?? ''}`,
    ),
  );

for (const page of screenPages)
  for (const theme of ['light', 'dark'] as const)
    test(`axe finds nothing on ${page.id}, ${theme}`, async () => {
      const opened = await openPage(browser, server.url, page, {
        theme,
        size: page.app === 'mobile' ? 'phone' : 'desktop',
      });
      try {
        // The page's policy forbids script elements; what the browser's debugger evaluates is no part of the page.
        await opened.page.evaluate(await axeSource());
        const results = await opened.page.evaluate(() =>
          (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
        );
        assert.deepEqual(describe(results), []);
        assert.deepEqual(opened.faults, []);
        assert.deepEqual(opened.foreign, []);
      } finally {
        await opened.close();
      }
    });

let source: Promise<string> | undefined;
async function axeSource(): Promise<string> {
  source ??= import('node:fs/promises').then(({ readFile }) => readFile(axe, 'utf8'));
  return source;
}
