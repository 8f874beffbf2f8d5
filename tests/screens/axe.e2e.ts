import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#tests/support/browser.ts';
import { type DemoServer, startDemoServer } from '#tests/support/server.ts';
import { openPage, settle, statesOf } from './open-page.ts';
import { screenPages } from './pages.ts';

/** axe-core with all its rules, best practices too, on every page and state that `pages.ts` lists. */
let browser: Browser;
let server: DemoServer;
let axe: string;

before(async () => {
  const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  [server, browser, axe] = await Promise.all([startDemoServer(), openBrowser(), readFile(script, 'utf8')]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** @param rules `axe.run()`'s options as text: this file is checked without the words of browsers. */
const violations = async (page: Page, rules = ''): Promise<string[]> => {
  const results = (await page.evaluate(`axe.run(${rules})`)) as AxeResults;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      [`${id}: ${help}`, target.join(' '), html.slice(0, 200), failureSummary].join('\n'),
    ),
  );
};

// A page waits more than it works: a few at a time.
describe('axe finds nothing; security 53: no page asks another host', { concurrency: 3 }, () => {
  for (const page of screenPages)
    for (const state of statesOf(page))
      test(`${page.id}, ${state}`, async () => {
        const size = page.app === 'mobile' ? 'phone' : 'desktop';
        const opened = await openPage(browser, server.url, page, { size, state });
        try {
          // Put in by the debugger: the page's own policy lets no other script in.
          await opened.page.evaluate(axe);
          assert.deepEqual(await violations(opened.page), []);
          // The other theme differs in colour alone; the page follows the device.
          await opened.page.emulateMedia({ colorScheme: 'dark' });
          await settle(opened);
          assert.equal(await opened.page.evaluate('document.documentElement.dataset.theme'), 'dark');
          assert.deepEqual(await violations(opened.page, "{ runOnly: ['color-contrast'] }"), []);
          assert.deepEqual(opened.faults, [], 'the page told of faults');
          assert.deepEqual(opened.foreign, [], 'the page asked another host');
        } finally {
          await opened.close();
        }
      });
});
