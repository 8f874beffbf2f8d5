import type { Page } from 'playwright-core';
import { until } from './until.ts';

/** Waits until the service worker has what it keeps from the start, and answers for this page. */
export const underWorker = (page: Page): Promise<void> =>
  until('the worker answers for the page', () => page.evaluate(() => navigator.serviceWorker.controller !== null));

/** Waits until the parts with these names are kept too: a phone fetches them once the first page stands. */
export const kept = (page: Page, parts: readonly string[]): Promise<void> =>
  until(`${parts.join()} are kept`, async () => {
    const urls = await page.evaluate(async () => (await (await caches.open('assets')).keys()).map(({ url }) => url));
    return parts.every((part) => urls.some((url) => url.includes(part)));
  });
