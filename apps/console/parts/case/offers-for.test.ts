import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action, Playbook } from '#engines/case/model';
import { label } from '#kernel/label';
import { offersFor } from './offers-for.ts';

const action = (id: string, from: string[], batch: boolean): Action => ({
  id,
  name: label(id, id),
  from,
  to: 'end',
  who: [{ role: 'clerk' }],
  ...(batch ? { batch: true } : {}),
});

const playbook = (id: string, actions: Action[]): Playbook => ({
  id,
  version: 1,
  name: label(id, id),
  summary: label(id, id),
  categories: 'list',
  reporters: ['staff'],
  fields: [],
  title: 'category',
  start: 'new',
  stages: [],
  actions,
  clocks: [],
  routing: [],
});

const books = new Map([
  ['a', playbook('a', [action('accept', ['new'], true), action('close', ['new'], false)])],
  ['b', playbook('b', [action('accept', ['new', 'waiting'], true), action('send', ['waiting'], true)])],
]);
const offered = (...rows: [playbook: string, stage: string][]): string[] =>
  offersFor(
    rows.map(([id, stage]) => ({ playbook: id, stage })),
    (id) => books.get(id),
  ).map((offer) => offer.id);

test('only steps that the playbook lets be taken together are offered', () => {
  assert.deepEqual(offered(['a', 'new']), ['accept']);
  assert.deepEqual(offered(['b', 'waiting']), ['accept', 'send']);
});

test('a mixed choice offers what every one of them can take now', () => {
  assert.deepEqual(offered(['a', 'new'], ['b', 'waiting']), ['accept']);
  assert.deepEqual(offered(['a', 'new'], ['a', 'done']), []);
  assert.deepEqual(offered(['a', 'new'], ['unknown', 'new']), []);
  assert.deepEqual(offered(), []);
});
