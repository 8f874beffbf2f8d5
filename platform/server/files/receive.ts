import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '#kernel/domain-error';

export interface Received {
  readonly file: string;
  readonly size: number;
  readonly hash: string;
  /** The first bytes, up to 4 kB. */
  readonly head: Buffer;
}

const headBytes = 4_096;

/** Streams a body into a temporary file while hashing it; the file is on disk when this returns. */
export const receive = async (folder: string, body: Readable, limit: number): Promise<Received> => {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, randomBytes(12).toString('hex'));
  const handle = await open(file, 'wx', 0o600);
  const hash = createHash('sha256');
  let size = 0;
  let head = Buffer.alloc(0);
  try {
    // Kept open when refused: hanging up on a sender would take the answer with it.
    for await (const part of body.iterator({ destroyOnReturn: false })) {
      const chunk = Buffer.isBuffer(part) ? part : Buffer.from(part as string);
      size += chunk.length;
      if (size > limit) throw new DomainError('file.too-large', { limit: `${Math.round(limit / 1_000_000)} MB` });
      hash.update(chunk);
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
      await handle.write(chunk);
    }
    await handle.sync();
  } catch (error) {
    // The rest is read and dropped; how long, the server's request timeout says.
    body.resume();
    await handle.close();
    await rm(file, { force: true });
    throw error;
  }
  await handle.close();
  return { file, size, hash: hash.digest('hex'), head };
};
