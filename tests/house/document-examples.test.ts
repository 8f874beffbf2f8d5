import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeList } from '#fields/field';
import {
  type CaseDocument,
  type DocumentExample,
  type Playbook,
  type PlaybookExample,
  runDocumentExample,
} from '#engines/case/model';
import { calendarFrom } from '#platform/server/calendar';
import { readPacks } from '../../apps/server/packs.ts';

const packs = await readPacks();
const all = <Definition>(section: string): readonly Definition[] =>
  packs.flatMap((pack) => (pack.sections[section] ?? []) as readonly Definition[]);

const published = calendarFrom([], null);
if ('problems' in published) throw new Error(published.problems.join('; '));
const lists = new Map(all<CodeList>('codeLists').map((list) => [list.id, list]));
const context = {
  calendar: published.calendar,
  fields: { codeList: (id: string) => lists.get(id) },
  documents: all<CaseDocument>('documents'),
};

test('documents say what the examples of their packs say', () => {
  const examples = all<DocumentExample>('documentExamples');
  assert.ok(examples.length >= 4);
  for (const example of examples) {
    const course = all<PlaybookExample>('examples').find((one) => one.id === example.after);
    const playbook = all<Playbook>('playbooks').find((one) => one.id === course?.playbook);
    assert.ok(course && playbook, `${example.id}: there is no example ${example.after}`);
    assert.deepEqual(runDocumentExample(example, { playbook, course }, context), [], example.id);
  }
});
