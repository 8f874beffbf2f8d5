import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, emptyDraft, nextStep } from './draft.ts';

const code = '990101001001';
const draft = emptyDraft(code, '槐荫社区');

test('S008: a change is made of what was typed only when nothing that it needs is missing', () => {
  assert.equal(changeOf('rename', code, { ...draft, name: ' ' }), undefined);
  assert.deepEqual(changeOf('rename', code, { ...draft, name: ' 槐安社区 ' }), {
    kind: 'rename',
    code,
    name: '槐安社区',
  });
  assert.equal(changeOf('move', code, draft), undefined);
  assert.equal(changeOf('move', code, { ...draft, parent: '990101002', step: 'x' }), undefined);
  assert.equal(changeOf('merge', code, draft), undefined);
  assert.deepEqual(changeOf('merge', code, { ...draft, others: ['990101001002'] }), {
    kind: 'merge',
    codes: [code, '990101001002'],
    into: { code, name: '槐荫社区' },
  });
});

test('a split keeps the code in one part at most, and each child goes to the part that was chosen', () => {
  const parts = [
    { name: '槐荫社区', step: '' },
    { name: '新槐社区', step: '' },
  ];
  assert.equal(changeOf('split', code, { ...draft, parts }), undefined);
  const made = changeOf('split', code, {
    ...draft,
    parts: [parts[0] ?? { name: '', step: '' }, { name: '新槐社区', step: '009' }],
    children: { [`${code}g01`]: 0, [`${code}g02`]: 1 },
  });
  assert.ok(made?.kind === 'split');
  assert.deepEqual(
    made.parts.map((part) => part.children),
    [[`${code}g01`], [`${code}g02`]],
  );
});

test('the next step follows the highest of its kind', () => {
  assert.equal(nextStep(['001', '004', '003']), '005');
  assert.equal(nextStep(['g01', 'g09']), 'g10');
});
