import assert from 'node:assert/strict';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { district, openAuditRoom, person } from './fixtures/audit-room.ts';

const kinds = (flaws: readonly { kind: string }[]): string[] => [...new Set(flaws.map((flaw) => flaw.kind))].sort();

test('security 29: a log that nobody touched is whole, with all its rows, seals and heads', async () => {
  const room = await openAuditRoom();
  await room.fill();
  const found = await room.verify();
  assert.deepEqual(found.flaws, []);
  assert.ok(found.whole);
  assert.deepEqual([found.rows, found.seals, found.fresh, found.anchored], [12, 3, 0, 3]);
  assert.equal((await stat(room.anchor.file)).mode & 0o777, 0o600);
  await room.write('case.late');
  assert.deepEqual([(await room.verify()).whole, (await room.verify()).fresh], [true, 1]);
});

/** Everything that a row says, altered as little as can be. */
const alterations: Readonly<Record<string, string>> = {
  district: `district = '990102'`,
  id: `id = '0196fdf7-2a80-7000-8000-00000000ffff'`,
  at: `at = at + interval '1 microsecond'`,
  person: `person = '0196fdf7-2a80-7000-8000-000000000002'`,
  'person (taken away)': 'person = null',
  on_behalf_of: `on_behalf_of = '李*'`,
  address: `address = '10.0.0.2'`,
  agent: `agent = 'Firefox 130 · Linux'`,
  trace: `trace = '0000000000'`,
  action: `action = 'case.other'`,
  object: `object = 'case:2'`,
  result: `result = 'refused'`,
  reason: `reason = '工作需要。'`,
  'reason (empty for none)': `reason = ''`,
  detail: `detail = detail || '{"n": 2}'`,
  mac: `mac = set_byte(mac, 20, (get_byte(mac, 20) + 1) % 256)`,
};

for (const [what, change] of Object.entries(alterations)) {
  test(`security 29: UPDATE of ${what} by a superuser is named`, async () => {
    const room = await openAuditRoom();
    await room.fill(2, 2);
    await room.write('case.dispatch', {
      onBehalfOf: '张三',
      address: '10.0.0.1',
      detail: { n: 1 },
      ...(what.startsWith('reason (') ? {} : { reason: '工作需要' }),
    });
    await room.fill(1, 1);
    const id = (await room.rowsOf()).find((row) => row.action === 'case.dispatch')?.id ?? '';
    assert.ok((await room.verify()).whole);
    await room.tamper(`update audit_row set ${change} where id = '${id}'`);
    const found = await room.verify();
    assert.ok(!found.whole);
    const named = found.flaws.filter((flaw) => flaw.id === id);
    const moved = what === 'id' || what === 'district';
    assert.equal(named[0]?.kind, moved ? 'row-removed' : 'row-altered', JSON.stringify(found.flaws));
    if (moved) assert.ok(found.flaws.some((flaw) => flaw.kind === 'row-altered' && flaw.action === 'case.dispatch'));
    else if (what !== 'action') assert.equal(named[0]?.action, 'case.dispatch');
    assert.deepEqual(
      kinds(found.flaws).filter((kind) => !kind.startsWith('row')),
      [],
      'no seal is blamed',
    );
  });
}

test('security 29: DELETE in the middle names the row that is gone', async () => {
  const room = await openAuditRoom();
  await room.fill();
  const id = (await room.rowsOf())[5]?.id ?? '';
  await room.tamper(`delete from audit_row where id = '${id}'`);
  const { flaws } = await room.verify();
  assert.deepEqual(
    flaws.map(({ kind, id: one, seq, district: where }) => ({ kind, id: one, seq, where })),
    [{ kind: 'row-removed', id, seq: 2, where: district }],
  );
});

test('security 29: the newest rows removed together with their seals: the anchor knows better', async () => {
  const room = await openAuditRoom();
  await room.fill();
  await room.tamper(
    `delete from audit_row where id = any(select unnest(ids) from audit_seal where seq >= 2)`,
    `delete from audit_seal where seq >= 2`,
  );
  const { flaws } = await room.verify();
  assert.deepEqual(
    flaws.map(({ kind, district: where, seq, count }) => ({ kind, where, seq, count })),
    [{ kind: 'tail-cut', where: district, seq: 3, count: 8 }],
  );
});

test('security 29: everything removed by TRUNCATE', async () => {
  const room = await openAuditRoom();
  await room.fill();
  await room.tamper('truncate audit_row');
  assert.equal((await room.verify()).counts['row-removed'], 12);
  await room.tamper('truncate audit_seal', 'truncate audit_horizon');
  assert.deepEqual(
    (await room.verify()).flaws.map(({ kind, count }) => [kind, count]),
    [['tail-cut', 12]],
  );
  // A log begun anew in its place does not become the old one.
  await room.fill(4, 4);
  assert.ok((await room.verify()).flaws.some((flaw) => flaw.kind === 'seal-altered'));
});

test('security 29: two rows swapped are two altered rows', async () => {
  const room = await openAuditRoom();
  await room.fill();
  const [, one, , two] = await room.rowsOf();
  await room.tamper(
    `update audit_row set id = '0196fdf7-2a80-7000-8000-00000000ffff' where id = '${one?.id}'`,
    `update audit_row set id = '${one?.id}' where id = '${two?.id}'`,
    `update audit_row set id = '${two?.id}' where id = '0196fdf7-2a80-7000-8000-00000000ffff'`,
  );
  const { flaws } = await room.verify();
  assert.deepEqual(
    flaws.map((flaw) => [flaw.kind, flaw.id]).sort(),
    [one, two].map((row) => ['row-altered', row?.id]).sort(),
  );
});

