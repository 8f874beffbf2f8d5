import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Label, Locale } from '#kernel/label';
import { keep, readKept } from '../theme/kept.ts';
import { fillText } from './fill-text.ts';
import { type Formats, formatsOf } from './formats.ts';
import type { Messages, Say } from './messages.ts';

const listeners = new Set<() => void>();
let locale: Locale = readKept<string>('locale', 'zh') === 'en' ? 'en' : 'zh';

const apply = (): void => {
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
};
if (globalThis.document) apply();

export const getLocale = (): Locale => locale;
export const setLocale = (next: Locale): void => {
  locale = next;
  keep('locale', next);
  apply();
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLocale = (): Locale => useSyncExternalStore(subscribe, getLocale);

/** Says a text outside of React. */
export const sayIn = <Zh extends Readonly<Record<string, string>>>(messages: Messages<Zh>, where: Locale): Say<Zh> =>
  ((key: keyof Zh & string, values?: Readonly<Record<string, string | number>>) =>
    fillText(messages[where][key], values)) as Say<Zh>;

/** `const t = useText(messages); t('send')` */
export const useText = <Zh extends Readonly<Record<string, string>>>(messages: Messages<Zh>): Say<Zh> => {
  const where = useLocale();
  return useMemo(() => sayIn(messages, where), [messages, where]);
};

/** Picks the text of a label in the locale that shows. */
export const usePick = (): ((label: Label) => string) => {
  const where = useLocale();
  return useCallback((label: Label) => label[where], [where]);
};

const formats: Record<Locale, Formats> = { zh: formatsOf('zh'), en: formatsOf('en') };
export const useFormats = (): Formats => formats[useLocale()];
