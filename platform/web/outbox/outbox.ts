import { type Instant, instantOf } from '#kernel/instant';
import * as life from './command.ts';
import type { Command, Failure, NewCommand } from './command.ts';
import type { KeptFile, OutboxStore } from './store.ts';

/** What the outbox asks of the world. */
export interface Wire {
  /** Sends the call; rejects with something that `failureOf` understands. */
  readonly send: (command: Command) => Promise<unknown>;
  readonly putFile: (command: Command, file: KeptFile) => Promise<void>;
  readonly failureOf: (error: unknown) => Failure;
  readonly now: () => Instant;
  readonly chance: () => number;
  /** Runs the work unless another tab is at it. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
}

const DAY = 86_400_000;
/** Drafts, lists that were read, and the content of what the server has stay on a device so long. */
const KEEP = 7 * DAY;
/** What nobody signed in for again. */
const KEEP_UNSENT = 30 * DAY;

/** Values that grow old; what else lies in a store stays until it is removed. */
const growsOld = /^(draft:|cache:|me$)/;

/** Keeps commands and their files until the server has them, and sends them when it can, as often as it must. */
export class Outbox {
  readonly #store: OutboxStore;
  readonly #wire: Wire;
  readonly #listeners = new Set<() => void>();
  #commands: readonly Command[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #again = false;

  private constructor(store: OutboxStore, wire: Wire) {
    this.#store = store;
    this.#wire = wire;
  }

  static async open(store: OutboxStore, wire: Wire): Promise<Outbox> {
    const outbox = new Outbox(store, wire);
    await outbox.reload();
    await outbox.tidy();
    return outbox;
  }

