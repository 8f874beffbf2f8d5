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
const propose = (who: Caller, id: string, revision: number, from: string) =>
  who('POST', `/api/playbook-designs/${id}/proposal`, { id: newId(), revision, from });
const decide = (who: Caller, id: string, approve: boolean, reason?: string) =>
  who('POST', `/api/playbook-proposals/${id}/decision`, { id: newId(), approve, ...(reason && { reason }) });
const renamed = (name: string, playbook: Playbook = repair): Playbook =>
  applyEdit(playbook, { edit: 'stage', id: 'received', change: { name: label(name), shown: label(name) } });

/** Drafts a change and proposes it; a colleague publishes it. @returns the publication */
const published = async (definition: Playbook, from = '2026-03-04', basedOn: object | null = null) => {
  const { row } = await start(asAdmin, definition, basedOn);
  const asked = await propose(asAdmin, row.id, row.revision, from);
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  const answer = await decide(asColleague, asked.body.id, true);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const all = (await asAdmin('GET', '/api/playbook-publications')).body as { playbook: string; version: number }[];
  const made = all.find((one) => one.playbook === definition.id && one.version === answer.body.version);
  assert.ok(made);
  return made as unknown as { version: number; state: string; inForceAt: string; changes: { zh: string }[] };
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
  assert.equal((await propose(asColleague, row.id, 1, '2026-03-10')).body.code, 'design.changed');
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
    const answer = await propose(asAdmin, bad.row.id, 1, '2026-04-01');
    assert.deepEqual([answer.status, answer.body.code], [422, 'design.problems']);
    assert.equal(await refused(propose(asAdmin, row.id, 1, '2026-03-01')), 'design.day-past');
    assert.equal(await refused(propose(asAdmin, row.id, 1, '2026-02-31')), 'design.day-past');
    const same = await start(asAdmin);
    assert.equal(await refused(propose(asAdmin, same.row.id, 1, '2026-04-01')), 'design.unchanged');
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
      assert.equal((await propose(call, row.id, 1, '2026-04-01')).status, 403);
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
    assert.equal(await refused(propose(unconfirmed, row.id, 1, '2026-04-01')), 'session.confirm');
  });

  test('a designer sees no matter', async () => {
    for (const url of ['/api/cases', '/api/inbox/count']) assert.equal((await asAdmin('GET', url)).status, 403);
  });
});

