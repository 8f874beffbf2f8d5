import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { KeyFor } from '#platform/server/keys';

const idBytes = 4;

/** HMAC-SM3 under one key; each value names the key by four bytes, so that one of another key is told from a forged one. */
export interface Macs {
  /** Of a list of texts, none of which can be taken for a part of its neighbour. 36 bytes: key, value. */
  readonly of: (parts: readonly (string | null)[]) => Buffer;
  readonly fits: (mac: Buffer | null, parts: readonly (string | null)[]) => boolean;
  /** Made with another key: nothing can be said of it with this one. */
  readonly isForeign: (mac: Buffer | null) => boolean;
}

export const createMacs = (bytes: Uint8Array): Macs => {
  // A key object is prepared once; bytes would be with each value.
  const key = createSecretKey(bytes);
  const keyId = createHmac('sm3', key).update('lifang key id').digest().subarray(0, idBytes);
  const of = (parts: readonly (string | null)[]): Buffer =>
    Buffer.concat([keyId, createHmac('sm3', key).update(JSON.stringify(parts), 'utf8').digest()]);
  return {
    of,
    fits: (mac, parts) => {
      const right = of(parts);
      return mac !== null && mac.length === right.length && timingSafeEqual(mac, right);
    },
    isForeign: (mac) => mac !== null && mac.length === 36 && !mac.subarray(0, idBytes).equals(keyId),
  };
};

/** Keys of the log: of its rows, of the seals over them, of the anchor outside the database. */
export const createAuditMacs = async (
  keyFor: KeyFor,
): Promise<{ readonly row: Macs; readonly seal: Macs; readonly anchor: Macs }> => {
  const [row, seal, anchor] = await Promise.all(['audit.row', 'audit.seal', 'audit.anchor'].map(keyFor));
  if (!row || !seal || !anchor) throw new Error('no key for the audit log');
  return { row: createMacs(row), seal: createMacs(seal), anchor: createMacs(anchor) };
};
