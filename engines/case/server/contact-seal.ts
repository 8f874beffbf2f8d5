import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Id } from '#kernel/ids';
import type { CasePorts } from './ports.ts';

/** What is personal of whoever asked. */
export interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
  /** Values of fields that declare `privacy`, by field id. */
  readonly personal: Readonly<Record<string, unknown>>;
}

const ALGORITHM = 'sm4-ctr-hmac-sm3';

/** Seals contact data to its row: a text moved to another row does not open. Each text names its algorithm. */
export const createContactSeal = (ports: Pick<CasePorts, 'keyFor'>) => {
  let keys: Promise<{ readonly cipher: Uint8Array; readonly mac: Uint8Array }> | undefined;
  const getKeys = () => {
    keys ??= Promise.all([ports.keyFor('case.contact.cipher'), ports.keyFor('case.contact.mac')]).then(
      ([cipher, mac]) => ({ cipher: cipher.subarray(0, 16), mac }),
    );
    return keys;
  };
  const macOf = (key: Uint8Array, row: string, iv: Buffer, body: Buffer): Buffer =>
    createHmac('sm3', key).update(`${ALGORITHM} ${row} `).update(iv).update(body).digest();
  const rowOf = (district: string, id: Id): string => `case_contact ${district} ${id}`;

  return {
    seal: async (district: string, id: Id, contact: Contact): Promise<string> => {
      const { cipher, mac } = await getKeys();
      const iv = randomBytes(16);
      const sealing = createCipheriv('sm4-ctr', cipher, iv);
      const body = Buffer.concat([sealing.update(JSON.stringify(contact), 'utf8'), sealing.final()]);
      const parts = [iv, body, macOf(mac, rowOf(district, id), iv, body)].map((part) => part.toString('base64url'));
      return [ALGORITHM, ...parts].join('.');
    },
    /** @throws when the text was altered, belongs to another row, or was sealed with another key */
    open: async (district: string, id: Id, sealed: string): Promise<Contact> => {
      const [algorithm, ...texts] = sealed.split('.');
      const [iv, body, given] = texts.map((part) => Buffer.from(part, 'base64url'));
      if (algorithm !== ALGORITHM || !iv || !body || !given) throw new Error(`contact of ${id}: unknown seal`);
      const { cipher, mac } = await getKeys();
      const right = macOf(mac, rowOf(district, id), iv, body);
      if (given.length !== right.length || !timingSafeEqual(given, right))
        throw new Error(`contact of ${id}: broken seal`);
      const opening = createDecipheriv('sm4-ctr', cipher, iv);
      return JSON.parse(Buffer.concat([opening.update(body), opening.final()]).toString('utf8')) as Contact;
    },
  };
};

export type ContactSeal = ReturnType<typeof createContactSeal>;
