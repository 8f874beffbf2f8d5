import { createPrivateKey, createPublicKey, hash, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sm2 } from 'sm-crypto-v2';

/** A signature over the bytes of a document, as it is kept beside it. */
export interface Signature {
  readonly algorithm: 'sm2-sm3';
  /** First 16 hexadecimal digits of the SHA-256 of the public key's DER: which key it was. */
  readonly key: string;
  /** DER of (r, s), base64. */
  readonly value: string;
}

/**
 * Signs what must not be denied later: agreements, hand-over lists, results of votes (不可否认, GB/T 39786-2021).
 * Off unless the installation has a key.
 */
export interface Signer {
  readonly sign: (document: Uint8Array) => Signature;
  /** Whether a signature is this signer's over these bytes. */
  readonly holds: (document: Uint8Array, signature: Signature) => boolean;
  /** As signatures name it. */
  readonly key: string;
  /** SubjectPublicKeyInfo as PEM, to hand to whoever wants to check. */
  readonly publicKey: string;
}

/** GB/T 32918.2: the identity that everybody takes where none was agreed. */
const userId = '1234567812345678';

const derOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
/** The point, 04 x y, is the end of an SM2 key's SubjectPublicKeyInfo. */
const pointOf = (key: KeyObject): string => derOf(key).subarray(-65).toString('hex');
const nameOf = (key: KeyObject): string => hash('sha256', derOf(key), 'hex').slice(0, 16);

/** The private number, 32 bytes after `04 20` in the PKCS #8 form. @throws Error when it is no SM2 key */
const numberOf = (key: KeyObject): string => {
  const der = key.export({ type: 'pkcs8', format: 'der' });
  // 1.2.156.10197.1.301, the curve sm2p256v1.
  if (!der.includes(Buffer.from('06082a811ccf5501822d', 'hex'))) throw new Error('it is not an SM2 key');
  const at = der.indexOf(Buffer.from([0x02, 0x01, 0x01, 0x04, 0x20]));
  if (at < 0) throw new Error('it has no private part');
  return der.subarray(at + 5, at + 37).toString('hex');
};

/** @param pem PKCS #8, as `openssl genpkey -algorithm SM2` writes it. Node's own SM2 keys sign ECDSA, so they only read the file. */
export const createSigner = (pem: string): Signer => {
  const secret = createPrivateKey(pem);
  const open = createPublicKey(secret);
  const number = numberOf(secret);
  const point = pointOf(open);
  const key = nameOf(open);
  const publicKey = open.export({ type: 'spki', format: 'pem' }) as string;
  return {
    key,
    holds: (document, signature) => isSigned(document, signature, publicKey),
    sign: (document) => {
      const signed = sm2.doSignature(document, number, { der: true, hash: true, publicKey: point, userId });
      return { algorithm: 'sm2-sm3', key, value: Buffer.from(signed, 'hex').toString('base64') };
    },
    publicKey,
  };
};

/** The signer of a key file; null where none is named. @throws Error with a sentence that names the file */
export const readSigner = async (file: string | undefined): Promise<Signer | null> => {
  if (file === undefined) return null;
  try {
    return createSigner(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(
      `The signing key ${file} cannot be used: ${error instanceof Error ? error.message : 'unreadable'}.`,
    );
  }
};

/** Whether a signature is that of this key over these bytes. @param publicKey PEM */
export const isSigned = (document: Uint8Array, signature: Signature, publicKey: string): boolean => {
  const key = createPublicKey(publicKey);
  if (signature.algorithm !== 'sm2-sm3' || signature.key !== nameOf(key)) return false;
  try {
    const value = Buffer.from(signature.value, 'base64').toString('hex');
    return sm2.doVerifySignature(document, value, pointOf(key), { der: true, hash: true, userId });
  } catch {
    return false;
  }
};
