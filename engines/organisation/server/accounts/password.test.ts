import assert from 'node:assert/strict';
import { test } from 'node:test';
import { argon2Sync, randomBytes } from 'node:crypto';
import { hashPassword, verifyPassword } from './password.ts';

test('a password is known again, another is not, and no two stored values are alike', async () => {
  const [one, two] = await Promise.all([hashPassword('三只灯笼挂在桥边'), hashPassword('三只灯笼挂在桥边')]);
  assert.notEqual(one, two);
  assert.deepEqual(await verifyPassword('三只灯笼挂在桥边', one), { right: true, outdated: false });
  assert.equal((await verifyPassword('三只灯笼挂在桥头', one)).right, false);
});

test('a value stored with other parameters still counts and is said to be outdated', async () => {
  const salt = randomBytes(16);
  const key = argon2Sync('argon2id', {
    message: 'old lantern bridge',
    nonce: salt,
    parallelism: 1,
    tagLength: 24,
    memory: 1024,
    passes: 3,
  });
  const stored = `$argon2id$v=19$m=1024,t=3,p=1$${salt.toString('base64').replace(/=+$/, '')}$${key.toString('base64').replace(/=+$/, '')}`;
  assert.deepEqual(await verifyPassword('old lantern bridge', stored), { right: true, outdated: true });
  assert.deepEqual(await verifyPassword('new lantern bridge', stored), { right: false, outdated: true });
});

test('a missing or broken stored value is never right', async () => {
  for (const stored of [undefined, '', 'plain', '$argon2id$v=19$m=8,t=1,p=1$$']) {
    assert.equal((await verifyPassword('', stored)).right, false);
  }
});
