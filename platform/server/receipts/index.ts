export { canonicalJson, fingerprintOf } from './fingerprint.ts';
export { withReceipt } from './with-receipt.ts';
