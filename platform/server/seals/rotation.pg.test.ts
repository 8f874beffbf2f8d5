import assert from 'node:assert/strict';
import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { after, mock, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { uuidv7 } from '#kernel/ids';
import { createKek, createKeyring, type KeyFor, keysAreFreshMillis } from '#platform/server/keys';
import { createLive } from '#platform/server/live';
import { createLog } from '#platform/server/log';
import { createResealing, createSeals, type SealedColumn } from '#platform/server/seals';
import { createLine, openSql } from '#platform/server/sql';
import { testDatabase } from '#tests/support/pg.ts';

const database = await testDatabase();
const owner = new pg.Client({ connectionString: database.ownerUrl });
await owner.connect();
await owner.query(`
  create table kept (district text not null, id uuid not null, secret text, primary key (district, id));
  grant all on kept to public`);
await owner.end();

const columns: readonly SealedColumn[] = [
  {
    table: 'kept',
    column: 'secret',
    key: ['district', 'id'],
    purpose: 'seal.kept',
    unnamed: { cipher: 'kept.cipher', mac: 'kept.mac' },
  },
  { table: 'setting', column: 'value', key: ['key'], purpose: 'seal.kept', form: 'json' },
];
const derived: KeyFor = async (purpose) => Buffer.from(purpose.padEnd(32, '.')).subarray(0, 32);

/** One server process: its own connections, its own memory; it hears of the others by LISTEN/NOTIFY alone. */
const process = async (deaf = false) => {
  const opened = openSql(database.url, { max: 4 });
  const line = createLine(database.url);
  const live = createLive(line, createLog({ to: 'silent' }));
  await line.open();
  after(async () => {
    await live.flush();
    await line.close();
    await opened.close();
  });
  const kek = createKek([{ file: '', given: 'the secret of all tests, thirty-two characters' }]);
  const keyring = createKeyring({
    sql: opened.sql,
    kek,
    ...(deaf ? {} : { live }),
    derived: { purposes: ['kept.cipher', 'kept.mac'], keyFor: derived },
  });
  const seals = createSeals(keyring, columns);
  return {
    ...opened,
    keyring,
    seals,
    resealing: createResealing({ pool: opened.pool, keyring, seals, columns, graceMillis: 0 }),
  };
};
type Process = Awaited<ReturnType<typeof process>>;

const district = '990101';
const placeOf = (id: string) => ({ table: 'kept', column: 'secret', row: `${district} ${id}` });
const newId = () => uuidv7(Date.now(), randomBytes(10));

const write = async ({ pool, seals }: Process, id: string, text: string): Promise<void> => {
  await pool.query(
    'insert into kept (district, id, secret) values ($1, $2, $3) on conflict (district, id) do update set secret = excluded.secret',
    [district, id, await seals.seal(placeOf(id), text)],
  );
};
const read = async ({ pool, seals }: Process, id: string): Promise<string> => {
  const { rows } = await pool.query<{ secret: string }>('select secret from kept where id = $1', [id]);
  return seals.open(placeOf(id), rows[0]?.secret ?? '');
};
const underKey = async ({ pool }: Process, key: string): Promise<number> =>
  (await pool.query<{ n: number }>(`select count(*)::int as n from kept where secret like '%.' || $1 || '.%'`, [key]))
    .rows[0]?.n ?? 0;

const one = await process();
const two = await process();

test('security 39: keys rotate while two processes read and write; nothing fails, nothing is left under the old key', async () => {
  const texts = new Map<string, string>();
  for (let turn = 0; turn < 1_500; turn += 1) {
    const id = newId();
    texts.set(id, `13800005678 ${turn}`);
    await write(one, id, texts.get(id) ?? '');
  }
  const ids = [...texts.keys()];
  const before = await one.keyring.getActive('seal.kept');
  const state = { going: true, reads: 0, writes: 0 };
  const failures: unknown[] = [];
  const load = async (who: Process, turn: number): Promise<void> => {
    for (let step = turn; state.going; step += 1) {
      const id = ids[(step * 7919) % ids.length] ?? '';
      try {
        assert.match(await read(who, id), /^13800005678 \d+$/);
        state.reads += 1;
        if (step % 3 === 0) {
          // Each writer has rows of its own, so that what is read at the end can be foretold.
          const mine = ids[(step * 4 + turn) % ids.length] ?? '';
          if (ids.indexOf(mine) % 4 !== turn) continue;
          const text = `13800005678 ${step}`;
          await write(who, mine, text);
          texts.set(mine, text);
          state.writes += 1;
        }
      } catch (error) {
        failures.push(error);
      }
    }
  };
  const loads = [load(one, 0), load(two, 1), load(one, 2), load(two, 3)];
  await wait(200);
  const keys = await one.sql.transaction().execute((trx) => one.keyring.rotate(trx, 'seal.kept'));
  await one.keyring.changed();
  assert.equal(keys.old, before.id);
  const retired: string[] = [];
  for (let pass = 0; pass < 20 && retired.length === 0; pass += 1) {
    retired.push(...(await one.resealing.run()).retired);
    await wait(50);
  }
  await wait(200);
  state.going = false;
  await Promise.all(loads);
  assert.deepEqual(failures, []);
  assert.ok(state.reads > 200 && state.writes > 20, JSON.stringify(state));
  assert.deepEqual(retired, [before.id]);
  assert.equal(await underKey(two, before.id), 0);
  assert.equal(await underKey(two, keys.active), texts.size);
  assert.equal(await two.resealing.countStale(), 0);
  const row = (await two.keyring.list()).find(({ id }) => id === before.id);
  assert.deepEqual([row?.state, row?.retiredAt === null], ['old', false]);
  for (const [id, text] of texts) assert.equal(await read(two, id), text);
});

test('security 39: a value of the first version, without a key in it, opens and is sealed anew', async () => {
  const id = newId();
  const row = `${district} ${id}`;
  const iv = randomBytes(16);
  const cipher = createCipheriv('sm4-ctr', (await derived('kept.cipher')).subarray(0, 16), iv);
  const body = Buffer.concat([cipher.update('张三 13900001111', 'utf8'), cipher.final()]);
  const mac = createHmac('sm3', await derived('kept.mac'))
    .update(`sm4-ctr-hmac-sm3 kept ${row} `)
    .update(iv)
    .update(body)
    .digest();
  const unnamed = ['sm4-ctr-hmac-sm3', ...[iv, body, mac].map((part) => part.toString('base64url'))].join('.');
  await one.pool.query('insert into kept values ($1, $2, $3)', [district, id, unnamed]);
  assert.equal(await read(two, id), '张三 13900001111');
  await assert.rejects(one.seals.open(placeOf(newId()), unnamed), /broken seal/);
  assert.equal((await two.resealing.run()).resealed, 1);
  assert.equal(await read(one, id), '张三 13900001111');
  assert.equal(await two.resealing.countStale(), 0);
});

test('security 39: sealed settings are sealed anew, and those that are not sealed stay as they are', async () => {
  const place = { table: 'setting', column: 'value', row: 'notice.smtp.password' };
  const sealed = await one.seals.seal(place, 'a password');
  await one.pool.query(`insert into setting (key, value) values ($1, to_jsonb($2::text)), ('plain', '"open"')`, [
    place.row,
    sealed,
  ]);
  await one.keyring.rotate(one.sql, 'seal.kept');
  await one.keyring.changed();
  await one.resealing.run();
  const { rows } = await two.pool.query<{ value: string }>('select value from setting order by key');
  assert.notEqual(rows[0]?.value, sealed);
  assert.equal(await two.seals.open(place, rows[0]?.value ?? ''), 'a password');
  assert.equal(rows[1]?.value, 'open');
});

test('security 39: a value that does not open is counted and left, and its key is not retired', async () => {
  const id = newId();
  await write(one, id, 'x');
  const active = await one.keyring.getActive('seal.kept');
  await one.pool.query(`update kept set secret = left(secret, -2) || 'AA' where id = $1`, [id]);
  await one.keyring.rotate(one.sql, 'seal.kept');
  await one.keyring.changed();
  const { broken, retired } = await one.resealing.run();
  assert.deepEqual([broken, retired], [{ 'kept.secret': 1 }, []]);
  assert.equal(await underKey(one, active.id), 1);
  await one.pool.query('delete from kept where id = $1', [id]);
  assert.ok((await one.resealing.run()).retired.includes(active.id));
});

test('security 39: a process that heard nothing of it opens new values at once, and seals with the new key within a minute', async () => {
  const deaf = await process(true);
  const id = newId();
  await write(deaf, id, 'before');
  await one.keyring.rotate(one.sql, 'seal.kept');
  await one.keyring.changed();
  await write(one, id, 'after');
  assert.equal(await read(deaf, id), 'after');
  const patient = createResealing({ ...one, columns, graceMillis: 3 * keysAreFreshMillis });
  assert.deepEqual((await patient.run()).retired, [], 'nothing is retired as long as somebody may not know');
  mock.timers.enable({ apis: ['Date'], now: Date.now() + keysAreFreshMillis + 1 });
  try {
    const sealed = await deaf.seals.seal(placeOf(id), 'x');
    assert.equal(sealed.split('.')[1], (await one.keyring.getActive('seal.kept')).id);
  } finally {
    mock.timers.reset();
  }
});
