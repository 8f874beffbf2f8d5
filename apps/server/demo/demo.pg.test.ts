import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql as raw } from 'kysely';
import type { CaseList } from '#engines/case/contract';
import { startTestServer, type TestServer } from '#tests/support/server.ts';
import { signIn } from '#tests/support/sign-in.ts';
import { prepareDemo } from './index.ts';
import { liveAMinute, ownMattersKey } from './live-on.ts';
import { plantDemo } from './plant-demo.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ demo: true });
});
after(() => server?.stop());

const countOf = async (table: string): Promise<number> => {
  const found = await raw<{ n: number }>`select count(*)::int as n from ${raw.table(table)}`.execute(
    server.lifang.parts.sql,
  );
  return found.rows[0]?.n ?? 0;
};

const plantAgain = async () => {
  const { parts, packs, engines } = server.lifang;
  const planted = await plantDemo({
    parts,
    packs,
    territory: engines.territory,
    organisation: engines.organisation,
    cases: engines.cases,
  });
  return planted && { world: planted.world, written: planted.written + (await planted.tellRest()) };
};

test('two months of matters passed the same rules as everybody’s: not one step was refused', async () => {
  const matters = await countOf('case_file');
  assert.ok(matters > 3000 && matters < 6000, String(matters));
  const { rows } = await raw<{ status: string; timing: string | null; n: number }>`
    select status, timing, count(*)::int as n from case_file group by 1, 2`.execute(server.lifang.parts.sql);
  const of = (status: string, timing: string | null) =>
    rows.find((row) => row.status === status && row.timing === timing)?.n ?? 0;
  const [open, late] = [of('open', null), of('closed', 'overtime')];
  assert.ok(open > 300 && open < 900, `${open} are open`);
  assert.ok(late > matters * 0.02 && late < matters * 0.2, `${late} were late`);
  assert.ok((await countOf('qr_plate')) > 300);
  const planted = await server.lifang.parts.settings.get<{ refused?: number }>('demo.planted', {});
  assert.equal(planted.refused, 0);
});

test('every pack has matters open and closed, and parents have children', async () => {
  const { rows } = await raw<{ pack: string; open: number; closed: number; children: number }>`
    select split_part(playbook, '.', 1) as pack, count(*) filter (where status = 'open')::int as open,
      count(*) filter (where status = 'closed')::int as closed, count(parent)::int as children
    from case_file group by 1`.execute(server.lifang.parts.sql);
  for (const { id, sections } of server.lifang.packs.packs) {
    if ((sections['playbooks'] ?? []).length === 0 || (sections['examples'] ?? []).length === 0) continue;
    const found = rows.find((row) => row.pack === id);
    assert.ok(found && found.open > 0 && found.closed > 0, id);
  }
  assert.ok(rows.some(({ children }) => children > 5));
});

/** What people did: clocks of the running server go on taking steps of their own. */
const stepsOfPeople = async (): Promise<number> => {
  const { rows } = await raw<{ n: number }>`
    select count(*)::int as n from case_event where person is not null`.execute(server.lifang.parts.sql);
  return rows[0]?.n ?? -1;
};

test('a second planting, also one after a start that was cut short, adds nothing', async () => {
  const counted = async (): Promise<readonly number[]> => [
    await stepsOfPeople(),
    await countOf('person'),
    await countOf('territory'),
    await countOf('qr_plate'),
  ];
  const before = await counted();
  assert.equal((await plantAgain())?.written, 0);
  const { settings } = server.lifang.parts;
  const planted = await settings.get<{ begun: string }>('demo.planted', { begun: '' });
  await settings.set('demo.planted', { ...planted, done: false });
  const own = await settings.get(ownMattersKey, {});
  assert.equal((await plantAgain())?.written, 0);
  assert.deepEqual(await settings.get('demo.planted', {}), planted);
  await settings.set(ownMattersKey, own);
  assert.deepEqual(await counted(), before);
});

