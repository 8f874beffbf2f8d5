import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { sql as raw } from 'kysely';
import type { ReportChannel } from '#engines/case/model';
import { createFiles } from '#platform/server/files';
import { testParts } from '#tests/support/parts.ts';
import { testDatabase } from '#tests/support/pg.ts';
import { testSession } from '#tests/support/sessions.ts';
import { repair } from '../model/fixtures/repair.ts';
import { bodies, district, newId, people, reportBody, startCases, testPorts } from './fixtures/case-district.ts';
import type { CaseNotice, CasePorts } from './ports.ts';

const told: CaseNotice[] = [];
const label = (text: string) => ({ zh: text, en: text });
const channels: readonly ReportChannel[] = [
  { id: 'qr', name: label('扫码') },
  { id: 'web', name: label('手机页面') },
  { id: 'phone', name: label('来电'), behalf: { order: 1, hint: label('边听边填'), phone: 'needed' } },
  { id: 'meeting', name: label('楼道会'), behalf: { order: 2, hint: label('写牵头人') } },
  { id: 'paper', name: label('书面'), behalf: { order: 3, hint: label('拍下纸面'), sheet: 'needed' } },
];
const private_ = { ...repair, id: 'test.private', name: label('只给邻居以外的人') };
const papers = { ...repair, id: 'test.papers', name: label('办证') };
const inside = { ...repair, id: 'test.inside', name: label('内部登记') };
const words = { zh: ['报修'], en: ['repair'] };
const ports: CasePorts = {
  ...testPorts,
  definitions: {
    ...testPorts.definitions,
    playbooks: [repair, private_, papers, inside],
    channels,
    doorGroups: [{ id: 'repair', name: label('报修'), icon: 'list', order: 1 }],
    doors: [
      { id: 'test.repair', group: 'repair', rank: 1, words, neighbours: ['01'] },
      { id: 'test.private', group: 'repair', rank: 2, words },
      { id: 'test.papers', group: 'repair', rank: 3, words, identity: 'phone' },
      { id: 'test.inside', closed: label('由窗口登记。') },
    ],
  },
  notify: async (_sql, notice) => {
    if (!told.some((one) => one.id === notice.id)) told.push(notice);
  },
};

const database = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'lifang-entrances-'));
after(() => rm(folder, { recursive: true, force: true }));
const files = createFiles(database.sql, folder);
const { as, engine } = await startCases({ ...(await testParts(database)), files }, ports);
const anyone = as(null);
const worker = as(people.worker);
const manager = as(people.manager);
await manager('POST', '/api/plates', { id: newId(), at: '990101001001g01' });
const [plate, nextDoor] = (await manager('GET', '/api/plates?at=990101001001g01')).body as { code: string }[];
assert.ok(plate && nextDoor);
const queryCode = 'ABCD2345';

const sheet = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#ffffff' } })
  .png()
  .toBuffer();
const sheetId = createHash('sha256').update(sheet).digest('hex');

const publicly = async (more: object = {}, report: object = {}, by = anyone) => {
  const body = {
    report: reportBody({ place: { text: '' }, ...report }),
    plate: plate.code,
    queryCode,
    district,
    ...more,
  };
  return { id: body.report.id, answer: await by('POST', '/api/public/reports', body) };
};
const onBehalf = async (behalf: object) => {
  const body = reportBody({ onBehalf: { name: '刘奶奶', queryCode, ...behalf } });
  return { id: body.id, answer: await worker('POST', '/api/cases', body) };
};
const settle = async (id: string, answer = '张阿姨您好，301 室门口的灯已换好。') => {
  const steps: readonly (readonly [keyof typeof people, string, object])[] = [
    ['worker', 'accept', {}],
    ['dispatcher', 'send', { body: bodies.works }],
    ['repairer', 'finish', { result: '已换' }],
    ['inspector', 'approve', { answer }],
  ];
  for (const [who, action, form] of steps) {
    const done = await as(people[who])('POST', `/api/cases/${id}/actions`, { id: newId(), action, form });
    assert.equal(done.status, 200, JSON.stringify(done.body));
  }
  await engine.runEffects();
};

