import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openPage } from '#tests/screens/open-page.ts';
import { screenPages } from '#tests/screens/pages.ts';
import { openBrowser } from '#tests/support/browser.ts';
import { type DemoServer, startDemoServer } from '#tests/support/server.ts';

let browser: Browser;
let server: DemoServer;

before(async () => {
  [server, browser] = await Promise.all([startDemoServer(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const open = (id: string, size: 'desktop' | 'phone' = 'desktop') => {
  const page = screenPages.find((one) => one.id === id);
  assert.ok(page, `${id} is in the list of pages`);
  return openPage(browser, server.url, page, { size });
};

/** What the mark says, from its picture; texts, since this file is checked without the words of browsers. */
const marked =
  "decodeURIComponent(document.querySelector('body > .lf-watermark')?.style.backgroundImage ?? '').replace(/.*?<text[^>]*>|<\\/text>.*/g, '')";

describe('security 41: the watermark', () => {
  for (const [id, size] of [
    ['case-open', 'desktop'],
    ['m-case', 'phone'],
  ] as const)
    test(`${id}: name, last four signs of the account and the minute lie across the page and take no clicks`, async () => {
      const view = await open(id, size);
      try {
        const me = (await (await view.page.request.get('/api/me')).json()) as {
          person: { id: string; name: string };
        };
        const text = String(await view.page.evaluate(marked));
        assert.ok(text.startsWith(`${me.person.name} ${me.person.id.slice(-4)} `), text);
        assert.match(text, /\d{1,2} 月 \d{1,2} 日.*\d{2}:\d{2}$/);
        const laid = (await view.page.evaluate(
          "(() => { const box = document.querySelector('.lf-watermark').getBoundingClientRect(); return { whole: box.width >= innerWidth && box.height >= innerHeight, hit: document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.className ?? '' }; })()",
        )) as { whole: boolean; hit: string };
        assert.equal(laid.whole, true, 'it covers what is seen');
        assert.doesNotMatch(laid.hit, /lf-watermark/);
      } finally {
        await view.close();
      }
    });

  test('it comes back when it is removed, hidden, emptied or moved', async () => {
    const view = await open('case-open');
    try {
      const before = await view.page.evaluate(marked);
      for (const tamper of [
        'mark.remove()',
        "mark.style.display = 'none'",
        "mark.style.backgroundImage = 'none'",
        "mark.className = ''",
        'mark.hidden = true',
        "document.querySelector('main').append(mark)",
      ]) {
        await view.page.evaluate(`(() => { const mark = document.querySelector('.lf-watermark'); ${tamper}; })()`);
        // The observer answers before the next task.
        const shown = await view.page.evaluate(
          "(() => { const all = document.querySelectorAll('.lf-watermark'); return { count: all.length, shown: all[0]?.checkVisibility() }; })()",
        );
        assert.deepEqual(shown, { count: 1, shown: true }, tamper);
        assert.equal(await view.page.evaluate(marked), before, tamper);
      }
    } finally {
      await view.close();
    }
  });

  test('it is printed with a page of staff, and not on the board that hangs outside', async () => {
    const print = async (id: string) => {
      const view = await open(id);
      try {
        await view.page.emulateMedia({ media: 'print' });
        return await view.page.evaluate(
          "(() => { const style = getComputedStyle(document.querySelector('body > .lf-watermark')); return { shown: style.display !== 'none', exact: style.printColorAdjust }; })()",
        );
      } finally {
        await view.close();
      }
    };
    assert.deepEqual(await print('case-open'), { shown: true, exact: 'exact' });
    assert.deepEqual(await print('grid-board'), { shown: false, exact: 'exact' });
  });

  test('it lies over the drawers of the console too', async () => {
    const view = await open('notices');
    try {
      const layer = async (selector: string) =>
        Number(await view.page.evaluate(`getComputedStyle(document.querySelector('${selector}')).zIndex`));
      const [mark, covered] = [await layer('.lf-watermark'), await layer('.ant-drawer')];
      assert.ok(covered > 0 && mark > covered, `the mark at ${mark}, the drawer at ${covered}`);
    } finally {
      await view.close();
    }
  });

  test('residents and people who have not signed in carry no mark', async () => {
    for (const id of ['sign-in', 'm-home']) {
      const view = await open(id, id === 'sign-in' ? 'desktop' : 'phone');
      try {
        assert.equal(await view.page.evaluate("document.querySelectorAll('.lf-watermark').length"), 0, id);
      } finally {
        await view.close();
      }
    }
  });
});
