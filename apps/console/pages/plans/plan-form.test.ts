import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanView } from '#engines/case/contract';
import { emptyForm, everyOf, formOf, planOf, slipsOf } from './plan-form.ts';

const whole = { ...emptyForm, name: '雨前排查', playbook: 'grid.patrol', category: '01', level: 'grid' };
const said = (form: typeof whole) => slipsOf(form).map((one) => `${one.field} ${one.say}`);

test('days are read as people write them', () => {
  assert.deepEqual(everyOf({ ...whole, unit: 'month', monthDays: '15，1、 1' }), { unit: 'month', on: [1, 15] });
  assert.deepEqual(everyOf({ ...whole, unit: 'year', yearDays: '11-09 06-01' }), {
    unit: 'year',
    on: ['06-01', '11-09'],
  });
  assert.deepEqual(everyOf({ ...whole, weekdays: ['5', '1'] }), { unit: 'week', on: [1, 5] });
  assert.deepEqual(everyOf({ ...whole, unit: 'quarter', quarterMonth: '3', quarterDay: '20' }), {
    unit: 'quarter',
    month: 3,
    day: 20,
  });
});

test('what is missing is said at its field', () => {
  assert.deepEqual(said(whole), []);
  assert.deepEqual(said(emptyForm), ['name needName', 'playbook needPlaybook', 'level needLevel']);
  assert.deepEqual(said({ ...whole, category: '' }), ['category needCategory']);
  assert.deepEqual(said({ ...whole, unit: 'month', monthDays: '32' }), ['every needMonthDays']);
  assert.deepEqual(said({ ...whole, unit: 'year', yearDays: '13-01' }), ['every needYearDays']);
  assert.deepEqual(said({ ...whole, weekdays: [] }), ['every needWeekdays']);
  assert.deepEqual(said({ ...whole, opensAt: '' }), ['opensAt needTime']);
  assert.deepEqual(said({ ...whole, season: true, from: '11-01' }), ['season needSeason']);
});

test('its days may be looked at before it has a name, and it is not sent without one', () => {
  const nameless = { ...whole, name: '' };
  assert.equal(planOf(nameless), undefined);
  assert.equal(planOf(nameless, '预览')?.name, '预览');
  assert.equal(planOf({ ...nameless, level: '' }, '预览'), undefined);
});

test('a plan that stands opens in the form as it is', () => {
  const view: PlanView = {
    id: 'own.rain',
    name: { zh: '雨前排查', en: '雨前排查' },
    summary: { zh: '低洼处', en: '低洼处' },
    playbook: { id: 'grid.patrol', name: { zh: '巡查', en: 'Patrol' } },
    category: { code: '01', name: { zh: '日常', en: 'Daily' } },
    level: 'grid',
    every: { unit: 'quarter', month: 2, day: 5 },
    opensAt: '07:30',
    workingDays: true,
    season: { from: '11-01', to: '04-30' },
    on: true,
    own: true,
    places: null,
    nextDays: [],
    last: null,
  };
  assert.deepEqual(planOf(formOf(view)), {
    name: '雨前排查',
    summary: '低洼处',
    playbook: 'grid.patrol',
    category: '01',
    level: 'grid',
    every: { unit: 'quarter', month: 2, day: 5 },
    opensAt: '07:30',
    workingDays: true,
    season: { from: '11-01', to: '04-30' },
  });
});
