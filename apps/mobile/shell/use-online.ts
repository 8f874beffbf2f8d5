import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** What the browser believes. Only for a word to the person: a call finds out itself. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
