import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { draftsIn } from './drafts.ts';
import { memoryStore } from './store.ts';

test('each keystroke is kept, the last wins, and a draft keeps its files', async () => {
  const store = memoryStore();
  const drafts = draftsIn(store);
  for (const text of ['电', '电梯', '电梯坏了']) drafts.save('report', { text }, ['f1']);
  assert.deepEqual(await drafts.find('report'), { text: '电梯坏了' });
  assert.deepEqual(await store.findValue('draft-files'), { report: ['f1'] });
  drafts.save('other', {}, ['f2']);
  await drafts.drop('report');
  assert.equal(await drafts.find('report'), undefined);
  assert.deepEqual(await store.findValue('draft-files'), { other: ['f2'] });
});

test('a draft dropped right after a keystroke stays dropped', async () => {
  const drafts = draftsIn(memoryStore());
  drafts.save('report', { text: 'x' });
  await drafts.drop('report');
  await drafts.settled();
  assert.equal(await drafts.find('report'), undefined);
});
