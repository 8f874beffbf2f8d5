import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { openBrowser } from '#tests/support/browser.ts';
import { type DemoServer, startDemoServer } from '#tests/support/server.ts';
import { openPage, statesOf } from './open-page.ts';
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

const describe = ({ violations }: AxeResults): string[] =>
  violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, html, failureSummary }) =>
        `${id}: ${help}\n${target.join(' ')}\n${html.slice(0, 200)}\n${failureSummary ?? ''}`,
    ),
  );

for (const page of screenPages)
  for (const state of statesOf(page))
    // The seldom states differ from the page itself by words, not by colours of their own.
    for (const theme of ['light', 'dark'] as const)
      if (state === 'whole' || theme === 'light')
        test(`axe finds nothing: ${page.id}, ${state}, ${theme}`, async () => {
          const size = page.app === 'mobile' ? 'phone' : 'desktop';
          const opened = await openPage(browser, server.url, page, { theme, size, state });
          try {
            // Put in by the debugger: the page's own policy lets no other script in.
            await opened.page.evaluate(axe);
            const results = (await opened.page.evaluate('axe.run()')) as AxeResults;
            assert.deepEqual(describe(results), []);
            assert.deepEqual(opened.faults, [], 'the page told of faults');
            assert.deepEqual(opened.foreign, [], 'the page asked another host');
          } finally {
            await opened.close();
          }
        });
