import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grid } from '#packs/grid';
import { problemsOfImportMap } from './check-import-map.ts';
import { columnsOf, type ImportMap } from './import-map.ts';

const map: ImportMap = grid.sections.importMaps[0];
const around = {
  playbookFields: (id: string) =>
    grid.sections.playbooks.find((playbook) => playbook.id === id)?.fields.map((field) => field.id),
  codeList: (id: string) => grid.sections.codeLists.find((list) => list.id === id)?.items.map((item) => item.code),
  bodyKinds: new Set(grid.sections.bodyKinds.map((kind) => kind.id)),
};

test('the map of a pack is sound, and names every column that it reads', () => {
  assert.deepEqual(problemsOfImportMap(map, around), []);
  assert.ok(
    ['REC_ID', 'CREATE_TIME', 'DISPOSE_UNIT_NAME', 'OVERTIME_ARCHIVE_NUM'].every((one) => columnsOf(map).includes(one)),
  );
});

test('whatever it names and nobody declares is told by name', () => {
  const wrong = (change: Partial<ImportMap>): string => problemsOfImportMap({ ...map, ...change }, around).join('\n');
  assert.match(wrong({ playbook: 'grid.gone' }), /“grid\.gone”/);
  assert.match(wrong({ values: [{ field: 'colour', pair: 'source' }] }), /no field “colour”/);
  assert.match(wrong({ values: [{ field: 'source', pair: 'gone' }] }), /pair “gone”/);
  assert.match(wrong({ category: { ...map.category, list: 'gone' } }), /code list “gone”/);
  assert.match(wrong({ body: { pair: 'unit', kind: 'gone' } }), /kind of body “gone”/);
  assert.match(wrong({ district: '4403' }), /not six digits/);
  assert.match(wrong({ pairs: [...map.pairs, ...map.pairs.slice(0, 1)] }), /two pairs/);
});
