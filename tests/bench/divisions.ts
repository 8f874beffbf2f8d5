import { hash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { uuidv7 } from '#kernel/ids';
import { chinaDate, instantOf } from '#kernel/instant';
import { createTerritoryEngine } from '#engines/territory/server';
import { createAudit } from '#platform/server/audit';
import { createHttp } from '#platform/server/http';
import { createLog } from '#platform/server/log';
import type { Parts } from '#platform/server/parts';
import { openSql } from '#platform/server/sql';
import { testPost, testSession } from '#tests/support/sessions.ts';
import { createRelocate as relocateCases } from '../../engines/case/server/relocate.ts';
import { createRelocate as relocateFacts } from '../../engines/indicator/server/relocate.ts';
import { createRelocate as relocateOrganisation } from '../../engines/organisation/server/structure/relocate.ts';
import type { Bench } from './bench.ts';

const person = '0196fdf7-2a80-7000-8000-0000000000f1';
const district = '990101';
const top = '99.01.01.';
const token = 'divisions-bench'.padEnd(24, '-');

const open = async (url: string) => {
  const opened = openSql(url, { max: 6 });
  const missing = (): never => {
    throw new Error('not part of this measurement');
  };
  const parts: Parts = {
    sql: opened.sql,
    clock: () => instantOf(Date.now()),
    newId: () => uuidv7(Date.now(), randomBytes(10)),
    files: {
      put: missing,
      find: missing,
      open: missing,
      write: missing,
      remove: missing,
      claim: async () => undefined,
    },
    jobs: { define: () => undefined, start: missing, every: () => undefined },
    live: { tell: () => undefined, listen: () => () => undefined },
    audit: await createAudit(async (purpose) => hash('sha256', purpose, 'buffer')),
    settings: { get: async (_key, otherwise) => otherwise, set: missing },
    seals: { seal: missing, open: missing, blind: missing },
    limits: { take: async () => 0, look: async () => 0, forget: async () => undefined },
    log: createLog({ to: 'silent' }),
    demo: false,
  };
  const cases = relocateCases(parts.live);
  const facts = relocateFacts(cases.placesOf);
  const organisation = relocateOrganisation(parts, { tellChanged: () => undefined });
  const engine = createTerritoryEngine(parts, {
    pool: opened.pool,
    followers: [organisation.follower, cases.follower, facts],
  });
  const post = {
    id: person,
    role: 'manager',
    body: person,
    scope: top,
    district,
    permissions: ['territory.edit', 'territory.read'],
  };
  const app = await createHttp({
    log: parts.log,
    findSession: () => testSession({ person, confirmedAt: instantOf(Date.now()), posts: [testPost(post)] }),
    rateFactor: 1e6,
  });
  engine.routes(app);
  const send = async (address: string, payload: object) => {
    const answer = await app.inject({ method: 'POST', url: address, headers: { cookie: `lifang=${token}` }, payload });
    if (answer.statusCode !== 200) throw new Error(`${address}: ${answer.statusCode} ${answer.body}`);
    return answer.json();
  };
  return { opened, parts, engine, send, close: () => app.close().then(opened.close) };
};

type Opened = Awaited<ReturnType<typeof open>>;

/** Ids as Lifang makes them: rows of one time lie together. */
const idOf = (time: string): string =>
  `overlay(overlay(gen_random_uuid()::text placing regexp_replace(lpad(to_hex((extract(epoch from ${time}) * 1000)::bigint), 12, '0'),
    '^(.{8})(.{4})$', '\\1-\\2') from 1 for 13) placing '7' from 15 for 1)::uuid`;

/** Two communities with fifty grids each, all matters below them, and three facts a matter; a third stands aside. */
const fill = async ({ opened, engine }: Opened, matters: number): Promise<void> => {
  const nodes = [
    { path: '99.', name: '省', level: 'province' },
    { path: '99.01.', name: '市', level: 'city' },
    { path: top, name: '区', level: 'district' },
    { path: `${top}001.`, name: '街道', level: 'street' },
  ];
  for (const community of ['001', '002', '003']) {
    nodes.push({ path: `${top}001.${community}.`, name: `${community} 社区`, level: 'community' });
    for (let grid = 1; grid <= 50; grid += 1)
      nodes.push({
        path: `${top}001.${community}.g${String(grid).padStart(2, '0')}.`,
        name: `第 ${grid} 网格`,
        level: 'grid',
      });
  }
  await engine.plantTerritory(nodes);
  const state = `jsonb_build_object('status', 'closed', 'version', 4, 'title', '路灯不亮', 'place', jsonb_build_object('path', path, 'text', '3 号楼', 'point', null),
    'data', jsonb_build_object('what', repeat('路面破损，有积水。', 8)), 'taken', jsonb_build_array(), 'id', id)`;
  await opened.pool.query(
    `with rows as (
       select ${idOf("timestamptz '2025-01-01' + i * interval '3 minutes'")} as id, i, '${top}001.' || lpad((1 + i % 2)::text, 3, '0') || '.g' || lpad((1 + i % 50)::text, 2, '0') || '.' as path
       from generate_series(1, $1::int) i)
     insert into case_file (district, id, number, playbook, playbook_version, stage, status, path, place, category, title, channel,
       reporter_kind, reported_at, closed_at, version, state)
     select '${district}', id, i::text, 'grid.snapshot', 1, 'closed', case when i % 20 = 0 then 'open' else 'closed' end, path, '3 号楼', '101', '路灯不亮', 'app',
       'resident', timestamptz '2025-01-01' + i * interval '3 minutes', null, 4, ${state} from rows`,
    [matters],
  );
  await opened.pool.query(
    `insert into case_event (district, case_id, seq, id, type, at, data)
     select district, id, 4, gen_random_uuid(), 'ActionTaken', reported_at, '{}' from case_file`,
  );
  await opened.pool.query(
    `insert into fact (district, id, kind, at, cohort_at, path, subject, dims)
     select district, ${idOf('reported_at')}, kind, reported_at, reported_at, path, id, '{"category":"101","channel":"app"}'
     from case_file, (values ('case.reported'), ('case.finished'), ('case.rated')) kinds(kind)`,
  );
  await opened.pool.query('vacuum analyze case_file');
  await opened.pool.query('vacuum analyze fact');
  await opened.pool.query('vacuum analyze case_event');
};

/** The least that has to be written: the path in matters and facts, and an event each. */
const bare = async ({ opened }: Opened): Promise<number> => {
  const client = await opened.pool.connect();
  try {
    await client.query('begin');
    const started = performance.now();
    await client.query(
      `update case_file set path = '${top}001.009.' || substr(path, 18), version = version + 1 where path >= '${top}001.001.' and path < '${top}001.003.'`,
    );
    await client.query(
      `update fact set moved_to = '${top}001.009.' || substr(now_path, 18) where now_path >= '${top}001.001.' and now_path < '${top}001.003.'`,
    );
    await client.query(`insert into case_event (district, case_id, seq, id, type, at, data)
      select district, id, 5, gen_random_uuid(), 'CaseRelocated', now(), '{}' from case_file`);
    return performance.now() - started;
  } finally {
    await client.query('rollback');
    client.release();
  }
};

const merge: Bench = {
  name: 'divisions.merge',
  unit: 'ms',
  run: async ({ quick, createDatabase, say }) => {
    const matters = quick ? 10_000 : 100_000;
    const opened = await open(await createDatabase());
    await fill(opened, matters);
    const baseline = await bare(opened);
    await opened.opened.pool.query('vacuum analyze case_file');
    await opened.opened.pool.query('vacuum analyze fact');
    const change = {
      kind: 'merge',
      codes: [`${district}001001`, `${district}001002`],
      into: { parent: `${district}001`, step: '009', name: '合并社区' },
    };
    const looked = performance.now();
    await opened.send('/api/territory-changes/preview', { change });
    const preview = performance.now() - looked;
    const id = opened.parts.newId();
    const on = chinaDate(opened.parts.clock());
    const { version } = await opened.send('/api/territory-changes', { id, change, on, basis: 'bench' });
    // Somebody goes on reading meanwhile.
    let done = false;
    let slowest = 0;
    const reading = (async () => {
      while (!done) {
        const asked = performance.now();
        await opened.opened.pool.query(
          `select id, title from case_file where district = $1 and path >= $2 and path < $3 order by reported_at desc limit 20`,
          [district, `${top}001.001.g01.`, `${top}001.001.g01/`],
        );
        slowest = Math.max(slowest, performance.now() - asked);
        await wait(20);
      }
    })();
    const started = performance.now();
    const answer = await opened.send(`/api/territory-changes/${id}/apply`, { expectedVersion: version });
    const value = performance.now() - started;
    done = true;
    await reading;
    say(`  ${answer.moved.map((one: { what: string; count: number }) => `${one.what} ${one.count}`).join(', ')}`);
    await opened.close();
    return {
      value,
      baseline,
      n: 4 * matters,
      note: `${matters} matters, ${3 * matters} facts in two communities; preview ${Math.round(preview)} ms, slowest list meanwhile ${Math.round(slowest)} ms`,
    };
  },
};

export const benches: readonly Bench[] = [merge];
