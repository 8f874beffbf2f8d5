import type { OutboxStore } from './store.ts';

/**
 * Drafts: kept at each keystroke, writes of one key in order, the last one wins. A draft names the files
 * it speaks of, so that tidying leaves them.
 */
export interface Drafts {
  readonly find: <Value>(key: string) => Promise<Value | undefined>;
  readonly save: (key: string, value: unknown, files?: readonly string[]) => void;
  readonly drop: (key: string) => Promise<void>;
  /** Resolves when all that was saved lies on the device. */
  readonly settled: () => Promise<void>;
}

export const draftsIn = (store: OutboxStore): Drafts => {
  let queue: Promise<void> = Promise.resolve();
  const waiting = new Map<string, { readonly value: unknown; readonly files: readonly string[] }>();
  const inOrder = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(work, work);
    return queue;
  };
  const nameFiles = async (key: string, files: readonly string[]): Promise<void> => {
    const named = ((await store.findValue('draft-files')) ?? {}) as Record<string, readonly string[]>;
    const { [key]: before, ...others } = named;
    if ((before ?? []).join() === files.join()) return;
    await store.putValue('draft-files', files.length > 0 ? { ...others, [key]: files } : others);
  };
  return {
    find: async <Value>(key: string) => {
      await queue;
      return (await store.findValue(`draft:${key}`)) as Value | undefined;
    },
    save: (key, value, files = []) => {
      const idle = !waiting.has(key);
      waiting.set(key, { value, files });
      if (!idle) return;
      void inOrder(async () => {
        const latest = waiting.get(key);
        waiting.delete(key);
        if (!latest) return;
        await nameFiles(key, latest.files);
        await store.putValue(`draft:${key}`, latest.value);
      });
    },
    drop: (key) => {
      waiting.delete(key);
      return inOrder(async () => {
        await store.removeValue(`draft:${key}`);
        await nameFiles(key, []);
      });
    },
    settled: () => queue,
  };
};
