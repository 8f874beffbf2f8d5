import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { createKeys } from '#platform/server/keys';

const folder = await mkdtemp(path.join(tmpdir(), 'lifang-keys-'));
after(() => rm(folder, { recursive: true }));
const text = (key: Uint8Array): string => Buffer.from(key).toString('hex');

test('the key of a purpose stays the same, for processes that begin at the same moment too', async () => {
  const file = path.join(folder, 'deep/secret.key');
  const keys = await Promise.all([1, 2, 3, 4].map(() => createKeys({ file })('plates').then(text)));
  assert.equal(new Set(keys).size, 1);
  assert.notEqual(text(await createKeys({ file })('queries')), keys[0]);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
});

test('a given secret needs no file', async () => {
  const keyFor = createKeys({ file: path.join(folder, 'none'), given: 'a secret of at least 32 characters …' });
  assert.equal((await keyFor('plates')).length, 32);
  await assert.rejects(stat(path.join(folder, 'none')));
});
