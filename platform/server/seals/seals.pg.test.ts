import assert from 'node:assert/strict';
import { createCipheriv, createHmac, hash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { createKek, createKeyring, type SuiteName, suiteNames, WrappedByAnother } from '#platform/server/keys';
import { createSeals, looksSealed, type SealedColumn } from '#platform/server/seals';
import { testDatabase } from '#tests/support/pg.ts';

const database = await testDatabase();
const source = (name: string) => ({ file: '', given: `${name}, a secret of more than thirty-two characters` });
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

const columns: readonly SealedColumn[] = [
  { table: 'case_contact', column: 'sealed', key: ['district', 'case_id'], purpose: 'seal.contact' },
];
const place = { table: 'case_contact', column: 'sealed', row: '990101 1' };

/** A process of its own over the same database. */
const process = (algorithm: SuiteName = 'sm4-ctr-hmac-sm3', secret = 'first') => {
  const keyring = createKeyring({ sql: database.sql, kek: createKek([source(secret)]), algorithm });
  return { keyring, seals: createSeals(keyring, columns) };
};

test('security 35: SM3 as in GB/T 32905-2016, annex A', () => {
  assert.equal(hash('sm3', 'abc', 'hex'), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  assert.equal(
    hash('sm3', 'abcd'.repeat(16), 'hex'),
    'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  );
});

test('security 35: HMAC-SM3 is the HMAC of GB/T 15852.2 over SM3, for short and for long keys', () => {
  const byHand = (key: Buffer, text: Buffer): string => {
    const block = Buffer.alloc(64);
    (key.length > 64 ? hash('sm3', key, 'buffer') : key).copy(block);
    const pad = (byte: number): Buffer => block.map((one) => one ^ byte) as Buffer;
    const inner = hash('sm3', Buffer.concat([pad(0x36), text]), 'buffer');
    return hash('sm3', Buffer.concat([pad(0x5c), inner]), 'hex');
  };
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), fc.uint8Array({ maxLength: 200 }), (key, text) => {
      const [one, other] = [Buffer.from(key), Buffer.from(text)];
      assert.equal(createHmac('sm3', one).update(other).digest('hex'), byHand(one, other));
    }),
    { numRuns: 50 },
  );
});

test('security 35: SM4 as in GB/T 32907-2016, annex A, and its counter mode', () => {
  const key = hex('0123456789abcdeffedcba9876543210');
  const block = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
  const sealed = Buffer.concat([block.update(key), block.final()]);
  assert.equal(sealed.toString('hex'), '681edf34d206965e86b3e94f536e4246');
  // The counter mode of GB/T 17964-2021, example of draft-ribose-cfrg-sm4 A.2.5.1.
  const plain = hex(
    'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffaaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb',
  );
  const counting = createCipheriv('sm4-ctr', key, hex('000102030405060708090a0b0c0d0e0f'));
  assert.equal(
    Buffer.concat([counting.update(plain), counting.final()]).toString('hex'),
    'ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7f234bc0e24c11980fd1286310ce37b926e02fcd0faa0baf38b2933851d824514',
  );
});

test('security 35: what is sealed opens in another process, of either algorithm, and says how it was sealed', async () => {
  for (const algorithm of suiteNames) {
    const [one, other] = [process(algorithm), process()];
    await one.keyring.getActive('seal.contact');
    await one.keyring.rotate(database.sql, 'seal.contact');
    await one.keyring.changed();
    const sealed = await one.seals.seal(place, '王小明 13800005678');
    assert.ok(sealed.startsWith(`${algorithm}.k`), sealed);
    assert.ok(looksSealed(sealed));
    assert.equal(await other.seals.open(place, sealed), '王小明 13800005678');
    assert.notEqual(await one.seals.seal(place, '王小明 13800005678'), sealed, 'never the same twice');
  }
});

test('security 35: a value that was moved to another row, column or table, or altered by one bit, does not open', async () => {
  for (const algorithm of suiteNames) {
    const { keyring, seals } = process(algorithm);
    await keyring.rotate(database.sql, 'seal.contact');
    await keyring.changed();
    const sealed = await seals.seal(place, '110101199003070012');
    const otherRow = { ...place, row: '990101 2' };
    const second = await seals.seal(otherRow, '110101198001010015');
    await assert.rejects(seals.open(place, second), /broken seal/, 'two rows swapped');
    await assert.rejects(seals.open(otherRow, sealed), /broken seal/);
    await assert.rejects(seals.open({ ...place, column: 'other' }, sealed), /broken seal/);
    await assert.rejects(seals.open({ ...place, table: 'other' }, sealed), /broken seal/);
    const parts = sealed.split('.');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(2, 3, 4), fc.nat(), fc.integer({ min: 0, max: 7 }), async (part, at, bit) => {
        const bytes = Buffer.from(parts[part] ?? '', 'base64url');
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
        const altered = parts.map((one, number) => (number === part ? bytes.toString('base64url') : one)).join('.');
        await assert.rejects(seals.open(place, altered), /broken seal/);
      }),
      { numRuns: 60 },
    );
    for (const bad of [
      '',
      'plain',
      sealed.slice(0, -1),
      `${sealed}.x`,
      sealed.replace(/\.k[0-9a-f]+\./, '.k0000000000.'),
    ])
      await assert.rejects(seals.open(place, bad), /seal/);
  }
});

