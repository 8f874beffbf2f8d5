import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { addMonths } from '#platform/server/retention';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ demo: true });
});
after(() => server.stop());

const canary = 'CANARY-retention-5512';
const years = (count: number): string => addMonths(new Date().toISOString(), 12 * count);
const dueOf = (rows: readonly { rule: { id: string }; due: number }[], id: string): number =>
  rows.find((row) => row.rule.id === id)?.due ?? -1;

interface Closed {
  readonly district: string;
  readonly id: string;
  readonly closed_at: string;
}

/** Matters of the residents' playbook that were closed, with contact data of ours. */
const giveContacts = async (count: number): Promise<readonly Closed[]> => {
  const { pool, parts } = server.lifang;
  await pool.query('delete from case_contact');
  const { rows } = await pool.query<Closed>(
    `select district, id, closed_at from case_file where status = 'closed' and playbook = 'grid.snapshot' order by closed_at limit $1`,
    [count],
  );
  for (const { district, id } of rows) {
    const place = { table: 'case_contact', column: 'sealed', row: `${district} ${id}` };
    const contact = { name: `${canary} 王小明`, phone: '13800005678', personal: { contact: '13800005678' } };
    const sealed = await parts.seals.seal(place, JSON.stringify(contact));
    await pool.query('insert into case_contact (district, case_id, sealed) values ($1, $2, $3)', [
      district,
      id,
      sealed,
    ]);
  }
  return rows;
};
const contacts = async (): Promise<readonly string[]> =>
  (await server.lifang.pool.query<{ case_id: string }>('select case_id from case_contact order by case_id')).rows.map(
    (row) => row.case_id,
  );

test('security 48: months are those of a calendar', () => {
  assert.equal(addMonths('2026-01-31T08:00:00.000Z', 1), '2026-02-28T08:00:00.000Z');
  assert.equal(addMonths('2027-12-31T08:00:00.000Z', 2), '2028-02-29T08:00:00.000Z');
  assert.equal(addMonths('2026-11-22T00:00:00.000Z', 12), '2027-11-22T00:00:00.000Z');
});

test('security 48: contact data goes when the months of its field after the closing are over, and not before', async () => {
  const { retention } = server.lifang;
  const matters = await giveContacts(6);
  assert.equal(matters.length, 6);
  const first = matters[0]?.closed_at ?? '';
  const dayBefore = new Date(Date.parse(addMonths(first, 12)) - 86_400_000).toISOString();
  assert.equal(dueOf(await retention.preview(dayBefore), 'case-contacts'), 0);
  await retention.run(dayBefore);
  assert.equal((await contacts()).length, 6);
  const dayAfter = addMonths(matters.at(-1)?.closed_at ?? '', 12);
  assert.equal(dueOf(await retention.preview(dayAfter), 'case-contacts'), 6);
  assert.equal((await contacts()).length, 6, 'to look changes nothing');
  assert.equal(dueOf(await retention.run(dayAfter), 'case-contacts'), 6);
  assert.deepEqual(await contacts(), []);
  assert.equal(dueOf(await retention.run(dayAfter), 'case-contacts'), 0, 'a repeat finds nothing');
});

test('security 48: a hold keeps one matter, or a whole district, until it is released', async () => {
  const { retention, holds } = server.lifang;
  const [one, two] = await giveContacts(2);
  assert.ok(one && two);
  await holds.hold(one.district, `case:${one.id}`, '行政诉讼');
  await retention.run(years(3));
  assert.deepEqual(await contacts(), [one.id]);
  await holds.release(one.district, `case:${one.id}`);
  await holds.hold(one.district, '*', '巡察');
  assert.equal(dueOf(await retention.run(years(3)), 'case-contacts'), 0);
  await holds.release(one.district, '*');
  await retention.run(years(3));
  assert.deepEqual(await contacts(), []);
  await assert.rejects(holds.release(one.district, '*'), { code: 'request.not-found' });
  const { rows } = await server.lifang.pool.query(
    `select action, reason from audit_row where action in ('retention.hold', 'retention.release') order by at, id`,
  );
  assert.equal(rows.length, 4);
  assert.equal(rows[0].reason, '行政诉讼');
});

test('security 48: years later nothing of it is left in any table, nor in the folder of files', async () => {
  const { pool, parts, retention } = server.lifang;
  await giveContacts(3);
  const text = (): Readable => Readable.from([Buffer.from(`姓名\n${canary}\n`)]);
  const made = await parts.files.write('清单.csv', 'text/csv', text());
  const district = '990101';
  const newId = parts.newId;
  await pool.query(
    `insert into job (district, id, kind, payload, state, ended_at) values ($1, $2, 'x', $3, 'done', now())`,
    [district, newId(), JSON.stringify({ name: canary })],
  );
  await pool.query(`insert into command_receipt (district, id, fingerprint, answer) values ($1, $2, 'f', $3)`, [
    district,
    newId(),
    JSON.stringify({ name: canary }),
  ]);
  const found = async (): Promise<readonly string[]> => {
    const places: string[] = [];
    const { rows: tables } = await pool.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    for (const { name } of tables) {
      const { rows } = await pool.query(`select 1 from "${name}" as t where t::text like $1 limit 1`, [`%${canary}%`]);
      if (rows.length) places.push(name);
    }
    const root = path.join(server.dataFolder, 'files');
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && (await readFile(path.join(entry.parentPath, entry.name))).includes(canary))
        places.push(entry.name);
    return places;
  };
  assert.deepEqual((await found()).toSorted(), ['command_receipt', 'job', made.id].toSorted());
  await retention.run(years(3));
  assert.deepEqual(await found(), []);
  assert.deepEqual(await contacts(), []);
  assert.equal(await parts.files.open(made.id), null);
  const { rows: sessions } = await pool.query('select 1 from session');
  assert.equal(sessions.length, 0);
});

test('security 48: each run is written down, with what it deleted', async () => {
  await giveContacts(1);
  await server.lifang.retention.run(years(5));
  const { rows } = await server.lifang.pool.query(
    `select detail from audit_row where action = 'retention.run' order by at desc, id desc limit 1`,
  );
  assert.equal(rows[0].detail['case-contacts'], 1);
});
