import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { TestContext } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { type Visit, visit, type VisitOptions } from '#tests/support/browser.ts';

/** Somebody at a device: a visit that counts touches and can be looked at. */
export interface Hand extends Visit {
  readonly name: string;
  readonly origin: string;
  /** Fingers put on the screen, or clicks, since `restart`. */
  readonly touches: { readonly count: () => number; readonly restart: () => void };
  /** The line goes down, or comes back. */
  readonly offline: (gone: boolean) => Promise<void>;
  /** A picture of this moment, when `LIFANG_PICTURES` names a folder for them. */
  readonly look: (moment: string) => Promise<void>;
}

const pictures = process.env['LIFANG_PICTURES'];
const failures = path.resolve(import.meta.dirname, '../../.cache/journeys');
let taken = 0;
/** Of every account of the demo district. */
const demoPassword = 'qingyang2026';

/** All hands of a file, so that a failed step shows what each of them saw. */
const hands: Hand[] = [];

export const takeHand = async (
  browser: Browser,
  origin: string,
  name: string,
  options: VisitOptions = {},
): Promise<Hand> => {
  const opened = await visit(browser, origin, options);
  const { context, page } = opened;
  page.setDefaultTimeout(15_000);
  let count = 0;
  await context.exposeFunction('lifangTouched', () => (count += 1));
  await context.addInitScript(() =>
    addEventListener(
      'pointerdown',
      (event) => event.isTrusted && (globalThis as unknown as { lifangTouched: () => void }).lifangTouched(),
      true,
    ),
  );
  const hand: Hand = {
    ...opened,
    name,
    origin,
    touches: { count: () => count, restart: () => void (count = 0) },
    offline: (gone) => context.setOffline(gone),
    look: async (moment) => {
      if (!pictures) return;
      await mkdir(pictures, { recursive: true });
      await page.waitForTimeout(400);
      taken += 1;
      await page.screenshot({ path: path.join(pictures, `${String(taken).padStart(2, '0')}-${name}-${moment}.png`) });
    },
  };
  hands.push(hand);
  return hand;
};

/** Signed in by the API: for those whose sign-in is not what is looked at. */
export const signIn = async ({ page, origin }: Hand, account: string, password = demoPassword): Promise<void> => {
  const answer = await page.request.post('/api/session', { data: { account, password }, headers: { origin } });
  assert.equal(answer.status(), 200, await answer.text());
};

/** Nobody met an error on the console, and no page asked another host. */
export const assertClean = (): void => {
  for (const { name, faults, foreign } of hands) {
    assert.deepEqual(faults, [], `faults in the browser of ${name}`);
    assert.deepEqual(foreign, [], `requests of ${name} to other hosts`);
  }
};

/** Steps of one walk: each is reported by its name, and the walk ends at the first that fails. */
export const walk =
  (t: TestContext) =>
  async (name: string, work: () => Promise<void>): Promise<void> => {
    let failure: unknown;
    await t.test(name, async () => {
      try {
        await work();
      } catch (error) {
        failure = error;
        await mkdir(failures, { recursive: true });
        for (const hand of hands) {
          const file = path.join(failures, `${hand.name}.png`);
          const shot = await hand.page.screenshot({ path: file }).catch(() => undefined);
          if (shot) t.diagnostic(`what ${hand.name} saw: ${file}; faults: ${JSON.stringify(hand.faults)}`);
        }
        throw error;
      }
    });
    if (failure) throw new Error(`the walk ended at “${name}”`);
  };

/** Marks the page as loaded: the mark is gone when the page was loaded anew. */
export const markLoaded = (page: Page): Promise<void> =>
  page.evaluate(() => void ((globalThis as { lifangLoaded?: true }).lifangLoaded = true));
export const isStillLoaded = (page: Page): Promise<boolean> =>
  page.evaluate(() => (globalThis as { lifangLoaded?: true }).lifangLoaded === true);

/** A photo as a phone takes it: JPEG, larger than is sent, with the place in it (EXIF GPS). */
export const photoWithPlace = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 2400, height: 1800, channels: 3, background: colour } })
    .withExif({
      IFD0: { Make: 'Phone', Model: 'Pocket' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 7/1 55/1', GPSLongitudeRef: 'E', GPSLongitude: '83/1 37/1 26/1' },
    })
    .jpeg()
    .toBuffer();

/** Presses a button that opens camera or album, and answers with a picture. */
export const giveFile = async (
  page: Page,
  button: Locator,
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(button)]);
  await chooser.setFiles(file);
};

/** A finger on a phone, a click on a desk. */
export const press = async (target: Locator): Promise<void> => {
  const touch = await target.page().evaluate(() => navigator.maxTouchPoints > 0);
  await (touch ? target.tap() : target.click());
};
