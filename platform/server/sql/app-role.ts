import pg from 'pg';

/** Whom the server works as: reads and writes what Lifang keeps, owns nothing, and in the audit log only adds. */
export const appRole = 'lifang_app';

/** Tables to which rows are only added (GB/T 22239-2019 8.1.4.3 c; security 30). */
const kept = ['audit_row', 'audit_seal'];
const schemas = ['public', 'graphile_worker'];

const quoted = pg.escapeIdentifier;

interface Asking {
  readonly query: (text: string, values?: unknown[]) => Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
}

const statementsOf = (schema: string, role: string, version: number): readonly string[] => [
  `grant usage on schema ${schema} to ${role}`,
  `grant select, insert, update, delete on all tables in schema ${schema} to ${role}`,
  `grant usage, select, update on all sequences in schema ${schema} to ${role}`,
  `grant execute on all functions in schema ${schema} to ${role}`,
  `alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${role}`,
  `alter default privileges in schema ${schema} grant usage, select, update on sequences to ${role}`,
  `alter default privileges in schema ${schema} grant execute on functions to ${role}`,
  // ANALYZE after an import; before PostgreSQL 17 it is left to autovacuum.
  ...(version >= 170_000
    ? [
        `grant maintain on all tables in schema ${schema} to ${role}`,
        `alter default privileges in schema ${schema} grant maintain on tables to ${role}`,
      ]
    : []),
];

/** The queue hides its rows from everyone but their owner unless a policy says otherwise. */
const openRows = async (client: Asking, role: string): Promise<void> => {
  const { rows } = await client.query(
    `select c.relname as name from pg_class c where c.relnamespace = to_regnamespace('graphile_worker') and c.relkind = 'r'
       and c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = $1)`,
    [`by ${role}`],
  );
  for (const { name } of rows)
    await client.query(
      `create policy ${quoted(`by ${role}`)} on graphile_worker.${quoted(String(name))} to ${quoted(role)} using (true) with check (true)`,
    );
};

/**
 * Gives the server's role what it needs and no more: as the owner, after the migrations, in a transaction under
 * the lock of migrations. Harmless when repeated; a role that owns the tables or is a superuser is left alone.
 */
export const grantToApp = async (client: Asking, role: string): Promise<void> => {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::integer as version, current_database() as database, current_user = $1 as self`,
    [role],
  );
  const [row] = rows;
  if (!row || row['self'] === true) return;
  const name = quoted(role);
  await client.query(`grant connect, temporary on database ${quoted(String(row['database']))} to ${name}`);
  for (const schema of schemas) {
    const there = await client.query('select to_regnamespace($1) is not null as there', [schema]);
    if (there.rows[0]?.['there'] !== true) continue;
    for (const statement of statementsOf(schema, name, Number(row['version']))) await client.query(statement);
  }
  for (const table of kept) {
    const there = await client.query('select to_regclass($1) is not null as there', [`public.${table}`]);
    if (there.rows[0]?.['there'] !== true) continue;
    await client.query(`revoke all on ${table} from ${name}`);
    await client.query(`grant select, insert on ${table} to ${name}`);
  }
  // What ran in a database is the owner's to say.
  const ledger = await client.query(`select to_regclass('public.lifang_migration') is not null as there`);
  if (ledger.rows[0]?.['there'] === true) {
    await client.query(`revoke all on lifang_migration from ${name}`);
    await client.query(`grant select on lifang_migration to ${name}`);
  }
  await openRows(client, role);
};

/** Makes the role, or gives it the password that is kept: as a superuser or with CREATEROLE. */
export const ensureAppRole = async (client: Asking, role: string, password: string): Promise<void> => {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const what = rows.length > 0 ? 'alter' : 'create';
  await client.query(
    `${what} role ${quoted(role)} login nosuperuser nocreatedb nocreaterole nobypassrls password ${pg.escapeLiteral(password)}`,
  );
};

export interface Protection {
  /** The server's role can neither change nor remove what stands in the audit log. */
  readonly byRole: boolean;
  readonly role: string;
  readonly superuser: boolean;
}

/** What the database itself would allow the role that asks to do to the audit log. */
export const findProtection = async (client: Asking): Promise<Protection> => {
  const { rows } = await client.query(
    `select current_user as role, rolsuper as superuser,
       pg_has_role(current_user, (select relowner from pg_class where oid = to_regclass('public.audit_row')), 'usage') as owns,
       has_table_privilege('public.audit_row', 'update, delete, truncate') as changes
     from pg_roles where rolname = current_user and to_regclass('public.audit_row') is not null`,
  );
  const [row] = rows;
  return {
    role: String(row?.['role'] ?? ''),
    superuser: row?.['superuser'] === true,
    byRole: row !== undefined && row['superuser'] !== true && row['owns'] !== true && row['changes'] !== true,
  };
};
