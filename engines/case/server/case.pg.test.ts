import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql as raw } from 'kysely';
import { fold } from '#engines/case/model';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { bodies, type Caller, district, newId, people, reportBody, startCases } from './fixtures/case-district.ts';

const database = await testDatabase();
const parts = await testParts(database);
const { as, engine } = await startCases(parts);
const callers = Object.fromEntries(Object.entries(people).map(([name, session]) => [name, as(session)])) as Record<
  keyof typeof people,
  Caller
>;
const { worker, dispatcher, inspector, repairer, roadman, manager } = callers;
const anyone = as(null);

const count = async (table: string, id: string): Promise<number> => {
  const column = { fact: 'subject', audit_row: 'object', case_event: 'case_id', case_file: 'id' }[table] ?? 'id';
  const value = table === 'audit_row' ? `case:${id}` : id;
  const { rows } = await raw<{ n: number }>`
    select count(*) as n from ${raw.table(table)} where ${raw.ref(column)}::text = ${value}`.execute(database.sql);
  return rows[0]?.n ?? -1;
};
const report = async (more = {}): Promise<string> => {
  const body = reportBody(more);
  const answer = await worker('POST', '/api/cases', body);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return body.id;
};
const act = (who: Caller, id: string, action: string, form: object = {}, more: object = {}) =>
  who('POST', `/api/cases/${id}/actions`, { id: newId(), action, form, ...more });
const done = async (...args: Parameters<typeof act>) => {
  const answer = await act(...args);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
};

describe('a matter from report to answer', async () => {
  const id = await report();
  await done(worker, id, 'accept');
  await done(dispatcher, id, 'send', { body: { id: bodies.works, name: '冒充的名字' } });
  await done(repairer, id, 'finish', { result: '更换门机皮带' });
  const closed = await done(inspector, id, 'approve', { answer: '电梯已修好。' });

  test('the answer of each step carries the matter and what comes next', () => {
    assert.equal(closed.row.status, 'closed');
    assert.equal(closed.row.timing, 'in-time');
    assert.equal(closed.answer, '电梯已修好。');
    assert.deepEqual(
      closed.timeline.map((entry: { name: { zh: string } }) => entry.name.zh),
      ['上报', 'accept', 'send', 'finish', 'approve'],
    );
    const sent = closed.timeline[2].values[0];
    assert.equal(sent.value, bodies.works);
    assert.equal(sent.text, '维修队');
    assert.deepEqual(closed.availableActions, []);
  });

  test('one event and one audit row for each step, and the facts', async () => {
    assert.equal(await count('case_event', id), 5);
    assert.equal(await count('audit_row', id), 5);
    const facts = await raw<{ kind: string; dims: Record<string, string>; value: number }>`
      select kind, dims, value from fact where subject = ${id}::uuid order by id`.execute(database.sql);
    assert.deepEqual(facts.rows.map((fact) => fact.kind).sort(), [
      'case.accepted',
      'case.dispatched',
      'case.finished',
      'case.handled',
      'case.reported',
    ]);
    const finished = facts.rows.find((fact) => fact.kind === 'case.finished');
    assert.equal(finished?.dims['firstDispatchRight'], 'yes');
    assert.equal(finished?.dims['valid'], 'yes');
    assert.equal(finished?.dims['body'], bodies.works);
    assert.ok((finished?.value ?? -1) >= 0);
  });

  test('the current state is the fold of the history', async () => {
    const { rows } = await raw<{ state: unknown; events: [] }>`
      select c.state, (select json_agg(e.data order by e.seq) from case_event e where e.case_id = c.id) as events
      from case_file c where c.id = ${id}::uuid`.execute(database.sql);
    assert.deepEqual(JSON.parse(JSON.stringify(fold(rows[0]?.events ?? []))), rows[0]?.state);
  });

  test('the body that had the work still reads it; another body never did', async () => {
    assert.equal((await repairer('GET', `/api/cases/${id}`)).status, 200);
    assert.equal((await roadman('GET', `/api/cases/${id}`)).status, 404);
  });
});

