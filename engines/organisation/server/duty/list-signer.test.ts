import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import type { Parts } from '#platform/server/parts';
import { createSigner } from '#platform/server/signatures';
import { createListSigner } from './list-signer.ts';

const macOf = (purpose: string, parts: readonly string[]): string =>
  createHmac('sm3', `a test's key ${purpose}`).update(parts.join('\n')).digest('base64url');
const audit = {
  rowMac: async (purpose: string, parts: readonly string[]) => macOf(purpose, parts),
  rowMacFits: async (purpose: string, parts: readonly string[], mac: string) => macOf(purpose, parts) === mac,
} as Parts['audit'];
const newSigner = () =>
  createSigner(
    generateKeyPairSync('ec', { namedCurve: 'SM2' }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  );
const text = 'transfer list 6f2a giver 0196 2026-03-02T01:00:00.000Z';

test('a list without a signing key carries the keyed hash alone', async () => {
  const signer = createListSigner({ audit, signer: null });
  const seal = await signer.sign(text);
  assert.equal(seal.split(' ').length, 1);
  assert.equal(await signer.fits(text, seal), true);
  assert.equal(await signer.fits(`${text}!`, seal), false);
});

test('security 37: with a key a list carries an SM2 signature too, and both have to hold', async () => {
  const key = newSigner();
  const signer = createListSigner({ audit, signer: key });
  const seal = await signer.sign(text);
  const [mac = '', algorithm = '', name = '', value = ''] = seal.split(' ');
  assert.equal(algorithm, 'sm2-sm3');
  assert.ok(key.holds(Buffer.from(text), { algorithm: 'sm2-sm3', key: name, value }));
  assert.equal(await signer.fits(text, seal), true);
  assert.equal(await signer.fits(`${text}!`, seal), false);
  const [, , , other = ''] = (await signer.sign(`${text}!`)).split(' ');
  assert.equal(await signer.fits(text, [mac, algorithm, name, other].join(' ')), false);
  assert.equal(await signer.fits(text, [mac, 'md5', name, value].join(' ')), false);
  // After the key was changed, what an earlier one signed is still sealed by the installation.
  assert.equal(await createListSigner({ audit, signer: newSigner() }).fits(text, seal), true);
});
