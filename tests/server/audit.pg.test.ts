import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { uuidv7 } from '#kernel/ids';
import { randomBytes } from 'node:crypto';
import type { Problem } from '#platform/contract';
import type { AuditEntry, AuditVerification } from '#platform/contract/audit-routes';
import { startTestServer, type TestServer } from '#tests/support/server.ts';
import { signIn, type SignedIn } from '#tests/support/sign-in.ts';

let server: TestServer;
let auditor: SignedIn;
let admin: SignedIn;
let owner: pg.Client;
before(async () => {
  server = await startTestServer({ demo: true });
  auditor = await signIn(server.url, 'shenji');
  admin = await signIn(server.url, 'guanli');
  owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
});
after(async () => {
  await owner?.end();
  await server?.stop();
});

const newId = (): string => uuidv7(Date.now(), randomBytes(10));
interface Page {
  readonly rows: readonly AuditEntry[];
  readonly next: string | null;
}
const list = async (query: string): Promise<Page> => {
  const answer = await auditor.get(`/api/audit?${query}`);
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as Page;
};
const jobOf = async (start: Response) => {
  assert.equal(start.status, 200, await start.clone().text());
  const { job } = (await start.json()) as { job: string };
  for (let turn = 0; turn < 200; turn += 1) {
    const found = (await (await auditor.get(`/api/jobs/${job}`)).json()) as {
      state: string;
      file: string | null;
      result: unknown;
    };
    if (found.state === 'done') return found;
    assert.notEqual(found.state, 'failed', JSON.stringify(found));
    await wait(50);
  }
  throw new Error('the job did not end');
};

test('security 28: a row tells who, from where, what, object, result; found again by its trace', async () => {
  const answer = await admin.put('/api/settings/map.tianditu-key', { value: 'abc' });
  assert.equal(answer.status, 200);
  const trace = answer.headers.get('x-trace-id') ?? '';
  const { rows } = await list(`trace=${trace}`);
  assert.equal(rows.length, 1);
  const [row] = rows;
  assert.deepEqual(
    [row?.action, row?.object, row?.result, row?.address, row?.agent],
    ['settings.change', 'setting:map.tianditu-key', 'done', '127.0.0.1', 'node'],
  );
  assert.ok(row?.person?.name);
  assert.ok(Math.abs(Date.parse(row?.at ?? '') - Date.now()) < 60_000);
});

test('security 21, 30: the log is for the audit administrator alone, and there is no way to change it', async () => {
  for (const account of ['guanli', 'quzhang', 'paidan', 'wangge'])
    assert.equal((await (await signIn(server.url, account)).get('/api/audit')).status, 403, account);
  for (const url of ['/api/cases', '/api/people', '/api/settings', '/api/territory'])
    assert.ok([403, 404].includes((await auditor.get(url)).status), url);
  for (const method of ['post', 'put', 'patch'] as const)
    assert.equal((await auditor[method]('/api/audit', {})).status, 404, method);
});

test('security 30: the server’s role can add rows and read them, and nothing else', async () => {
  const app = new pg.Client({ connectionString: server.databaseUrl });
  await app.connect();
  try {
    for (const statement of [
      `update audit_row set action = 'x'`,
      'delete from audit_row',
      'truncate audit_row',
      `update audit_seal set count = 1`,
      'delete from audit_seal',
      'truncate audit_seal',
      'drop table audit_row',
      'alter table audit_row disable trigger user',
      'drop trigger audit_row_is_kept on audit_row',
      `set session_replication_role = replica`,
      'set role postgres',
      'create table mine (n int)',
      `update lifang_migration set hash = 'x'`,
    ])
      await assert.rejects(app.query(statement), /permission denied|must be owner|does not exist/, statement);
    await app.query('begin');
    await assert.rejects(app.query('lock table audit_row in exclusive mode'), /permission denied/);
    await app.query('rollback');
    await app.query(`set lifang.audit_forgets = 'on'`);
    await assert.rejects(app.query('delete from audit_row'), /permission denied/);
    assert.ok((await app.query('select from audit_row limit 1')).rowCount);
  } finally {
    await app.end();
  }
  for (const statement of [`update audit_row set action = 'x'`, 'delete from audit_row', 'truncate audit_row cascade'])
    await assert.rejects(owner.query(statement), /never changed/, `${statement} by the owner`);
});

