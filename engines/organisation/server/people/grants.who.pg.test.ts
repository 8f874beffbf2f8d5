import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { testClock } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { openGrantDesk } from '../fixtures/grant-desk.ts';
import { people, posts } from '../fixtures/small-district.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T01:00:00.000Z');
const day = '2026-03-02';
const { server, fresh, as, addPost, addPerson, propose, decide, refusedAs, auditOf, owns } = await openGrantDesk(
  database,
  clock,
  day,
);

test('security 22: what the first creates is inert until the second grants it; every step says who, when and why', async () => {
  const [person, post] = [await addPerson('inert'), await addPost('clerk')];
  const made = await propose(post, person, { reason: '新招录' });
  assert.equal(made.status, 200);
  assert.deepEqual(
    [made.body.state, made.body.proposedBy.name, made.body.reason, made.body.decidedBy, made.body.mayDecide],
    ['proposed', 'System', '新招录', null, false],
  );
  const waiting = await owns(person);
  const me = await server.ask('GET', '/api/me', waiting);
  assert.deepEqual([me.status, me.body.posts, me.body.permissions], [200, [], []]);
  assert.equal((await server.ask('GET', '/api/people', waiting)).status, 403);
  const rows = await database.sql.selectFrom('holder').select('person').where('person', '=', person).execute();
  assert.deepEqual(rows, [], 'a proposal makes no holding');

  const list = await as('security', 'GET', '/api/grants?state=proposed');
  const shown = list.body.find((one: { id: Id }) => one.id === made.body.id);
  assert.deepEqual(shown.post.permissions, ['case.read', 'organisation.read']);
  assert.deepEqual([shown.post.scope.name, shown.mayDecide], ['龙田街道', true]);
  const granted = await decide(made.body.id);
  assert.deepEqual(
    [granted.body.state, granted.body.decidedBy.name, granted.body.decision, granted.body.decidedAt],
    ['granted', 'Security', '按编制任命', clock.now()],
  );
  assert.equal((await server.ask('GET', '/api/me', waiting)).status, 401, 'security 12: rotated when rights change');
  const now = await server.ask('GET', '/api/me', await owns(person));
  assert.deepEqual(now.body.permissions, ['case.read', 'organisation.read']);
  const [row] = await auditOf('grant.grant');
  assert.deepEqual([row?.['person'], row?.['reason']], [people.security, '按编制任命']);
  await refusedAs('grant.decided')(decide(made.body.id));
});

test('security 22: two persons: neither who proposed nor whom it is about decides, nor anybody out of range', async () => {
  const [person, post] = [await addPerson('twice'), await addPost('worker')];
  const { body } = await propose(post, person);
  await refusedAs('permission.denied')(decide(body.id, 'granted', 'system'));
  await refusedAs('permission.denied')(decide(body.id, 'granted', 'chief'));
  await database.sql
    .updateTable('appointment')
    .set({ proposed_by: people.security })
    .where('id', '=', body.id)
    .execute();
  await refusedAs('grant.own')(decide(body.id));
  await assert.rejects(
    database.sql
      .updateTable('appointment')
      .set({ decided_by: people.security, state: 'granted' })
      .where('id', '=', body.id)
      .execute(),
    /check constraint/,
    'nor does the database let one person do both',
  );
  await database.sql.updateTable('appointment').set({ proposed_by: people.system }).where('id', '=', body.id).execute();
  await raw`update post set scope = '44.03.11.' where id = ${post}`.execute(database.sql);
  await refusedAs('request.not-found')(decide(body.id));
  await raw`update post set scope = '44.03.10.001.' where id = ${post}`.execute(database.sql);
  const refused = await decide(body.id, 'refused');
  assert.equal(refused.body.state, 'refused');
  assert.equal((await propose(post, person)).status, 200, 'what was refused may be proposed again');
  await refusedAs('organisation.already-proposed')(propose(post, person));
});

test('security 22: nobody proposes above his range, beyond his role, or himself', async () => {
  const keeper = (post: Id, person: Id) =>
    as('keeper', 'POST', `/api/posts/${post}/appointments`, { id: fresh(), person, from: day });
  await refusedAs('request.not-found')(keeper(posts.chief, people.worker));
  await refusedAs('request.not-found')(keeper(posts.other, people.worker));
  await refusedAs('organisation.beyond-role')(keeper(await addPost('chief'), people.worker));
  await refusedAs('organisation.unknown')(keeper(posts.clerk, people.other));
  await refusedAs('organisation.not-yourself')(keeper(posts.clerk, people.keeper));
});

