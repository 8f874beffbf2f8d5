import { createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import type { Keyring } from '#platform/server/keys';
import type { SealedPlace } from '#platform/server/parts';

const algorithm = 'sm4-ctr-hmac-sm3';

/** Opens a value of version 1, which named its algorithm but no key: `algorithm.iv.body.proof`. */
export const openUnnamed = async (
  keyring: Pick<Keyring, 'keyFor'>,
  purposes: { readonly cipher: string; readonly mac: string },
  { table, column, row }: SealedPlace,
  sealed: string,
): Promise<string> => {
  const [named, ...texts] = sealed.split('.');
  const [iv, body, given] = texts.map((part) => Buffer.from(part, 'base64url'));
  if (named !== algorithm || !iv || !body || !given) throw new Error(`${table}.${column}: unknown seal`);
  const right = createHmac('sm3', await keyring.keyFor(purposes.mac))
    .update(`${algorithm} ${table} ${row} `)
    .update(iv)
    .update(body)
    .digest();
  if (iv.length !== 16 || given.length !== right.length || !timingSafeEqual(given, right))
    throw new Error(`${table}.${column}: broken seal`);
  const opening = createDecipheriv('sm4-ctr', (await keyring.keyFor(purposes.cipher)).subarray(0, 16), iv);
  return Buffer.concat([opening.update(body), opening.final()]).toString('utf8');
};
