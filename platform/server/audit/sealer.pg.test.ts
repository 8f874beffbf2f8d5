import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql as raw } from 'kysely';
import { createSealer } from '#platform/server/audit';
import { openSql } from '#platform/server/sql';
import pino from 'pino';
import { openAuditRoom, person } from './fixtures/audit-room.ts';

const log = pino({ level: 'silent' });

test('security 29: what is long under way holds nobody up, and is sealed when it is there', async () => {
  const room = await openAuditRoom();
  const { database, audit } = room;
  await room.fill(1, 1);
  await database.sql.transaction().execute(async (slow) => {
    await audit.write(slow, { district: '990101', person, action: 'import.slow', object: 'x:1', result: 'done' });
    for (let turn = 0; turn < 3; turn += 1) {
      await room.write(`case.quick-${turn}`);
      await room.sealer.sealNow();
    }
    const { rows } = await database.pool.query('select sum(count)::int as n from audit_seal');
    assert.equal(rows[0]?.n, 4, 'the quick ones are sealed');
  });
  await room.sealer.sealNow();
  const found = await room.verify();
  assert.deepEqual([found.whole, found.rows, found.fresh, found.seals], [true, 5, 0, 5]);
});

test('security 29: several processes seal what several write, each row once', async () => {
  const room = await openAuditRoom();
  const { database, macs, anchor } = room;
  const others = [1, 2].map(() => createSealer({ pool: database.pool, macs, anchor, log }));
  let writing = true;
  const sealing = [room.sealer, ...others].map(async (sealer) => {
    while (writing) await sealer.sealNow();
  });
  await Promise.all(
    Array.from({ length: 8 }, async (_, client) => {
      for (let turn = 0; turn < 40; turn += 1)
        await room.write(`case.step-${client}-${turn}`, { district: client % 2 ? '990101' : '990102' });
    }),
  );
  writing = false;
  await Promise.all(sealing);
  await room.sealer.sealNow();
  const found = await room.verify();
  assert.deepEqual([found.flaws, found.rows, found.fresh], [[], 320, 0]);
});

test('a sealer that runs seals by itself soon after a row was written', async () => {
  const room = await openAuditRoom();
  room.sealer.start();
  await room.write('case.report');
  for (let turn = 0; turn < 100 && room.sealer.state().lastAnchoredAt === null; turn += 1) await wait(50);
  assert.deepEqual([(await room.verify()).fresh, (await room.verify()).seals], [0, 1]);
  await room.write('case.later');
  await room.sealer.stop();
  assert.deepEqual([(await room.verify()).fresh, (await room.verify()).seals], [0, 2], 'the rest at the end');
});

test('what was restored without its horizon, or from another cluster, is looked at once more', async () => {
  const room = await openAuditRoom();
  await room.fill();
  await room.tamper('delete from audit_horizon');
  await room.write('case.after');
  await room.sealer.sealNow();
  assert.deepEqual([(await room.verify()).flaws, (await room.verify()).seals], [[], 4]);
  await room.tamper(`update audit_horizon set snapshot = '99999999999:99999999999:'`);
  await room.write('case.after');
  await room.sealer.sealNow();
  assert.deepEqual([(await room.verify()).flaws, (await room.verify()).seals], [[], 5]);
});

test('rows of before there were macs get theirs from the owner, once, and names become masks', async () => {
  const { adoptRows } = await import('#platform/server/audit');
  const room = await openAuditRoom();
  await room.tamper(
    'alter table audit_row drop constraint audit_row_has_mac',
    `insert into audit_row (district, id, at, person, on_behalf_of, action, object, result, detail)
     select '990101', gen_random_uuid(), now() - n * interval '1 second', null, '张三', 'case.report', 'case:' || n, 'done', '{"b": 1.5, "a": "x"}'
     from generate_series(1, 4500) n`,
    'alter table audit_row add constraint audit_row_has_mac check (mac is not null) not valid',
  );
  const owner = openSql(room.database.ownerUrl, { max: 1 });
  await adoptRows(owner.pool, async () => room.macs.row);
  await adoptRows(owner.pool, async () => assert.fail('once is enough'));
  await owner.close();
  await room.sealer.sealNow();
  const found = await room.verify();
  assert.deepEqual([found.flaws, found.rows, found.seals, found.fresh], [[], 4500, 3, 0]);
  const { rows } = await raw<{ name: string }>`select distinct on_behalf_of as name from audit_row`.execute(
    room.database.sql,
  );
  assert.deepEqual(rows, [{ name: '张*' }]);
});
