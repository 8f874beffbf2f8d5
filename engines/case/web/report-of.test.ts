import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { filesOf, reportOf } from './report-of.ts';

const photo = 'a'.repeat(64);

test('category and place go to their own places, the rest are the playbook’s values', () => {
  assert.deepEqual(
    reportOf('id', 'grid.snapshot', {
      category: '0307',
      placeCode: '990101001002',
      placePoint: { lng: 114.3, lat: 22.7, datum: 'WGS-84' },
      placeText: '3 号楼',
      words: '电梯坏了',
      contact: null,
      photos: [{ id: photo }],
    }),
    {
      id: 'id',
      playbook: 'grid.snapshot',
      category: '0307',
      place: { code: '990101001002', point: { lng: 114.3, lat: 22.7, datum: 'WGS-84' }, text: '3 号楼' },
      values: { words: '电梯坏了', photos: [{ id: photo }] },
    },
  );
});

test('a known place stands unless another is chosen', () => {
  assert.equal(reportOf('id', 'p', {}, { code: '990101001002b03' }).place.code, '990101001002b03');
  assert.equal(reportOf('id', 'p', { placeCode: '990101' }, { code: '990101001002b03' }).place.code, '990101');
});

test('files are found in any field, once', () => {
  assert.deepEqual(filesOf({ a: [photo, photo], b: { id: 'b'.repeat(64), name: 'x.pdf' }, c: 'text', d: null }), [
    photo,
    'b'.repeat(64),
  ]);
  assert.deepEqual(filesOf({ rows: [{ shots: [photo] }, { name: 'x', paper: { id: 'b'.repeat(64), name: 'y' } }] }), [
    photo,
    'b'.repeat(64),
  ]);
  assert.deepEqual(filesOf({ body: { id: '0199a6b0-0000-7000-8000-000000000000', name: '城管办' } }), []);
});
