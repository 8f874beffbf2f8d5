import { strict as assert } from 'node:assert';

/**
 * Waits until something holds that no page event tells of; fails with its name. Playwright's `waitForFunction` is no
 * help where a page must be asked asynchronously: it takes the promise for the answer and returns at once.
 * @param patience milliseconds
 */
export const until = async (
  what: string,
  holds: () => Promise<boolean> | boolean,
  patience = 10_000,
): Promise<void> => {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`${what}: not within ${patience} ms`);
};
