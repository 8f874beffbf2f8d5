import { useSyncExternalStore } from 'react';
import { readKept, keep } from './kept.ts';
import { type Audience, colors, ELDER_SCALE, type Mode, type Scale, scales, type Theme, themeOf } from './tokens.ts';

/** What the person chose; `system` follows the device. Remembered on this device. */
export interface ThemeChoice {
  readonly mode: Mode | 'system';
  readonly scale: Scale;
}

const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

const read = (): ThemeChoice => {
  const kept = readKept<Partial<ThemeChoice>>('theme', {});
  return {
    mode: kept.mode === 'light' || kept.mode === 'dark' ? kept.mode : 'system',
    scale: scales.find((scale) => scale === kept.scale) ?? 1,
  };
};
let choice = read();

const resolve = (): Mode => (choice.mode === 'system' ? (dark?.matches ? 'dark' : 'light') : choice.mode);
let theme: Theme = themeOf(resolve());

const apply = (): void => {
  theme = themeOf(resolve());
  const root = document.documentElement;
  root.dataset['theme'] = theme.mode;
  root.dataset['scale'] = String(choice.scale);
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', colors[theme.mode].surface);
};

export const setTheme = (change: Partial<ThemeChoice>): void => {
  choice = { ...choice, ...change };
  keep('theme', choice);
  apply();
  for (const listener of listeners) listener();
};

/** Call once before the first paint. `audience` sets the base size: 14 px staff, 17 px residents. */
export const startTheme = (audience: Audience): void => {
  document.documentElement.dataset['audience'] = audience;
  apply();
  dark?.addEventListener?.('change', () => {
    apply();
    for (const listener of listeners) listener();
  });
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The theme that shows now, with what was chosen. */
export const useTheme = () => {
  const now = useSyncExternalStore(subscribe, () => theme);
  const chosen = useSyncExternalStore(subscribe, () => choice);
  return { theme: now, choice: chosen, elder: chosen.scale > 1, setTheme };
};

/** 长辈版 on or off. */
export const setElder = (on: boolean): void => setTheme({ scale: on ? ELDER_SCALE : 1 });
