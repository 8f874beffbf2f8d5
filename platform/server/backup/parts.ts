import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Gzip } from 'node:zlib';

interface Tally {
  bytes: number;
  readonly hash: ReturnType<typeof createHash>;
}

/** Lets bytes through and counts them. */
const through = (tally: Tally) =>
  async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      tally.bytes += chunk.length;
      tally.hash.update(chunk);
      yield chunk;
    }
  };

export interface Sum {
  readonly bytes: number;
  readonly sha256: string;
}

const newTally = (): Tally => ({ bytes: 0, hash: createHash('sha256') });
const sumOf = (tally: Tally): Sum => ({ bytes: tally.bytes, sha256: tally.hash.digest('hex') });

export const sha256Of = async (file: string): Promise<Sum> => {
  const tally = newTally();
  for await (const chunk of createReadStream(file)) {
    tally.bytes += (chunk as Buffer).length;
    tally.hash.update(chunk as Buffer);
  }
  return sumOf(tally);
};

/** Writes a new file, on disk when this returns; fails where one stands. */
export const writePart = async (file: string, source: AsyncIterable<Buffer>, pack?: Gzip): Promise<Sum> => {
  const tally = newTally();
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  if (pack) await pipeline(source, pack, through(tally), target);
  else await pipeline(source, through(tally), target);
  return sumOf(tally);
};

export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

/** Does the same to all, a few at a time; the first failure ends it. */
export const fewAtATime = async <T>(
  all: AsyncIterable<T>,
  work: (one: T) => Promise<void>,
  atATime = 4,
): Promise<void> => {
  const source = all[Symbol.asyncIterator]();
  let failed = false;
  const worker = async (): Promise<void> => {
    while (!failed) {
      const next = await source.next();
      if (next.done) return;
      await work(next.value).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
};
