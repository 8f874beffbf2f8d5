import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { createSigner, isSigned, readSigner } from './index.ts';

const newKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'SM2' }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const document = Buffer.from('交接清单：未办结事项三件。', 'utf8');

test('security 37: a signature holds for its document and its key alone', () => {
  const signer = createSigner(newKey());
  const signature = signer.sign(document);
  assert.equal(isSigned(document, signature, signer.publicKey), true);
  assert.equal(signer.holds(document, signature), true);
  for (let at = 0; at < document.length; at += 7) {
    const altered = Buffer.from(document);
    altered[at] = (altered[at] ?? 0) ^ 1;
    assert.equal(isSigned(altered, signature, signer.publicKey), false);
  }
  const other = createSigner(newKey());
  assert.equal(isSigned(document, signature, other.publicKey), false);
  assert.equal(isSigned(document, { ...signature, key: other.sign(document).key }, other.publicKey), false);
  assert.equal(isSigned(document, { ...signature, value: 'MAAA' }, signer.publicKey), false);
});

test('security 37: off without a key; a file that is no SM2 key is named', async () => {
  assert.equal(await readSigner(undefined), null);
  const folder = await mkdtemp(path.join(tmpdir(), 'lifang-sign-'));
  try {
    const file = path.join(folder, 'key.pem');
    await writeFile(
      file,
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    await assert.rejects(readSigner(file), /key\.pem cannot be used: it is not an SM2 key/);
    await writeFile(file, newKey());
    assert.ok((await readSigner(file))?.publicKey.startsWith('-----BEGIN PUBLIC KEY-----'));
  } finally {
    await rm(folder, { recursive: true });
  }
});

const openssl = spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? '';
test('security 37: OpenSSL agrees', {
  skip: openssl.startsWith('OpenSSL 3') ? false : 'no OpenSSL 3 here',
}, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lifang-sign-'));
  const file = (name: string): string => path.join(folder, name);
  try {
    const signer = createSigner(newKey());
    await writeFile(file('public'), signer.publicKey);
    await writeFile(file('document'), document);
    await writeFile(file('signature'), Buffer.from(signer.sign(document).value, 'base64'));
    const said = execFileSync(
      'openssl',
      'pkeyutl -verify -pubin -inkey PUBLIC -in DOCUMENT -rawin -digest sm3 -sigfile SIGNATURE -pkeyopt distid:1234567812345678'
        .split(' ')
        .map((word) => (/^[A-Z]+$/.test(word) ? file(word.toLowerCase()) : word)),
      { encoding: 'utf8' },
    );
    assert.match(said, /Signature Verified Successfully/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