test('some plans run, each at its places', async () => {
  const { rows } = await server.lifang.pool.query<{ id: string; places: number }>(
    'select id, cardinality(places) as places from case_plan where is_on order by id',
  );
  assert.ok(rows.length >= 5);
  assert.deepEqual(
    rows.filter(({ places }) => !(places > 0)),
    [],
  );
});

test('every role finds work in its inbox', async () => {
  for (const [account, least] of Object.entries({
    wangge: 5,
    shequ: 3,
    paidan: 5,
    shijian: 3,
    chengguan: 3,
    hecha: 3,
  })) {
    const person = await signIn(server.url, account);
    const list = (await (await person.get('/api/cases?view=inbox&size=50')).json()) as CaseList;
    assert.ok(list.total >= least, `${account} finds ${list.total}`);
    assert.ok(
      list.rows.every((row) => row.mine),
      account,
    );
    const [first] = list.rows;
    const view = await person.get(`/api/cases/${first?.id}`);
    const { availableActions } = (await view.json()) as { availableActions: readonly unknown[] };
    assert.ok(availableActions.length > 0, `${account} can do nothing about ${first?.title}`);
  }
  const worker = await signIn(server.url, 'wangge');
  const inbox = (await (await worker.get('/api/cases?view=inbox&size=50')).json()) as CaseList;
  assert.ok(
    inbox.rows.some((row) => row.category === '0307' && row.stage === 'received'),
    'the broken lift waits',
  );
});

test('the grids tile their communities by the map’s own checks', async () => {
  const manager = await signIn(server.url, 'quzhang');
  const answer = await manager.get('/api/territory/990101/checks');
  assert.equal(answer.status, 200);
  assert.deepEqual(await answer.json(), []);
});

test('the district lives on, and lets go of what a person has touched', async () => {
  const { parts, engines } = server.lifang;
  const planted = await plantAgain();
  assert.ok(planted);
  const ownNow = () => parts.settings.get<Record<string, number>>(ownMattersKey, {});
  const [touched = '', version = 0] = Object.entries(await ownNow())[0] ?? [];
  await parts.settings.set(ownMattersKey, { [touched]: version - 1 });
  const events = await countOf('case_event');
  for (let minute = 0; minute < 20; minute += 1) await liveAMinute(parts, engines.cases, planted.world);
  const { rows } = await raw<{ version: number }>`select version from case_file where id = ${touched}`.execute(
    parts.sql,
  );
  assert.equal(rows[0]?.version, version, 'a touched matter stays as the person left it');
  assert.ok((await countOf('case_event')) >= events);

  const [id = '', was = 0] = Object.entries(await openMatters())[0] ?? [];
  await parts.settings.set(ownMattersKey, { [id]: was });
  for (let minute = 0; minute < 300 && (await ownNow())[id] === was; minute += 1)
    await liveAMinute(parts, engines.cases, planted.world);
  assert.notEqual((await ownNow())[id], was, 'an untouched one goes on');
});

/** Open matters that wait to be dispatched, where the next step is certain, and their versions. */
const openMatters = async (): Promise<Record<string, number>> => {
  const { rows } = await raw<{ id: string; version: number }>`
    select id, version from case_file where stage = 'to-dispatch' and path like '99.01.01.002.%' limit 1`.execute(
    server.lifang.parts.sql,
  );
  return Object.fromEntries(rows.map((row) => [row.id, row.version]));
};

test('an installation that belongs to somebody is left alone', async () => {
  const other = await startTestServer();
  try {
    const { engines } = other.lifang;
    await engines.organisation.createAdministrator({
      account: 'li',
      password: 'Deng-long-qiao-tou-8',
      name: '李',
      at: '440310',
    });
    assert.equal(await prepareDemo(other.lifang, () => undefined), undefined);
    const { rows } = await raw`select 1 from case_file limit 1`.execute(other.lifang.parts.sql);
    assert.equal(rows.length, 0);
  } finally {
    await other.stop();
  }
});
