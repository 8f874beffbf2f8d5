import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyFor } from '#platform/server/keys';
import type { SealedPlace, Seals } from '#platform/server/parts';

const algorithm = 'sm4-ctr-hmac-sm3';

/** Seals values to their rows: one that was moved or altered does not open. */
export const createSeals = (keyFor: KeyFor): Seals => {
  let keys: Promise<{ readonly cipher: Uint8Array; readonly mac: Uint8Array }> | undefined;
  const getKeys = () => {
    keys ??= Promise.all([keyFor('seal.cipher'), keyFor('seal.mac')]).then(([cipher, mac]) => ({
      cipher: cipher.subarray(0, 16),
      mac,
    }));
    return keys;
  };
  const macOf = (key: Uint8Array, { table, column, row }: SealedPlace, iv: Buffer, body: Buffer): Buffer =>
    createHmac('sm3', key).update(`${algorithm} ${table} ${column} ${row} `).update(iv).update(body).digest();

  return {
    seal: async (place, text) => {
      const { cipher, mac } = await getKeys();
      const iv = randomBytes(16);
      const sealing = createCipheriv('sm4-ctr', cipher, iv);
      const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
      return [algorithm, ...[iv, body, macOf(mac, place, iv, body)].map((part) => part.toString('base64url'))].join(
        '.',
      );
    },
    open: async (place, sealed) => {
      const [named, ...texts] = sealed.split('.');
      const [iv, body, given] = texts.map((part) => Buffer.from(part, 'base64url'));
      if (named !== algorithm || !iv || !body || !given)
        throw new Error(`${place.table}.${place.column}: unknown seal`);
      const { cipher, mac } = await getKeys();
      const right = macOf(mac, place, iv, body);
      if (given.length !== right.length || !timingSafeEqual(given, right))
        throw new Error(`${place.table}.${place.column}: broken seal`);
      const opening = createDecipheriv('sm4-ctr', cipher, iv);
      return Buffer.concat([opening.update(body), opening.final()]).toString('utf8');
    },
    blind: async (purpose, normalised) =>
      createHmac('sm3', await keyFor(`blind.${purpose}`))
        .update(normalised, 'utf8')
        .digest('base64url'),
  };
};
