import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toldBy } from './tellings.ts';

const scope = {
  at: '2026-03-02T03:30:00.000Z',
  data: { happenedAt: '2026-03-01T01:00:00.000Z' },
  form: { solved: false, kind: 'noise', needs: [{ theme: 'lift' }, { theme: 'park' }], households: 12 },
};

test('yes, no, a code, a number, a duration in hours, each of a list; nothing for what was left empty', () => {
  assert.deepEqual(
    toldBy(
      [
        { what: 'solved', value: 'form.solved' },
        { what: 'kind', value: 'form.kind' },
        { what: 'themes', value: 'form.needs.theme' },
        { what: 'households', value: 'form.households' },
        { what: 'age', value: 'date and time(at) - date and time(data.happenedAt)' },
        { what: 'empty', value: 'form.nothing' },
      ],
      scope,
    ),
    [
      { what: 'solved', said: 'no', value: 1 },
      { what: 'kind', said: 'noise', value: 1 },
      { what: 'themes', said: 'lift', value: 1 },
      { what: 'themes', said: 'park', value: 1 },
      { what: 'households', said: 'number', value: 12 },
      { what: 'age', said: 'hours', value: 26.5 },
    ],
  );
});

test('a duration before it began is negative; words that begin like one are words', () => {
  const told = (value: string) => toldBy([{ what: 'x', value }], scope)[0];
  assert.equal(told('date and time(data.happenedAt) - date and time(at)')?.value, -26.5);
  assert.deepEqual(told('"P"'), { what: 'x', said: 'P', value: 1 });
});
