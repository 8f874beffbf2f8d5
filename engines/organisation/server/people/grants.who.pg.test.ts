import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, id, people, plan, posts, startOrganisation } from '../fixtures/small-district.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T01:00:00.000Z');
const parts = await testParts(database, { clock });
const server = await startOrganisation(parts);
await server.engine.plantOrganisation(plan);
const day = '2026-03-02';

let next = 2000;
const fresh = () => id(next++);
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
/** Signs in for each question: the sign-ins of people whose posts change end all the time. */
const as = async (who: keyof typeof people, method: Method, url: string, body?: object) =>
  server.ask(method, url, await server.signIn(who), body);
const codeOf = async (asked: ReturnType<typeof as>): Promise<string> => {
  const { status, body } = await asked;
  return status < 300 ? 'done' : body.code;
};
/** Straight into the table: posts are another room's. */
const addPost = async (role: string, scope = '44.03.10.001.'): Promise<Id> => {
  const post = fresh();
  await database.sql
    .insertInto('post')
    .values({ district: '440310', id: post, body: bodies.longtian, title: role, role, scope })
    .execute();
  return post;
};
const addPerson = async (account: string, more: object = {}): Promise<Id> => {
  const person = { id: fresh(), name: account, account, password: 'Seven-paper-cranes', ...more };
  const { status, body } = await as('system', 'POST', '/api/people', person);
  assert.equal(status, 200, JSON.stringify(body));
  return person.id;
};
const propose = (post: Id, person: Id, more: object = {}) =>
  as('system', 'POST', `/api/posts/${post}/appointments`, { id: fresh(), person, from: day, ...more });
const decide = (grant: Id, decision: 'granted' | 'refused' = 'granted', who: keyof typeof people = 'security') =>
  as(who, 'POST', `/api/grants/${grant}/decision`, { decision, reason: '按编制任命' });
const refusedAs = (code: string) => async (asked: ReturnType<typeof as>) => assert.equal(await codeOf(asked), code);
const auditOf = (action: string) =>
  database.sql.selectFrom('audit_row').selectAll().where('action', '=', action).orderBy('id', 'desc').execute();

/** Sets the password that the owner chooses, so that the account is complete. */
const owns = async (person: Id): Promise<string> => {
  await database.sql
    .updateTable('account')
    .set({ must_change: false, starting_until: null })
    .where('person', '=', person)
    .execute();
  const { name } = await database.sql
    .selectFrom('account')
    .select('name')
    .where('person', '=', person)
    .executeTakeFirstOrThrow();
  const answer = await server.ask('POST', '/api/session', undefined, {
    account: name as string,
    password: 'Seven-paper-cranes',
  });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.cookie;
};

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

test('security 17: a leaver: what stays behind is listed, holdings end, coming back needs a grant again', async () => {
  const [person, post, other] = [await addPerson('leaver'), await addPost('worker'), await addPost('clerk')];
  await decide((await propose(post, person)).body.id);
  await propose(other, person);
  const leaving = await as('system', 'GET', `/api/people/${person}/leaving`);
  assert.deepEqual(
    [leaving.body.posts.length, leaving.body.posts[0].openCases, leaving.body.posts[0].others, leaving.body.proposed],
    [1, 3, [], 1],
  );
  const cookie = await owns(person);
  const gone = await as('system', 'POST', `/api/people/${person}/disable`, { reason: '离职' });
  assert.deepEqual([gone.body.state, gone.body.posts, gone.body.proposed], ['disabled', [], 0]);
  assert.equal((await server.ask('GET', '/api/me', cookie)).status, 401);
  await refusedAs('organisation.person-disabled')(propose(post, person));
  const back = await as('system', 'POST', `/api/people/${person}/enable`, { reason: '返聘' });
  assert.equal(back.body.state, 'waiting');
  assert.deepEqual((await server.ask('GET', '/api/me', await owns(person))).body.posts, []);
  const listed = await as('system', 'GET', '/api/people?state=waiting');
  assert.ok(listed.body.some((one: { id: Id }) => one.id === person));
});

