import { mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import pino, { type Logger } from 'pino';

export interface LogOptions {
  /** `file`: warnings also go to the terminal; `stdout`: everything, for containers; `silent`: nothing. */
  readonly to: { readonly file: string } | 'stdout' | 'silent';
  readonly level?: string;
}

interface DatabaseError {
  readonly code?: unknown;
  readonly severity?: unknown;
  readonly table?: unknown;
  readonly column?: unknown;
  readonly constraint?: unknown;
  readonly routine?: unknown;
}

const framesOf = (stack: string | undefined): readonly string[] =>
  (stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .map((line) => line.trim())
    .slice(0, 12);

/**
 * An error without the values it speaks of: messages quote what people typed (`invalid input syntax: "…"`,
 * `Key (phone)=(…) already exists`), so only its kind, codes, names of tables and the frames are kept.
 */
export const errorWithoutValues = (error: unknown): Readonly<Record<string, unknown>> => {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, severity, table, column, constraint, routine } = error as DatabaseError;
  return {
    type: error.name,
    code,
    ...(severity ? { severity, table, column, constraint, routine } : {}),
    // A word list of our own code is harmless and says what failed.
    ...(error instanceof TypeError || error instanceof RangeError ? { message: shorn(error.message) } : {}),
    frames: framesOf(error.stack),
    ...(error.cause ? { cause: errorWithoutValues(error.cause) } : {}),
  };
};

/** A message with everything in quotes and every longer number taken out. */
const shorn = (message: string): string =>
  message
    .replace(/(["'`“「])[^"'`”」]*["'`”」]/g, '$1…')
    .replace(/\d{5,}/g, '…')
    .slice(0, 200);

/** Twice this much is kept at most: the file and the one before it. */
const mostBytes = 50_000_000;

const lookEveryMillis = 600_000;

/** @returns whether the file was put aside */
const turnOver = (file: string): boolean => {
  try {
    if (statSync(file).size <= mostBytes) return false;
    renameSync(file, `${file}.1`);
    return true;
  } catch {
    // There is none yet.
    return false;
  }
};

const openFile = (file: string): ReturnType<typeof pino.destination> => {
  mkdirSync(path.dirname(file), { recursive: true });
  turnOver(file);
  const stream = pino.destination({ dest: file, sync: false });
  // A full disk must not end the server; warnings still reach the terminal.
  stream.on('error', () => undefined);
  setInterval(() => {
    if (turnOver(file)) stream.reopen();
  }, lookEveryMillis).unref();
  return stream;
};

/** The server's log: JSON lines with ids, codes and times, never with names, phones, addresses or secrets. */
export const createLog = (options: LogOptions): Logger => {
  const settings = {
    level: options.level ?? 'info',
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorWithoutValues, error: errorWithoutValues },
    redact: {
      paths: [
        'password',
        'token',
        'phone',
        'name',
        'cookie',
        'headers',
        'body',
        '*.password',
        '*.token',
        '*.phone',
        '*.cookie',
        '*.headers',
        '*.body',
      ],
      censor: '…',
    },
  };
  if (options.to === 'silent') return pino({ ...settings, level: 'silent' });
  if (options.to === 'stdout') return pino(settings, pino.destination({ dest: 1, sync: false }));
  return pino(
    settings,
    pino.multistream([
      {
        level: 'debug',
        stream: openFile(options.to.file),
      },
      { level: 'warn', stream: pino.destination({ dest: 2, sync: true }) },
    ]),
  );
};
