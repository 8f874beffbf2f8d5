import { Dexie, type Table } from 'dexie';
import type { Command } from './command.ts';
import { bytesOf, makeKey, type Sealed, sealerOf, valueOf } from './sealing.ts';
import type { OutboxStore } from './store.ts';

interface SealedRow {
  readonly id: string;
  readonly sealed: Sealed;
}
interface ValueRow extends SealedRow {
  /** ms since 1970; rows of an earlier version do not know it. */
  readonly at?: number;
}
interface FileRow extends SealedRow {
  readonly type: string;
}

class Box extends Dexie {
  declare commands: Table<SealedRow, string>;
  declare files: Table<FileRow, string>;
  declare values: Table<ValueRow, string>;
  declare keys: Table<{ readonly id: string; readonly key: CryptoKey }, string>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ commands: 'id', files: 'id', values: 'id', keys: 'id' });
  }
}

/** Opens (or makes) the store. Rejects where the browser has no IndexedDB, or no keys to seal with. */
export const dexieStore = async (name: string): Promise<OutboxStore> => {
  const box = new Box(name);
  await box.open();

  const keyOf = async (): Promise<CryptoKey> => {
    const made = await makeKey();
    if (!made) {
      // An earlier version let values lie open here.
      await Promise.all([box.commands.clear(), box.files.clear(), box.values.clear()]);
      throw new Error('this browser has no keys');
    }
    // Two tabs may come at once: the first key stays.
    return box.transaction('rw', box.keys, async () => {
      const kept = await box.keys.get('store');
      if (kept) return kept.key;
      await box.keys.put({ id: 'store', key: made });
      return made;
    });
  };
  let sealer = sealerOf(await keyOf());

  const write = async (table: Table<SealedRow, string>, id: string, value: unknown): Promise<void> => {
    await table.put({ id, sealed: await sealer.seal(bytesOf(value)) });
  };

  return {
    lasting: true,
    listCommands: async () =>
      Promise.all((await box.commands.toArray()).map(async (row) => valueOf(await sealer.open(row.sealed)) as Command)),
    putCommand: (command) => write(box.commands, command.id, command),
    removeCommand: (id) => box.commands.delete(id),
    findFile: async (id) => {
      const row = await box.files.get(id);
      return row && { id, type: row.type, bytes: await sealer.open(row.sealed) };
    },
    putFile: async ({ id, type, bytes }) => {
      await box.files.put({ id, type, sealed: await sealer.seal(bytes) });
    },
    listFileIds: () => box.files.toCollection().primaryKeys(),
    removeFile: (id) => box.files.delete(id),
    findValue: async (key) => {
      const row = await box.values.get(key);
      return row && valueOf(await sealer.open(row.sealed));
    },
    putValue: async (key, value) => {
      await box.values.put({ id: key, sealed: await sealer.seal(bytesOf(value)), at: Date.now() });
    },
    removeValue: (key) => box.values.delete(key),
    listValues: async () => (await box.values.toArray()).map(({ id, at }) => ({ key: id, at: at ?? 0 })),
    wipe: async () => {
      await Promise.all([box.commands.clear(), box.files.clear(), box.values.clear(), box.keys.clear()]);
      sealer = sealerOf(await keyOf());
    },
  };
};
