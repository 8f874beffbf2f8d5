import type { Id } from '#kernel/ids';
import { type Instant, millisOf, plusMillis } from '#kernel/instant';
import type { Label } from '#kernel/label';

/**
 * A command that was made on this device and lives here until the server has given its receipt.
 * This file is its whole life as pure functions: `now` and chance come in.
 *
 *   waiting ──start──▶ sending ──receipt──▶ received
 *      ▲                 │  └──refusal──▶ refused
 *      └──no answer──────┘
 *
 * From the first start on it is frozen: nobody knows whether the server has it, so a repeat must be
 * the same. The server knows the id and gives a repeat the same answer.
 */
export interface Command {
  readonly id: Id;
  /** What it is to the app that made it: `report`, `action`, `me-too` … */
  readonly kind: string;
  /** Commands of one lane (a case) go one after the other, in the order they were made. */
  readonly lane: string;
  /** As the person will recognise it in a list. */
  readonly title: string;
  readonly madeAt: Instant;
  readonly call: WireCall;
  readonly files: readonly CommandFile[];
  /** Route to which files are put, with `:id`. */
  readonly filesUrl: string;
  readonly state: 'waiting' | 'sending' | 'refused' | 'received';
  readonly frozen: boolean;
  /** Attempts that ended without an answer. */
  readonly tries: number;
  /** Not before; null: as soon as possible. */
  readonly nextAt: Instant | null;
  /** Waits until somebody signs in. */
  readonly needsSession: boolean;
  /** Why the last attempt did not succeed. */
  readonly problem: Trouble | null;
  /** The server's answer. */
  readonly receipt: unknown;
  readonly receivedAt: Instant | null;
  /** Absent in commands of an earlier version. */
  readonly keeping?: Keeping;
}

/** What stays on the device once the server has a command. Its content goes after a week. */
export interface Keeping {
  /** Days that the receipt stays. */
  readonly days: number;
  /** Fields of the body that stay with it. */
  readonly fields: readonly string[];
}

export interface Trouble {
  readonly code: string;
  readonly sentence: Label;
  readonly status?: number | undefined;
  /** Refusals of single fields, so that the form can be mended. */
  readonly fields?: readonly { readonly field: string; readonly message: Label }[] | undefined;
}

export interface WireCall {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface CommandFile {
  /** SHA-256 of its bytes: sending goes on where it stopped. */
  readonly id: string;
  readonly sent: boolean;
}

export interface NewCommand {
  readonly id: Id;
  readonly kind: string;
  readonly lane?: string;
  readonly title: string;
  readonly call: WireCall;
  readonly files?: readonly string[];
  readonly filesUrl: string;
  /** A week and nothing of the body, unless told. */
  readonly keeping?: Keeping;
}

export const makeCommand = (given: NewCommand, now: Instant): Command => ({
  id: given.id,
  kind: given.kind,
  lane: given.lane ?? given.id,
  title: given.title,
  madeAt: now,
  call: given.call,
  files: (given.files ?? []).map((id) => ({ id, sent: false })),
  filesUrl: given.filesUrl,
  state: 'waiting',
  frozen: false,
  tries: 0,
  nextAt: null,
  needsSession: false,
  problem: null,
  receipt: null,
  receivedAt: null,
  keeping: given.keeping ?? { days: 7, fields: [] },
});

export const startSending = (command: Command): Command => ({ ...command, state: 'sending', frozen: true });

export const fileSent = (command: Command, id: string): Command => ({
  ...command,
  files: command.files.map((file) => (file.id === id ? { ...file, sent: true } : file)),
});

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 5 * 60_000;

/** ms to wait after so many attempts: 2 s doubled each time, five minutes at most, ± a quarter by chance (0..1). */
export const pauseAfter = (tries: number, chance: number): number =>
  Math.round(Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE) * (0.75 + chance / 2));

export interface Failure extends Trouble {
  readonly kind: 'refused' | 'failed' | 'offline';
  readonly retryAfter?: number | undefined;
}