test('security 21: the three administrators and business are kept apart when proposed and when granted', async () => {
  const [security, audit, clerk] = [await addPost('security'), await addPost('auditor'), await addPost('clerk')];
  for (const [who, post] of [
    [people.clerk, security],
    [people.system, clerk],
    [people.auditor, security],
    [people.security, audit],
    [people.auditor, clerk],
  ] as const) {
    const asked =
      who === people.system
        ? as('chief', 'POST', `/api/posts/${post}/appointments`, { id: fresh(), person: who, from: day })
        : propose(post, who);
    await refusedAs('organisation.kept-apart')(asked);
  }
  const person = await addPerson('twofold');
  const first = await propose(audit, person);
  await refusedAs('organisation.kept-apart')(propose(clerk, person));
  // Both were proposed before there was a rule: the decision asks again.
  const second = fresh();
  await database.sql
    .insertInto('appointment')
    .values({
      ...(await database.sql
        .selectFrom('appointment')
        .selectAll()
        .where('id', '=', first.body.id)
        .executeTakeFirstOrThrow()),
      id: second,
      post: clerk,
    })
    .execute();
  await refusedAs('organisation.kept-apart')(decide(second));
});

test('security 21: no race makes somebody two kinds of administrator, whatever is written', async () => {
  for (let round = 0; round < 8; round++) {
    const person = await addPerson(`race${round}`);
    const roles = ['security', 'auditor', 'system', 'clerk'] as const;
    const made = await Promise.all(roles.map((role) => addPost(role)));
    const grants: Id[] = [];
    for (const post of made) {
      const grant = fresh();
      await database.sql
        .insertInto('appointment')
        .values({
          district: '440310',
          id: grant,
          post,
          person,
          from_day: day,
          to_day: null,
          state: 'proposed',
          proposed_by: people.system,
          proposed_at: clock.now(),
          reason: null,
        })
        .execute();
      grants.push(grant);
    }
    const cookie = await server.signIn('security');
    // Past the rule of the program: only the database stands between.
    await Promise.allSettled(
      made.map((post) =>
        database.sql
          .insertInto('holder')
          .values({ district: '440310', post, person, from_day: day, to_day: null })
          .execute(),
      ),
    );
    const direct = await database.sql.selectFrom('holder').select('post').where('person', '=', person).execute();
    assert.equal(direct.length, 1);
    await database.sql.deleteFrom('holder').where('person', '=', person).execute();
    const answers = await Promise.all(
      grants.map((grant) =>
        server.ask('POST', `/api/grants/${grant}/decision`, cookie, { decision: 'granted', reason: '并行' }),
      ),
    );
    assert.ok(answers.filter((one) => one.status === 200).length <= 1);
  }
});

test('security 22: a post for a time ends by itself; ending takes effect at once and is told', async () => {
  clock.set('2026-03-02T02:00:00.000Z');
  const [person, post] = [await addPerson('guest'), await addPost('clerk')];
  const made = await propose(post, person, { to: '2026-03-04' });
  await decide(made.body.id);
  const cookie = await owns(person);
  assert.equal((await server.ask('GET', '/api/people', cookie)).status, 200);
  clock.set('2026-03-03T16:30:00.000Z');
  const later = await owns(person);
  assert.deepEqual((await server.ask('GET', '/api/me', later)).body.posts, [], 'the fourth of March has come in China');

  const again = await propose(post, person, { from: '2026-03-04' });
  await decide(again.body.id);
  const working = await owns(person);
  assert.equal((await server.ask('GET', '/api/people', working)).status, 200);
  assert.equal(
    (await as('system', 'DELETE', `/api/posts/${post}/holders/${person}?reason=${encodeURIComponent('调离')}`)).status,
    200,
  );
  assert.equal((await server.ask('GET', '/api/people', working)).status, 401, 'security 13: the old cookie is dead');
  const ended = (await as('security', 'GET', '/api/grants?state=ended')).body.find(
    (one: { id: Id }) => one.id === again.body.id,
  );
  assert.deepEqual([ended.endedBy.name, ended.ending], ['System', '调离']);

  const third = await propose(post, person, { from: '2026-03-04' });
  await decide(third.body.id);
  const revoked = await as('security', 'POST', `/api/posts/${post}/holders/${person}/revocation`, { reason: '违规' });
  assert.equal(revoked.body.state, 'ended');
  clock.set('2026-03-02T03:00:00.000Z');
});

