type Renew = () => void;
const listeners = new Set<() => void>();
let renew: Renew | undefined;

const offer = (waiting: ServiceWorker): void => {
  renew = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ type: 'SKIP_WAITING' });
  };
  for (const listener of listeners) listener();
};

/** Tells of a version that waits; the very first one has nobody to wait for. */
const watch = (registration: ServiceWorkerRegistration): void => {
  const look = (): void => {
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  };
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  // A page may stand open for days: a look each hour when somebody comes back to it.
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < 3_600_000) return;
    asked = Date.now();
    registration.update().catch(() => undefined);
  });
};

/** Registers the service worker after the page has loaded; where a browser has none, the app works without. */
export const startWorker = (): void => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/m/sw.js', { scope: '/m/' }).then(watch, () => undefined);
  });
};

/** A new version lies ready; calling the answer reloads the page with it. */
export const readyVersion = (): Renew | undefined => renew;
export const onReadyVersion = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
