import { type Bench, type BenchOptions, perSecond, percentile, timings } from './bench.ts';
import { bodies, grid1, reportBody } from '../../engines/case/server/fixtures/case-district.ts';
import { bareLifecycle, bareReport, bareStep, readWeights } from './load/bare-case.ts';
import { type CaseServer, startCaseServer } from './load/case-server.ts';
import type { LoadRequest } from './load/http-load.ts';
import { sendLoad } from './load/send-load.ts';

const CLIENTS = 16;
/** Lifecycles before anything is measured: a server that has run for a minute has its code compiled. */
const WARM = 1_000;

const withServer = async <Result>(
  { createDatabase }: BenchOptions,
  work: (server: CaseServer) => Promise<Result>,
): Promise<Result> => {
  const server = await startCaseServer(await createDatabase());
  try {
    return await work(server);
  } finally {
    await server.close();
  }
};

const post = (cookie: string, path: string, body: object): LoadRequest => ({
  method: 'POST',
  path,
  cookie,
  body: JSON.stringify(body),
});

/** The steps of a matter from report to answer, as a browser sends them. */
const lifecycle = ({ cookies, newId }: CaseServer): LoadRequest[] => {
  const report = reportBody({ id: newId() });
  const act = (cookie: string, action: string, form: object = {}): LoadRequest =>
    post(cookie, `/api/cases/${report.id}/actions`, { id: newId(), action, form });
  return [
    post(cookies.worker, '/api/cases', report),
    act(cookies.worker, 'accept'),
    act(cookies.dispatcher, 'send', { body: bodies.works }),
    act(cookies.repairer, 'finish', { result: '更换门机皮带，试运行正常' }),
    act(cookies.inspector, 'approve', { answer: '电梯已修好并复检合格，今天起恢复使用。' }),
  ];
};

const live = (server: CaseServer, count: number) =>
  sendLoad({ origin: server.origin, clients: CLIENTS, lists: Array.from({ length: count }, () => lifecycle(server)) });

/** What a day brings by itself: tables whose size PostgreSQL knows, so that no plan is of an empty table. */
const warm = async (server: CaseServer, count: number): Promise<void> => {
  await live(server, count);
  await server.pool.query('analyze');
};

/** The bare work before and after, so that a drift of the machine falls on both sides. */
const beside = async (bare: () => Promise<number>, ours: () => Promise<number>) => {
  const before = await bare();
  const value = await ours();
  return { value, baseline: (before + (await bare())) / 2 };
};

const action: Bench = {
  name: 'case.action',
  unit: '/s',
  run: (options) =>
    withServer(options, async (server) => {
      const count = options.quick ? 3_000 : 20_000;
      await warm(server, WARM);
      const weights = await readWeights(server.pool);
      const received = async (): Promise<string[]> => {
        const ids = Array.from({ length: count }, () => server.newId());
        await perSecond(count, CLIENTS, (turn) => bareReport(server.pool, weights, ids[turn] ?? ''));
        return ids;
      };
      const [first] = bareLifecycle(bodies.works);
      const bare = async (): Promise<number> => {
        const ids = await received();
        return perSecond(count, CLIENTS, (turn) => bareStep(server.pool, weights, ids[turn] ?? '', first ?? never()));
      };
      const ours = async (): Promise<number> => {
        const reports = Array.from({ length: count }, () => lifecycle(server));
        await sendLoad({ origin: server.origin, clients: CLIENTS, lists: reports.map((list) => list.slice(0, 1)) });
        const { seconds } = await sendLoad({
          origin: server.origin,
          clients: CLIENTS,
          lists: reports.map((list) => list.slice(1, 2)),
        });
        return count / seconds;
      };
      return {
        ...(await beside(bare, ours)),
        n: count,
        note: 'one server process, 16 clients over HTTP; bare: one prepared statement a step, 16 connections',
      };
    }),
};