describe('two people', () => {
  const asOther = one.as(designer('赵敏', '99.01.01.'));
  let row: Awaited<ReturnType<typeof start>>['row'];
  let asked: Awaited<ReturnType<Caller>>;
  const proposals = async (who: Caller) =>
    (await who('GET', '/api/playbook-proposals')).body as { id: string; state: string; mayDecide: boolean }[];

  test('what one proposes is in force only when another has decided; the proposer never does', async () => {
    ({ row } = await start(asAdmin, renamed('两人')));
    asked = await propose(asAdmin, row.id, 1, '2026-05-01');
    assert.deepEqual([asked.status, asked.body.state, asked.body.version], [200, 'proposed', null]);
    assert.deepEqual((await proposals(asAdmin)).find(({ id }) => id === asked.body.id)?.mayDecide, false);
    assert.deepEqual((await proposals(asOther)).find(({ id }) => id === asked.body.id)?.mayDecide, true);
    for (const approve of [true, false])
      assert.equal((await decide(asAdmin, asked.body.id, approve, '自己')).body.code, 'design.same-person');
    const { rows } = await raw<{
      n: number;
    }>`select count(*) as n from playbook_publication where from_day = '2026-05-01'`.execute(database.sql);
    assert.equal(rows[0]?.n, 0);
    // What writes past the program is refused too.
    await assert.rejects(
      raw`update playbook_proposal set state = 'refused', decided_by = proposed_by where id = ${asked.body.id}::uuid`.execute(
        database.sql,
      ),
    );
  });

  test('while it waits nobody proposes the same playbook again, and later changes of the draft are not in it', async () => {
    const second = await start(asColleague, renamed('另一份'));
    assert.equal((await propose(asColleague, second.row.id, 1, '2026-05-01')).body.code, 'design.proposed-already');
    assert.equal((await save(asAdmin, row.id, 1, renamed('后来改的'))).status, 200);
    const body = { id: newId(), approve: true };
    const url = `/api/playbook-proposals/${asked.body.id}/decision`;
    const [first, again] = [await asOther('POST', url, body), await asOther('POST', url, body)];
    assert.deepEqual(
      [first.status, again.status, again.body.version],
      [200, 200, first.body.version],
      'a repeat is the same',
    );
    const { rows } = await raw<{
      n: number;
      name: string;
    }>`select count(*) over () as n, v.definition -> 'stages' -> 0 -> 'name' ->> 'zh' as name
      from playbook_publication p join playbook_version v on v.id = p.playbook and v.version = p.version
      where p.district = ${district} and p.version = ${first.body.version}`.execute(database.sql);
    assert.deepEqual([rows[0]?.n, rows[0]?.name], [1, '两人']);
    assert.equal((await decide(asColleague, asked.body.id, false, '晚了')).body.code, 'design.decided');
    const [published] = await auditOf('playbook.publish');
    assert.equal(published?.detail['proposer'], '许欣斌');
  });

  test('a refusal says why, changes nothing, and the draft can be proposed anew', async () => {
    const { row: own } = await start(asAdmin, renamed('退回'));
    const open = await propose(asAdmin, own.id, 1, '2026-06-01');
    assert.equal((await decide(asColleague, open.body.id, false)).body.code, 'field.required');
    const refused = await decide(asColleague, open.body.id, false, '请先征求街道意见');
    assert.deepEqual(
      [refused.body.state, refused.body.reason, refused.body.version],
      ['refused', '请先征求街道意见', null],
    );
    assert.equal((await auditOf('playbook.refuse'))[0]?.reason, '请先征求街道意见');
    assert.equal((await propose(asAdmin, own.id, 1, '2026-06-01')).status, 200);
    const foreign = one.as(designer('邻区', '99.01.02.'));
    assert.equal((await decide(foreign, open.body.id, true)).status, 404);
    const unconfirmed = one.as(designer('很久以前', '99.01.01.', false));
    assert.equal((await decide(unconfirmed, open.body.id, true)).body.code, 'session.confirm');
  });

  test('a design names only plans of bookable times that its district has', async () => {
    const slot = { id: 'slot', type: 'slot', name: label('时间'), options: { plan: 'other.plan' } };
    const design = applyEdit(repair, { edit: 'action', id: 'accept', change: { form: [slot], batch: undefined } });
    const { row: own } = await start(asAdmin, { ...design, id: '990101.booked' });
    const answer = await propose(asAdmin, own.id, 1, '2026-06-01');
    assert.equal(answer.body.code, 'design.problems');
    await raw`insert into slot_plan (district, plan, place, change, changed_at, changed_by)
      values (${district}, 'other.plan', '', '{}'::jsonb, now(), ${newId()}::uuid)`.execute(database.sql);
    const now = await propose(asAdmin, own.id, 1, '2026-06-01');
    assert.equal(now.status, 200, JSON.stringify(now.body));
  });
});

test('a draft is thrown away; what was published from it stays', async () => {
  const { row } = await start(asAdmin, renamed('不要了'));
  assert.equal((await asAdmin('DELETE', `/api/playbook-designs/${row.id}`)).status, 204);
  assert.equal((await asAdmin('GET', `/api/playbook-designs/${row.id}`)).status, 404);
  const kept = await asAdmin('GET', '/api/playbook-publications');
  assert.ok(kept.body.some((publication: { version: number }) => publication.version === 990_101_001));
});
