import { hkdf, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const derive = promisify(hkdf);

/** Gives a secret key of this installation for one purpose, 32 bytes; the same each time. */
export type KeyFor = (purpose: string) => Promise<Uint8Array>;

/** One secret that never lies in the database: what the environment gives goes before the file. */
export interface SecretSource {
  readonly file: string;
  readonly given?: string | undefined;
}

const fileSecret = async (file: string): Promise<Buffer> => {
  const read = (): Promise<string> => readFile(file, 'utf8').then((text) => text.trim());
  const known = await read().catch(() => '');
  if (known) return Buffer.from(known, 'base64url');
  await mkdir(path.dirname(file), { recursive: true });
  // Two processes may start at once: a link is made whole or not at all, and the first one counts.
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(aside, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  await link(aside, file).catch(() => undefined);
  await rm(aside);
  return Buffer.from(await read(), 'base64url');
};

export const readSecret = (source: SecretSource): Promise<Buffer> =>
  source.given ? Promise.resolve(Buffer.from(source.given, 'utf8')) : fileSecret(source.file);

/**
 * Keys derived from one secret: `given` (several machines share it), else a file of the data folder that is
 * made at the first start. Without it what was made with the keys is lost.
 */
export const createKeys = (source: SecretSource): KeyFor => {
  let secret: Promise<Buffer> | undefined;
  return async (purpose) => {
    secret ??= readSecret(source);
    return new Uint8Array(await derive('sha256', await secret, 'lifang', purpose, 32));
  };
};
