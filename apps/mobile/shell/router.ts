import { useSyncExternalStore } from 'react';

/** Addresses of the app, below `/m`. No library: a handful of pages, and links are plain `<a href>`. */
export const BASE = '/m';

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

export const hrefOf = (path: string): string => BASE + path;

export const navigate = (path: string, options: { replace?: boolean } = {}): void => {
  const href = hrefOf(path);
  if (options.replace) history.replaceState(history.state, '', href);
  else history.pushState({ depth: depth() + 1 }, '', href);
  window.scrollTo(0, 0);
  tell();
};

const depth = (): number => (history.state as { depth?: number } | null)?.depth ?? 0;

/** Back to where the person came from; a page that was opened directly leads to its `otherwise`. */
export const goBack = (otherwise: string): void => {
  if (depth() > 0) history.back();
  else navigate(otherwise, { replace: true });
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
};

/** The present address below the base, such as `/report/check`. */
export const usePath = (): string =>
  useSyncExternalStore(subscribe, () => location.pathname.slice(BASE.length).replace(/\/+$/, '') || '/');

/** Values of the `:names` of a pattern, or undefined when the address is another. */
export const matchPath = (pattern: string, path: string): Readonly<Record<string, string>> | undefined => {
  const want = pattern.split('/');
  const have = path.split('/');
  if (want.length !== have.length && !pattern.endsWith('/*')) return undefined;
  const found: Record<string, string> = {};
  for (const [index, part] of want.entries()) {
    if (part === '*') return found;
    const given = have[index];
    if (given === undefined) return undefined;
    if (part.startsWith(':')) found[part.slice(1)] = decodeURIComponent(given);
    else if (part !== given) return undefined;
  }
  return found;
};

/** Turns clicks on links of this app into navigation without a reload. */
export const followLinks = (): (() => void) => {
  const follow = (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = (event.target as Element | null)?.closest?.('a[href]');
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return;
    if (link.origin !== location.origin || !`${link.pathname}/`.startsWith(`${BASE}/`)) return;
    event.preventDefault();
    navigate(link.pathname.slice(BASE.length) || '/');
  };
  document.addEventListener('click', follow);
  return () => document.removeEventListener('click', follow);
};
