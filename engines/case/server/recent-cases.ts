import { LRUCache } from 'lru-cache';
import type { Id } from '#kernel/ids';
import type { StoredCase } from './case-store.ts';
import type { CaseWrite } from './case-write.ts';

/**
 * Matters that this process has just read or written, so that the next step needs no read. What is kept may be
 * out of date: whoever acts on it writes only when the version still stands, and refuses nobody on its word.
 * Nothing sealed is kept, and nothing beside which others hang: both change without a new version.
 */
export const createRecentCases = () => {
  const kept = new LRUCache<Id, StoredCase>({ max: 2_000, ttl: 10 * 60_000 });

  const mayBeKept = ({ state, sealed, related }: StoredCase): boolean =>
    state.status === 'open' && sealed === null && related === false && !state.parent && state.duplicateOf === null;

  return {
    find: (id: Id): StoredCase | undefined => kept.get(id),

    /** Reading rights are of the one who asked, and are not kept. */
    keep: (stored: StoredCase): void => {
      if (mayBeKept(stored)) kept.set(stored.state.id, { ...stored, grantedTo: [] });
      else kept.delete(stored.state.id);
    },

    forget: (id: Id): void => {
      kept.delete(id);
    },

    /** What a write makes out of date: the matter, and those beside which it hangs. */
    forgetAround: ({ id, state }: CaseWrite): void => {
      for (const one of [id, state.parent?.id, state.duplicateOf]) if (one) kept.delete(one);
    },
  };
};

export type RecentCases = ReturnType<typeof createRecentCases>;
