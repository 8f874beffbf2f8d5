import assert from 'node:assert/strict';
import { test } from 'node:test';
import { given, steps, works } from '../fixtures/people.ts';
import { repair } from '../fixtures/repair.ts';
import { checkDocument } from './check-documents.ts';
import type { CaseDocument, SingleDocument } from './document.ts';
import type { DocumentMatter } from './document-scope.ts';
import { documentScope } from './document-scope.ts';
import { piecesOf, wordsOf } from './fill-text.ts';
import { around, file, notice, receipt } from './fixtures.ts';
import { numberText } from './number-pattern.ts';
import { copiesOf, documentsFor, isOffered, renderDocument } from './render-document.ts';
import type { DocumentTree } from './tree.ts';

const contact = { name: '张三丰', phone: '13812345678', personal: { contact: '13987654321' } };
const closed: DocumentMatter = { playbook: repair, ...given(steps.closed), contact };
const handling: DocumentMatter = { playbook: repair, ...given(steps.handling), contact };
const bodies = new Map([[works, '维修队']]);
const context = { ...around, bodies, fields: { ...around.fields, bodyName: (id: string) => bodies.get(id) } };

const allText = (tree: DocumentTree): string => JSON.stringify(tree.sections);

const checkContext = { playbooks: [repair], documents: [receipt, notice, file], roles: new Set(['worker']) };
const problemsOf = (changed: Partial<SingleDocument>): readonly string[] =>
  checkDocument({ ...(notice as SingleDocument), ...changed }, checkContext).map(
    ({ path, message }) => `${path}: ${message}`,
  );

test('a document is filled in from the matter and its steps; what is not known is a blank', () => {
  const tree = renderDocument(notice, closed, { ...context, number: '（2026）槐荫社区修字第3号' });
  const [section] = tree.sections;
  assert.equal(tree.title, '修理告知书');
  assert.deepEqual(section?.blocks[1], { kind: 'number', text: '（2026）槐荫社区修字第3号' });
  const pairs = section?.blocks.find((block) => block.kind === 'pairs');
  assert.deepEqual(pairs?.kind === 'pairs' && pairs.pairs.map(({ name, value }) => [name, wordsOf(value)]), [
    ['words', ''],
    ['电话', '139****4321'],
    ['办理情况', '已修好'],
    ['备注', ''],
  ]);
  assert.deepEqual(pairs?.kind === 'pairs' && pairs.pairs[3]?.value, [{ text: '', blank: true }]);
  assert.match(allText(tree), /经"\},\{"text":"维修队"\},\{"text":"办理：/);
  const table = section?.blocks.find((block) => block.kind === 'table');
  assert.equal(table?.kind === 'table' && table.rows.length, 4);
  const signatures = section?.blocks.find((block) => block.kind === 'signatures');
  assert.deepEqual(signatures?.kind === 'signatures' && signatures.lines.map(wordsOf), [
    '经办人：李强',
    '签收人：甲',
    '签收人：乙',
  ]);
  assert.match(allText(tree), /2026年3月2日/);
});

test('personal values are masked unless the copy is made in clear, and then only those that are named', () => {
  const masked = allText(renderDocument(receipt, closed, context));
  assert.match(masked, /张\*/);
  assert.doesNotMatch(masked, /张三丰|13987654321|13812345678/);
  const clear = allText(renderDocument(receipt, closed, { ...context, clear: new Set(['contact', 'reporter.name']) }));
  assert.match(clear, /张三丰/);
  assert.match(clear, /13987654321/);
  assert.doesNotMatch(clear, /13812345678/);
});

