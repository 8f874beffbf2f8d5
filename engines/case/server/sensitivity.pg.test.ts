import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql as raw } from 'kysely';
import { mayHear } from '#platform/server/live';
import type { News } from '#platform/server/parts';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, grid1, labelledPorts, newId, reportBody, sessionOf, startCases } from './fixtures/case-district.ts';

const database = await testDatabase();
const base = await testParts(database);
const told: News[] = [];
const parts = { ...base, live: { ...base.live, tell: (news: News) => void told.push(news) } };
const { as, engine } = await startCases(parts, labelledPorts);

const community = '99.01.01.001.001.';
const sessions = {
  worker: sessionOf('网格', { role: 'worker', scope: grid1 }),
  dispatcher: sessionOf('派单', { role: 'dispatcher', scope: community }),
  cleared: sessionOf('涉密派单', { role: 'dispatcher', scope: community, clearance: 'sensitive' }),
  // The highest clearance, but a role that the playbook does not name.
  unnamed: sessionOf('区管', { role: 'manager', scope: community, clearance: 'key-persons' }),
  visitor: sessionOf('专干', { role: 'visitor', scope: community, clearance: 'key-persons' }),
  // Narrow and cleared, wide and not: one person with two posts.
  both: sessionOf(
    '兼岗',
    { role: 'dispatcher', scope: grid1, clearance: 'sensitive' },
    { role: 'worker', scope: community },
  ),
  hand: sessionOf('承办', { role: 'handler', scope: '99.01.01.', body: bodies.works }),
  clearedHand: sessionOf('涉密承办', {
    role: 'handler',
    scope: '99.01.01.',
    body: bodies.works,
    clearance: 'sensitive',
  }),
};
type Who = keyof typeof sessions;
const labels = { internal: 'test.repair', sensitive: 'test.mediation', 'key-persons': 'test.visits' } as const;
type Level = keyof typeof labels;
const sees: Readonly<Record<Exclude<Who, 'hand' | 'clearedHand'>, readonly Level[]>> = {
  worker: ['internal'],
  dispatcher: ['internal'],
  cleared: ['internal', 'sensitive'],
  unnamed: ['internal', 'sensitive'],
  visitor: ['internal', 'sensitive', 'key-persons'],
  both: ['internal', 'sensitive'],
};
const ids: Record<Level, string> = { internal: '', sensitive: '', 'key-persons': '' };
const point = { lng: 114.001, lat: 22.001, datum: 'WGS-84' };

before(async () => {
  for (const level of Object.keys(labels) as Level[]) {
    const body = reportBody({ playbook: labels[level], place: { code: '990101001001g01', point, text: '桃园八栋' } });
    // Whoever reports may not read what he reported: writing up is allowed, reading up is not.
    const answer = await as(sessions.worker)('POST', '/api/cases', body);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    ids[level] = body.id;
  }
});

