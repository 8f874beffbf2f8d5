import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '#kernel/domain-error';
import type { CodeList } from '#fields/field';
import {
  type Actor,
  type CaseCommand,
  type CaseState,
  decide,
  evolve,
  noCase,
  type Playbook,
} from '#engines/case/model';
import type { Role } from '#engines/organisation/model';
import { grid } from '#packs/grid';
import { calendarFrom } from '#platform/server/calendar';
import { readPacks } from '../packs.ts';
import { chanceOf } from './chance.ts';
import { demoPath } from './demo-ids.ts';
import { afterDuty, paceOf } from './duty.ts';
import { makeHistories } from './history.ts';
import { type DemoWorld, routedKind } from './matter.ts';
import { makePlaces } from './places.ts';
import { retellPast } from './retold/tellings.ts';
import { makeStaff, StaffIndex } from './staff.ts';
import { stories } from './stories/index.ts';
import { buildingTexts } from './texts/buildings.ts';
import { streetTexts } from './texts/streets.ts';
import { makeWaiting } from './waiting.ts';

const places = makePlaces(chanceOf('qingyang').fork('places'));
const staff = makeStaff(places, chanceOf('qingyang').fork('staff'));
const [asked, found] = grid.sections.playbooks;
const [categories] = grid.sections.codeLists;
const world: DemoWorld = {
  places,
  staff: new StaffIndex(staff),
  playbooks: { asked, found },
  categories,
  photos: new Map(),
};
const now = '2026-11-22T06:00:00.000Z';

test('the past is told the same way twice, in order, and never runs ahead of now', () => {
  const histories = makeHistories(world, now, chanceOf('history'));
  assert.deepEqual(makeHistories(world, now, chanceOf('history')), histories);
  assert.ok(histories.length > 3000 && histories.length < 6000, String(histories.length));
  assert.equal(new Set(histories.map((one) => one.report.id)).size, histories.length);
  for (const { report, steps } of histories) {
    const moments = [report.now, ...steps.map((step) => step.now), now];
    assert.deepEqual(moments, [...moments].sort(), report.id);
  }
  assert.ok(histories.some(({ steps }) => steps.some((step) => 'meToo' in step)));
  assert.ok(histories.some(({ steps }) => steps.some((step) => 'repeats' in step)));
});

test('people speak in different words, and of categories that the pack knows', () => {
  const histories = makeHistories(world, now, chanceOf('history'));
  const texts = [...buildingTexts, ...streetTexts];
  for (const { category } of texts)
    assert.ok(
      categories.items.some((item) => item.code === category),
      category,
    );
  for (const { category, onTheSpot } of texts)
    assert.ok(onTheSpot || routedKind(asked, category) !== undefined, `${category} is routed nowhere`);
  assert.ok(new Set(histories.map(({ report }) => report.place.text)).size > 1500);
  assert.ok(histories.every(({ report }) => !/[{}~^]/.test(report.place.text + Object.values(report.values).join())));
  assert.ok(new Set(histories.map(({ report }) => report.category)).size > 25);
});

/** Every playbook's past as the rules leave it, by the packs alone. */
const retoldOf = async (until: string) => {
  const packs = await readPacks();
  const all = <D>(section: string) => packs.flatMap(({ sections }) => (sections[section] ?? []) as readonly D[]);
  const published = calendarFrom([], null);
  if ('problems' in published) throw new Error(published.problems.join('; '));
  const { calendar } = published;
  const lists = new Map(all<CodeList & { id: string }>('codeLists').map((list) => [list.id, list]));
  const playbooks = new Map(all<Playbook>('playbooks').map((playbook) => [playbook.id, playbook]));
  const retold = {
    packs: { all },
    places,
    staff: world.staff,
    calendar,
    toldElsewhere: new Set(['grid.snapshot', 'grid.event']),
    stories,
  };
  const histories = [...retellPast(retold, until, chanceOf('retold'))].flat();
  const states = histories.map(({ report, steps }) => {
    const playbook = playbooks.get(report.playbook);
    if (!playbook) throw new Error(report.playbook);
    let state: CaseState = noCase;
    const take = (command: CaseCommand, actor: Actor, at: string): void => {
      const events = decide(playbook, state, command, {
        now: at,
        actor,
        calendar,
        fields: { codeList: (id) => lists.get(id), now: at },
        bodyName: (body) => world.staff.findBody(body)?.name,
      });
      if (isRefusal(events)) assert.fail(`${playbook.id} ${JSON.stringify(command)}: ${events.code}`);
      for (const event of events) state = evolve(state, event);
    };
    take({ ...report, type: 'report', placeName: '' }, report.actor, report.now);
    for (const step of steps) {
      if ('child' in step) take({ ...step.child, type: 'task' }, step.actor, step.now);
      else if ('action' in step) take({ type: 'act', ...step }, step.actor, step.now);
    }
    return state as CaseState;
  });
  return { packs, histories, states };
};

