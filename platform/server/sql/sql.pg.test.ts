import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Sql } from '#platform/server/parts';
import { migrate, openSql } from '#platform/server/sql';
import { testDatabase } from '#tests/support/pg.ts';

/** Migrations are the owner's. */
const ownersDatabase = async (): Promise<{ readonly sql: Sql }> => {
  const { ownerUrl } = await testDatabase();
  const opened = openSql(ownerUrl);
  after(opened.close);
  return opened;
};

test('a fresh database has every migration, and a second run changes nothing', async () => {
  const database = await ownersDatabase();
  assert.deepEqual(await migrate(database.sql), []);
});

test('servers that start at the same moment do not disturb one another', async () => {
  const database = await ownersDatabase();
  await Promise.all([migrate(database.sql), migrate(database.sql), migrate(database.sql)]);
});

test('a migration that was changed after it ran is refused by name', async () => {
  const database = await ownersDatabase();
  const first = await raw<{ name: string }>`select name from lifang_migration order by name limit 1`.execute(
    database.sql,
  );
  const name = first.rows[0]?.name ?? '';
  await raw`update lifang_migration set hash = 'other' where name = ${name}`.execute(database.sql);
  await assert.rejects(migrate(database.sql), new RegExp(name));
});

test('a program refuses a database that a newer one has brought further', async () => {
  const database = await ownersDatabase();
  await raw`insert into lifang_migration (name, hash) values ('20990101T0000-zz', 'x')`.execute(database.sql);
  await assert.rejects(migrate(database.sql), /newer version: 20990101T0000-zz/);
});
