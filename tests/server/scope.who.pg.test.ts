import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { boundOf, type Route } from '#kernel/route';
import { rankOf } from '#kernel/sensitivity';
import { pathToCode } from '#engines/territory/model';
import { mayHear } from '#platform/server/live';
import type { Session } from '#platform/server/parts';
import { routeTables } from '../../apps/server/route-tables.ts';
import { always, type Ask, asked, type Choose } from './scope/asked.ts';
import { newId, paths } from './scope/pack.ts';
import { plantWorld } from './scope/plant.ts';
import { app, bodies, bodyAt, type Matter, matters, news, people, post, sessionFor, sessions } from './scope/world.ts';

/**
 * The whole server with random people: every GET operation of every route table is asked, and whatever it answers may
 * speak only of what lies in the asker's scope. Each planted thing has an id of its own, and its name says where it lies:
 * wherever one of them turns up in an answer, it had to be allowed.
 */

before(plantWorld);

const districtOf = (path: string): string => pathToCode(path).slice(0, 6);

/** The reading rule in plain words. */
const readable = (session: Session, matter: Matter, permission = 'case.read'): boolean =>
  session.posts.some((held) => {
    if (!held.permissions.has(permission)) return false;
    if (rankOf(held.clearance) < rankOf(matter.label)) return false;
    if (matter.label === 'key-persons' && held.role !== 'visitor') return false;
    return (
      (held.reads === 'range' && matter.path.startsWith(held.scope)) ||
      (held.body === matter.task && held.district === districtOf(matter.path))
    );
  });

const gets = Object.values(routeTables).flatMap((table) =>
  (Object.entries(table) as [string, Route][]).filter(([, route]) => route.method === 'GET'),
);

test('security 19: every GET operation of every route table stands in this test', () => {
  assert.deepEqual(
    gets.map(([name]) => name).filter((name) => !(name in asked)),
    [],
  );
  assert.deepEqual(
    Object.keys(asked).filter((name) => !gets.some(([known]) => known === name)),
    [],
  );
});

const paramOf = (url: string, name: string, choose: Choose): string => {
  if (name === 'code') return url.includes('plates') ? `PLATE${choose([1, 2, 3, 4, 5])}` : pathToCode(choose(paths));
  if (name === 'plate') return `PLATE${choose([1, 2, 3, 4, 5])}`;
  if (name === 'file' || name === 'photo') return 'a'.repeat(64);
  if (name === 'case') return choose(matters).id;
  if (name === 'person') return choose(people).id;
  if (url.includes('/figures/')) return choose(['test.plain', 'test.closed', 'test.persons']);
  if (url.includes('/cases/')) return choose(matters).id;
  if (url.includes('/bodies/')) return choose(bodies).id;
  if (url.includes('/posts/')) return choose(people).post;
  if (url.includes('/people/')) return choose(people).id;
  return newId();
};

const addressOf = (route: Route, ask: Ask, choose: Choose): string => {
  const path = route.url.replace(/:(\w+)/g, (_, name: string) => paramOf(route.url, name, choose));
  return `${path}?${typeof ask === 'string' ? ask : ask(choose)}`;
};

const get = async (session: Session | null, url: string) => {
  const token = `token-${newId()}`;
  if (session) sessions.set(token, session);
  const answer = await app.inject({ url, headers: session ? { cookie: `lifang=${token}` } : {} });
  return { status: answer.statusCode, text: answer.body };
};

const isUp = (path: string, scope: string): boolean => path.startsWith(scope) || scope.startsWith(path);

/** What an answer speaks of and should not. */
const leaksIn = (name: string, route: Route, session: Session, text: string): string[] => {
  const leaks: string[] = [];
  for (const matter of matters) {
    if (!text.includes(matter.id) && !text.includes(matter.number)) continue;
    // The name of a place in a figure or a list of facts is the place's, not the matter's; an id is the matter's.
    const facts = name === 'openFigure';
    const may = facts
      ? session.posts.some(
          (held) =>
            held.permissions.has('figure.read') &&
            held.reads === 'range' &&
            matter.path.startsWith(held.scope) &&
            rankOf(held.clearance) >= rankOf(matter.label) &&
            (matter.label !== 'key-persons' || held.role === 'visitor'),
        )
      : name !== 'listAudit' && readable(session, matter);
    if (name === 'listAudit') continue;
    if (!may) leaks.push(`matter ${matter.label} at ${matter.path}`);
  }
  if (route.who === 'anyone' || boundOf(route) === 'nothing') return leaks;
  // Names say where things lie: only what lies in the range of a post, or above it.
  for (const [, kind, path = ''] of text.matchAll(/(人|岗|单位|地)〔([\w.]+)〕/g)) {
    const body =
      kind === '单位' &&
      (session.posts.some((held) => held.body === bodyAt(path)) ||
        matters.some((matter) => matter.task === bodyAt(path) && readable(session, matter)));
    const task = matters.some((matter) => matter.path.startsWith(path) && readable(session, matter));
    if (!body && !task && !session.posts.some((held) => isUp(path, held.scope))) leaks.push(`${kind} at ${path}`);
  }
  return leaks;
};

