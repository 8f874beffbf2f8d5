import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createIndicatorEngine } from '#engines/indicator/server';
import { createHttp } from '#platform/server/http';
import { testPost, testSession } from '#tests/support/sessions.ts';
import type { Session } from '#platform/server/parts';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { codes, idOf, pathOf, ports, writeFacts } from './fixtures/small-figures.ts';

const database = await testDatabase();
const parts = await testParts(database);
const engine = createIndicatorEngine(parts, ports);

/** The cookie says who asks: `role.code`, such as `clerk.440310001`. */
const sessionOf = (token: string): Session | undefined => {
  const [role = '', code = ''] = token.split('~');
  if (!code) return undefined;
  const district = code.slice(0, 6).padEnd(6, '0');
  const permissions = role === 'nobody' ? [] : ['figure.read'];
  const post = testPost({ id: idOf(2), role, permissions, body: idOf(3), scope: pathOf(code), district });
  return testSession({ id: idOf(1), person: idOf(1), name: 'N', posts: [post] });
};
const app = await createHttp({
  log: parts.log,
  findSession: (token) => sessionOf(token.slice(16)),
  checkAnswers: true,
  rateFactor: 1000,
});
engine.routes(app);
const ask = async (url: string, who?: string) => {
  const answer = await app.inject({ url, headers: who ? { cookie: `lifang=${'x'.repeat(16)}${who}` } : {} });
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
};
const period = 'from=2026-02-01&to=2026-03-01';
const figures = (at: string, more = '') =>
  `/api/figures?ids=test.reported,test.overtime_rate&at=${at}&${period}${more}`;
const facts = (at: string) => `/api/figures/test.reported/facts?at=${at}&${period}&part=numerator`;

await writeFacts(
  database.sql,
  codes
    .filter((code) => code.length >= 6)
    .map((code, index) => ({
      kind: 'case.reported',
      at: '2026-02-02T00:00:00.000Z',
      cohortAt: '2026-02-02T00:00:00.000Z',
      path: pathOf(code),
      subject: idOf(index),
      dims: { category: '1' },
      value: 1,
    })),
);

test('figures need the permission, and a node inside one’s scope', async () => {
  assert.equal((await ask(figures('440310'))).body.code, 'session.missing');
  assert.equal((await ask(figures('440310'), 'nobody~440310')).body.code, 'permission.denied');
  assert.equal((await ask('/api/indicators', 'nobody~440310')).body.code, 'permission.denied');
  assert.equal((await ask(figures('440310'), 'clerk~440310')).status, 200);
  assert.equal((await ask(figures('440310'), 'clerk~440310001')).body.code, 'request.not-found');
  assert.equal((await ask(figures('440310001001g10'), 'clerk~440310001001g1')).body.code, 'request.not-found');
  assert.equal((await ask(figures('449999'), 'clerk~440310')).body.code, 'territory.unknown');
  assert.equal(
    (await ask('/api/figures?ids=test.gone&at=440310&from=2026-02-01&to=2026-03-01', 'clerk~440310')).status,
    404,
  );
});

test('whatever node is asked by whomever: an answer tells only of facts inside the scope', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...codes),
      fc.constantFrom(...codes),
      fc.option(fc.constantFrom('street', 'community', 'grid'), { nil: undefined }),
      async (scope, at, by) => {
        const inside = pathOf(at).startsWith(pathOf(scope));
        const answer = await ask(figures(at, by ? `&by=${by}` : ''), `clerk~${scope}`);
        const opened = await ask(facts(at), `clerk~${scope}`);
        assert.deepEqual([answer.status, opened.status], inside ? [200, 200] : [404, 404]);
        if (!inside) return;
        for (const row of answer.body.figures) assert.ok(row.path.startsWith(pathOf(scope)));
        for (const row of opened.body.rows) assert.ok(row.path.startsWith(pathOf(scope)));
        const reported = answer.body.whole.find((row: { indicator: string }) => row.indicator === 'test.reported');
        assert.equal(reported.numerator, opened.body.total);
        assert.equal(
          reported.numerator,
          codes.filter((code) => code.length >= 6 && pathOf(code).startsWith(pathOf(at))).length,
        );
      },
    ),
    { numRuns: 150 },
  );
});

test('who reads only what was given to his body sees figures, not the facts behind them', async () => {
  assert.equal((await ask(figures('440310001'), 'handler~440310')).status, 200);
  assert.equal((await ask(facts('440310001'), 'handler~440310')).body.code, 'permission.denied');
});

test('one request serves a board: tiles, ranking, trend, groups, each printed', async () => {
  const { body } = await ask(figures('440310', '&by=street&trend=week&dimension=category'), 'clerk~440310');
  assert.deepEqual(
    body.figures
      .filter((row: { indicator: string }) => row.indicator === 'test.reported')
      .map((row: { name: string; text: { zh: string }; own: boolean }) => [row.name, row.text.zh, row.own]),
    [
      ['N440310001', '6 件', false],
      ['N440310002', '3 件', false],
      ['未落到下级区域', '1 件', true],
    ],
  );
  assert.equal(body.whole[0].text.zh, '10 件');
  assert.deepEqual(
    body.trend.slice(0, 2).map((point: { start: string; text: { zh: string } }) => [point.start, point.text.zh]),
    [
      ['2026-02-01', '0 件'],
      ['2026-02-02', '10 件'],
    ],
  );
  assert.deepEqual(
    body.groups.map((group: { key: string; name: { en: string }; numerator: number }) => [
      group.key,
      group.name.en,
      group.numerator,
    ]),
    [['1', 'category 1', 10]],
  );
  assert.match(body.asOf, /^\d{4}-\d\d-\d\dT/);
  const opened = (await ask(`${facts('440310')}&outside=street`, 'clerk~440310')).body;
  assert.deepEqual([opened.total, opened.rows[0].place, opened.rows[0].number], [1, 'N440310', '1']);
});

test('a page mark that nobody gave out is refused', async () => {
  assert.equal((await ask(`${facts('440310')}&after=abc`, 'clerk~440310')).body.code, 'field.invalid');
});
