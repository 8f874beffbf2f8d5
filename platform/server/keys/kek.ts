import { hash, hkdf } from 'node:crypto';
import { promisify } from 'node:util';
import { readSecret, type SecretSource } from './secret.ts';
import { bytesOf, findSuite, joined, type SuiteName, suites } from './suites.ts';

const derive = promisify(hkdf);

/**
 * The key that wraps the data keys. A KMS or an HSM takes its place with the same two operations: it gets a
 * key of at most 48 bytes and what it belongs to, and gives back a text that names the wrapping key.
 */
export interface Kek {
  /** Of the key that wraps from now on; no secret. */
  readonly id: () => Promise<string>;
  readonly wrap: (bound: string, key: Uint8Array) => Promise<string>;
  /** @throws WrappedByAnother, or when it was altered or belongs to something else */
  readonly unwrap: (bound: string, wrapped: string) => Promise<Uint8Array>;
}

/** A data key whose wrapping key this process was not given. */
export class WrappedByAnother extends Error {}

/** The id of the wrapping key that a wrapped text names. */
export const wrapperOf = (wrapped: string): string => wrapped.split('.')[1] ?? '';

/**
 * Wrapping keys made of secrets of the installation. The first wraps; all unwrap, so that a new secret may
 * be given together with the old one until everything is wrapped anew.
 */
export const createKek = (
  sources: readonly [SecretSource, ...SecretSource[]],
  algorithm: SuiteName = 'sm4-ctr-hmac-sm3',
): Kek => {
  const known = new Map<string, Buffer>();
  let reading: Promise<string> | undefined;
  const first = (): Promise<string> => {
    reading ??= (async () => {
      const ids: string[] = [];
      for (const source of sources) {
        const secret = await readSecret(source);
        const id = hash('sm3', `lifang kek ${secret.toString('base64url')}`, 'hex').slice(0, 12);
        known.set(id, secret);
        ids.push(id);
      }
      return ids[0] ?? '';
    })();
    return reading;
  };
  const keyOf = async (id: string, suite: SuiteName): Promise<Uint8Array> => {
    await first();
    const secret = known.get(id);
    if (!secret)
      throw new WrappedByAnother(
        `A data key is wrapped by the secret ${id}, which this process was not given: put secret.key or LIFANG_SECRET in place, or the former one beside a new one (LIFANG_OLD_SECRET, LIFANG_OLD_KEY_FILE). If it is lost for good: lifang keys give-up`,
      );
    return new Uint8Array(await derive('sha256', secret, 'lifang', `kek.${suite}`, suites[suite].keyBytes));
  };
  return {
    id: first,
    wrap: async (bound, key) => {
      const id = await first();
      return joined(algorithm, id, ...suites[algorithm].seal(await keyOf(id, algorithm), bound, key));
    },
    unwrap: async (bound, wrapped) => {
      const [name = '', id = '', iv, body, proof] = wrapped.split('.');
      const suite = findSuite(name);
      if (!suite || iv === undefined || body === undefined || proof === undefined)
        throw new Error('a wrapped key is not one');
      const key = suite.open(await keyOf(id, name as SuiteName), bound, bytesOf(iv), bytesOf(body), bytesOf(proof));
      if (!key) throw new Error('a wrapped key was altered');
      return key;
    },
  };
};