test('S294: by plate, by page, by telephone, on paper and at a stairwell meeting it is the same case, and its channel is kept', async () => {
  await files.put(sheetId, Readable.from([sheet]), { declaredType: 'image/png', by: people.worker.person });
  const entrances = {
    qr: await publicly(),
    web: await publicly({ plate: undefined }, { place: { code: '990101001001g01', text: '' } }),
    phone: await onBehalf({ channel: 'phone', phone: '13800005678' }),
    meeting: await onBehalf({ channel: 'meeting' }),
    paper: await onBehalf({ channel: 'paper', sheet: [sheetId] }),
  };
  for (const [channel, { id, answer }] of Object.entries(entrances)) {
    assert.equal(answer.status, 200, `${channel}: ${JSON.stringify(answer.body)}`);
    assert.deepEqual(answer.body.shown.zh, '已收到');
    const view = (await manager('GET', `/api/cases/${id}`)).body;
    assert.deepEqual([view.row.playbook, view.row.stage], ['test.repair', 'received']);
    const stored = await raw<{ channel: string; fact: string }>`
      select c.channel, f.dims ->> 'channel' as fact from case_file c join fact f on f.subject = c.id
      where c.id = ${id}::uuid and f.kind = 'case.reported'`.execute(database.sql);
    assert.deepEqual(stored.rows, [{ channel, fact: channel }]);
    const shown = view.values.find((one: { field: { id: string } }) => one.field.id === 'reporter.channel');
    assert.equal(shown.text, channels.find((one) => one.id === channel)?.name.zh);
    // Whoever asked follows it with number and code, whatever way he came.
    const { status } = await anyone('POST', '/api/public/progress', { number: answer.body.number, queryCode });
    assert.equal(status, 200);
  }

  const { id } = entrances.paper;
  const paper = (await manager('GET', `/api/cases/${id}`)).body;
  assert.deepEqual(paper.values.find((one: { field: { id: string } }) => one.field.id === 'reporter.sheet').value, [
    sheetId,
  ]);
  assert.equal((await manager('GET', `/api/cases/${id}/files/${sheetId}`)).status, 200, 'the sheet can be read');
  assert.equal((await as(people.otherDistrict)('GET', `/api/cases/${id}/files/${sheetId}`)).status, 404);
  const { number } = entrances.paper.answer.body;
  const outside = await anyone('POST', '/api/public/progress/file', { query: { number, queryCode }, file: sheetId });
  assert.equal(outside.status, 404, 'the sheet stays with staff');

  assert.equal((await onBehalf({ channel: 'paper' })).answer.body.code, 'case.sheet-missing');
  assert.equal((await onBehalf({ channel: 'phone' })).answer.body.code, 'case.caller-phone-missing');
  assert.equal((await onBehalf({ channel: 'pigeon', phone: '13800005678' })).answer.body.code, 'case.channel-unknown');
  assert.equal((await onBehalf({ channel: 'qr' })).answer.body.code, 'case.channel-unknown');

  await settle(entrances.phone.id);
  const heard = told.filter((one) => one.about === `case:${entrances.phone.id}` && one.to.length > 0);
  assert.deepEqual(
    heard.map((one) => [one.template, one.to]),
    [['matter.answered-by-phone', [{ phone: '13800005678' }]]],
    'the caller gets the answer',
  );
  assert.ok(!JSON.stringify(heard[0]?.values).includes('301'), 'a short message says no more than that there is one');
});