test('security 31: what cannot be written down does not happen, and says so; reading goes on', async () => {
  const { rows: role } = await owner.query<{ name: string }>(`select $1::text as name`, [
    new URL(server.databaseUrl).username,
  ]);
  const name = role[0]?.name ?? '';
  const manager = await signIn(server.url, 'quzhang');
  const before = await admin.get('/api/settings');
  const settings = (await before.json()) as Record<string, unknown>;
  const wanted = settings['demo.goes-on'] === true ? false : true;
  await owner.query(`revoke insert on audit_row from ${name}`);
  try {
    const refused = await admin.put('/api/settings/demo.goes-on', { value: wanted });
    assert.equal(refused.status, 503);
    const problem = (await refused.json()) as Problem;
    assert.equal(problem.code, 'audit.unavailable');
    assert.match(problem.message.zh, /审计日志暂时无法写入，这次操作没有执行/);
    const report = await (await import('#tests/support/reports.ts')).someCategory(server.url);
    const { newReport, sendReport } = await import('#tests/support/reports.ts');
    assert.equal(
      (await sendReport(server.url, newReport(report, '990101001001'))).status,
      503,
      'a report by a resident',
    );
    assert.equal((await fetch(`${server.url}/health`)).status, 200);
    assert.equal((await manager.get('/api/cases?size=1')).status, 200);
    assert.equal((await auditor.get('/api/audit')).status, 200);
    const now = (await (await admin.get('/api/settings')).json()) as Record<string, unknown>;
    assert.equal(now['demo.goes-on'], settings['demo.goes-on'], 'nothing changed');
  } finally {
    await owner.query(`grant insert on audit_row to ${name}`);
  }
  await owner.query('alter table audit_row rename to audit_row_gone');
  assert.equal((await admin.put('/api/settings/demo.goes-on', { value: wanted })).status, 503, 'a table that is gone');
  await owner.query('alter table audit_row_gone rename to audit_row');
  assert.equal((await admin.put('/api/settings/demo.goes-on', { value: wanted })).status, 200);
});

test('security 28: refusals are rows, and a flood of them is two a minute', async () => {
  const worker = await signIn(server.url, 'wangge');
  const me = (await (await worker.get('/api/me')).json()) as { readonly person: { readonly id: string } };
  for (let turn = 0; turn < 40; turn += 1) assert.equal((await worker.get('/api/settings')).status, 403);
  const foreign = await fetch(`${server.url}/api/settings/demo.goes-on`, {
    method: 'PUT',
    headers: { cookie: worker.cookie, origin: 'https://evil.example', 'content-type': 'application/json' },
    body: '{"value":true}',
  });
  assert.equal(foreign.status, 403);
  let rows: readonly AuditEntry[] = [];
  for (let turn = 0; turn < 40 && rows.length < 2; turn += 1) {
    await wait(50);
    ({ rows } = await list('action=access.refused&result=refused'));
  }
  const mine = rows.filter((row) => row.object === 'route:getSettings' && row.person?.id === me.person.id);
  assert.deepEqual(
    mine.map((row) => row.detail['code']),
    ['permission.denied'],
  );
  assert.ok(rows.some((row) => row.object === 'route:putSetting' && row.detail['code'] === 'request.foreign-origin'));
});

