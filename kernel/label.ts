/** Text that people read, in both locales. zh is what a civil servant would write; en is complete. */
export type Label = { readonly zh: string; readonly en: string };
export type Locale = keyof Label;

export const label = (zh: string, en: string): Label => ({ zh, en });

/** Fills `{name}` places of a text. A place without a value stays visible, so that a slip is seen. */
export const fill = (text: string, values: Readonly<Record<string, unknown>> = {}): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place));