test('every pack has a past of matters open and closed, told through its own rules', async () => {
  const { packs, histories, states } = await retoldOf(now);
  const found = new Set<string>();
  for (const [index, { report }] of histories.entries())
    found.add(`${report.playbook.slice(0, report.playbook.indexOf('.'))} ${states[index]?.status}`);
  for (const { id, sections } of packs) {
    const open = (sections['playbooks'] ?? []).length > 0 && (sections['examples'] ?? []).length > 0;
    if (open) assert.ok(found.has(`${id} open`) && found.has(`${id} closed`), id);
  }
  const told = new Set(histories.map(({ report }) => report.playbook));
  const missing = packs
    .flatMap(({ sections }) => (sections['playbooks'] ?? []) as readonly Playbook[])
    .filter(({ id, dormant }) => !dormant && !told.has(id) && !['grid.snapshot', 'grid.pingshan-past'].includes(id));
  assert.deepEqual(
    missing.map(({ id }) => id),
    [],
  );
});

test('the retold past has cards, holds, extensions, tasks, children, refusals and ratings, and nobody from an example', async () => {
  const { histories, states } = await retoldOf(now);
  const some = (what: (state: Exclude<CaseState, { status: 'none' }>) => boolean): number =>
    states.filter((state) => state.status !== 'none' && what(state)).length;
  assert.ok(some(({ tasks = [] }) => tasks.length > 0) > 50);
  assert.ok(some(({ parent }) => parent !== undefined) > 20);
  assert.ok(some(({ rating }) => rating !== null) > 5);
  assert.ok(some((state) => state.status === 'closed' && state.outcome === 'declined') > 5);
  const steps = histories.flatMap((one) => one.steps.flatMap((step) => ('action' in step ? step.action : [])));
  for (const action of ['hold', 'approval.grant', 'approval.refuse']) assert.ok(steps.includes(action), action);
  const texts = JSON.stringify(histories.map(({ report, steps: taken }) => [report.values, taken]));
  assert.doesNotMatch(texts, /1380000|019ca5d2-0000-7000-8000-0000000[bc]|测试|"甲"|"乙"/);
  for (const { report, steps: taken } of histories) {
    const moments = [report.now, ...taken.map((step) => step.now), now];
    assert.deepEqual(moments, [...moments].sort(), report.playbook);
  }
});

test('nights are quiet', () => {
  const histories = makeHistories(world, now, chanceOf('history'));
  const hourOf = (moment: string): number => (Number(moment.slice(11, 13)) + 8) % 24;
  const at = (from: number, to: number): number =>
    histories.filter(({ report }) => hourOf(report.now) >= from && hourOf(report.now) < to).length;
  assert.ok(at(1, 5) < at(9, 13) / 10, `${at(1, 5)} at night, ${at(9, 13)} in the morning`);
});

test('every role that may be signed in as has matters waiting, a lift among the fresh ones', () => {
  const waiting = makeWaiting(world, now, chanceOf('waiting'));
  const lifts = waiting.filter(({ report, steps }) => report.category === '0307' && steps.length === 0);
  assert.equal(lifts.length, 1);
  assert.ok(Date.parse(now) - Date.parse(lifts[0]?.report.now ?? '') < 30 * 60_000);
  const accounts = staff.people.flatMap((person) => person.account ?? []);
  assert.deepEqual([...accounts].sort(), [
    'anquan',
    'chengguan',
    'chuangkou',
    'dangjian',
    'ducha',
    'guanli',
    'guanlib',
    'hecha',
    'jiedao',
    'minjing',
    'paidan',
    'quzhang',
    'rexian',
    'shangjia',
    'shenji',
    'shequ',
    'shijian',
    'shuji',
    'sifa',
    'tiaojie',
    'wangge',
    'xinfang',
    'zhunru',
    'zixun',
  ]);
});

