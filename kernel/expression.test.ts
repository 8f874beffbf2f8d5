import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from './domain-error.ts';
import { evaluate, expressionProblems, getExpression, holds, parseExpression } from './expression.ts';

const run = (text: string, context: Record<string, unknown>): unknown =>
  evaluate(getExpression(text, Object.keys(context)), context);

test('computes over values, lists and dates', () => {
  assert.equal(
    run('category.code = "0101" and count(form.photos) > 1', { category: { code: '0101' }, form: { photos: [1, 2] } }),
    true,
  );
  assert.equal(
    run('category.name + "：" + place', { category: { name: '电梯故障' }, place: '3 号楼' }),
    '电梯故障：3 号楼',
  );
  assert.deepEqual(run('for p in list return p * 2', { list: [1, 2] }), [2, 4]);
  assert.deepEqual(
    run('list[item.size > 3].id', {
      list: [
        { id: 'a', size: 1 },
        { id: 'b', size: 5 },
      ],
    }),
    ['b'],
  );
  assert.equal(run('some p in list satisfies p.size > 4', { list: [{ size: 5 }] }), true);
  assert.equal(run('{low: n * 2, high: low + 1}.high', { n: 2 }), 5);
  assert.equal(run('date(day) + duration("P1D")', { day: '2026-12-31' }), '2027-01-01');
  assert.equal(run('not(kind in ("a", "b")) // a remark', { kind: 'c' }), true);
});

test('what cannot be computed is null and does not hold', () => {
  assert.equal(run('form.missing > 3', { form: {} }), null);
  assert.equal(run('n + "a"', { n: 1 }), null);
  assert.equal(run('n / 0', { n: 1 }), null);
  assert.equal(holds(getExpression('form.missing > 3', ['form']), { form: {} }), false);
  assert.equal(holds(getExpression('n', ['n']), { n: 1 }), false);
  assert.equal(holds(getExpression('n = 1', ['n']), { n: 1 }), true);
  assert.equal(evaluate(getExpression('n', ['n']), {}), null);
});

test('unknown variables are named, known ones of an inner scope are not', () => {
  assert.deepEqual(expressionProblems('urgency = "high" or stage = 1', ['stage']), ['unknown variable urgency']);
  assert.deepEqual(expressionProblems('area code = 1', ['area']), ['unknown variable area code']);
  for (const text of [
    'for a in list, b in a return a + b + partial[1]',
    'every a in list satisfies a > 0',
    '{a: 1, "b": a + 1, c: b}',
    'list[item.code = "x" and count(list) > 1]',
    'if count(list) > 0 then list[1] else null',
    'substring before("a:b", ":") in list',
    'list[1] instance of string',
  ]) {
    assert.deepEqual(expressionProblems(text, ['list']), [], text);
  }
  assert.deepEqual(expressionProblems('list[code = "x"]', ['list']), ['unknown variable code']);
  assert.deepEqual(expressionProblems('(for a in list return a) = a', ['list']), ['unknown variable a']);
});

test('a text that is no single expression is refused, however it is broken', () => {
  for (const text of [
    '',
    'a +',
    'a = ',
    '(a',
    'a) + (a',
    'a), function() (1',
    '"open',
    'a b',
    'a;a',
    'if a then',
    '? > 1',
  ]) {
    assert.ok(expressionProblems(text, ['a']).length > 0, text);
    assert.throws(() => getExpression(text, ['a']));
  }
});

test('a variable that FEEL cannot read as a name is a problem, not a surprise', () => {
  for (const name of ['item', 'if', '1st', 'due-date', '', 'a, b', 'a) (b']) {
    assert.match(expressionProblems('1', [name]).join(), /cannot be the name/, name);
  }
  assert.equal(run('区域 = "x"', { 区域: 'x' }), true);
});

test('the clock is not read', () => {
  for (const text of ['now()', 'today()', 'today', 'date("2026-01-01") < today()']) {
    assert.match(expressionProblems(text, []).join(), /reads the clock/, text);
  }
});

test('security 56: prototypes and functions are out of reach', () => {
  for (const text of [
    'a.constructor',
    'a.__proto__',
    'count.prototype',
    '{constructor: 1}',
    '(function(__proto__) 1)(a)',
    'a.caller',
  ]) {
    assert.match(expressionProblems(text, ['a']).join(), /may not be used/, text);
  }
  const poisoned = JSON.parse('{"__proto__": {"secret": 1}, "ok": 2}');
  assert.equal(run('a.secret', { a: poisoned }), null);
  assert.equal(run('a.toString', { a: {} }), null);
  assert.equal(run('a.length', { a: 'text' }), null);
  for (const text of ['count', '[1..3]']) assert.ok(isRefusal(run(text, {})), text);
  assert.equal(evaluate(getExpression('toString', ['toString']), {}), null);
});

test('calling what is no function fails with the text in the refusal', () => {
  const refusal = run('n(1)', { n: 5 });
  assert.ok(isRefusal(refusal));
  assert.deepEqual([refusal.code, refusal.values['expression']], ['expression.failed', 'n(1)']);
  assert.equal(run('n + 1', { n: 5 }), 6, 'a failure leaves nothing behind');
});

test('is compiled once', () => {
  assert.equal(parseExpression('a + 1', ['a']), parseExpression('a + 1', ['a']));
  assert.notEqual(parseExpression('a + 1', ['a']), parseExpression('a + 1', ['a', 'b']));
});

test('never throws, whatever the values are', () => {
  const texts = [
    'a + b',
    'a.x.y = b',
    'a[1]',
    'a[item > b]',
    'count(a) > b',
    'if a then b else a.b',
    'for i in a return i.b',
    'string(a)',
    'a in b',
    'date(a)',
    'substring(a, b)',
    'a between b and 3',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.jsonValue(), fc.jsonValue(), (text, a, b) => {
      const value = run(text, { a, b });
      assert.ok(isRefusal(value) || JSON.stringify(value) !== undefined);
    }),
    { numRuns: 1000 },
  );
});

test('never throws on any text', () => {
  const pieces = fc.constantFrom(
    'a',
    'b',
    '+',
    '(',
    ')',
    '[',
    ']',
    '"',
    'for',
    'in',
    'return',
    'if',
    '.',
    '1',
    ' ',
    '`',
    '{',
    ':',
    '}',
    'now()',
    'é',
    '//',
    '\n',
    'function',
    ',',
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(' ')),
      (text) => {
        const parsed = parseExpression(text, ['a', 'b']);
        if (!('problems' in parsed)) evaluate(parsed, { a: 1, b: [1] });
      },
    ),
    { numRuns: 1000 },
  );
});
