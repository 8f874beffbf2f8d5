import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256, sha256Plain } from './sha256.ts';

test('the plain hash is SHA-256 for bytes of any length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      assert.equal(Buffer.from(sha256Plain(bytes)).toString('hex'), createHash('sha256').update(bytes).digest('hex'));
    }),
  );
  const long = new Uint8Array(100_000).map((_, index) => index % 251);
  assert.equal(Buffer.from(sha256Plain(long)).toString('hex'), createHash('sha256').update(long).digest('hex'));
});

test('with SubtleCrypto it is the same', async () => {
  const bytes = new TextEncoder().encode('里坊').buffer as ArrayBuffer;
  assert.equal(await sha256(bytes), createHash('sha256').update('里坊').digest('hex'));
});