test('security 15: whoever decides, appoints the first one or disables has to say again who he is', async () => {
  const [person, post] = [await addPerson('stale'), await addPost('worker')];
  const made = await propose(post, person);
  const [decider, system] = [await server.signIn('security'), await server.signIn('system')];
  clock.pass(11 * 60_000);
  const asked = { decision: 'granted', reason: '按编制任命' };
  assert.equal(
    (await server.ask('POST', `/api/grants/${made.body.id}/decision`, decider, asked)).body.code,
    'session.confirm',
  );
  assert.equal(
    (await server.ask('POST', `/api/people/${person}/disable`, system, { reason: '离职' })).body.code,
    'session.confirm',
  );
});

test('security 36: a holding that was altered or written beside the program gives no rights and is reported', async () => {
  const [person, post, wide] = [
    await addPerson('flipped'),
    await addPost('clerk'),
    await addPost('chief', '44.03.10.'),
  ];
  const made = await propose(post, person, { to: '2026-06-01' });
  await decide(made.body.id);
  assert.deepEqual((await server.ask('GET', '/api/me', await owns(person))).body.posts.length, 1);
  assert.equal(await server.engine.checkHoldings(), 0);

  await database.sql.updateTable('holder').set({ to_day: null }).where('person', '=', person).execute();
  assert.deepEqual((await server.ask('GET', '/api/me', await owns(person))).body.posts, []);
  assert.equal(await server.engine.checkHoldings(), 1);
  await database.sql.updateTable('holder').set({ to_day: '2026-06-01' }).where('person', '=', person).execute();
  assert.equal((await server.ask('GET', '/api/me', await owns(person))).body.posts.length, 1, 'as it was, it counts');

  const { seal } = await database.sql
    .selectFrom('holder')
    .select('seal')
    .where('person', '=', person)
    .executeTakeFirstOrThrow();
  await database.sql
    .insertInto('holder')
    .values({ district: '440310', post: wide, person, from_day: day, to_day: null, seal })
    .execute();
  const me = await server.ask('GET', '/api/me', await owns(person));
  assert.deepEqual(
    me.body.posts.map((one: { id: Id }) => one.id),
    [post],
    'a seal taken from elsewhere does not fit',
  );
  const [row] = await auditOf('organisation.holding-altered');
  assert.equal(row?.['object'], `holding:${wide}/${person}`);
  await assert.rejects(raw`update post set role = 'chief' where id = ${post}`.execute(database.sql), /role of a post/);
  await database.sql.deleteFrom('holder').where('post', '=', wide).execute();
});

test('S066: a decision sees how many posts and open matters somebody carries already, and how many are usual', async () => {
  const post = await addPost('worker', '44.03.10.001.001.');
  const { body } = await propose(post, people.worker);
  assert.deepEqual(body.load, { posts: 1, openCases: 3, most: 3 });
});

test('lists of proposals and grants hold nothing from outside the range of whoever asks', async () => {
  const street = await addPost('worker', '44.03.10.002.001.');
  const made = await propose(street, people.clerk);
  const seen = async (who: keyof typeof people, url: string) =>
    (await as(who, 'GET', url)).body.map((one: { id: Id }) => one.id) as Id[];
  assert.ok((await seen('system', '/api/appointments')).includes(made.body.id));
  assert.ok(!(await seen('keeper', '/api/appointments')).includes(made.body.id));
  await refusedAs('request.not-found')(as('keeper', 'DELETE', `/api/appointments/${made.body.id}`));
  assert.equal((await as('system', 'DELETE', `/api/appointments/${made.body.id}`)).body.state, 'withdrawn');
});

test('security 22: whoever resets a password or a factor gives himself nothing: the posts have to be granted again', async () => {
  const [person, post] = [await addPerson('reset'), await addPost('clerk')];
  await decide((await propose(post, person)).body.id);
  const answer = await as('system', 'POST', `/api/people/${person}/starting-password`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const [row] = await database.sql.selectFrom('holder').selectAll().where('person', '=', person).execute();
  assert.equal(row?.['to_day'], row?.['from_day'], 'ended at once');
  const waiting = (await as('security', 'GET', '/api/grants?state=proposed')).body;
  const again = waiting.find((one: { person: { id: Id } }) => one.person.id === person);
  assert.equal((await decide(again.id)).body.state, 'granted');
  assert.equal((await as('system', 'DELETE', `/api/people/${person}/factors`)).status, 204);
  const [shown] = (await as('system', 'GET', '/api/people?words=reset')).body;
  assert.deepEqual([shown.state, shown.proposed], ['waiting', 1]);
});
