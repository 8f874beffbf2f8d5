import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { type FreshDatabase, freshDatabase } from '#tests/support/pg.ts';
import { endAllServers, type ServerProcess, spawnServer } from '#tests/support/process.ts';
import { newReport, type PublicReportBody, sendReport, someCategory } from '#tests/support/reports.ts';

/** Requests under way at the same time. */
const clients = 12;
const rounds = 2;

let database: FreshDatabase;
let folder: string;
let server: ServerProcess;
const start = (): Promise<ServerProcess> =>
  spawnServer({
    DATABASE_URL: database.url,
    LIFANG_OWNER_URL: database.ownerUrl,
    LIFANG_DATA: folder,
    LIFANG_RATE_FACTOR: '1000000',
  });

before(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'lifang-kill-'));
  server = await start();
});
after(async () => {
  await endAllServers();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test('kill -9 in the middle of requests loses nothing that was acknowledged and doubles nothing', async () => {
  const category = await someCategory(server.url);
  const sent: PublicReportBody[] = [];
  const acknowledged = new Map<string, string>();
  for (let round = 0; round < rounds; round += 1) {
    let dead = false;
    const doomed = server;
    const wanted = acknowledged.size + 60;
    const client = async (): Promise<void> => {
      while (!dead) {
        const body = newReport(category, '990101001001');
        sent.push(body);
        try {
          const answer = await sendReport(doomed.url, body);
          const receipt = (await answer.json()) as { number: string };
          assert.equal(answer.status, 200, JSON.stringify(receipt));
          acknowledged.set(body.report.id, receipt.number);
        } catch (error) {
          if (!dead) throw error;
        }
      }
    };
    const working = Array.from({ length: clients }, client);
    while (acknowledged.size < wanted) await new Promise((resolve) => setTimeout(resolve, 2));
    dead = true;
    assert.equal(await doomed.end('SIGKILL'), null);
    await Promise.all(working);
    server = await start();
  }
  assert.ok(sent.length > acknowledged.size, 'some were under way when the server died');

  // What a phone does: everything is sent again, whether or not an answer came.
  for (const body of sent) {
    const answer = await sendReport(server.url, body);
    const receipt = (await answer.json()) as { number: string };
    assert.equal(answer.status, 200, JSON.stringify(receipt));
    assert.equal(
      receipt.number,
      acknowledged.get(body.report.id) ?? receipt.number,
      'the same answer as the first time',
    );
  }
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const ids = sent.map((body) => body.report.id);
    const count = async (query: string): Promise<number> => Number((await client.query(query, [ids])).rows[0]?.n);
    assert.equal(await count('select count(*) as n from case_file where id = any($1::uuid[])'), sent.length);
    assert.equal(
      await count('select count(distinct number) as n from case_file where id = any($1::uuid[])'),
      sent.length,
    );
    assert.equal(await count('select count(*) as n from case_event where case_id = any($1::uuid[])'), sent.length);
    assert.equal(
      await count(`select count(*) as n from fact where subject = any($1::uuid[]) and kind = 'case.reported'`),
      sent.length,
    );
    assert.equal(
      await count(
        `select count(*) as n from audit_row where object = any(select 'case:' || id from unnest($1::text[]) as id)`,
      ),
      sent.length,
    );
  } finally {
    await client.end();
  }
});
