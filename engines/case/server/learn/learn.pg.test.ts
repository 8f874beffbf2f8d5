import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { RoutingModelCard, RoutingSuggestions } from '#engines/case/contract';
import type { JobResult, Parts } from '#platform/server/parts';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import {
  bodies,
  district,
  grid1,
  newId,
  people,
  reportBody,
  sessionOf,
  startCases,
  testPorts,
} from '../fixtures/case-district.ts';
import { actorOf } from '../readers.ts';
import type { CaseHistory } from '../use-cases.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T02:00:00.000Z');
const before = Date.parse('2026-02-02T01:00:00.000Z');

/** Jobs that run when the test says so. */
const runs = new Map<string, (payload: unknown) => Promise<JobResult>>();
const waiting: { readonly kind: string; readonly payload: unknown }[] = [];
const jobs: Parts['jobs'] = {
  define: (kind, run) =>
    void runs.set(kind, (payload) => run(payload as never, { report: async () => undefined, log: parts.log })),
  start: async (_sql, { kind, payload }) => void waiting.push({ kind, payload }),
  every: () => undefined,
};
const parts: Parts = { ...(await testParts(database, { clock })), jobs };

/** Bodies that ended, and what carries on. */
const ended = new Map<Id, Id | null>();
const names = new Map<Id, string>([
  [bodies.works, '维修队'],
  [bodies.roads, '道路队'],
]);
const { engine, as } = await startCases(parts, {
  ...testPorts,
  heirsOf: async (_district, ids) =>
    new Map(
      ids.flatMap((id) => {
        const heir = ended.has(id) ? (ended.get(id) ?? undefined) : id;
        const name = heir && names.get(heir);
        return heir && name ? [[id, { id: heir, name }] as const] : [];
      }),
    ),
});

const runWaiting = async (): Promise<JobResult> => {
  const job = waiting.shift();
  assert.ok(job, 'no job waits');
  const result = await runs.get(job.kind)?.(job.payload);
  assert.ok(result);
  return result;
};

const otherStreet = '99.01.01.002.001.g01.';
const all = (name: string, role: string, body?: Id) =>
  actorOf(sessionOf(name, { role, scope: '99.01.01.', ...(body && { body }) }));
const hands = {
  worker: all('甲', 'worker'),
  dispatcher: all('乙', 'dispatcher'),
  inspector: all('丙', 'inspector'),
  works: all('丁', 'handler', bodies.works),
  roads: all('戊', 'handler', bodies.roads),
};
/** Works mends lifts, roads mends lamps; what was sent wrong first goes over. */
const closed = (number: number, more: { readonly path?: string } = {}): CaseHistory => {
  const lift = number % 2 === 0;
  const [right, wrong] = lift ? [bodies.works, bodies.roads] : [bodies.roads, bodies.works];
  const now = new Date(before + number * 3_600_000).toISOString();
  const handler = lift ? hands.works : hands.roads;
  const first = lift ? hands.roads : hands.works;
  const astray = number % 5 === 0;
  return {
    report: {
      district,
      id: newId(),
      playbook: 'test.repair',
      category: lift ? '0101' : '0102',
      place: { path: more.path ?? grid1, point: null, text: '3 号楼' },
      values: { words: lift ? '电梯停了' : '路灯不亮' },
      channel: 'app',
      reporter: { kind: 'staff', person: people.worker.person, enteredBy: null },
      actor: hands.dispatcher,
      now,
    },
    steps: [
      { action: 'accept', form: {}, actor: hands.worker, now },
      { action: 'send', form: { body: astray ? wrong : right }, actor: hands.dispatcher, now },
      ...(astray ? [{ action: 'pass', form: { body: right, why: '不属我单位' }, actor: first, now }] : []),
      {
        action: 'finish',
        form: { result: '好' },
        actor: handler,
        now: new Date(Date.parse(now) + 7_200_000).toISOString(),
      },
      {
        action: 'approve',
        form: { answer: '好了' },
        actor: hands.inspector,
        now: new Date(Date.parse(now) + 7_200_000).toISOString(),
      },
    ],
  };
};

