import type { SealedColumn } from '#platform/server/seals';

/** Every column that holds sealed values, once. A test looks for sealed values that lie anywhere else. */
export const sealedColumns: readonly SealedColumn[] = [
  {
    table: 'case_contact',
    column: 'sealed',
    key: ['district', 'case_id'],
    purpose: 'seal.contact',
    unnamed: { cipher: 'case.contact.cipher', mac: 'case.contact.mac' },
  },
];

/** Keys of version 1, which were derived from the secret and have to stay what they were. */
export const derivedPurposes: readonly string[] = ['case.contact.cipher', 'case.contact.mac', 'case.query-code'];
