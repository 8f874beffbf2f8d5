import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patternProblem } from './expression-bounds.ts';
import { evaluate, expressionProblems, getExpression } from './expression.ts';

const problems = (text: string): string => expressionProblems(text, ['a', 'b']).join('; ');

test('security 56: what could run for ever is refused when the text is checked', () => {
  for (const [text, reason] of [
    ['for i in 1..1000000000 return i', /range/],
    ['for i in 1..count(a) return i', /range/],
    ['some i in [1..99999999] satisfies i > 3', /range/],
    ['{r: [1..999999999], s: for i in r return i}.s', /range/],
    ['count([1..a])', /range/],
    ['for i in range("[1..999999999]") return i', /range\(\)/],
    ['for i in a return for j in a return for k in a return 1', /iterations/],
    ['for i in a, j in a, k in a return 1', /iterations/],
    ['count(for i in a, j in a return count(b[item > i])) > 0', /iterations/],
    ['(function(f) f(f))(a)', /functions of one/],
    ['matches(a, b)', /written out/],
    ['matches(a, "(a+)+$")', /group is repeated/],
    ['replace(a, "x*y*", "")', /without end/],
    ['split(a, "(?=x)")', /looks around/],
    [`"${'x'.repeat(2_100)}" = a`, /longer/],
  ] as const)
    assert.match(problems(text), reason, text);
});

test('what packs need passes', () => {
  for (const text of [
    'for i in 1..12 return i * 2',
    'some x in a satisfies x > 3',
    'a in [1..b]',
    'a in (1..1000000)',
    'a between 1 and 100000000',
    'count(a[item.size > 3]) > 1',
    'matches(a, "^1[3-9][0-9]{9}$")',
    'split(a, "[,，、]")',
    'replace(a, "[0-9]+", "*")',
  ])
    assert.equal(problems(text), '', text);
});

test('security 64: accepted patterns stay fast on the worst text', () => {
  const worst = 'a'.repeat(4_000);
  for (const pattern of ['a+$', '[a-z]*!', 'a{1,100}b', '(a|b)c', '\\(a+']) {
    assert.equal(patternProblem(pattern), undefined, pattern);
    const started = performance.now();
    evaluate(getExpression(`matches(a, "${pattern.replaceAll('\\', '\\\\')}")`, ['a']), { a: worst });
    // A pattern that goes wrong takes longer than the age of the world; this only asks that it ends.
    assert.ok(performance.now() - started < 5_000, pattern);
  }
});
