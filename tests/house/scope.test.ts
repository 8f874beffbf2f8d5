import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gates, offencesOf, scopedTablesIn } from './scope-gates.ts';
import { isTest, sourceFiles } from './source-files.ts';

const servers = sourceFiles('.ts').filter(
  ({ name }) => !isTest(name) && /^(engines\/[^/]+\/server|platform\/server|apps\/server)\//.test(name),
);

test('security 19: only the gates name a table with a scope in SQL; `tests/house/scope-gates.ts` says why each may', () => {
  assert.deepEqual(
    servers.flatMap(({ name, code }) => offencesOf(name, code)),
    [],
  );
});

test('security 19: a gate that names its table no longer is taken off the list', () => {
  const idle = Object.entries(gates).flatMap(([table, files]) =>
    Object.keys(files)
      .filter(
        (gate) =>
          !servers.some(
            ({ name, code }) =>
              (name === gate || (gate.endsWith('/') && name.startsWith(gate))) && scopedTablesIn(code).includes(table),
          ),
      )
      .map((gate) => `${gate}: ${table}`),
  );
  assert.deepEqual(idle, []);
});

test('security 19: whoever goes past the gates is found, however he writes it', () => {
  const name = 'engines/exchange/server/peek.ts';
  for (const [code, table] of [
    ['raw`select * from case_file c where c.id = ${id}`', 'case_file'],
    ['raw`select 1 from only case_file`', 'case_file'],
    ["pool.query('SELECT data FROM\n  case_event')", 'case_event'],
    ['raw`select f.value from territory_level t, fact f`', 'fact'],
    ["sql.selectFrom('case_file as c').selectAll()", 'case_file'],
    ["sql.selectFrom(['case_contact', 'x'])", 'case_contact'],
    ["trx.deleteFrom( 'case_grant' )", 'case_grant'],
    ['raw`delete from case_word using case_file c where true`', 'case_file'],
    ["raw`select * from ${raw.table('export_request')}`", 'export_request'],
    ["one.innerJoin('qr_plate', 'a', 'b')", 'qr_plate'],
    ['raw`update personal_reveal set at = null`', 'personal_reveal'],
    ['raw`insert into fact (district) values (1)`', 'fact'],
  ] as const)
    assert.ok(offencesOf(name, code).includes(`${name}: ${table}`), code);
  for (const harmless of ['the fact that', "from './case-file.ts'", "import x from 'fact'", 'from case_file_old'])
    assert.deepEqual(offencesOf(name, harmless), [], harmless);
});

test('security 19: only the file of the reading rule makes a Reader or says that a matter was seen', () => {
  const makers = servers
    .filter(({ code }) => /\bas unknown as Reader\b|\bas SeenCase\b/.test(code))
    .map(({ name }) => name);
  assert.deepEqual(makers, ['engines/case/server/readers.ts']);
  const provers = servers.filter(({ code }) => /\bseenByProof\(/.test(code)).map(({ name }) => name);
  assert.deepEqual(provers, [
    'engines/case/server/commands.ts',
    // A resident’s own reports, and news to whoever reported.
    'engines/case/server/followers.ts',
    'engines/case/server/progress.ts',
    'engines/case/server/resident-handlers.ts',
  ]);
});