describe('a command happens once', () => {
  test('a repeated report gives the same receipt; another body under its id is refused', async () => {
    const body = reportBody();
    const [first, again] = [await worker('POST', '/api/cases', body), await worker('POST', '/api/cases', body)];
    assert.deepEqual(again.body, first.body);
    const other = await worker('POST', '/api/cases', { ...body, category: '0102' });
    assert.equal(other.status, 422);
    assert.equal(other.body.code, 'request.id-reused');
    assert.equal(await count('case_event', body.id), 1);
  });

  test('ten equal reports at once make one matter', async () => {
    const body = reportBody();
    const answers = await Promise.all(Array.from({ length: 10 }, () => worker('POST', '/api/cases', body)));
    for (const one of answers) assert.deepEqual([one.status, one.body], [200, answers[0]?.body]);
    assert.equal(await count('case_event', body.id), 1);
    assert.equal(await count('audit_row', body.id), 1);
    assert.equal(await count('fact', body.id), 1);
  });

  test('ten equal steps at once make one event, and all get the same answer', async () => {
    const id = await report();
    const body = { id: newId(), action: 'accept', form: {} };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => worker('POST', `/api/cases/${id}/actions`, body)),
    );
    assert.deepEqual([...new Set(answers.map((one) => one.status))], [200]);
    assert.equal(new Set(answers.map((one) => JSON.stringify([one.body.version, one.body.row]))).size, 1);
    assert.equal(await count('case_event', id), 2);
    assert.equal(await count('audit_row', id), 2);
  });

  test('a repeat long after gets the matter as it stood then', async () => {
    const id = await report();
    const body = { id: newId(), action: 'accept', form: {} };
    const first = await worker('POST', `/api/cases/${id}/actions`, body);
    await done(dispatcher, id, 'send', { body: bodies.works });
    const again = await worker('POST', `/api/cases/${id}/actions`, body);
    assert.deepEqual(again.body, first.body);
    const changed = await worker('POST', `/api/cases/${id}/actions`, {
      ...body,
      action: 'decline',
      form: { why: 'x' },
    });
    assert.equal(changed.body.code, 'request.id-reused');
  });
});

describe('two at once', () => {
  test('one wins, the loser is told who was first, nothing is lost', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await report();
      await done(worker, id, 'accept');
      const [one, two] = await Promise.all([
        act(dispatcher, id, 'send', { body: bodies.works }),
        act(dispatcher, id, 'decline', { why: '不属受理范围' }),
      ]);
      const statuses = [one.status, two.status].sort();
      assert.deepEqual(statuses, [200, 409], JSON.stringify([one.body, two.body]));
      const loser = one.status === 409 ? one : two;
      if (loser.body.code === 'case.changed') assert.match(loser.body.message.zh, /周敏/);
      else assert.equal(loser.body.code, 'action.not-now');
      assert.equal(await count('case_event', id), 3);
      assert.equal(await count('audit_row', id), 3);
    }
  });

  test('who acts on an old page is refused by its version', async () => {
    const id = await report();
    await done(worker, id, 'accept', {}, { expectedVersion: 1 });
    const late = await act(dispatcher, id, 'send', { body: bodies.works }, { expectedVersion: 1 });
    assert.equal(late.status, 409);
    assert.equal(late.body.code, 'case.changed');
    assert.match(late.body.message.zh, /陈静/);
  });

  test('twenty who say “me too” at once all count; the same person only once', async () => {
    const id = await report();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => anyone('POST', `/api/public/cases/${id}/me-too`, { id: newId(), district })),
    );
    assert.deepEqual(
      [...new Set(answers.map((one) => one.status))],
      [200],
      JSON.stringify(answers.map((one) => one.body)),
    );
    const state = await engine.findState(district, id);
    assert.equal(state.status !== 'none' && state.meToo, 20);
    await manager('POST', `/api/cases/${id}/me-too`, { id: newId() });
    assert.equal((await manager('POST', `/api/cases/${id}/me-too`, { id: newId() })).body.meToo, 21);
    assert.equal((await anyone('POST', `/api/public/cases/${id}/me-too`, { id: newId() })).body.meToo, 22);
  });
});

describe('refusals', () => {
  test('a refused step writes nothing but its audit row', async () => {
    const id = await report();
    const answer = await act(inspector, id, 'accept');
    assert.equal(answer.status, 403);
    assert.equal(await count('case_event', id), 1);
    const { rows } = await raw<{ result: string }>`
      select result from audit_row where object = ${`case:${id}`} order by result`.execute(database.sql);
    assert.deepEqual(
      rows.map((row) => row.result),
      ['done', 'refused'],
    );
  });
  test('all bad fields of a form are told at once', async () => {
    const id = await report();
    await done(worker, id, 'accept');
    await done(dispatcher, id, 'send', { body: bodies.works });
    const answer = await act(repairer, id, 'pass', {});
    assert.equal(answer.status, 422);
    assert.deepEqual(answer.body.fields.map((one: { field: string }) => one.field).sort(), ['body', 'why']);
  });
  test('a place outside the district is unknown', async () => {
    const answer = await worker('POST', '/api/cases', reportBody({ place: { code: '990102', text: '' } }));
    assert.equal(answer.body.code, 'case.place-unknown');
  });
  test('an unknown playbook is refused', async () => {
    const answer = await worker('POST', '/api/cases', reportBody({ playbook: 'test.none' }));
    assert.equal(answer.body.code, 'case.playbook-unknown');
  });
});