test('search: by time, person, action, object and result, page by page, the newest first', async () => {
  const seen = new Set<string>();
  let pages = 0;
  for (let next: string | null = ''; next !== null && pages < 4; pages += 1) {
    const page: Page = await list(`action=case.&size=100${next && `&after=${next}`}`);
    for (const row of page.rows) {
      assert.ok(row.action.startsWith('case.'));
      assert.ok(!seen.has(row.id));
      seen.add(row.id);
    }
    const times = page.rows.map((row) => row.at);
    assert.deepEqual(times, [...times].sort().reverse());
    next = page.next;
  }
  assert.equal(seen.size, 400);
  const [row] = (await list('action=case.close&size=1')).rows;
  assert.ok(row?.person);
  const minute = Date.parse(row.at);
  const query = new URLSearchParams({
    from: new Date(minute - 1_000).toISOString(),
    to: new Date(minute + 1_000).toISOString(),
    person: row.person.id,
    object: row.object,
  });
  assert.ok((await list(query.toString())).rows.some((one) => one.id === row.id));
  assert.deepEqual((await list('action=nothing.here')).rows, []);
  assert.equal((await auditor.get('/api/audit?from=yesterday')).status, 400);
});

test('security 29: a verification runs as a job, and health tells of it', async () => {
  const found = (await jobOf(await auditor.post('/api/audit/verifications', { id: newId() })))
    .result as AuditVerification;
  assert.deepEqual(found.flaws, []);
  assert.ok(found.whole && found.rows > 1_000 && found.seals > 0);
  const health = (await (await auditor.get('/api/audit/health')).json()) as {
    protectedByRole: boolean;
    verified: { result: AuditVerification } | null;
    lastAnchoredAt: string | null;
    keepMonths: number;
    seals: number;
  };
  assert.ok(health.protectedByRole && health.verified?.result.whole && health.lastAnchoredAt && health.seals > 0);
  assert.equal(health.keepMonths, 36);
  assert.equal((await list('action=audit.verify')).rows.length, 1);
});

test('an export of what the filters show is a CSV without formulas, and is itself a row with its reason', async () => {
  await admin.put('/api/settings/map.tianditu-key', { value: '' });
  const started = await auditor.post('/api/audit/exports', {
    id: newId(),
    filters: { action: 'settings.' },
    reason: '季度检查留存',
  });
  const { file, result } = await jobOf(started);
  const bytes = Buffer.from(await (await auditor.get(file ?? '')).arrayBuffer());
  assert.equal(bytes.subarray(0, 3).toString('hex'), 'efbbbf', 'a spreadsheet sees that it is UTF-8');
  const text = bytes.subarray(3).toString('utf8');
  assert.ok(text.startsWith('时间,人员,'));
  const lines = text.trim().split('\r\n');
  assert.equal(lines.length, (result as { rows: number }).rows + 2);
  assert.match(lines[1] ?? '', /修改设置,settings\.change,setting:/);
  const [row] = (await list('action=audit.export')).rows;
  assert.deepEqual([row?.reason, row?.result], ['季度检查留存', 'done']);
  assert.equal((await auditor.post('/api/audit/exports', { id: newId(), filters: {}, reason: '' })).status, 400);
});

const verify = async (...words: string[]): Promise<{ readonly code: number | null; readonly said: string }> => {
  const cli = path.resolve(import.meta.dirname, '../../apps/server/cli.ts');
  const child = spawn(process.execPath, [cli, 'audit', 'verify', ...words], {
    env: {
      ...process.env,
      DATABASE_URL: server.databaseUrl,
      LIFANG_OWNER_URL: server.ownerUrl,
      LIFANG_DATA: server.dataFolder,
      LANG: 'C',
      LC_ALL: 'C',
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, said };
};

test('security 29: lifang audit verify ends with 0 when whole, and names the row and ends with 1 when not', async () => {
  const whole = await verify();
  assert.equal(whole.code, 0, whole.said);
  assert.match(whole.said, /The audit log is whole\./);
  const { rows } = await owner.query<{ id: string; action: string }>(
    `select id, action from audit_row where action = 'case.close' order by id limit 1`,
  );
  const id = rows[0]?.id ?? '';
  await owner.query(`begin; alter table audit_row disable trigger user; update audit_row set person = null where id = '${id}';
    alter table audit_row enable trigger user; commit`);
  const broken = await verify('--json', '--district', '990101');
  assert.equal(broken.code, 1, broken.said);
  const found = JSON.parse(broken.said) as AuditVerification;
  assert.deepEqual(
    found.flaws.map((flaw) => [flaw.kind, flaw.id, flaw.action]),
    [['row-altered', id, 'case.close']],
  );
});
