import { registerSW } from 'virtual:pwa-register';

type Renew = () => void;
const listeners = new Set<() => void>();
let renew: Renew | undefined;

/** Registers the service worker; where a browser has none, the app works without. A new version waits until it is asked for. */
export const startWorker = (): void => {
  const update = registerSW({
    immediate: false,
    onNeedRefresh: () => {
      renew = () => void update(true);
      for (const listener of listeners) listener();
    },
    onRegisterError: () => undefined,
  });
};

/** A new version lies ready; calling the answer reloads the page with it. */
export const readyVersion = (): Renew | undefined => renew;
export const onReadyVersion = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
