import type { Command } from './command.ts';

export interface KeptFile {
  readonly id: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/**
 * Where the outbox keeps its things. Two keepers: Dexie on IndexedDB, and memory where a browser forbids that or
 * has no keys to seal with (plain HTTP): nothing lies open on a device.
 */
export interface OutboxStore {
  readonly lasting: boolean;
  readonly listCommands: () => Promise<readonly Command[]>;
  readonly putCommand: (command: Command) => Promise<void>;
  readonly removeCommand: (id: string) => Promise<void>;
  readonly findFile: (id: string) => Promise<KeptFile | undefined>;
  readonly putFile: (file: KeptFile) => Promise<void>;
  readonly listFileIds: () => Promise<readonly string[]>;
  readonly removeFile: (id: string) => Promise<void>;
  /** Drafts and cached lists, by key. */
  readonly findValue: (key: string) => Promise<unknown>;
  readonly putValue: (key: string, value: unknown) => Promise<void>;
  readonly removeValue: (key: string) => Promise<void>;
  /** All values, and when each was put there (ms since 1970). */
  readonly listValues: () => Promise<readonly { readonly key: string; readonly at: number }[]>;
  /** Everything goes, for sign-out. */
  readonly wipe: () => Promise<void>;
}

export const memoryStore = (now: () => number = Date.now): OutboxStore => {
  const commands = new Map<string, Command>();
  const files = new Map<string, KeptFile>();
  const values = new Map<string, { readonly value: unknown; readonly at: number }>();
  return {
    lasting: false,
    listCommands: async () => [...commands.values()],
    putCommand: async (command) => void commands.set(command.id, command),
    removeCommand: async (id) => void commands.delete(id),
    findFile: async (id) => files.get(id),
    putFile: async (file) => void files.set(file.id, file),
    listFileIds: async () => [...files.keys()],
    removeFile: async (id) => void files.delete(id),
    findValue: async (key) => values.get(key)?.value,
    putValue: async (key, value) => void values.set(key, { value, at: now() }),
    removeValue: async (key) => void values.delete(key),
    listValues: async () => [...values].map(([key, { at }]) => ({ key, at })),
    wipe: async () => {
      commands.clear();
      files.clear();
      values.clear();
    },
  };
};