/** An attempt ended without a receipt. Only a rule's refusal is final; everything else is tried again. */
export const afterFailure = (command: Command, failure: Failure, now: Instant, chance: number): Command => {
  const { code, sentence, status, fields } = failure;
  const problem = { code, sentence, status, fields };
  if (failure.code.startsWith('session.')) return { ...command, state: 'waiting', needsSession: true, problem };
  if (failure.code === 'file.not-sent' && command.files.length > 0 && command.tries < MOST_RESENT)
    return { ...withoutFiles(command), state: 'waiting', tries: command.tries + 1, nextAt: null, problem };
  if (failure.kind === 'refused') return { ...command, state: 'refused', nextAt: null, problem };
  const tries = command.tries + 1;
  const pause = Math.max(pauseAfter(tries, chance), (failure.retryAfter ?? 0) * 1000);
  return { ...command, state: 'waiting', tries, nextAt: plusMillis(now, pause), problem };
};

export const afterReceipt = (command: Command, receipt: unknown, now: Instant): Command => ({
  ...command,
  state: 'received',
  nextAt: null,
  needsSession: false,
  problem: null,
  receipt,
  receivedAt: now,
});

/** The page died while sending: nobody knows the outcome, so the same is sent again. */
export const afterRestart = (command: Command): Command =>
  command.state === 'sending' ? { ...command, state: 'waiting', nextAt: null } : command;

/** A network came back or somebody asked: no more waiting. */
export const withoutPause = (command: Command): Command =>
  command.state === 'waiting' && command.nextAt !== null ? { ...command, nextAt: null } : command;

export const afterSignIn = (command: Command): Command =>
  command.needsSession ? { ...command, needsSession: false, nextAt: null } : command;

export const keepingOf = (command: Command): Keeping =>
  // A command of an earlier version says nothing, and may be a resident's only way to his matter.
  command.keeping ?? { days: 183, fields: ['queryCode'] };

const keptBody = (command: Command): Readonly<Record<string, unknown>> => {
  const { fields } = keepingOf(command);
  const body = (command.call.body ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(body).filter(([name]) => fields.includes(name)));
};

/** What the server has is let go of, but for the receipt and the fields that open its progress. */
export const slimmed = (command: Command): Command => ({
  ...command,
  call: { ...command.call, body: keptBody(command) },
  files: [],
});
export const isSlim = (command: Command): boolean =>
  command.files.length === 0 &&
  Object.keys((command.call.body ?? {}) as object).length === Object.keys(keptBody(command)).length;

/** Files that the server says it does not have (any more) are sent again, a few times. */
const withoutFiles = (command: Command): Command => ({
  ...command,
  files: command.files.map((file) => ({ ...file, sent: false })),
});
const MOST_RESENT = 3;

export const isUnsent = (command: Command): boolean => command.state !== 'received';
/** What was never started, or ended for good, may be taken back; what is under way may not. */
export const mayRemove = (command: Command): boolean =>
  !command.frozen || command.state === 'refused' || command.state === 'received';

const byAge = (a: Command, b: Command): number =>
  a.madeAt === b.madeAt ? (a.id < b.id ? -1 : 1) : a.madeAt < b.madeAt ? -1 : 1;

/** The heads of all lanes: a lane stands behind its first command without a receipt. */
const heads = (commands: readonly Command[]): readonly Command[] => {
  const first = new Map<string, Command>();
  for (const command of [...commands].sort(byAge))
    if (isUnsent(command) && !first.has(command.lane)) first.set(command.lane, command);
  return [...first.values()];
};

const readyToGo = (command: Command): boolean => command.state === 'waiting' && !command.needsSession;

/** What may be sent now, oldest first. */
export const dueOf = (commands: readonly Command[], now: Instant): readonly Command[] =>
  heads(commands).filter((one) => readyToGo(one) && (one.nextAt === null || one.nextAt <= now));

/** ms until something becomes due; undefined when nothing waits. */
export const wakeIn = (commands: readonly Command[], now: Instant): number | undefined => {
  const pauses = heads(commands)
    .filter(readyToGo)
    .map((one) => (one.nextAt === null ? 0 : Math.max(0, millisOf(one.nextAt) - millisOf(now))));
  return pauses.length === 0 ? undefined : Math.min(...pauses);
};
