import type { Page } from 'playwright-core';

/** What is pressed before a page is looked at. */
export const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
export const pressText = (text: RegExp) => (page: Page) => page.getByText(text).first().click();

/** A list of matters that found none. */
export const noCases = { rows: [], total: 0, more: false, next: null };