const whole: Bench = {
  name: 'case.lifecycle',
  unit: '/s',
  run: (options) =>
    withServer(options, async (server) => {
      const count = options.quick ? 800 : 5_000;
      await warm(server, WARM);
      const weights = await readWeights(server.pool);
      const bare = (): Promise<number> =>
        perSecond(count, CLIENTS, async () => {
          const id = server.newId();
          await bareReport(server.pool, weights, id);
          for (const step of bareLifecycle(bodies.works)) await bareStep(server.pool, weights, id, step);
        });
      const ours = async (): Promise<number> => count / (await live(server, count)).seconds;
      return {
        ...(await beside(bare, ours)),
        n: count,
        note: 'report, accept, dispatch, handle, verify; one server process, 16 clients over HTTP',
      };
    }),
};

const never = (): never => {
  throw new Error('cannot be');
};

/** Two years of matters in sixty grids, two in a hundred of them open. */
export const fill = async (server: CaseServer, count: number): Promise<void> => {
  await server.pool.query(
    `insert into case_file (district, id, number, playbook, playbook_version, stage, status, path, place, category,
       category_class, title, channel, reporter_kind, waits_for, owner_role, reported_at, warn_at, due_at, closed_at, timing, version, state)
     select '990101', ('019a0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, to_char(at, 'YYMMDD') || '-00000-' || lpad((n % 100000)::text, 5, '0'),
       'test.repair', 1, case when open then 'received' else 'closed' end, case when open then 'open' else 'closed' end,
       '99.01.01.' || lpad((n % 3 + 1)::text, 3, '0') || '.' || lpad((n % 12 / 3 + 1)::text, 3, '0') || '.g' || lpad((n % 60 / 12 + 1)::text, 2, '0') || '.',
       (n % 40) || ' 号楼', case when n % 2 = 0 then '0101' else '0102' end, '01', '电梯：' || (n % 40) || ' 号楼', 'qr', 'anonymous',
       case when open then 'role' end, case when open then 'worker' end, at, at, case when open then at + interval '1 day' end,
       case when not open then at + interval '20 hours' end, case when not open then 'in-time' end, 5, '{}'
     from (select n, now() - (n::float8 / $1) * interval '2 years' as at, hashint4(n) % 50 = 7 as open from generate_series(1, $1::int) n) rows`,
    [count],
  );
  await server.pool.query('vacuum analyze case_file');
};

const bareList = `
  select id, number, title, playbook, category, stage, status, path, place, lng, lat, assignee, reported_at, warn_at, due_at, closed_at, timing, rating, me_too
  from case_file where district = '990101' and path >= $1 and path < $2 and status = $3 order by reported_at desc, id desc limit 20`;

/** The total that the list shows, counted up to 10,000. */
const bareCount = `select count(*) from (
  select from case_file where district = '990101' and path >= $1 and path < $2 and status = $3 limit 10001) counted`;

const list: Bench = {
  name: 'case.list.p95',
  unit: 'ms',
  run: (options) =>
    withServer(options, async (server) => {
      const count = options.quick ? 200_000 : 1_000_000;
      options.say(`filling in ${count.toLocaleString('en')} matters …`);
      await fill(server, count);
      const turns = options.quick ? 200 : 600;
      const bare = async (): Promise<number> => {
        const times = await timings(turns, async (turn) => {
          const values = [grid1, grid1.replace(/\.$/, '/'), turn % 2 ? 'closed' : 'open'];
          await Promise.all([server.pool.query(bareList, values), server.pool.query(bareCount, values)]);
        });
        return percentile(times, 0.95);
      };
      const ours = async (): Promise<number> => {
        const requests = Array.from({ length: turns }, (_, turn): LoadRequest[] => [
          {
            method: 'GET',
            path: `/api/cases?status=${turn % 2 ? 'closed' : 'open'}&size=20`,
            cookie: server.cookies.worker,
          },
        ]);
        const { times } = await sendLoad({ origin: server.origin, clients: 1, lists: requests });
        return percentile(times, 0.95);
      };
      await bare();
      await ours();
      return {
        ...(await beside(bare, ours)),
        n: count,
        note: 'a grid worker’s list of 20 by state and time with its total, over HTTP; bare: rows and total at once on two connections',
      };
    }),
};

export const benches: Bench[] = [action, whole, list];