const sealChanges: Readonly<Record<string, string>> = {
  'its order of rows': `update audit_seal set ids = array(select unnest(ids) order by 1 desc) where seq = 2`,
  'its rows': `update audit_seal set ids = ids[1:3], count = 3 where seq = 2`,
  'its count': 'update audit_seal set count = 9 where seq = 2',
  'its total': 'update audit_seal set total = total + 1 where seq = 2',
  'its time': `update audit_seal set sealed_at = sealed_at - interval '1 microsecond' where seq = 2`,
  'its mac': 'update audit_seal set mac = set_byte(mac, 10, (get_byte(mac, 10) + 1) % 256) where seq = 2',
};
for (const [what, change] of Object.entries(sealChanges)) {
  test(`security 29: a seal is altered: ${what}`, async () => {
    const room = await openAuditRoom();
    await room.fill();
    await room.tamper(change);
    const { flaws } = await room.verify();
    assert.ok(
      flaws.some((flaw) => flaw.kind === 'seal-altered' && flaw.seq === 2),
      JSON.stringify(flaws),
    );
  });
}

test('security 29: seals swapped, and one taken out', async () => {
  const room = await openAuditRoom();
  await room.fill(4, 2);
  await room.tamper(
    'update audit_seal set seq = 99 where seq = 2',
    'update audit_seal set seq = 2 where seq = 3',
    'update audit_seal set seq = 3 where seq = 99',
  );
  assert.deepEqual(
    (await room.verify()).flaws
      .filter((flaw) => flaw.kind === 'seal-altered')
      .map((flaw) => flaw.seq)
      .slice(0, 2),
    [2, 2],
  );
  await room.tamper('delete from audit_seal where seq = 2');
  const { flaws } = await room.verify();
  assert.ok(flaws.some((flaw) => flaw.kind === 'seal-removed' && flaw.seq === 2));
  assert.ok(flaws.some((flaw) => flaw.kind === 'seal-altered' && flaw.seq === 3));
});

test('security 29: a forged row is named, sealed or not; and one without a mac is not taken at all', async () => {
  const room = await openAuditRoom();
  await room.fill();
  const forged = (mac: string): string =>
    `insert into audit_row (district, id, person, action, object, result, mac)
     values ('${district}', gen_random_uuid(), '${person}', 'grant.decide', 'person:1', 'done', ${mac})`;
  await assert.rejects(room.tamper(forged('null')), /audit_row_has_mac/);
  await room.tamper(forged(`(select mac from audit_row limit 1)`));
  for (const turn of ['before it is sealed', 'after']) {
    const { flaws } = await room.verify();
    assert.deepEqual(
      flaws.map((flaw) => [flaw.kind, flaw.action]),
      [['row-altered', 'grant.decide']],
      turn,
    );
    await room.sealer.sealNow();
  }
});

test('security 29: a row that was kept from the sealers is named when it is older than a minute', async () => {
  const room = await openAuditRoom();
  await room.fill();
  await room.write('case.hidden', { at: new Date(Date.now() - 90_000).toISOString() });
  await room.tamper(`update audit_row set xid = '3' where action = 'case.hidden'`);
  await room.sealer.sealNow();
  assert.deepEqual(
    (await room.verify()).flaws.map((flaw) => [flaw.kind, flaw.action]),
    [['row-unsealed', 'case.hidden']],
  );
});

test('security 29: a row whose number of transaction is moved on is sealed twice, which is named', async () => {
  const room = await openAuditRoom();
  await room.fill();
  const id = (await room.rowsOf())[0]?.id ?? '';
  await room.tamper(`update audit_row set xid = pg_current_xact_id() where id = '${id}'`);
  await room.sealer.sealNow();
  assert.deepEqual(
    (await room.verify()).flaws.map((flaw) => [flaw.kind, flaw.id]),
    [['row-sealed-twice', id]],
  );
});

test('security 29: the anchor taken away, altered, or moved back', async () => {
  const room = await openAuditRoom();
  await room.fill();
  const text = await readFile(room.anchor.file, 'utf8');
  await writeFile(room.anchor.file, text.replace('"seq":2', '"seq":7'));
  assert.deepEqual(kinds((await room.verify()).flaws), ['anchor-altered']);
  await rm(room.anchor.file);
  assert.deepEqual(kinds((await room.verify()).flaws), ['anchor-missing']);
});

test('a key of another installation tells nothing, and says so', async () => {
  const room = await openAuditRoom();
  await room.fill(1, 2);
  const other = await openAuditRoom();
  await other.write('case.foreign');
  const { verifyAudit, createAuditMacs } = await import('#platform/server/audit');
  const macs = await createAuditMacs(async (purpose) => new TextEncoder().encode(purpose.padEnd(32, '-')));
  const found = await verifyAudit({ pool: room.database.pool, macs, anchor: room.anchor });
  assert.deepEqual(kinds(found.flaws), ['row-of-another-key', 'seal-of-another-key']);
});