test('security 1: one person, one account, one phone number: duplicates are refused, also when both come at once', async () => {
  const phone = '13711112222';
  const person = await addPerson('phoned', { phone: '+86 137-1111-2222' });
  const again = { id: fresh(), name: '乙', account: 'phoned2', password: 'Seven-paper-cranes', phone };
  const refused = await as('system', 'POST', '/api/people', again);
  assert.deepEqual([refused.status, refused.body.code], [409, 'organisation.phone-taken']);
  await refusedAs('organisation.phone-wrong')(as('system', 'POST', '/api/people', { ...again, phone: '12345' }));
  const cookie = await server.signIn('system');
  const both = await Promise.all(
    ['p1', 'p2'].map((account) =>
      server.ask('POST', '/api/people', cookie, { ...again, id: fresh(), account, phone: '13711113333' }),
    ),
  );
  assert.deepEqual(both.map((one) => one.status).sort(), [200, 409]);

  // Security 35: at rest it is sealed; the same number is never the same text.
  const row = await database.sql.selectFrom('person').selectAll().where('id', '=', person).executeTakeFirstOrThrow();
  assert.equal(row['phone'], null);
  assert.ok(!JSON.stringify(row).includes(phone) && String(row['phone_sealed']).length > 30);
  const [shown] = (await as('system', 'GET', '/api/people?words=phoned')).body;
  assert.equal(shown.phone, '137****2222');
  await as('system', 'POST', `/api/people/${person}/disable`, { reason: '离职' });
  assert.equal((await as('system', 'POST', '/api/people', again)).status, 200, 'whoever left frees the number');
  await refusedAs('organisation.phone-taken')(as('system', 'POST', `/api/people/${person}/enable`, { reason: '返聘' }));
});

test('security 35: phones that an earlier version kept in plain are sealed, and found afterwards', async () => {
  const person = fresh();
  await database.sql
    .insertInto('person')
    .values({ district: '440310', id: person, name: '旧', phone: '13600001111', home: '44.03.10.001.' })
    .execute();
  const upgraded = await startOrganisation(await testParts(database, { clock }));
  const row = await database.sql.selectFrom('person').selectAll().where('id', '=', person).executeTakeFirstOrThrow();
  assert.deepEqual([row['phone'], typeof row['phone_blind']], [null, 'string']);
  const taken = { id: fresh(), name: '丙', account: 'old', password: 'Seven-paper-cranes', phone: '13600001111' };
  assert.equal((await upgraded.ask('POST', '/api/people', await upgraded.signIn('system'), taken)).status, 409);
});

test('security 20: every column of the table in a PATCH changes nothing but name and phone', async () => {
  const person = await addPerson('patched');
  const before = await database.sql.selectFrom('person').selectAll().where('id', '=', person).executeTakeFirstOrThrow();
  const columns: Record<string, unknown> = {
    district: '440311',
    id: fresh(),
    home: '44.03.',
    stamp: 99,
    disabled_at: clock.now(),
    disabledAt: null,
    made_at: clock.now(),
    phone_sealed: 'x',
    phone_blind: 'x',
    account: 'root',
    password: 'x',
    state: 'active',
    posts: [],
    permissions: ['organisation.edit'],
    role: 'chief',
    __proto__x: 1,
    constructor: {},
  };
  for (const [column, value] of Object.entries(columns)) {
    const { status } = await as('system', 'PATCH', `/api/people/${person}`, { name: '改名', [column]: value });
    assert.equal(status, 400, column);
  }
  assert.deepEqual(
    await database.sql.selectFrom('person').selectAll().where('id', '=', person).executeTakeFirstOrThrow(),
    before,
  );
  const edited = await as('system', 'PATCH', `/api/people/${person}`, { name: '改名', phone: '13900008888' });
  assert.deepEqual([edited.body.name, edited.body.phone], ['改名', '139****8888']);
  assert.equal((await as('system', 'PATCH', `/api/people/${person}`, { phone: null })).body.phone, null);
  await refusedAs('request.not-found')(as('keeper', 'PATCH', `/api/people/${people.chief}`, { name: '甲' }));
  await refusedAs('permission.denied')(as('security', 'PATCH', `/api/people/${person}`, { name: '甲' }));
});

