/** Moments that the first screen has for itself. */
const PATIENCE = 2500;

const underControl = (): Promise<void> =>
  navigator.serviceWorker.controller
    ? Promise.resolve()
    : new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true }),
      );

/**
 * Fetches what may be needed where there is no line, once the worker is there to keep it. What was loaded before
 * the worker came is asked for again; the browser has it already.
 * @returns to be called when nobody needs it any more
 */
export const keepForLater = (parts: readonly (() => Promise<unknown>)[]): (() => void) => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return () => undefined;
  let gone = false;
  const keep = async (): Promise<void> => {
    await underControl();
    for (const load of parts) if (!gone) await load();
    for (const { name } of performance.getEntriesByType('resource'))
      if (!gone && name.includes('/m/assets/')) await fetch(name);
  };
  // A line that fails now is tried again when the app is next opened.
  const timer = setTimeout(() => keep().catch(() => undefined), PATIENCE);
  return () => {
    gone = true;
    clearTimeout(timer);
  };
};