/** Roles that owners, takers, approvers, notices and audiences of a playbook name, at whatever depth of its data. */
const rolesNamedIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value).filter(
    ([key, of]) => (key === 'role' || key === 'onDuty') && typeof of === 'string',
  );
  return [...own.map(([, role]) => role as string), ...Object.values(value).flatMap(rolesNamedIn)];
};

test('every role that a playbook names has a post with a holder for every grid', async () => {
  const packs = await readPacks();
  const playbooks = packs.flatMap(({ sections }) => (sections['playbooks'] ?? []) as readonly Playbook[]);
  assert.ok(playbooks.length >= 60, String(playbooks.length));
  const named = new Map<string, string>();
  for (const playbook of playbooks)
    for (const role of [...rolesNamedIn(playbook), ...(playbook.audience ?? [])])
      if (!named.has(role)) named.set(role, playbook.id);
  assert.ok(named.has('mediator') && named.has('counsellor') && named.has('building-chief'));
  const missing = [...named].flatMap(([role, playbook]) =>
    places.grids
      .filter(({ path }) => world.staff.at(role, path).length === 0)
      .map(({ path }) => [role, playbook, path]),
  );
  assert.deepEqual(missing, []);
});

test('roles that see only what their body was given have a holder too, and every post is of a role that packs know', async () => {
  const roles = (await readPacks()).flatMap(({ sections }) => (sections['roles'] ?? []) as readonly Role[]);
  const held = new Set(staff.people.map(({ post }) => post.role));
  assert.deepEqual(
    roles.filter(({ id, reads }) => reads === 'tasks' && !held.has(id)).map(({ id }) => id),
    [],
  );
  const known = new Set(roles.map(({ id }) => id));
  assert.deepEqual(
    [...held].filter((role) => !known.has(role)),
    [],
  );
  // Approvals and second looks want another person of the same role.
  for (const role of ['justice-office', 'petition-office', 'community-police', 'admission-officer'])
    assert.ok(world.staff.at(role, `${demoPath}001.001.g01.`).length >= 2, role);
});

test('a few proposals wait for the security administrator, of newcomers and of people who work here', () => {
  const known = new Set([...staff.people, ...staff.newcomers].map(({ id }) => id));
  assert.ok(staff.proposals.length >= 3 && staff.proposals.every(({ person }) => known.has(person)));
  const held = new Set(staff.people.map(({ id, post }) => `${id} ${post.id}`));
  assert.ok(staff.proposals.every(({ person, post }) => !held.has(`${person} ${post}`)));
  const everybody = [...staff.people, ...staff.newcomers];
  assert.equal(new Set(everybody.map(({ phone }) => phone)).size, everybody.length);
});

test('nobody has the phone number of a real person: the segment 154 was never given out', () => {
  assert.ok(staff.people.every(({ phone }) => /^1540000\d{4}$/.test(phone)));
  assert.equal(new Set(staff.people.map(({ phone }) => phone)).size, staff.people.length);
  assert.equal(new Set(staff.people.map(({ name }) => name)).size, staff.people.length);
});

test('staff work by day: what is left in the evening is done the next morning', () => {
  // Friday 20 November 2026, 17:40 in China; sixty minutes of duty end on Saturday.
  assert.equal(afterDuty('2026-11-20T09:40:00.000Z', 60), '2026-11-21T02:20:00.000Z');
  assert.deepEqual(paceOf({ amount: 2, unit: 'clock-hours' }), { minutes: 120, roundTheClock: true });
  assert.deepEqual(paceOf({ amount: 4, unit: 'working-hours' }), { minutes: 240, roundTheClock: false });
});
