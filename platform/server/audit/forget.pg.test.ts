import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import { forgetOld } from '#platform/server/audit';
import { district, openAuditRoom } from './fixtures/audit-room.ts';

/** A log whose first seals are of some months ago. Rows are made then; the seals are moved there and made right again. */
const openOldRoom = async (months: number) => {
  const room = await openAuditRoom();
  const { partsOfSeal } = await import('./seal-rows.ts');
  const then = Date.now() - months * 31 * 86_400_000;
  for (let seal = 0; seal < 2; seal += 1) {
    for (let row = 0; row < 3; row += 1)
      await room.write(`case.old-${seal}-${row}`, { at: new Date(then + seal * 60_000).toISOString() });
    await room.sealer.sealNow();
  }
  await room.fill(2, 2);
  const { rows: seals } = await room.database.pool.query<{ seq: number; ids: string[]; total: number; at: string }>(
    'select seq, ids, total, sealed_at as at from audit_seal order by seq',
  );
  let before = '';
  for (const seal of seals) {
    const at = seal.seq <= 2 ? then + seal.seq * 60_000 : Date.parse(seal.at);
    const { rows } = await room.database.pool.query<{ id: string; mac: Buffer }>(
      'select id, mac from audit_row where id = any($1::uuid[]) order by id',
      [seal.ids],
    );
    const parts = partsOfSeal({ district, seq: seal.seq, sealedAt: `${at}000`, total: seal.total, before, rows });
    const mac = room.macs.seal.of(parts).toString('hex');
    await room.tamper(
      `update audit_seal set sealed_at = '${new Date(at).toISOString()}', mac = '\\x${mac}' where seq = ${seal.seq}`,
    );
    before = mac;
  }
  const { rm } = await import('node:fs/promises');
  await rm(room.anchor.file);
  await room.anchor.append('head', [{ district, seq: 4, seal: before, total: 10 }], new Date().toISOString());
  return room;
};

test('security 30: what is older than the policy is forgotten by whole seals, told by a row, and not taken for a removal', async () => {
  const room = await openOldRoom(40);
  assert.deepEqual((await room.verify()).flaws, []);
  const { database, audit } = room;
  assert.equal(await forgetOld({ sql: database.sql, audit }, district), 6);
  assert.equal(await forgetOld({ sql: database.sql, audit }, district), 0, 'once');
  await room.sealer.sealNow();
  const found = await room.verify();
  assert.deepEqual([found.flaws, found.rows, found.forgotten, found.seals], [[], 5, 6, 3]);
  const { rows } = await raw<{ detail: { firstSeq: number; lastSeq: number; rows: number } }>`
    select detail from audit_row where action = 'audit.forget'`.execute(database.sql);
  assert.deepEqual([rows[0]?.detail.firstSeq, rows[0]?.detail.lastSeq, rows[0]?.detail.rows], [1, 2, 6]);
  // Who removes more than was forgotten is found out.
  await room.tamper(
    'delete from audit_row where id = any(select unnest(ids) from audit_seal where seq = 3)',
    'delete from audit_seal where seq = 3',
  );
  assert.ok((await room.verify()).flaws.some((flaw) => flaw.kind === 'seal-removed' && flaw.seq === 3));
});

test('security 30: less than the policy nothing is forgotten, and never less than six months whatever the setting says', async () => {
  const room = await openOldRoom(10);
  const { database, audit } = room;
  const forget = (): Promise<number> => forgetOld({ sql: database.sql, audit }, district);
  assert.equal(await forget(), 0, '36 months unless told');
  await raw`insert into setting (key, value) values ('audit.keep-months', '1')`.execute(database.sql);
  assert.equal(await forget(), 6, 'ten months are more than six');
  const young = await openOldRoom(4);
  await raw`insert into setting (key, value) values ('audit.keep-months', '1')`.execute(young.database.sql);
  assert.equal(await forgetOld({ sql: young.database.sql, audit: young.audit }, district), 0);
});

test('security 30: the server’s role cannot forget on its own account: not without the row, not more than is old', async () => {
  const room = await openOldRoom(40);
  const { database, audit } = room;
  const id = (await room.rowsOf())[0]?.id ?? '';
  await assert.rejects(database.pool.query('select audit_forget($1, 2, $2)', [district, id]), /same transaction/);
  await assert.rejects(database.pool.query('select audit_forget($1, 4, $2)', [district, id]), /whole seals older/);
  await assert.rejects(
    database.sql.transaction().execute(async (trx) => {
      await audit.write(trx, {
        district,
        person: null,
        action: 'audit.forget',
        object: `audit:${district}`,
        result: 'done',
        detail: { lastSeq: 3 },
      });
      await raw`select audit_forget(${district}, 3, (select id from audit_row where action = 'audit.forget'))`.execute(
        trx,
      );
    }),
    /whole seals older/,
  );
  assert.equal((await room.verify()).rows, 10);
});
