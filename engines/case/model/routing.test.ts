import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Candidate, chooseHandler } from './routing.ts';

const candidate = (post: string, more: Partial<Candidate> = {}): Candidate => ({
  post,
  title: post,
  person: null,
  name: null,
  slot: null,
  away: false,
  onDuty: false,
  load: 0,
  ...more,
});
const chosen = (...asked: Parameters<typeof chooseHandler>): string | undefined => chooseHandler(...asked)?.post;

describe('the post that gets the work', () => {
  test('who answers for the line: A before B whatever A carries, B while A is away (S089)', () => {
    const [a, b, other] = [
      candidate('a', { slot: 'A', load: 9 }),
      candidate('b', { slot: 'B' }),
      candidate('other', { onDuty: true }),
    ];
    assert.equal(chosen('answerer', [other, b, a]), 'a');
    assert.equal(chosen('answerer', [other, b, { ...a, away: true }]), 'b');
    assert.equal(chosen('answerer', [other]), undefined);
  });
  test('of several with the same part the one who carries least', () => {
    const both = [candidate('a1', { slot: 'A', load: 12 }), candidate('a2', { slot: 'A', load: 3 })];
    assert.equal(chosen('answerer', both), 'a2');
  });
  test('who carries least, counted as numbers, whatever the part; who is away gets nothing', () => {
    const all = [
      candidate('ten', { load: 10, slot: 'A' }),
      candidate('nine', { load: 9 }),
      candidate('none', { away: true }),
    ];
    assert.equal(chosen('least-load', all), 'nine');
    assert.equal(chosen('least-load', all.slice(2)), undefined);
  });
  test('who has the duty at this moment; nobody on duty leaves it to the body', () => {
    const [idle, onDuty] = [candidate('idle'), candidate('duty', { onDuty: true, load: 20 })];
    assert.equal(chosen('on-duty', [idle, onDuty]), 'duty');
    assert.equal(chosen('on-duty', [idle]), undefined);
  });
  test('the body: nobody in particular; equal ones are chosen alike by every server', () => {
    const two = [candidate('b'), candidate('a')];
    assert.equal(chosen('body', two), undefined);
    assert.equal(chosen('least-load', two), 'a');
    assert.equal(chosen('least-load', [...two].reverse()), 'a');
  });
});