describe('security 23: a label above the clearance', () => {
  for (const who of Object.keys(sees) as (keyof typeof sees)[]) {
    test(`${who}: lists, counts, searches and single matters agree`, async () => {
      const caller = as(sessions[who]);
      const expected = sees[who].map((level) => ids[level]).sort();
      for (const query of [
        '',
        '?sort=due',
        '?view=reported',
        `?words=${encodeURIComponent('桃园')}`,
        '?at=990101001001',
      ]) {
        const { body } = await caller('GET', `/api/cases${query}`);
        const found = body.rows.map((row: { id: string }) => row.id).sort();
        const wanted = query === '?view=reported' && who !== 'worker' ? [] : expected;
        assert.deepEqual(found, wanted, `${who} ${query}`);
        assert.equal(body.total, wanted.length, `${who} ${query}`);
      }
      for (const level of Object.keys(labels) as Level[]) {
        const { status, body } = await caller('GET', `/api/cases/${ids[level]}`);
        assert.equal(status, sees[who].includes(level) ? 200 : 404, `${who} ${level}`);
        if (status === 200) assert.equal(body.row.sensitivity, level);
      }
      const subjects = Object.values(ids).map((id) => ({ id }));
      assert.deepEqual([...(await engine.namesOfSubjects(sessions[who], subjects)).keys()].sort(), expected);
    });
  }

  test('the inbox and its count leave it out, also where the role is the one it waits for', async () => {
    const plain = sessionOf('网格', { role: 'worker', scope: community });
    const cleared = sessionOf('网格', { role: 'worker', scope: community, clearance: 'sensitive' });
    assert.equal((await as(plain)('GET', '/api/inbox/count')).body.waiting, 1);
    assert.equal((await as(cleared)('GET', '/api/inbox/count')).body.waiting, 2);
    assert.equal((await as(plain)('GET', '/api/cases?view=inbox')).body.total, 1);
    const posts = [
      { id: newId(), role: 'worker', body: bodies.street, forBody: true, scope: community, district: '990101' },
    ];
    assert.deepEqual([...(await engine.countOpenCases(posts)).values()], [1]);
  });

  test('no step, link, “me too” or look at a value reveals it: the answer is that of an id that never was', async () => {
    const same = async (
      send: (id: string) => Promise<{ status: number; body: { code: string; message: unknown } }>,
    ) => {
      const [never, hidden] = [await send(newId()), await send(ids.sensitive)];
      assert.equal(never.status, 404);
      assert.deepEqual(
        [hidden.status, hidden.body.code, hidden.body.message],
        [404, never.body.code, never.body.message],
      );
    };
    const worker = as(sessions.worker);
    await same((id) => worker('POST', `/api/cases/${id}/actions`, { id: newId(), action: 'accept', form: {} }));
    await same((id) => worker('POST', `/api/cases/${id}/actions`, { id: newId(), action: 'nonsense', form: {} }));
    await same((id) => worker('POST', `/api/cases/${id}/me-too`, { id: newId() }));
    await same((id) => worker('POST', `/api/cases/${id}/duplicate`, { id: newId(), of: null }));
    await same((id) => worker('POST', `/api/cases/${ids.internal}/duplicate`, { id: newId(), of: id }));
    await same((id) => worker('POST', `/api/cases/${id}/reveal`, { field: 'contact', reason: '核实' }));
    await same((id) => worker('GET', `/api/cases/${id}/files/${'a'.repeat(64)}`));
    await same((id) => as(null)('POST', `/api/public/cases/${id}/me-too`, { id: newId(), district: '990101' }));
    const batch = await worker('POST', '/api/cases/batch', {
      id: newId(),
      action: 'accept',
      form: {},
      cases: [ids.sensitive, newId()],
    });
    const [hidden, never] = batch.body.refused;
    assert.deepEqual(hidden.message, never.message);
  });

  test('what lies near is shown only to whoever may know of it', async () => {
    const asked = { playbook: 'test.repair', category: '0101', point, words: '桃园八栋电梯', district: '990101' };
    const found = async (who: Who | null): Promise<string[]> =>
      (await as(who ? sessions[who] : null)('POST', who ? '/api/cases/near' : '/api/public/near', asked)).body
        .map((one: { row: { id: string } }) => one.row.id)
        .sort();
    assert.deepEqual(await found(null), [ids.internal]);
    assert.deepEqual(await found('worker'), [ids.internal]);
    assert.deepEqual(await found('cleared'), [ids.internal, ids.sensitive].sort());
    assert.deepEqual(await found('visitor'), Object.values(ids).sort());
  });

  test('live news of it go only to posts that may know, and to the body whose task it is', () => {
    const news = (level: Level) => told.find((one) => one.id === ids[level]);
    for (const level of Object.keys(labels) as Level[]) {
      const one = news(level);
      assert.ok(one, level);
      for (const who of Object.keys(sees) as (keyof typeof sees)[])
        assert.equal(mayHear(sessions[who], one), sees[who].includes(level), `${who} ${level}`);
      assert.equal(mayHear(sessions.hand, one), false);
    }
  });

  test('a task does not lift the label: the body that has it sees it only with a cleared post', async () => {
    const step = async (session: (typeof sessions)[Who], action: string, form: object) => {
      const answer = await as(session)('POST', `/api/cases/${ids.sensitive}/actions`, { id: newId(), action, form });
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
    };
    await step(sessionOf('网格', { role: 'worker', scope: community, clearance: 'sensitive' }), 'accept', {});
    await step(sessions.cleared, 'send', { body: bodies.works });
    assert.equal((await as(sessions.hand)('GET', `/api/cases/${ids.sensitive}`)).status, 404);
    assert.equal((await as(sessions.hand)('GET', '/api/cases')).body.total, 0);
    assert.equal((await as(sessions.hand)('GET', '/api/cases?view=inbox')).body.total, 0);
    assert.equal((await as(sessions.clearedHand)('GET', `/api/cases/${ids.sensitive}`)).status, 200);
    assert.equal((await as(sessions.clearedHand)('GET', '/api/cases')).body.total, 1);
  });

  test('facts carry the label of what they speak of', async () => {
    const { rows } = await raw<{ subject: string; sensitivity: number }>`
      select distinct subject, sensitivity from fact order by sensitivity`.execute(database.sql);
    assert.deepEqual(
      rows.map((row) => [row.subject, row.sensitivity]),
      [
        [ids.internal, 1],
        [ids.sensitive, 2],
        [ids['key-persons'], 3],
      ],
    );
  });
});
