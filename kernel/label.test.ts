import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DomainError, isRefusal, refuse, sentenceOf } from './domain-error.ts';
import { type ErrorEntry, errorCatalogue } from './error-catalogue.ts';
import { fill, label } from './label.ts';

test('a text is filled, and a place without a value stays to be seen', () => {
  assert.equal(fill('{name}：{count} 件，{gone}', { name: '青石街道', count: 0 }), '青石街道：0 件，{gone}');
  assert.equal(fill('{toString}', {}), '{toString}');
  assert.equal(fill('没有空'), '没有空');
});

test('a refusal is an error with code, values, field and the refusals that go with it', () => {
  const one = refuse('field.required', { name: '电话' }, { field: 'phone' });
  const both = refuse('field.invalid', {}, { also: [one] });
  assert.ok(both instanceof DomainError && both instanceof Error && isRefusal(both));
  assert.deepEqual(
    [one.code, one.message, one.field, both.also[0]],
    ['field.required', 'field.required', 'phone', one],
  );
  assert.equal(isRefusal(new Error('field.required')), false);
});

test('a value that is a label speaks the language of the sentence', () => {
  const refusal = refuse('field.invalid', {
    name: label('电话', 'Phone'),
    detail: label('少一位', 'a digit is missing'),
  });
  assert.deepEqual(sentenceOf(refusal), {
    zh: '「电话」填写有误：少一位。',
    en: '“Phone” is not right: a digit is missing.',
  });
  assert.match(sentenceOf(refuse('calendar.year-unknown', { year: 2027 })).zh, /^2027 年/);
});

test('each error of the catalogue says the same places in both locales, with a status of an error', () => {
  const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [code, { status, message }] of Object.entries<ErrorEntry>(errorCatalogue)) {
    assert.match(code, /^[a-z-]+\.[a-z-]+$/);
    assert.ok(status >= 400 && status < 600, code);
    assert.deepEqual(places(message.zh), places(message.en), code);
    assert.match(message.zh, /。$/, code);
    assert.match(message.en, /[.?]$/, code);
  }
});