/** A matter that waits for the dispatcher. */
const sorted = async (category = '0101'): Promise<string> => {
  const body = reportBody({ category });
  assert.equal((await as(people.worker)('POST', '/api/cases', body)).status, 200);
  const accepted = await as(people.worker)('POST', `/api/cases/${body.id}/actions`, {
    id: newId(),
    action: 'accept',
    form: {},
  });
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
  return body.id;
};

const ask = async (who: keyof typeof people, id: string): Promise<RoutingSuggestions> => {
  const answer = await as(people[who])('GET', `/api/cases/${id}/suggestions`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body as RoutingSuggestions;
};

const train = async (): Promise<RoutingModelCard> => {
  clock.pass(60_000);
  const answer = await as(people.manager)('POST', '/api/routing-model', { id: newId() });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return (await runWaiting()).result as RoutingModelCard;
};

const inTwo = (text: string | undefined): string => (text ?? '').replace(/^.*?以来/, '');

test('with few matters nothing is learnt, and it says so; the rule is proposed all the same', async () => {
  await engine.writeHistories([closed(0), closed(1)]);
  const card = await train();
  assert.deepEqual([card.state, card.matters, card.holdOut], ['few', 2, null]);
  const id = await sorted();
  const { state, suggestions, rule } = await ask('dispatcher', id);
  assert.deepEqual([state, suggestions, rule?.id], ['untrained', [], bodies.works]);
  // A model that the plain table beat.
  await raw`update routing_model set state = 'worse', card = card || '{"state":"worse"}'::jsonb`.execute(database.sql);
  assert.equal((await ask('dispatcher', id)).state, 'weak');
});

test('trained on the right body, not on the first wrong one; suggestions say why, how sure, and how long', async () => {
  const told = await engine.writeHistories([
    ...Array.from({ length: 200 }, (_, number) => closed(number + 2)),
    ...Array.from({ length: 40 }, (_, number) => closed(number + 300, { path: otherStreet })),
  ]);
  assert.equal(told.refused.length, 0);
  const card = await train();
  assert.deepEqual([card.state, card.matters, card.bodies], ['good', 242, 2]);
  assert.ok(card.holdOut && card.holdOut.model.top1 === 1 && card.holdOut.trained + card.holdOut.tested === 242);

  const { state, suggestions, rule, model, time } = await ask('dispatcher', await sorted('0102'));
  assert.equal(state, 'ready');
  assert.deepEqual(
    suggestions.map((one) => [one.body.name, one.byRule]),
    [
      ['道路队', false],
      ['维修队', true],
    ],
  );
  assert.equal(suggestions[0]?.grade, 'likely');
  assert.ok(suggestions[0]?.reasons.some((reason) => reason.zh.includes('路灯')));
  assert.equal(rule?.id, bodies.works);
  assert.equal(model?.id, card.id);
  // Two hours each; the calendar counts working hours.
  assert.ok(time && time.median <= 2 && time.most <= 2 && time.kind.zh === '路灯', JSON.stringify(time));
  assert.equal(time.limit?.zh, '2 工作小时');
});

test('evidence counts what the asker may see, and nothing else', async () => {
  const id = await sorted();
  // 101 lifts in the street, 20 in the other one: the dispatcher of the street knows of 101, the district of all.
  const street = (await ask('dispatcher', id)).suggestions[0];
  assert.equal(inTwo(street?.evidence?.text.zh), '青石街道 · 001“电梯”共 101 件，其中 101 件由维修队办理');
  assert.deepEqual(
    { ...street?.evidence?.list },
    { category: '0101', status: 'closed', at: '990101001', body: bodies.works },
  );

  // A handler sees what his body was given, while it has it.
  const sent = await as(people.dispatcher)('POST', `/api/cases/${id}/actions`, {
    id: newId(),
    action: 'send',
    form: { body: bodies.roads },
  });
  assert.equal(sent.status, 200);
  const handler = await ask('roadman', id);
  assert.deepEqual(
    handler.suggestions.map((one) => [one.body.name, one.evidence]),
    [['维修队', null]],
    'the body that has it is not suggested, and lifts of others are not counted',
  );
});

test('a kind that nobody met is not guessed at', async () => {
  const id = await sorted('0199');
  await raw`update case_file set category = '0300', state = jsonb_set(state, '{category}', '"0300"') where id = ${id}::uuid`.execute(
    database.sql,
  );
  const { state, suggestions } = await ask('dispatcher', id);
  assert.deepEqual([state, suggestions], ['unlike', []]);
});

test('work of an abolished body is that of its successor; without one it is left out, at once and after the next training', async () => {
  const heir = newId();
  names.set(heir, '综合养护中心');
  ended.set(bodies.works, heir);
  const id = await sorted();
  assert.equal((await ask('dispatcher', id)).suggestions[0]?.body.name, '综合养护中心');
  assert.equal((await train()).bodies, 2);
  assert.equal((await ask('dispatcher', id)).suggestions[0]?.body.id, heir);
  ended.set(heir, null);
  assert.deepEqual(
    (await ask('dispatcher', id)).suggestions.map((one) => one.body.name),
    ['道路队'],
  );
  ended.clear();
});

test('matters above `internal` teach nothing: no suggestion tells that there are such', async () => {
  const secret = newId();
  names.set(secret, '专班');
  await raw`update case_file set sensitivity = 3, assignee = ${secret}::uuid where path = ${otherStreet}`.execute(
    database.sql,
  );
  const { matters, bodies: known } = await train();
  assert.deepEqual([matters, known], [202, 2]);
  const { suggestions } = await ask('dispatcher', await sorted());
  assert.ok(suggestions.every((one) => one.body.id !== secret));
});

test('only whoever may dispatch the matter now is advised; who may not see it learns nothing of it', async () => {
  const id = await sorted();
  const status = async (who: keyof typeof people): Promise<[number, string]> => {
    const answer = await as(people[who])('GET', `/api/cases/${id}/suggestions`);
    return [answer.status, answer.body?.code];
  };
  assert.deepEqual(await status('worker'), [409, 'routing.no-dispatch']);
  assert.deepEqual(await status('repairer'), [404, 'request.not-found']);
  assert.deepEqual(await status('otherDistrict'), [404, 'request.not-found']);
});

test('the card is for a post whose range is the district, and says of which district it is', async () => {
  const answer = await as(people.dispatcher)('GET', '/api/routing-model');
  assert.deepEqual([answer.status, answer.body.code], [403, 'routing.no-district']);
  assert.equal((await as(people.dispatcher)('POST', '/api/routing-model', { id: newId() })).status, 403);
  const clerk = sessionOf('文员', { role: 'clerk-of-accounts', scope: '99.01.01.' });
  assert.equal((await as(clerk)('GET', '/api/routing-model')).status, 403);
  const other = await as(people.otherDistrict)('GET', '/api/routing-model');
  assert.deepEqual([other.body.current, other.body.latest], [null, []]);
  const own = await as(people.manager)('GET', '/api/routing-model');
  assert.equal(own.body.current.state, 'good');
  assert.ok(own.body.latest.length >= 4);
});

test('what was shown before a dispatch is kept, so that one can count how often it was taken', async () => {
  const taken = async () => (await train()).taken;
  const start = await taken();
  const send = async (body: Id): Promise<void> => {
    const id = await sorted();
    await ask('dispatcher', id);
    clock.pass(60_000);
    const sent = await as(people.dispatcher)('POST', `/api/cases/${id}/actions`, {
      id: newId(),
      action: 'send',
      form: { body },
    });
    assert.equal(sent.status, 200);
  };
  await send(bodies.works);
  await send(bodies.works);
  await send(bodies.roads);
  await send(bodies.street);
  const now = await taken();
  assert.deepEqual([now.shown - start.shown, now.first - start.first, now.anyOfThree - start.anyOfThree], [4, 2, 3]);
});

test('the last good model stays until another good one is there; its numbers lie in the database once', async () => {
  const weights = async () =>
    (
      await raw<{ n: number }>`select count(*)::int as n from routing_model where weights is not null`.execute(
        database.sql,
      )
    ).rows[0]?.n;
  assert.equal(await weights(), 1);
  const { body: first } = await as(people.manager)('GET', '/api/routing-model');
  // Everything reopened: nothing to learn from tonight.
  await raw`update case_file set status = 'open' where status = 'closed'`.execute(database.sql);
  assert.equal((await train()).state, 'few');
  const { body: second } = await as(people.manager)('GET', '/api/routing-model');
  assert.deepEqual([second.current.id, second.latest[0].state, await weights()], [first.current.id, 'few', 1]);
});
