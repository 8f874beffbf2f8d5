import { readFile } from 'node:fs/promises';
import { createKeys } from '#platform/server/keys';

/** Where the secret of an installation comes from: what the environment gives goes before the file. */
export interface KeySource {
  readonly file: string;
  readonly given?: string | undefined;
}

export const readKeyFile = ({ file }: KeySource): Promise<Buffer | undefined> => readFile(file).catch(() => undefined);

/** Tells keys apart; null where none was made yet. */
export const fingerprintOf = async (source: KeySource): Promise<string | null> => {
  if (!source.given && !(await readKeyFile(source))?.length) return null;
  const derived = await createKeys(source)('backup.fingerprint');
  return Buffer.from(derived).toString('hex').slice(0, 16);
};