test('whoever asked sees no names of staff in the course', () => {
  const course: CaseDocument = { ...(receipt as SingleDocument), blocks: [{ block: 'timeline' }] };
  assert.match(allText(renderDocument(course, closed, context)), /陈静/);
  const outside = allText(renderDocument(course, closed, { ...context, audience: 'reporter' }));
  assert.doesNotMatch(outside, /陈静|李强|赵晨|已修好"\}\],/);
  assert.match(outside, /电梯已修好。/);
  assert.match(outside, /已受理/);
});

test('it is offered while its condition holds, in as many copies as it says', () => {
  assert.equal(isOffered(notice, handling, context), false);
  assert.equal(isOffered(notice, closed, context), true);
  assert.equal(copiesOf(notice, documentScope(closed, context)), 2);
  assert.equal(copiesOf(receipt, documentScope(closed, context)), 1);
});

test('a document in the place of a general one hides it for its own playbooks', () => {
  const own: CaseDocument = {
    ...(receipt as SingleDocument),
    id: 'test.own',
    playbooks: ['test.repair'],
    insteadOf: 'test.receipt',
  };
  assert.deepEqual(
    documentsFor([receipt, own], 'test.repair').map(({ id }) => id),
    ['test.own'],
  );
  assert.deepEqual(
    documentsFor([receipt, own], 'other').map(({ id }) => id),
    ['test.receipt'],
  );
});

test('a dossier binds what is there in its order and names what has to be there and is not', () => {
  const bound = new Map([receipt, notice].map((document) => [document.id, { document, number: null }]));
  const open = renderDocument(file, handling, context, bound);
  assert.deepEqual(
    open.sections.map(({ id }) => id),
    ['test.file', 'contents', 'test.receipt', 'back'],
  );
  assert.deepEqual(open.missing, ['修理告知书']);
  const whole = renderDocument(file, closed, context, bound);
  assert.deepEqual(
    whole.sections.map(({ id }) => id),
    ['test.file', 'contents', 'test.receipt', 'test.notice', 'back'],
  );
  assert.deepEqual(whole.missing, ['配件发票']);
  const contents = whole.sections[1]?.blocks[1];
  assert.deepEqual(contents?.kind === 'contents' && contents.rows, [
    { title: '受理回执', section: 'test.receipt' },
    { title: '修理告知书', section: 'test.notice' },
    { title: '配件发票', section: null },
  ]);
});

test('numbers are filled into their pattern', () => {
  assert.equal(
    numberText(notice.number ?? { pattern: '', per: 'district' }, { year: 2026, place: '槐荫社区', n: 3 }),
    '（2026）槐荫社区修字第3号',
  );
});

test('holes are found though they hold braces and quotes of their own', () => {
  assert.deepEqual(piecesOf('a{b}c'), [{ words: 'a' }, { hole: 'b' }, { words: 'c' }]);
  assert.deepEqual(piecesOf('{if x = "}" then {y: 1}.y else 2}'), [{ hole: 'if x = "}" then {y: 1}.y else 2' }]);
  assert.equal(piecesOf('{a'), undefined);
  assert.equal(piecesOf('a}'), undefined);
});

test('right documents pass; each slip is told with its place', () => {
  for (const document of [receipt, notice, file]) assert.deepEqual(checkDocument(document, checkContext), []);
  assert.deepEqual(problemsOf({ playbooks: ['test.gone'] })[0], 'playbooks: there is no playbook test.gone');
  assert.deepEqual(problemsOf({ when: 'last.fly != null' }), ['when: test.repair has no action fly']);
  assert.match(problemsOf({ when: 'wrong(' }).join(), /^when: unknown variable wrong/);
  assert.deepEqual(problemsOf({ clear: ['words'] }).length, 1);
  assert.deepEqual(problemsOf({ audience: [{ role: 'king' }] }), ['audience: there is no role king']);
  assert.match(problemsOf({ number: { pattern: '第号', per: 'body' } }).join(), /\{n\}.*\{year\}.*\{place\}/);
  const block = (one: SingleDocument['blocks'][number]): string => problemsOf({ blocks: [one] }).join('; ');
  assert.equal(block({ block: 'paragraph', text: '{text.gone}' }), 'blocks[0].text: test.repair has no field gone');
  assert.equal(
    block({ block: 'paragraph', text: '{last.finish.text.gone}' }),
    'blocks[0].text: the action finish has no field gone',
  );
  assert.equal(
    block({ block: 'paragraph', text: '{today()}' }),
    'blocks[0].text: today() reads the clock; give the time as a variable',
  );
  assert.equal(
    block({ block: 'paragraph', text: '{asked.name' }),
    'blocks[0].text: a brace is not closed, or closes none',
  );
  assert.equal(
    block({ block: 'fields', items: [{ field: 'result', of: 'fly' }] }),
    'blocks[0].items[0]: test.repair has no action fly',
  );
  assert.equal(block({ block: 'rows', field: 'words' }), 'blocks[0]: the field words holds no rows');
  assert.equal(
    block({ block: 'each', over: 'actions', blocks: [{ block: 'list', over: 'x', text: '' }] }),
    'blocks[0].blocks[0].over: unknown variable x',
  );
  assert.match(problemsOf({ playbooks: 'all' }).join('; '), /speaks of no action/);
  const wrongPart = checkDocument({ ...file, parts: [{ document: 'test.gone' }] } as CaseDocument, checkContext);
  assert.deepEqual(
    wrongPart.map(({ message }) => message),
    ['there is no document test.gone'],
  );
});