  get store(): OutboxStore {
    return this.#store;
  }
  /** All commands, the newest first. */
  get commands(): readonly Command[] {
    return this.#commands;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads the store again: at the start, and when another tab changed it. */
  async reload(): Promise<void> {
    const kept = await this.#store.listCommands();
    // A tab that is sending keeps its own word on what it sends.
    const mine = new Map(this.#running ? this.#commands.map((one) => [one.id, one]) : []);
    this.#set(kept.map((one) => mine.get(one.id) ?? life.afterRestart(one)));
  }

  /** Takes a command. When this resolves it lies on the device; it is sent as soon as there is a way. */
  async post(given: NewCommand): Promise<Command> {
    const known = this.#commands.find((one) => one.id === given.id);
    if (known) return known;
    const command = life.makeCommand(given, this.#wire.now());
    await this.#store.putCommand(command);
    this.#set([command, ...this.#commands]);
    void this.flush();
    return command;
  }

  /** Takes a command back, if it never started or ended for good. */
  async remove(id: string): Promise<boolean> {
    const command = this.#commands.find((one) => one.id === id);
    if (!command || !life.mayRemove(command)) return false;
    await this.#store.removeCommand(id);
    this.#set(this.#commands.filter((one) => one.id !== id));
    await this.tidy();
    void this.flush();
    return true;
  }

  /** A network came back, or somebody pressed “send now”. */
  async hurry(): Promise<void> {
    await this.#change(this.#commands.filter((one) => life.withoutPause(one) !== one).map(life.withoutPause));
    await this.flush();
  }

  async signedIn(): Promise<void> {
    await this.#change(this.#commands.filter((one) => one.needsSession).map(life.afterSignIn));
    await this.flush();
  }

  /** Sends what is due, one after the other; resolves when nothing is due any more. */
  flush(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#wire
      .alone(() => this.#sendDue())
      .finally(() => {
        this.#running = undefined;
        this.#plan();
      });
    return this.#running;
  }

  async wipe(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#store.wipe();
    this.#set([]);
  }

  /**
   * The person leaves this device: all goes but what the server does not have yet. That stays sealed, is sent
   * when the same person signs in here again, and is shown to nobody else.
   */
  async leave(): Promise<void> {
    clearTimeout(this.#timer);
    const unsent = this.#commands.filter(life.isUnsent);
    if (unsent.length === 0) return this.wipe();
    for (const { key } of await this.#store.listValues()) await this.#store.removeValue(key);
    for (const command of this.#commands.filter((one) => !life.isUnsent(one)))
      await this.#store.removeCommand(command.id);
    this.#set(unsent);
    await this.#change(unsent.map((one) => (one.state === 'waiting' ? { ...one, needsSession: true } : one)));
    await this.tidy();
  }

  async #sendDue(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      for (;;) {
        const next = life.dueOf(this.#commands, this.#wire.now())[0];
        if (!next) break;
        await this.#attempt(next);
      }
    }
  }

  async #attempt(due: Command): Promise<void> {
    let command = life.startSending(due);
    await this.#change([command]);
    try {
      for (const { id } of command.files.filter((file) => !file.sent)) {
        const file = await this.#store.findFile(id);
        // A file that is gone from the device cannot be sent; the words still can.
        if (file) await this.#wire.putFile(command, file);
        command = life.fileSent(command, id);
        await this.#change([command]);
      }
      command = life.afterReceipt(command, await this.#wire.send(command), this.#wire.now());
    } catch (error) {
      command = life.afterFailure(command, this.#wire.failureOf(error), this.#wire.now(), this.#wire.chance());
    }
    await this.#change([command]);
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const wait = life.wakeIn(this.#commands, this.#wire.now());
    // Another tab may hold the sending: look again, but never in a tight loop.
    if (wait !== undefined) this.#timer = setTimeout(() => void this.flush(), Math.max(wait, 1000));
  }

  async #change(changed: readonly Command[]): Promise<void> {
    if (changed.length === 0) return;
    for (const command of changed) await this.#store.putCommand(command);
    const byId = new Map(changed.map((one) => [one.id, one]));
    this.#set(this.#commands.map((one) => byId.get(one.id) ?? one));
  }

  #set(commands: readonly Command[]): void {
    this.#commands = [...commands].sort((a, b) =>
      a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : a.id < b.id ? 1 : -1,
    );
    for (const listener of this.#listeners) listener();
  }

  /**
   * What is older than it may be goes: drafts and lists after a week, the content of what the server has after a
   * week, receipts later, and files that nothing speaks of. Drafts name their files in `draft-files`.
   */
  async tidy(): Promise<void> {
    const now = Date.parse(this.#wire.now());
    const before = (millis: number): Instant => instantOf(now - millis);
    const gone = this.#commands.filter((one) =>
      one.receivedAt === null
        ? one.needsSession && one.madeAt < before(KEEP_UNSENT)
        : one.receivedAt < before(life.keepingOf(one).days * DAY),
    );
    for (const command of gone) await this.#store.removeCommand(command.id);
    if (gone.length > 0) this.#set(this.#commands.filter((one) => !gone.includes(one)));
    const old = this.#commands.filter(
      (one) => one.receivedAt !== null && one.receivedAt < before(KEEP) && !life.isSlim(one),
    );
    await this.#change(old.map(life.slimmed));
    await this.#dropValues(now - KEEP);
    await this.#dropFiles();
  }

  async #dropValues(before: number): Promise<void> {
    const old = (await this.#store.listValues()).filter(({ key, at }) => at < before && growsOld.test(key));
    if (old.length === 0) return;
    for (const { key } of old) await this.#store.removeValue(key);
    const drafts = Object.entries(((await this.#store.findValue(DRAFT_FILES)) ?? {}) as DraftFiles);
    const left = drafts.filter(([draft]) => !old.some(({ key }) => key === `draft:${draft}`));
    await this.#store.putValue(DRAFT_FILES, Object.fromEntries(left));
  }

  async #dropFiles(): Promise<void> {
    const drafted = (await this.#store.findValue(DRAFT_FILES)) as DraftFiles | undefined;
    const needed = new Set([
      ...this.#commands.filter(life.isUnsent).flatMap((one) => one.files.map((file) => file.id)),
      ...Object.values(drafted ?? {}).flat(),
    ]);
    for (const id of await this.#store.listFileIds()) if (!needed.has(id)) await this.#store.removeFile(id);
  }
}

const DRAFT_FILES = 'draft-files';
type DraftFiles = Readonly<Record<string, readonly string[]>>;