test('security 38: without the key nobody can count through the telephone numbers', async () => {
  const { seals } = process();
  const phone = '13800005678';
  const kept = await seals.blind('person.phone', phone);
  assert.equal(await process().seals.blind('person.phone', phone), kept, 'the same in every process');
  assert.notEqual(await seals.blind('person.id-number', phone), kept, 'each purpose has its own key');
  assert.notEqual(await seals.blind('person.phone-last-4', phone.slice(-4)), kept);
  // Whoever has the database alone: every number of a range, plain hashes and HMAC under what lies in the table.
  const rows = await database.pool.query<{ id: string; wrapped: string }>('select id, wrapped from data_key');
  const guesses = ['', 'person.phone', 'blind.person.phone', ...rows.rows.flatMap(({ id, wrapped }) => [id, wrapped])];
  for (let number = 13_800_005_600; number < 13_800_005_700; number += 1) {
    const text = String(number);
    const tries = [hash('sm3', text, 'base64url'), hash('sha256', text, 'base64url')];
    for (const guess of guesses) tries.push(createHmac('sm3', guess).update(text).digest('base64url'));
    assert.ok(!tries.includes(kept), text);
  }
});

test('security 39: keys lie wrapped, named by the key that wrapped them, and a foreign secret opens nothing', async () => {
  const { seals, keyring } = process();
  const sealed = await seals.seal(place, 'x');
  const { bytes } = await keyring.getActive('seal.contact');
  const dump = JSON.stringify((await database.pool.query('select * from data_key')).rows);
  for (const form of ['hex', 'base64', 'base64url'] as const)
    assert.ok(!dump.includes(Buffer.from(bytes).toString(form)), 'no key in the clear');
  await assert.rejects(process('sm4-ctr-hmac-sm3', 'another').seals.open(place, sealed), WrappedByAnother);
  const id = (await keyring.getActive('seal.contact')).id;
  await assert.rejects(
    database.pool
      .query(`select wrapped from data_key where id <> $1 and wrapped <> '' limit 1`, [id])
      .then(async ({ rows: [row] }) =>
        createKek([source('first')]).unwrap(`data_key ${id} seal.contact x`, row.wrapped),
      ),
    /altered/,
    'a wrapped key belongs to its row',
  );
});

test('security 39: a new secret: both are given, everything is wrapped anew, the old one is no longer needed', async () => {
  const sealed = await process().seals.seal(place, 'kept');
  const blind = await process().seals.blind('person.phone', '13800005678');
  const both = createKeyring({ sql: database.sql, kek: createKek([source('second'), source('first')]) });
  assert.equal(await createSeals(both, columns).open(place, sealed), 'kept', 'before anything was wrapped anew');
  assert.ok((await database.sql.transaction().execute(both.rewrap)) > 0);
  assert.equal(await database.sql.transaction().execute(both.rewrap), 0, 'a repeat has nothing to do');
  const after = process('sm4-ctr-hmac-sm3', 'second');
  assert.equal(await after.seals.open(place, sealed), 'kept');
  assert.equal(await after.seals.blind('person.phone', '13800005678'), blind);
  await assert.rejects(process().seals.open(place, sealed), WrappedByAnother);
  assert.equal(new Set((await both.list()).map((row) => row.wrappedBy)).size, 1);
  // Back, for the tests that follow.
  const back = createKeyring({ sql: database.sql, kek: createKek([source('first'), source('second')]) });
  await database.sql.transaction().execute(back.rewrap);
});

test('security 39: many processes that need a key at once make one', async () => {
  const purpose = `hash.${randomBytes(4).toString('hex')}`;
  const keys = await Promise.all([1, 2, 3, 4, 5].map(() => process().keyring.keyFor(purpose)));
  assert.equal(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size, 1);
  await assert.rejects(process().keyring.rotate(database.sql, purpose), /key for hashes/);
});

test('keys are read once: sealing and opening ask the database nothing', async () => {
  const { seals } = process();
  const sealed = await seals.seal(place, 'first');
  const before = database.pool.totalCount;
  const asked = { count: 0 };
  const { query } = database.pool;
  database.pool.query = ((...args: Parameters<typeof query>) => {
    asked.count += 1;
    return query.apply(database.pool, args);
  }) as typeof query;
  database.pool.on('acquire', () => void (asked.count += 1));
  for (let turn = 0; turn < 100; turn += 1) await seals.open(place, sealed);
  await Promise.all(Array.from({ length: 100 }, () => seals.seal(place, 'again')));
  database.pool.query = query;
  assert.equal(asked.count, 0);
  assert.ok(before >= 0);
});
