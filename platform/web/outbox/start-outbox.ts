import { instantOf } from '#kernel/instant';
import { asProblem } from '../api/api-problem.ts';
import { send } from '../api/client.ts';
import { type Drafts, draftsIn } from './drafts.ts';
import { Outbox, type Wire } from './outbox.ts';
import { memoryStore, type OutboxStore } from './store.ts';

const webWire = (name: string): Wire => ({
  send: (command) => send(command.call, command.call, { timeout: 45_000 }),
  putFile: async (command, file) => {
    await send(
      { method: 'PUT', url: command.filesUrl },
      { params: { id: file.id }, body: new Blob([file.bytes], { type: file.type }) },
      { timeout: 120_000 },
    );
  },
  failureOf: asProblem,
  now: () => instantOf(Date.now()),
  chance: Math.random,
  alone: async (work) => {
    // Without locks two tabs may send the same; the id makes that harmless.
    if (!navigator.locks) return work();
    await navigator.locks.request(`outbox:${name}`, { ifAvailable: true }, async (lock) => {
      if (lock) await work();
    });
  },
});

export interface StartedOutbox {
  readonly outbox: Outbox;
  readonly drafts: Drafts;
}

const openStore = async (name: string): Promise<OutboxStore> => {
  try {
    const { dexieStore } = await import('./dexie-store.ts');
    return await dexieStore(`lifang-${name}`);
  } catch {
    return memoryStore();
  }
};

const started = new Map<string, Promise<StartedOutbox>>();

const start = async (name: string): Promise<StartedOutbox> => {
  const store = await openStore(name);
  const outbox = await Outbox.open(store, webWire(name));
  const channel = globalThis.BroadcastChannel ? new BroadcastChannel(`outbox:${name}`) : undefined;
  let hearing = false;
  if (channel)
    channel.onmessage = () => {
      hearing = true;
      void outbox.reload().finally(() => {
        hearing = false;
      });
    };
  outbox.subscribe(() => {
    if (!hearing) channel?.postMessage('changed');
  });
  globalThis.addEventListener?.('online', () => void outbox.hurry());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void outbox.tidy().then(() => outbox.flush());
  });
  void outbox.flush();
  return { outbox, drafts: draftsIn(store) };
};

/** The outbox of one kind of user on this device: residents and staff have their own, so that sign-out wipes one. */
export const startOutbox = (name: string): Promise<StartedOutbox> => {
  const known = started.get(name);
  if (known) return known;
  const starting = start(name);
  started.set(name, starting);
  return starting;
};

/** Asks the browser not to throw the store away; it may decline. */
export const askToKeep = async (): Promise<boolean> => {
  try {
    return (await navigator.storage?.persisted?.()) || ((await navigator.storage?.persist?.()) ?? false);
  } catch {
    return false;
  }
};
