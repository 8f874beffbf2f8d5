import type { Parts } from '#platform/server/parts';
import type { ListSigner } from './transfer.ts';

/**
 * Seals of hand-over lists: a keyed hash of the installation, which only it can check, and beside it, where the
 * installation has a signing key, an SM2 signature, which anybody with the public key can (security 37).
 */
export const createListSigner = ({ audit, signer }: Pick<Parts, 'audit' | 'signer'>): ListSigner => ({
  sign: async (text) => {
    const seal = await audit.rowMac('transfer', [text]);
    if (!signer) return seal;
    const { algorithm, key, value } = signer.sign(Buffer.from(text, 'utf8'));
    return [seal, algorithm, key, value].join(' ');
  },
  fits: async (text, sealed) => {
    const [seal = '', algorithm, key = '', value = ''] = sealed.split(' ');
    if (!(await audit.rowMacFits('transfer', [text], seal))) return false;
    // A signature by an earlier key is for whoever holds that public key.
    if (algorithm !== 'sm2-sm3' || !signer || key !== signer.key)
      return algorithm === undefined || algorithm === 'sm2-sm3';
    return signer.holds(Buffer.from(text, 'utf8'), { algorithm, key, value });
  },
});