test('S676: one scan, no name; neighbours say “us too” and see at their plate what came of it; only whoever is affected is told', async () => {
  const anna = as(testSession({ kind: 'resident', person: newId() }));
  const boris = testSession({ kind: 'resident', person: newId() });
  const { id } = await publicly({}, { values: { words: '302 的老刘又把灯弄坏了' } });
  const quarrel = await publicly({}, { playbook: 'test.private' });
  const at = async (code: string) => (await anyone('GET', `/api/public/plates/${code}/matters`)).body;

  const [before] = (await at(plate.code)).filter((one: { id: string }) => one.id === id);
  assert.deepEqual(
    { ...before, reportedAt: '' },
    {
      id,
      name: { zh: '电梯', en: 'Lifts' },
      shown: { zh: '已收到', en: 'Received' },
      status: 'open',
      reportedAt: '',
      closedAt: null,
      meToo: 0,
      answer: null,
    },
    'kind, state and count; no title, words, place or number',
  );
  const seen = (await at(plate.code)).map((one: { id: string }) => one.id);
  assert.ok(!seen.includes(quarrel.id), 'what is no common matter does not hang in the house');
  assert.deepEqual(
    (await at(nextDoor.code)).filter((one: { id: string }) => one.id === id),
    [],
    'the next house does not see it',
  );
  assert.equal((await anyone('GET', '/api/public/plates/0000000000000000/matters')).body.code, 'plate.unknown');

  const near = await anyone('POST', '/api/public/near', {
    playbook: 'test.private',
    category: '0101',
    code: '990101001001g01b01',
    words: '电梯停在六楼',
  });
  const nearby = near.body.map((one: { row: { id: string } }) => one.row.id);
  assert.ok(!nearby.includes(quarrel.id), 'nor is it named to whoever reports the like beside it');

  const join = (by: typeof anyone) =>
    by('POST', `/api/public/cases/${id}/me-too`, { id: newId(), plate: plate.code }).then(({ body }) => body.meToo);
  assert.equal(await join(anyone), 1);
  assert.equal(await join(as(boris)), 2);
  assert.equal(await join(as(boris)), 2, 'a resident counts once, on whatever phone');
  assert.equal((await as(boris)('GET', `/api/resident/reports/${id}`)).status, 404, 'he is no reporter');
  assert.deepEqual((await as(boris)('GET', '/api/resident/reports')).body.rows, []);

  await settle(id);
  const [hung] = (await at(plate.code)).filter((one: { id: string }) => one.id === id);
  assert.equal(hung.answer, '居民您好，住户家门口的灯已换好。');
  assert.deepEqual([hung.status, hung.meToo], ['closed', 2]);
  const heard = told.filter((one) => one.about === `case:${id}` && one.to.length > 0);
  assert.deepEqual(
    heard.map((one) => [one.template, one.to, one.values['answer']]),
    [['matter.answered-nearby', [{ resident: boris.person }], '居民您好，住户家门口的灯已换好。']],
    'neither the neighbour who said nothing nor anybody else',
  );
  assert.deepEqual((await anna('GET', '/api/resident/reports')).body.rows, []);
});

test('a closed door says where to turn, one that needs a phone number says so; staff write both for somebody', async () => {
  const list = (await anyone('GET', `/api/playbooks?district=${district}`)).body;
  assert.deepEqual(
    list.playbooks.map((one: { id: string }) => one.id),
    ['test.repair', 'test.private', 'test.papers'],
  );
  assert.deepEqual(list.channels, [], 'ways of writing for somebody are no business of residents');
  assert.deepEqual(
    (await worker('GET', '/api/playbooks')).body.channels.map((one: { id: string }) => one.id),
    ['phone', 'meeting', 'paper'],
  );
  const { answer: closed } = await publicly({}, { playbook: 'test.inside' });
  assert.deepEqual([closed.status, closed.body.code], [403, 'case.door-closed']);
  assert.match(closed.body.message.zh, /由窗口登记/);
  const { answer: unknown } = await publicly({}, { playbook: 'test.papers' });
  assert.equal(unknown.body.code, 'case.phone-first');
  const resident = as(testSession({ kind: 'resident', person: newId() }));
  assert.equal((await publicly({}, { playbook: 'test.papers' }, resident)).answer.status, 200);
  for (const playbook of ['test.inside', 'test.papers']) {
    const body = reportBody({ playbook, onBehalf: { name: '刘奶奶', channel: 'meeting' } });
    assert.equal((await worker('POST', '/api/cases', body)).status, 200);
  }
});