describe('writing for somebody', () => {
  test('security 40: who it is for is kept apart, sealed, and masked for everybody until somebody asks to see it', async () => {
    const body = reportBody({
      onBehalf: { name: '刘奶奶', phone: '13800005678', channel: 'counter' },
      values: { words: '灯不亮', contact: '13900001234' },
    });
    assert.equal((await dispatcher('POST', '/api/cases', body)).status, 200);
    const [mine, other] = [await worker('GET', `/api/cases/${body.id}`), await manager('GET', `/api/cases/${body.id}`)];
    assert.equal(mine.body.reporter.phone, '138****5678');
    assert.equal(mine.body.reporter.name, '刘*');
    assert.deepEqual(mine.body.masked, ['reporter.name', 'reporter.phone', 'contact']);
    assert.equal(mine.body.reporter.enteredBy, '周敏');
    assert.equal(other.body.reporter.phone, '138****5678');
    const hidden = other.body.values.find((one: { field: { id: string } }) => one.field.id === 'contact');
    assert.equal(hidden.value, null);
    assert.equal(hidden.text, '139****1234');
    const { rows } = await raw<{ text: string }>`
      select (select string_agg(e.data::text, '') from case_event e where e.case_id = ${body.id}::uuid)
        || (select c.state::text from case_file c where c.id = ${body.id}::uuid)
        || (select k.sealed from case_contact k where k.case_id = ${body.id}::uuid) as text`.execute(database.sql);
    assert.ok(rows[0]?.text.includes('sm4-ctr-hmac-sm3'));
    for (const secret of ['13800005678', '13900001234', '刘奶奶']) assert.ok(!rows[0]?.text.includes(secret), secret);
    const told = await raw<{ on_behalf_of: string }>`
      select on_behalf_of from audit_row where object = ${`case:${body.id}`} and on_behalf_of is not null`.execute(
      database.sql,
    );
    assert.deepEqual(told.rows, [{ on_behalf_of: '刘*' }]);
  });
});

describe('duplicates', () => {
  test('near in place, kind and words is found; linked, it shows', async () => {
    const point = { lng: 114.001, lat: 22.001, datum: 'WGS-84' };
    const first = await report({ place: { code: '990101001001g01', point, text: '3 号楼' } });
    const near = await worker('POST', '/api/cases/near', {
      playbook: 'test.repair',
      category: '0101',
      point: { lng: 114.0012, lat: 22.001, datum: 'WGS-84' },
      words: '3 号楼电梯坏了',
    });
    assert.equal(near.body[0].row.id, first);
    assert.ok(near.body[0].metres < 30 && near.body[0].likeness > 0.6);
    const far = await anyone('POST', '/api/public/near', {
      playbook: 'test.repair',
      category: '0101',
      district,
      point: { lng: 114.1, lat: 22.1, datum: 'WGS-84' },
    });
    assert.deepEqual(far.body, []);
    const second = await report();
    const linked = await dispatcher('POST', `/api/cases/${second}/duplicate`, { id: newId(), of: first });
    assert.equal(linked.body.duplicateOf.id, first);
    const back = await dispatcher('POST', `/api/cases/${second}/duplicate`, { id: newId(), of: null });
    assert.equal(back.body.duplicateOf, null);
  });
});

describe('many at once', () => {
  test('each of a batch succeeds or is refused alone, and a repeat changes nothing', async () => {
    const ids = await Promise.all([report(), report(), report()]);
    await done(worker, ids[1] ?? '', 'accept');
    const body = { id: newId(), action: 'accept', form: {}, cases: [...ids, newId()] };
    const first = await worker('POST', '/api/cases/batch', body);
    assert.deepEqual([...first.body.taken].sort(), [ids[0], ids[2]].sort());
    assert.equal(first.body.refused.length, 2);
    const again = await worker('POST', '/api/cases/batch', body);
    assert.deepEqual([...again.body.taken].sort(), [ids[0], ids[2]].sort());
    for (const id of ids) assert.equal(await count('case_event', id), 2);
  });
  test('an action that is not for batches is refused for each', async () => {
    const id = await report();
    const answer = await dispatcher('POST', '/api/cases/batch', {
      id: newId(),
      action: 'decline',
      form: { why: 'x' },
      cases: [id],
    });
    assert.equal(answer.body.refused.length, 1);
  });
});
