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
  { table: 'person', column: 'phone_sealed', key: ['district', 'id'], purpose: 'seal.person' },
  { table: 'resident', column: 'phone_sealed', key: ['id'], purpose: 'seal.person' },
  { table: 'notice', column: 'sealed', key: ['district', 'id'], purpose: 'seal.notice' },
  { table: 'notice_message', column: 'address', key: ['district', 'id'], purpose: 'seal.notice' },
  { table: 'totp_factor', column: 'secret', key: ['district', 'person'], purpose: 'seal.secret' },
  { table: 'totp_factor', column: 'next_secret', key: ['district', 'person'], purpose: 'seal.secret' },
  { table: 'oidc_flow', column: 'secret', key: ['state'], purpose: 'seal.secret' },
  { table: 'setting', column: 'value', key: ['key'], purpose: 'seal.secret', form: 'json' },
];

/** Keys of version 1, which were derived from the secret and have to stay what they were. */
export const derivedPurposes: readonly string[] = ['case.contact.cipher', 'case.contact.mac', 'case.query-code'];
