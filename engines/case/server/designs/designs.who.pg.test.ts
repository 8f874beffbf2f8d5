import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { sql as raw } from 'kysely';
import { applyEdit, type Playbook } from '#engines/case/model';
import { testClock, testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { testPost, testSession } from '#tests/support/sessions.ts';
import { repair } from '../../model/fixtures/repair.ts';
import { type Caller, district, newId, people, reportBody, startCases, testPorts } from '../fixtures/case-district.ts';

const database = await testDatabase();
/** Monday, 10:00 in China. */
const clock = testClock('2026-03-02T02:00:00.000Z');
const one = await startCases(await testParts(database, { clock }));
const two = await startCases(await testParts(database, { clock }));
const deaf = await startCases(await testParts(database, { clock, deaf: true }));

const designer = (name: string, scope: string, confirmed = true) =>
  testSession({
    id: newId(),
    person: newId(),
    name,
    confirmedAt: confirmed ? new Date().toISOString() : '2026-01-01T00:00:00.000Z',
    posts: [
      testPost({
        id: newId(),
        role: 'system-admin',
        permissions: ['playbook.design'],
        body: newId(),
        scope,
        district: scope.split('.').slice(0, 3).join(''),
      }),
    ],
  });
const admin = designer('许欣斌', '99.01.01.');
const colleague = designer('郑立', '99.01.01.');
const [asAdmin, asColleague] = [one.as(admin), two.as(colleague)];
const worker = one.as(people.worker);

const label = (text: string) => ({ zh: text, en: text });
const start = async (
  who: Caller,
  definition: unknown = repair,
  basedOn: object | null = { playbook: repair.id, version: repair.version },
) => {
  const answer = await who('POST', '/api/playbook-designs', { id: newId(), definition, basedOn });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body as { row: { id: string; revision: number; playbook: string }; definition: Playbook };
};
const save = (who: Caller, id: string, revision: number, definition: unknown) =>
  who('PUT', `/api/playbook-designs/${id}`, { revision, definition });
const publish = (who: Caller, id: string, revision: number, from: string) =>
  who('POST', `/api/playbook-designs/${id}/publication`, { id: newId(), revision, from });
const renamed = (name: string, playbook: Playbook = repair): Playbook =>
  applyEdit(playbook, { edit: 'stage', id: 'received', change: { name: label(name), shown: label(name) } });

/** Drafts a change and publishes it. */
const published = async (definition: Playbook, from = '2026-03-04', basedOn: object | null = null) => {
  const { row } = await start(asAdmin, definition, basedOn);
  const answer = await publish(asAdmin, row.id, row.revision, from);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
};
const reported = async (who: Caller = worker, more = {}) => {
  const body = reportBody(more);
  const answer = await who('POST', '/api/cases', body);
  return { id: body.id, status: answer.status, code: answer.body?.code, shown: answer.body?.shown?.zh };
};
const versionOf = async (id: string): Promise<number | undefined> =>
  (
    await raw<{ version: number }>`select playbook_version as version from case_file where id = ${id}::uuid`.execute(
      database.sql,
    )
  ).rows[0]?.version;
const auditOf = async (action: string) =>
  (
    await raw<{ object: string; detail: Record<string, unknown>; reason: string | null }>`
    select object, detail, reason from audit_row where action = ${action} order by at desc, id desc`.execute(
      database.sql,
    )
  ).rows;

describe('a version of the district', async () => {
  const before = await reported();
  const answer = await published(renamed('收到'), '2026-03-04');

  test('has a number that no pack uses, says what it changes, and begins on its day in China', () => {
    assert.equal(answer.version, 990_101_001);
    assert.equal(answer.state, 'coming');
    assert.equal(answer.inForceAt, '2026-03-03T16:00:00.000Z');
    assert.deepEqual(
      answer.changes.map((change: { zh: string }) => change.zh),
      ['环节「待受理」的名称由「待受理」改为「收到」', '环节「待受理」的居民看到的进度由「已收到」改为「收到」'],
    );
  });

  test('leaves an audit row that says in words what changes', async () => {
    const [row] = await auditOf('playbook.publish');
    assert.equal(row?.object, 'playbook:test.repair');
    assert.equal(row?.detail['from'], '2026-03-04');
    assert.match(String(row?.detail['summary']), /由「待受理」改为「收到」/);
  });

  test('takes new matters from that day on; those in course finish under theirs, in every process', async () => {
    clock.set('2026-03-03T15:59:59.000Z');
    const eve = await reported();
    assert.deepEqual([eve.shown, await versionOf(eve.id)], ['已收到', repair.version]);
    clock.set('2026-03-03T16:00:00.000Z');
    const after = await reported();
    assert.deepEqual([after.shown, await versionOf(after.id)], ['收到', 990_101_001]);
    for (const server of [two, deaf]) {
      const there = await reported(server.as(people.worker));
      assert.deepEqual([there.status, there.shown], [200, '收到']);
    }
    const old = await worker('POST', `/api/cases/${before.id}/actions`, { id: newId(), action: 'accept', form: {} });
    assert.equal(old.status, 200, JSON.stringify(old.body));
    assert.equal(await versionOf(before.id), repair.version);
    const fresh = await worker('GET', `/api/cases/${after.id}`);
    assert.equal(fresh.body.row.stageName.zh, '收到');
  });

  test('belongs to its district alone, and is what its people and its residents see', async () => {
    const nameIn = async (who: Caller, query = ''): Promise<string> =>
      (await who('GET', `/api/playbooks${query}`)).body.playbooks.find(
        (playbook: Playbook) => playbook.id === repair.id,
      ).stages[0].name.zh;
    assert.equal(await nameIn(worker), '收到');
    assert.equal(await nameIn(one.as(people.otherDistrict)), '待受理');
    assert.equal(await nameIn(one.as(null)), '收到', 'the only district that published');
    assert.equal(await nameIn(one.as(null), '?district=990102'), '待受理');
  });
});

test('a newer pack never meets it: the version of a district stays in force beside any of the pack', async () => {
  const newer = await startCases(await testParts(database, { clock }), {
    ...testPorts,
    definitions: {
      ...testPorts.definitions,
      playbooks: [{ ...repair, version: 99 }],
    },
  });
  const matter = await reported(newer.as(people.worker));
  assert.equal(await versionOf(matter.id), 990_101_001);
});

test('two administrators: the second is told who was first, and what he wrote is not saved over it', async () => {
  const { row } = await start(asAdmin);
  assert.equal((await save(asAdmin, row.id, 1, renamed('甲'))).status, 200);
  const late = await save(asColleague, row.id, 1, renamed('乙'));
  assert.deepEqual([late.status, late.body.code], [409, 'design.changed']);
  assert.match(late.body.message.zh, /许欣斌/);
  const kept = await asColleague('GET', `/api/playbook-designs/${row.id}`);
  assert.deepEqual([kept.body.definition.stages[0].name.zh, kept.body.row.revision], ['甲', 2]);
  assert.equal((await publish(asColleague, row.id, 1, '2026-03-10')).body.code, 'design.changed');
  const both = await Promise.all([
    save(asAdmin, row.id, 2, renamed('丙')),
    save(asColleague, row.id, 2, renamed('丁')),
  ]);
  assert.deepEqual(both.map((answer) => answer.status).sort(), [200, 409]);
});

test('published in one process and in force in another without a restart, at the latest ten seconds later', async () => {
  const made = await published(renamed('登记'));
  assert.equal(made.version, 990_101_002);
  assert.equal((await reported(two.as(people.worker))).shown, '收到', 'not before every process can know of it');
  clock.pass(10_000);
  await wait(150);
  for (const server of [one, two, deaf]) assert.equal((await reported(server.as(people.worker))).shown, '登记');
});

test('a withdrawn version takes no new matters; the one before does, and in the end that of the pack', async () => {
  const withdraw = (version: number) =>
    asAdmin('POST', `/api/playbook-publications/test.repair/${version}/withdrawal`, {
      id: newId(),
      reason: '试行结束',
    });
  const running = await reported();
  assert.equal((await withdraw(990_101_002)).status, 200);
  clock.pass(10_000);
  assert.equal((await reported()).shown, '收到');
  const goesOn = await worker('POST', `/api/cases/${running.id}/actions`, { id: newId(), action: 'accept', form: {} });
  assert.equal(goesOn.status, 200);
  assert.equal((await withdraw(990_101_002)).body.code, 'design.withdrawn');
  assert.equal((await withdraw(990_101_001)).status, 200);
  clock.pass(10_000);
  assert.equal((await reported()).shown, '已收到');
  assert.equal((await auditOf('playbook.withdraw'))[0]?.reason, '试行结束');
});

test('a playbook of its own: reported while it is in force, refused in words when it ended', async () => {
  const own: Playbook = { ...repair, id: '990101.lifts', name: label('电梯困人') };
  const made = await published(own);
  clock.pass(10_000);
  const matter = await reported(worker, { playbook: own.id });
  assert.deepEqual([matter.status, await versionOf(matter.id)], [200, made.version]);
  const foreign = people.otherDistrict;
  const other = await reported(one.as(foreign), { playbook: own.id, place: { code: '990102001001g01', text: '' } });
  assert.equal(other.code, 'case.playbook-unknown');
  await asAdmin('POST', `/api/playbook-publications/${own.id}/${made.version}/withdrawal`, {
    id: newId(),
    reason: '并入报修',
  });
  clock.pass(10_000);
  const late = await reported(worker, { playbook: own.id });
  assert.deepEqual([late.status, late.code], [409, 'case.playbook-withdrawn']);
  const again = await published(renamed('再来', own));
  assert.equal(again.version, made.version + 1);
});

describe('refused', async () => {
  const { row } = await start(asAdmin, renamed('草稿'));
  const refused = async (answer: ReturnType<Caller>): Promise<string> => (await answer).body?.code;

  test('a draft with problems, a day that is past, nothing changed, and what is no playbook', async () => {
    const broken = applyEdit(repair, { edit: 'remove-action', id: 'approve' });
    const bad = await start(asAdmin, broken);
    const answer = await publish(asAdmin, bad.row.id, 1, '2026-04-01');
    assert.deepEqual([answer.status, answer.body.code], [422, 'design.problems']);
    assert.equal(await refused(publish(asAdmin, row.id, 1, '2026-03-01')), 'design.day-past');
    assert.equal(await refused(publish(asAdmin, row.id, 1, '2026-02-31')), 'design.day-past');
    const same = await start(asAdmin);
    assert.equal(await refused(publish(asAdmin, same.row.id, 1, '2026-04-01')), 'design.unchanged');
    assert.equal(await refused(save(asAdmin, row.id, 1, { id: 'x' })), 'design.unreadable');
    assert.equal(
      await refused(
        asAdmin('POST', '/api/playbook-designs', { id: newId(), definition: { stages: 1 }, basedOn: null }),
      ),
      'design.unreadable',
    );
  });

  test('whoever has no such post, covers a part of the district only, is of another one, or has not confirmed', async () => {
    for (const who of [people.worker, people.manager]) {
      const call = one.as(who);
      assert.equal((await call('GET', '/api/playbook-designs')).status, 403);
      assert.equal((await publish(call, row.id, 1, '2026-04-01')).status, 403);
    }
    const street = one.as(designer('街道', '99.01.01.001.'));
    assert.deepEqual((await street('GET', '/api/playbook-designs')).body, []);
    assert.equal((await street('GET', '/api/design-ground')).status, 403);
    const other = one.as(designer('邻区', '99.01.02.'));
    assert.equal((await other('GET', `/api/playbook-designs/${row.id}`)).status, 404);
    assert.equal((await save(other, row.id, 1, repair)).status, 404);
    assert.equal((await other('DELETE', `/api/playbook-designs/${row.id}`)).status, 404);
    assert.equal(
      (
        await other('POST', '/api/playbook-publications/test.repair/990101001/withdrawal', {
          id: newId(),
          reason: '试一试',
        })
      ).status,
      404,
    );
    const unconfirmed = one.as(designer('很久以前', '99.01.01.', false));
    assert.equal(await refused(publish(unconfirmed, row.id, 1, '2026-04-01')), 'session.confirm');
  });

  test('a designer sees no matter', async () => {
    for (const url of ['/api/cases', '/api/inbox/count']) assert.equal((await asAdmin('GET', url)).status, 403);
  });
});

test('a repeat of a publication makes no second version', async () => {
  const { row } = await start(asAdmin, renamed('一次'));
  const body = { id: newId(), revision: 1, from: '2026-05-01' };
  const url = `/api/playbook-designs/${row.id}/publication`;
  const [first, again] = [await asAdmin('POST', url, body), await asAdmin('POST', url, body)];
  assert.deepEqual([first.status, again.status, again.body.version], [200, 200, first.body.version]);
  const { rows } = await raw<{ n: number }>`select count(*) as n from playbook_publication
    where district = ${district} and version = ${first.body.version}`.execute(database.sql);
  assert.equal(rows[0]?.n, 1);
});

test('a draft is thrown away; what was published from it stays', async () => {
  const { row } = await start(asAdmin, renamed('不要了'));
  assert.equal((await asAdmin('DELETE', `/api/playbook-designs/${row.id}`)).status, 204);
  assert.equal((await asAdmin('GET', `/api/playbook-designs/${row.id}`)).status, 404);
  const kept = await asAdmin('GET', '/api/playbook-publications');
  assert.ok(kept.body.some((publication: { version: number }) => publication.version === 990_101_001));
});
