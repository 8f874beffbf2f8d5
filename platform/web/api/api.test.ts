import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { addressOf } from './address.ts';
import { asProblem, offlineProblem, problemOf } from './api-problem.ts';

test('an address takes its parameters, escapes them and leaves out what is missing', () => {
  assert.equal(addressOf({ url: '/api/cases/:id/actions' }, { params: { id: 'a b' } }), '/api/cases/a%20b/actions');
  assert.equal(
    addressOf({ url: '/api/cases' }, { query: { view: 'inbox', words: '电梯', stage: undefined, after: '' } }),
    '/api/cases?view=inbox&words=%E7%94%B5%E6%A2%AF',
  );
  assert.throws(() => addressOf({ url: '/api/cases/:id' }), /needs the parameter id/);
});

test('a problem keeps its sentence and its fields', () => {
  const problem = problemOf(422, {
    code: 'field.required',
    message: { zh: '请填写「地点」。', en: 'Please fill in “place”.' },
    fields: [{ field: 'place', code: 'field.required', message: { zh: '请填写「地点」。', en: 'x' } }],
    trace: 't1',
  });
  assert.equal(problem.kind, 'refused');
  assert.equal(problem.fields[0]?.field, 'place');
  assert.equal(problem.sentence.zh, '请填写「地点」。');
});

test('an answer that is not ours still gets a sentence, and is worth a repeat', () => {
  const problem = problemOf(502, undefined, 7);
  assert.equal(problem.kind, 'failed');
  assert.equal(problem.retryAfter, 7);
  assert.match(problem.sentence.zh, /请稍后重试/);
  assert.equal(problemOf(429, {}).kind, 'failed');
  assert.equal(asProblem(offlineProblem()).kind, 'offline');
  assert.equal(asProblem(new RangeError('x')).code, 'client.failed');
});
