import { bodies, sessionOf } from '../../engines/case/server/fixtures/case-district.ts';
import { type Bench, type BenchOptions, percentile } from './bench.ts';
import { type CaseServer, startCaseServer } from './load/case-server.ts';
import { sendLoad } from './load/send-load.ts';

/** Ten streets of ten communities of ten grids. */
const district = '99.01.01.';
const scopes = {
  grid: `${district}003.004.g05.`,
  community: `${district}003.004.`,
  street: `${district}003.`,
  district,
} as const;
export type Level = keyof typeof scopes;

const phrases = [
  '路灯不亮',
  '电动车楼道充电',
  '楼道堆放杂物',
  '电梯停运',
  '井盖松动',
  '污水外溢',
  '占道经营',
  '噪声扰民',
  '树木倒伏',
  '墙皮脱落',
  '消防通道堵塞',
  '垃圾未清运',
  '道路破损',
  '健身器材损坏',
  '违章搭建',
  '犬只扰民',
  '水管漏水',
  '积水不退',
  '护栏缺失',
  '指示牌破损',
];
const roads = ['桃园', '柳林', '青石', '槐荫', '望江', '锦绣', '长宁', '和平', '建设', '东湖', '南山', '西塘', '北苑'];

/** A filled database and its server, used by all rows of the group. */
let prepared: Promise<{ server: CaseServer; count: number }> | undefined;

const fill = async ({ pool, engine }: CaseServer, count: number): Promise<void> => {
  const chunk = 50_000;
  for (let first = 1; first <= count; first += chunk) {
    await pool.query(
      `with rows as (
         select n, ('019b0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
           now() - (n::float8 / $1) * interval '2 years' as at, hashint4(n) % 50 = 7 as open,
           case when abs(hashint4(n + 7)) % 100 = 0 then 2 else 1 end as label,
           '99.01.01.' || lpad((n % 10 + 1)::text, 3, '0') || '.' || lpad((n / 10 % 10 + 1)::text, 3, '0') || '.g' || lpad((n / 100 % 10 + 1)::text, 2, '0') || '.' as path,
           ($2::text[])[abs(hashint4(n + 1)) % array_length($2::text[], 1) + 1] as phrase,
           ($3::text[])[abs(hashint4(n + 2)) % array_length($3::text[], 1) + 1] || '路' || (abs(hashint4(n + 3)) % 300) || '号' as place
         from generate_series($4::int, $5::int) n
       ), made as (
         insert into case_file (district, id, number, playbook, playbook_version, stage, status, path, place, category,
           category_class, title, channel, reporter_kind, assignee, waits_for, owner_role, reported_at, warn_at, due_at, closed_at, timing,
           sensitivity, version, state)
         select '990101', id, to_char(at, 'YYMMDD') || '-00000-' || lpad((n % 100000)::text, 5, '0'), 'test.repair', 1,
           case when open then 'received' else 'closed' end, case when open then 'open' else 'closed' end, path, place,
           case when n % 2 = 0 then '0101' else '0102' end, '01', phrase || '：' || place, 'qr', 'anonymous', case when n % 7 = 0 then $6::uuid end,
           case when open then 'role' end, case when open then 'worker' end, at, at, case when open then at + interval '1 day' end,
           case when not open then at + interval '20 hours' end, case when not open then 'in-time' end, label, 5,
           jsonb_build_object('status', case when open then 'open' else 'closed' end)
         from rows
       ), tasks as (
         insert into case_grant (district, body, reported_at, case_id, ended_at)
         select '990101', $6::uuid, at, id, case when open then null else at + interval '31 days' end from rows where n % 7 = 0
       )
       insert into case_word (district, case_id, words)
       select '990101', id, array(
         select distinct substr(text, at, size) from unnest(array[phrase, place]) text, generate_series(1, length(text)) at, generate_series(1, 2) size
         where at + size <= length(text) + 1) || array['@' || left(path, 13), '@' || left(path, 17)]
       from rows`,
      [count, phrases, roads, first, Math.min(count, first + chunk - 1), bodies.works],
    );
  }
  await engine.sweepGrants();
  await pool.query('vacuum analyze');
};

const prepare = (options: BenchOptions) => {
  prepared ??= (async () => {
    const server = await startCaseServer(await options.createDatabase());
    const count = options.quick ? 100_000 : 1_000_000;
    options.say(`  filling in ${count.toLocaleString('en')} matters …`);
    const started = performance.now();
    await fill(server, count);
    options.say(`  filled in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    return { server, count };
  })();
  return prepared;
};

/** What people search for: a common word, a road, a house, a number; and one that is nowhere. */
const searches = ['路灯', '桃园路', '充电', '望江路 37号', '井盖', '南山路200号', '2511', '电动自行车'];
const asked = {
  list: [
    '/api/cases?size=20',
    '/api/cases?status=open&sort=due&size=20',
    '/api/cases?status=closed&category=0101&size=20',
  ],
  count: ['/api/inbox/count'],
  search: searches.map((words) => `/api/cases?size=20&words=${encodeURIComponent(words)}`),
} as const;

const p95 = async (server: CaseServer, cookie: string, paths: readonly string[], turns: number): Promise<number> => {
  const requests = Array.from({ length: turns }, (_, turn) => [
    { method: 'GET' as const, path: paths[turn % paths.length] ?? '', cookie },
  ]);
  await sendLoad({ origin: server.origin, clients: 1, lists: requests.slice(0, paths.length * 5) });
  const { times } = await sendLoad({ origin: server.origin, clients: 1, lists: requests });
  return percentile(times, 0.95);
};

const who = (level: Level | 'department') =>
  level === 'department'
    ? sessionOf('承办', { role: 'handler', scope: district, body: bodies.works })
    : sessionOf(level, {
        role: level === 'grid' ? 'worker' : 'dispatcher',
        scope: scopes[level],
        clearance: level === 'grid' ? 'internal' : 'sensitive',
      });

const row = (what: keyof typeof asked, level: Exclude<Level, 'district'> | 'department', isLast: boolean): Bench => ({
  name: `scope.${what}-${level}`,
  unit: 'ms',
  run: async (options) => {
    const { server, count } = await prepare(options);
    const turns = options.quick ? 120 : 240;
    const [mine, whole] = [server.cookieOf(who(level)), server.cookieOf(who('district'))];
    const before = await p95(server, whole, asked[what], turns);
    const value = await p95(server, mine, asked[what], turns);
    const after = await p95(server, whole, asked[what], turns);
    if (isLast) {
      await server.close();
      prepared = undefined;
    }
    return {
      value,
      baseline: (before + after) / 2,
      n: count,
      note: 'p95 over HTTP; beside it the district’s own account',
    };
  },
});

const rows = (['list', 'count', 'search'] as const).flatMap((what) =>
  (['grid', 'community', 'street', 'department'] as const).map((level) => [what, level] as const),
);
export const benches: Bench[] = rows.map(([what, level], index) => row(what, level, index === rows.length - 1));
