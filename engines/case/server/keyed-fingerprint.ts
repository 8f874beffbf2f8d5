import type { Parts } from '#platform/server/parts';
import { canonicalJson } from '#platform/server/receipts';

/**
 * What a command said, as a keyed hash: it may hold a telephone number, and whoever has the database could
 * otherwise try them all.
 */
export const keyedFingerprint = ({ seals }: Pick<Parts, 'seals'>, said: unknown): Promise<string> =>
  seals.blind('receipt', canonicalJson(said));
