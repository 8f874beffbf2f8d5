import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Id, uuidv7 } from '#kernel/ids';
import { plusDays } from '#kernel/instant';
import { defaultCalendar, withYears } from '#kernel/working-calendar';
import { carriesOn, makesCircle } from './body-life.ts';
import { coverBasis, type CoverPost, lineAnswerer, problemOfAbsence } from './cover.ts';
import { handListText, type HandList } from './hand-list.ts';
import { clashes, problemOfPattern, problemOfSwap, type RotaPattern, shiftsOf } from './rota.ts';
import { overloadOf, requiredStaff, staffingOf } from './staffing.ts';

const id = (number: number): Id => uuidv7(1_700_000_000_000, [0, 0, 0, 0, 0, 0, 0, 0, number >> 8, number & 255]);
const calendar = withYears(defaultCalendar, [
  { year: 2026, holidays: { '2026-03-10': { zh: '节', en: 'day' } }, makeUpDays: {} },
]);
const [a, b, c] = [id(1), id(2), id(3)];

test('S614: whoever carries on is found through any line of successors, and a circle ends', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(9), { nil: null }), { minLength: 10, maxLength: 10 }), (next) => {
      const find = (one: Id) => {
        const index = Number.parseInt(one.slice(-2), 16);
        const to = next[index];
        return {
          abolishedOn: to === null ? null : '2026-01-01',
          successor: to === null || to === undefined ? null : id(to),
        };
      };
      const last = carriesOn(find, id(0));
      if (last !== undefined) assert.equal(find(last).abolishedOn, null);
    }),
  );
});

test('a superior below oneself is a circle, along whatever line', () => {
  const above = new Map([
    [b, [a]],
    [c, [b]],
  ]);
  const of = (one: Id): readonly Id[] => above.get(one) ?? [];
  assert.ok(makesCircle(of, a, c));
  assert.ok(!makesCircle(of, c, a));
});

test('S074, S083: vacant, over, and what a formula asks for', () => {
  const plan = { approved: 3, over: 1, overUntil: '2026-06-30' };
  assert.deepEqual(staffingOf(plan, 2, '2026-03-01'), { approved: 3, filled: 2, vacant: 1, over: 0, mayAdd: true });
  assert.ok(staffingOf(plan, 3, '2026-03-01').mayAdd);
  assert.ok(!staffingOf(plan, 3, '2026-07-01').mayAdd);
  assert.equal(staffingOf(plan, 5, '2026-03-01').over, 2);
  const rule = { id: 'r', role: 'x', people: 18, residents: 10_000, source: 's' };
  assert.equal(requiredStaff(rule, 12_000), 22);
  assert.equal(requiredStaff(rule, null), null);
  assert.deepEqual(overloadOf({ posts: 4, openCases: 10, bodies: 1 }, { posts: 3, openCases: 60 }), ['posts']);
});

const post = (more: Partial<CoverPost> = {}): CoverPost => ({
  id: a,
  title: '岗',
  body: b,
  role: 'staff',
  scope: '44.03.10.001.',
  permissions: new Set(['case.read']),
  clearance: 'sensitive',
  administers: null,
  ...more,
});

test('security 21, 22: standing in never reaches beyond what the substitute holds; administrators only among themselves', () => {
  const isB = () => true;
  assert.equal(coverBasis(post(), { posts: [post({ id: c })], isB }), 'same-role');
  assert.equal(coverBasis(post(), { posts: [post({ id: c, role: 'other' })], isB }), 'b-role');
  const short = [
    { clearance: 'internal' as const },
    { scope: '44.03.10.001.001.' },
    { permissions: new Set<string>() },
    { administers: 'system' },
  ];
  for (const less of short)
    assert.equal(coverBasis(post(), { posts: [post({ id: c, role: 'other', ...less })], isB }), undefined);
  const administrator = post({ administers: 'system', role: 'system-admin' });
  assert.equal(coverBasis(administrator, { posts: [post({ id: c, role: 'boss' })], isB }), undefined);
  assert.equal(coverBasis(administrator, { posts: [{ ...administrator, id: c }], isB }), 'same-role');
});

