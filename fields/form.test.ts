import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Check } from 'typebox/schema';
import { sentenceOf } from '#kernel/domain-error';
import { label } from '#kernel/label';
import { checkForm, type Field, fieldProblems, fieldText, formSchema, oneRefusal, sampleForm } from '#fields';
import { testContext } from './testing.ts';

const privacy = {
  purpose: label('核实情况', 'To ask back'),
  basis: 'consent',
  sensitivity: 'personal',
  retentionMonths: 12,
} as const;

const fields: readonly Field[] = [
  { id: 'words', type: 'text', name: label('情况', 'What happened'), required: true },
  { id: 'fruit', type: 'choice', name: label('水果', 'Fruit'), options: { list: 'fruit' } },
  { id: 'ripe', type: 'yes-no', name: label('熟了', 'Ripe'), required: true, show: 'fruit = "fig"' },
  { id: 'count', type: 'number', name: label('数量', 'Count'), show: 'ripe', options: { min: 1 } },
  { id: 'contact', type: 'phone', name: label('电话', 'Phone'), privacy },
];
const check = (given: Record<string, unknown>) => checkForm(fields, given, testContext);
const refused = (given: Record<string, unknown>) =>
  check(given).refusals.map((refusal) => `${refusal.field} ${refusal.code}`);

test('values come back canonical; what is empty is absent', () => {
  const { values, refusals } = check({
    words: ' 坏了 ',
    fruit: 'fig',
    ripe: '是',
    count: '３',
    contact: '',
    extra: undefined,
  });
  assert.deepEqual(
    refusals.map((one) => one.field),
    ['extra'],
  );
  assert.deepEqual(values, { words: '坏了', fruit: 'fig', ripe: true, count: 3 });
});

test('all refusals come at once, each with its field and a sentence in both languages', () => {
  assert.deepEqual(refused({ words: '  ', fruit: 'apple', contact: '123' }), [
    'words field.required',
    'fruit field.invalid',
    'contact field.invalid',
  ]);
  const [first] = check({}).refusals;
  assert.deepEqual(first && sentenceOf(first), label('请填写「情况」。', 'Please fill in “What happened”.'));
});

test('hidden fields are neither asked nor stored, nor what depends on them', () => {
  assert.deepEqual(check({ words: 'x', fruit: 'peach', ripe: true, count: 5 }).values, { words: 'x', fruit: 'peach' });
  assert.deepEqual(refused({ words: 'x', fruit: 'peach', count: -5 }), []);
  assert.deepEqual(refused({ words: 'x', fruit: 'fig' }), ['ripe field.required']);
});

test('unknown names are refused, also those that every object has', () => {
  const given = JSON.parse('{"words": "x", "__proto__": {"fruit": "fig"}, "constructor": 1, "toString": 2}');
  assert.deepEqual(refused(given), ['__proto__ field.unknown', 'constructor field.unknown', 'toString field.unknown']);
  assert.deepEqual(check(Object.create({ words: 'inherited' })).values, {});
  assert.equal(check(given).refusals[0]?.values['name'], '__proto__');
});

test('several refusals can be handed on as one', () => {
  const { refusals } = check({ contact: '1', other: 1 });
  const one = oneRefusal(refusals);
  assert.deepEqual([one?.field, one?.also.map((also) => also.field)], ['other', ['words', 'contact']]);
  assert.equal(oneRefusal([]), undefined);
  assert.equal(oneRefusal(refusals.slice(1, 2)), refusals[1]);
});

test('for any chances a sample form is right, and its schema takes it', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }), (chances) => {
      let next = 0;
      const sample = sampleForm(fields, testContext, () => chances[next++] as number);
      assert.deepEqual(check(sample), { values: sample, refusals: [] });
      assert.ok(Check(formSchema(fields, testContext), sample));
    }),
  );
  assert.ok(!Check(formSchema(fields, testContext), { words: 'x', other: 1 }));
});

test('a value is printed by its type, an absent one as nothing', () => {
  const [words, fruit] = fields as [Field, Field];
  assert.deepEqual(
    [fieldText(fruit, 'fig', testContext, 'en'), fieldText(words, undefined, testContext, 'zh')],
    ['Fig', ''],
  );
});

test('a right form has no problems, a wrong one names each', () => {
  assert.deepEqual(fieldProblems(fields, testContext), []);
  const problem = (field: Partial<Field>): string =>
    fieldProblems(
      [
        { id: 'a', type: 'text', name: label('甲', 'A') },
        { id: 'b', type: 'text', name: label('乙', 'B'), ...field } as Field,
      ],
      testContext,
    )
      .map(({ field: id, message }) => `${id}: ${message}`)
      .join('; ');
  for (const [field, expected] of [
    [{ type: 'colour' }, /^b: unknown type colour$/],
    [{ type: 'toString' }, /unknown type/],
    [{ id: 'a' }, /two fields have this id/],
    [{ id: 'due-date' }, /begins with a small letter/],
    [{ id: 'if' }, /cannot be the name of a variable/],
    [{ name: label('', 'B') }, /name is needed/],
    [{ hint: label('提示', '') }, /hint is needed/],
    [{ show: 'c = 1' }, /^b: show: unknown variable c$/],
    [{ show: 'b = 1' }, /unknown variable b/],
    [{ show: 'a = ' }, /show: syntax error/],
    [{ type: 'phone' }, /personal information: privacy is needed/],
    [{ type: 'person' }, /privacy is needed/],
    [{ type: 'text', name: label('诉求人姓名', 'Name') }, /sounds like personal information/],
    [{ type: 'date', name: label('出生日期', 'Born on') }, /sounds like personal information/],
    [{ type: 'phone', privacy: { ...privacy, retentionMonths: -1 } }, /retentionMonths/],
    [
      { privacy: { ...privacy, purpose: label('', ''), basis: 'habit' as never, sensitivity: 'none' as never } },
      /purpose.*basis.*sensitivity/,
    ],
    [{ options: { max: -1 } }, /option max/],
  ] as const) {
    assert.match(problem(field), expected, JSON.stringify(field));
  }
});