test('security 19: whoever asks whatever GET operation hears only of what lies in his scope', async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(post, { minLength: 1, maxLength: 3 }),
      fc.infiniteStream(fc.nat(10_000)),
      async (posts, numbers) => {
        const session = sessionFor(posts);
        const choose: Choose = (items) => items[(numbers.next().value ?? 0) % items.length] as (typeof items)[number];
        for (const [name, route] of gets) {
          const ways = asked[name];
          if (ways === undefined || ways === 'alone') continue;
          const url = addressOf(route, choose(ways), choose);
          const { status, text } = await get(session, url);
          assert.ok(status < 500, `${name} ${url}: ${status} ${text.slice(0, 300)}`);
          if (status !== 200) continue;
          answered += 1;
          assert.deepEqual([...new Set(leaksIn(name, route, session, text))], [], `${name} ${url}`);
        }
      },
    ),
    { numRuns: 30 },
  );
  assert.ok(answered > 300, `only ${answered} answers were looked at`);
});

test('security 19: totals are the rows, figures are the facts, and both are what the rule says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(post, { minLength: 1, maxLength: 3 }), async (posts) => {
      const session = sessionFor(posts);
      const list = await get(session, '/api/cases?size=100');
      if (session.permissions.has('case.read')) {
        const { total, rows } = JSON.parse(list.text) as { total: number; rows: { id: string }[] };
        const mine = session.posts.map((held) => held.district);
        const expected = matters.filter(
          (matter) => readable(session, matter) && mine.includes(pathToCode(matter.path).slice(0, 6)),
        );
        assert.equal(total, expected.length);
        assert.equal(rows.length, Math.min(100, total));
      } else assert.equal(list.status, 403);
      for (const label of ['internal', 'sensitive', 'key-persons'] as const) {
        const id = { internal: 'test.plain', sensitive: 'test.closed', 'key-persons': 'test.persons' }[label];
        const may = (path: string) =>
          session.posts.some(
            (held) =>
              held.permissions.has('figure.read') &&
              rankOf(held.clearance) >= rankOf(label) &&
              (label !== 'key-persons' || held.role === 'visitor') &&
              path.startsWith(held.scope),
          );
        for (const path of paths.slice(0, 6)) {
          const { status, text } = await get(session, `/api/figures?ids=${id}&at=${pathToCode(path)}&${always}`);
          assert.equal(status === 200, may(path), `${id} at ${path}: ${status}`);
          if (status !== 200) continue;
          const [whole] = (JSON.parse(text) as { whole: { numerator: number }[] }).whole;
          const counted = matters.filter((one) => one.path.startsWith(path) && rankOf(one.label) <= rankOf(label));
          assert.equal(whole?.numerator, counted.length, `${id} at ${path}`);
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('security 19: live updates reach only those who may read the matter', () => {
  const told = news.filter((one) => one.topic === 'case' && one.id === '');
  assert.ok(told.length > 0);
  fc.assert(
    fc.property(fc.array(post, { minLength: 1, maxLength: 3 }), (posts) => {
      const session = sessionFor(posts);
      for (const one of told) {
        const near = session.posts.some(
          (held) => held.permissions.has('case.read') && one.path.startsWith(held.scope) && held.reads === 'range',
        );
        const task = session.posts.some(
          (held) => held.permissions.has('case.read') && one.for?.bodies?.includes(held.body),
        );
        if (mayHear(session, one)) assert.ok(near || task, `${one.path}`);
      }
    }),
  );
});

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

test('security 24: an unknown id, one outside the scope and one above the clearance get the same answer in the same time', async () => {
  const session = sessionFor([
    { role: 'worker', scope: '99.01.01.001.001.g1.', body: bodyAt('99.01.01.001.001.'), clearance: 'internal' },
  ]);
  const token = `token-${newId()}`;
  sessions.set(token, session);
  const ids = {
    unknown: newId(),
    outside:
      matters.find((one) => one.path === '99.01.01.001.001.g10.' && one.label === 'internal' && one.task === null)
        ?.id ?? '',
    above:
      matters.find((one) => one.path === '99.01.01.001.001.g1.' && one.label === 'sensitive' && one.task === null)
        ?.id ?? '',
  };
  const measure = async () => {
    const times: Record<keyof typeof ids, number[]> = { unknown: [], outside: [], above: [] };
    const answers = new Set<string>();
    for (let turn = 0; turn < 150; turn += 1)
      for (const kind of ['unknown', 'outside', 'above'] as const) {
        const started = performance.now();
        const answer = await app.inject({ url: `/api/cases/${ids[kind]}`, headers: { cookie: `lifang=${token}` } });
        times[kind].push(performance.now() - started);
        const { trace: _, ...told } = answer.json() as Record<string, unknown>;
        answers.add(`${answer.statusCode} ${JSON.stringify(told)}`);
      }
    return { answers, medians: Object.values(times).map(median) };
  };
  let ratio = Number.POSITIVE_INFINITY;
  // A busy machine may spoil one measurement, not three.
  for (let turn = 0; turn < 3 && ratio > 1.6; turn += 1) {
    const { answers, medians } = await measure();
    assert.equal(answers.size, 1, [...answers].join('\n'));
    ratio = Math.max(...medians) / Math.min(...medians);
  }
  assert.ok(ratio <= 1.6, `the slowest median is ${ratio.toFixed(2)} × the fastest`);
});