test('security 2: an account without a password is opened by its owner with a code that works once', async () => {
  const person = fresh();
  const given = { id: person, name: '甲', account: 'coded' };
  const made = await as('system', 'POST', '/api/people', given);
  assert.deepEqual([made.body.activates, made.body.state], [true, 'waiting']);
  const first = (await as('system', 'POST', `/api/people/${person}/activation`)).body;
  const { code } = (await as('system', 'POST', `/api/people/${person}/activation`)).body;
  const everything = JSON.stringify([
    await database.sql.selectFrom('activation').selectAll().execute(),
    await database.sql.selectFrom('command_receipt').selectAll().execute(),
    await auditOf('account.issue-activation'),
  ]);
  assert.ok(!everything.includes(code), 'only a hash is kept');
  const activate = async (tried: string, chosen = 'Nine+quiet+rivers') =>
    codeOf(
      server.ask('POST', '/api/public/activation', undefined, { account: 'CODED', code: tried, password: chosen }),
    );
  assert.equal(await activate(first.code), 'activation.refused', 'a new code ends the one before');
  assert.equal(await activate('AAAA-AAAA-AAAA-AAAA'), 'activation.refused');
  assert.equal(await activate(code, 'coded12345'), 'password.guessable');
  assert.deepEqual((await Promise.all([activate(code.toLowerCase()), activate(code)])).sort(), [
    'activation.refused',
    'done',
  ]);
  assert.equal(await activate(code), 'activation.refused');
  const me = await server.ask('POST', '/api/session', undefined, { account: 'coded', password: 'Nine+quiet+rivers' });
  assert.deepEqual([me.status, me.body.permissions], [200, []]);
  await refusedAs('activation.not-needed')(as('system', 'POST', `/api/people/${person}/activation`));
});

test('security 2, 21: the first security administrator sets his own password; later ones need the second person', async () => {
  const empty = await testDatabase();
  const own = await startOrganisation(await testParts(empty, { clock }));
  const chosen = 'Copper-lantern-bridge';
  await own.engine.createAdministrator({
    account: 'first',
    password: chosen,
    name: '王一',
    at: '440310',
    role: 'system',
  });
  const signIn = async (account: string) =>
    (await own.ask('POST', '/api/session', undefined, { account, password: chosen })).cookie;
  const system = await signIn('first');
  assert.deepEqual((await own.ask('GET', '/api/administrators', system)).body, {
    system: 1,
    security: 0,
    audit: 0,
    everSecurity: false,
  });
  const appoint = (person: Id, account: string) =>
    own.ask('POST', '/api/administrators/first-security', system, { id: person, name: '李二', account });
  const [one, two] = [fresh(), fresh()];
  const lost = await appoint(one, 'second');
  const again = await appoint(one, 'second');
  assert.ok(lost.status === 200 && again.status === 200 && lost.body.code !== again.body.code);
  const instead = await appoint(two, 'third');
  const activate = async (account: string, code: string) =>
    (await own.ask('POST', '/api/public/activation', undefined, { account, code, password: chosen })).status;
  assert.equal(await activate('second', again.body.code), 403, 'another person was appointed instead');
  assert.equal(await activate('third', instead.body.code), 204);
  const security = await signIn('third');
  assert.ok((await own.ask('GET', '/api/me', security)).body.permissions.includes('grant.decide'));
  assert.equal((await appoint(fresh(), 'fourth')).body.code, 'grant.first-exists');
  assert.deepEqual((await own.ask('GET', '/api/administrators', system)).body, {
    system: 1,
    security: 1,
    audit: 0,
    everSecurity: true,
  });
  assert.equal((await own.ask('GET', '/api/grants?state=granted', security)).body.length, 1);
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
