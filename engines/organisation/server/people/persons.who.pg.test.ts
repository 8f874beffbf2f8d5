import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '#kernel/ids';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { openGrantDesk } from '../fixtures/grant-desk.ts';
import { people, startOrganisation } from '../fixtures/small-district.ts';

const database = await testDatabase();
const clock = testClock('2026-03-02T01:00:00.000Z');
const day = '2026-03-02';
const { server, fresh, as, codeOf, addPost, addPerson, propose, decide, refusedAs, auditOf, owns } =
  await openGrantDesk(database, clock, day);

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