test('S089: A while somebody works there, else B, else nobody', () => {
  assert.equal(lineAnswerer({ working: 1 }, { working: 1 })?.slot, 'A');
  assert.equal(lineAnswerer({ working: 0 }, { working: 1 })?.slot, 'B');
  assert.equal(lineAnswerer(undefined, { working: 0 }), undefined);
});

test('accepted leaves never overlap for a person, never lean on somebody away, never make a chain', () => {
  const someDay = fc.nat(20).map((days) => plusDays('2026-03-01', days));
  const someone = fc.nat(4).map((number) => id(number + 10));
  const wish = fc.record({
    person: someone,
    from: someDay,
    length: fc.integer({ min: 1, max: 6 }),
    substitute: someone,
  });
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 25 }), (wishes) => {
      const known: { person: Id; name: string; from: string; to: string; covers: { post: Id; substitute: Id }[] }[] =
        [];
      for (const { person, from, length, substitute } of wishes) {
        const wanted = {
          person,
          name: '',
          from,
          to: plusDays(from, length),
          covers: [{ post: a, substitute, substituteName: '' }],
        };
        if (!problemOfAbsence(wanted, known, '2026-03-01')) known.push(wanted);
      }
      for (const one of known)
        for (const other of known) {
          if (one === other || one.from >= other.to || other.from >= one.to) continue;
          assert.notEqual(one.person, other.person);
          assert.ok(one.covers.every((cover) => cover.substitute !== other.person));
        }
    }),
  );
});

const pattern = (more: Partial<RotaPattern> = {}): RotaPattern => ({
  slots: [
    { name: '白班', from: 480, to: 1200, people: 1 },
    { name: '夜班', from: 1200, to: 480, people: 1 },
  ],
  days: 'all',
  turns: [a, b, c],
  ...more,
});

test('S366: shifts follow the pattern, take turns fairly, and know working days', () => {
  const all = shiftsOf(pattern(), calendar, '2026-03-09', '2026-03-11');
  assert.deepEqual(
    all.map((shift) => shift.person),
    [a, b, c, a, b, c],
  );
  assert.equal(all[1]?.endsAt, '2026-03-10T00:00:00.000Z');
  assert.equal(shiftsOf(pattern({ days: 'working' }), calendar, '2026-03-09', '2026-03-11').length, 4);
  assert.equal(shiftsOf(pattern({ days: 'off' }), calendar, '2026-03-09', '2026-03-11').length, 2);
  assert.equal(clashes(all).length, 0);
  assert.equal(problemOfPattern(pattern({ turns: [] }), '2026-03-09', '2026-03-11')?.code, 'rota.few');
});

test('a swap leaves nobody with two shifts at a time', () => {
  const shifts = shiftsOf(pattern({ turns: [a, b] }), calendar, '2026-03-09', '2026-03-10').map((shift, index) => ({
    ...shift,
    id: id(50 + index),
  }));
  const [day, night] = shifts;
  assert.ok(day && night);
  const now = '2026-03-01T00:00:00.000Z';
  const name = () => '';
  assert.equal(problemOfSwap(day, b, night, shifts, now, name), undefined);
  assert.equal(problemOfSwap(day, a, undefined, shifts, now, name)?.code, 'shift.with-himself');
  assert.equal(
    problemOfSwap(day, c, undefined, [...shifts, { ...day, id: id(60), person: c }], now, name)?.code,
    'shift.clash',
  );
  assert.equal(problemOfSwap(day, b, night, shifts, '2026-03-09T01:00:00.000Z', name)?.code, 'shift.begun');
});

test('S077: two lists that differ in anything have different texts', () => {
  const list: HandList = {
    transfer: a,
    person: { id: b, name: '张三' },
    from: { post: a, title: '甲', body: '乙' },
    to: { post: b, title: '丙', body: '丁' },
    effectiveOn: '2026-03-10',
    frozenAt: '2026-03-01T00:00:00.000Z',
    items: [{ kind: 'case', id: 'x', text: '1\n["case","y","2"]' }],
  };
  const two = [{ kind: 'case', id: 'x', text: '1' } as const, { kind: 'case', id: 'y', text: '2' } as const];
  assert.notEqual(handListText(list), handListText({ ...list, items: two }));
});
