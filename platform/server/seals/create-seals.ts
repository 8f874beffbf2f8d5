import { createHmac } from 'node:crypto';
import type { Keyring } from '#platform/server/keys';
import type { SealedPlace, Seals } from '#platform/server/parts';
import { openUnnamed } from './open-unnamed.ts';
import { columnId, type SealedColumn } from './sealed-columns.ts';
import { bytesOf, findSuite, joined } from '../keys/suites.ts';

/** What a value is bound to: its place, and the key that it names. */
const boundOf = (algorithm: string, key: string, { table, column, row }: SealedPlace): string =>
  `${algorithm} ${key} ${table} ${column} ${row}`;

/**
 * Seals values to their rows: one that was moved or altered does not open. A value at rest is
 * `algorithm.key.iv.body.proof`; which algorithm new values get is said by the active key.
 */
export const createSeals = (keyring: Keyring, columns: readonly SealedColumn[] = []): Seals => {
  const declared = new Map(columns.map((one) => [columnId(one), one]));
  const of = (place: SealedPlace): string => `${place.table}.${place.column}`;

  return {
    seal: async (place, text) => {
      const key = await keyring.getActive(declared.get(of(place))?.purpose ?? 'seal');
      const suite = findSuite(key.algorithm);
      if (!suite) throw new Error(`${of(place)}: the key ${key.id} is of an unknown algorithm`);
      const bound = boundOf(key.algorithm, key.id, place);
      return joined(key.algorithm, key.id, ...suite.seal(key.bytes, bound, Buffer.from(text, 'utf8')));
    },
    open: async (place, sealed) => {
      const parts = sealed.split('.');
      const unnamed = declared.get(of(place))?.unnamed;
      if (parts.length === 4 && unnamed) return openUnnamed(keyring, unnamed, place, sealed);
      const [algorithm = '', id = '', iv, body, proof] = parts;
      const suite = findSuite(algorithm);
      if (!suite || iv === undefined || body === undefined || proof === undefined || parts.length > 5)
        throw new Error(`${of(place)}: unknown seal`);
      const key = await keyring.findKey(id);
      if (!key || key.algorithm !== algorithm) throw new Error(`${of(place)}: the key of a seal is gone`);
      const plain = suite.open(key.bytes, boundOf(algorithm, id, place), bytesOf(iv), bytesOf(body), bytesOf(proof));
      if (!plain) throw new Error(`${of(place)}: broken seal`);
      return plain.toString('utf8');
    },
    blind: async (purpose, normalised) =>
      createHmac('sm3', await keyring.keyFor(`blind.${purpose}`))
        .update(normalised, 'utf8')
        .digest('base64url'),
  };
};
