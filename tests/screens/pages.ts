import type { Page } from 'playwright-core';
import { adminPages } from './admin-pages.ts';
import { consolePages } from './console-pages.ts';
import { mobilePages } from './mobile-pages.ts';
import { signInPages } from './sign-in-pages.ts';
import { structurePages } from './structure-pages.ts';

/**
 * Every page of both apps, as data: `npm run screens` takes a picture of each, and the axe test checks each.
 * A page that is not listed here is neither looked at nor checked.
 */
export interface ScreenPage {
  readonly id: string;
  readonly app: 'console' | 'mobile';
  /** Role of the demo account that opens it; null without sign-in. */
  readonly as: string | null;
  /** The address, or how to find it by asking the API as that account. */
  readonly path: string | ((ask: Ask) => Promise<string>);
  /** What to press before it is looked at. */
  readonly then?: (page: Page) => Promise<unknown>;
  /** Start of the API address whose answer fills the page: it is held back, refused or emptied to see those states. */
  readonly data?: string;
  /** What the emptied answer is; a page that has no empty state leaves it out. */
  readonly empty?: unknown;
}

/** Asks the API as the account of the page. */
export type Ask = <Answer>(address: string) => Promise<Answer>;

export interface Rows {
  readonly rows: readonly { readonly id: string }[];
}

const every: readonly ScreenPage[] = [
  ...signInPages,
  ...consolePages,
  ...adminPages,
  ...structurePages,
  ...mobilePages,
];

/** `LIFANG_SCREENS=audit,notices` leaves only the pages whose id holds one of these words. */
const words = (process.env['LIFANG_SCREENS'] ?? '').split(',').filter((word) => word !== '');

export const screenPages = every.filter(({ id }) => words.length === 0 || words.some((word) => id.includes(word)));
