import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 767px)');

/** True on a phone, where tables become cards and the menu a drawer. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
