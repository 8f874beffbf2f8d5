import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** One way of sealing bytes to what they belong to: whoever alters either cannot open them. */
export interface Suite {
  readonly keyBytes: number;
  /** Initial value, sealed bytes, proof. */
  readonly seal: (key: Uint8Array, bound: string, plain: Uint8Array) => readonly [Buffer, Buffer, Buffer];
  /** Null when the proof is wrong. */
  readonly open: (key: Uint8Array, bound: string, iv: Buffer, body: Buffer, proof: Buffer) => Buffer | null;
}

const end = Buffer.from([0]);

/** GB/T 32907 in counter mode, then HMAC-SM3 (GB/T 15852.2 over GB/T 32905) of all: first sealed, then proved. */
const sm4: Suite = (() => {
  const halves = (key: Uint8Array) => ({ cipher: key.subarray(0, 16), mac: key.subarray(16) });
  const proofOf = (key: Uint8Array, bound: string, iv: Buffer, body: Buffer): Buffer =>
    createHmac('sm3', key).update(bound, 'utf8').update(end).update(iv).update(body).digest();
  return {
    keyBytes: 48,
    seal: (key, bound, plain) => {
      const { cipher, mac } = halves(key);
      const iv = randomBytes(16);
      const sealing = createCipheriv('sm4-ctr', cipher, iv);
      const body = Buffer.concat([sealing.update(plain), sealing.final()]);
      return [iv, body, proofOf(mac, bound, iv, body)];
    },
    open: (key, bound, iv, body, given) => {
      const { cipher, mac } = halves(key);
      const right = proofOf(mac, bound, iv, body);
      if (iv.length !== 16 || given.length !== right.length || !timingSafeEqual(given, right)) return null;
      const opening = createDecipheriv('sm4-ctr', cipher, iv);
      return Buffer.concat([opening.update(body), opening.final()]);
    },
  };
})();

const aes: Suite = {
  keyBytes: 32,
  seal: (key, bound, plain) => {
    const iv = randomBytes(12);
    const sealing = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound, 'utf8'));
    const body = Buffer.concat([sealing.update(plain), sealing.final()]);
    return [iv, body, sealing.getAuthTag()];
  },
  open: (key, bound, iv, body, proof) => {
    if (iv.length !== 12 || proof.length !== 16) return null;
    try {
      const opening = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 })
        .setAAD(Buffer.from(bound, 'utf8'))
        .setAuthTag(proof);
      return Buffer.concat([opening.update(body), opening.final()]);
    } catch {
      return null;
    }
  },
};

export const suites = { 'sm4-ctr-hmac-sm3': sm4, 'aes-256-gcm': aes } as const satisfies Readonly<
  Record<string, Suite>
>;

export type SuiteName = keyof typeof suites;
export const suiteNames = Object.keys(suites) as readonly SuiteName[];

export const findSuite = (name: string): Suite | undefined =>
  Object.hasOwn(suites, name) ? suites[name as SuiteName] : undefined;

/** Parts of a sealed text: base64url has no dot. */
export const joined = (...parts: readonly (string | Buffer)[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.toString('base64url'))).join('.');

export const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');
