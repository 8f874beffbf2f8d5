export { createKek, type Kek, WrappedByAnother } from './kek.ts';
export { createKeyring, type DataKey, type Keyring, type KeyRow, keysAreFreshMillis } from './keyring.ts';
export { createKeys, type KeyFor, type SecretSource } from './secret.ts';
export { type SuiteName, suiteNames } from './suites.ts';
