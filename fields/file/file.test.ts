import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trying } from '../testing.ts';
import { file } from './file.ts';

const id = 'a1'.repeat(32);

test('keeps the hash and a clean name', () => {
  assert.deepEqual(trying(file).check({ id, name: ' 说明\u202E.pdf', size: 3 }), { id, name: '说明.pdf' });
  assert.deepEqual(trying(file).check({ id, name: '../../etc/passwd' }), { id, name: 'passwd' });
  assert.deepEqual(trying(file).check({ id, name: 'C:\\文件\\表.xlsx' }), { id, name: '表.xlsx' });
  assert.deepEqual(trying(file).check(id), { id, name: '附件' });
  const long = trying(file).check({ id, name: `${'长'.repeat(200)}.docx` }) as { name: string };
  assert.ok(long.name.endsWith('.docx') && [...long.name].length === 120);
});

test('refuses what is no file', () => {
  for (const value of ['x', { name: 'a.pdf' }, { id, name: 5 }, { id: 'A'.repeat(64) }, []])
    assert.match(String(trying(file).check(value)), /wrong format/);
});
