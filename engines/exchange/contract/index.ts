import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Job, Label } from '#platform/contract';

export const ImportReport = Type.Object(
  {
    rowsIn: Type.Integer(),
    taken: Type.Integer(),
    /** Already there from an earlier run. */
    known: Type.Integer(),
    setAside: Type.Integer(),
    reasons: Type.Array(
      Type.Object({
        reason: Label,
        rows: Type.Integer(),
        whole: Type.Boolean({
          description: 'True: the row was set aside; false: the row was taken and only a value was left out.',
        }),
      }),
    ),
    bodiesMade: Type.Integer(),
    placesMatched: Type.Integer(),
    divisionsPlanted: Type.Integer({ description: 'Official divisions that were added to the tree for this import.' }),
    sheet: Type.Union([Type.String(), Type.Null()], { description: 'Where the set-aside rows were written.' }),
  },
  { $id: 'ImportReport' },
);
export type ImportReport = Static<typeof ImportReport>;

export const exchangeRoutes = defineRoutes({
  listImportMaps: {
    method: 'GET',
    url: '/api/import-maps',
    tag: 'exchange',
    who: { permission: 'import.run' },
    bound: 'nothing',
    summary: 'Mapping files that packs declare',
    answer: Type.Array(Type.Object({ id: Type.String(), name: Label, columns: Type.Array(Type.String()) })),
  },
  previewImport: {
    method: 'POST',
    url: '/api/imports/preview',
    tag: 'exchange',
    who: { permission: 'import.run' },
    summary: 'What an import would do; writes nothing',
    body: Type.Object({ map: Type.String({ maxLength: 80 }), file: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
    answer: Type.Object({ report: ImportReport, sample: Type.Array(Type.Record(Type.String(), Type.String())) }),
    errors: [
      'import.map-unknown',
      'import.file-unreadable',
      'import.file-empty',
      'import.quote-open',
      'import.columns-missing',
      'import.district-unknown',
    ],
  },
  startImport: {
    method: 'POST',
    url: '/api/imports',
    tag: 'exchange',
    who: { permission: 'import.run' },
    summary: 'Import a sheet, as a job',
    body: Type.Object({
      id: Id,
      map: Type.String({ maxLength: 80 }),
      file: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    }),
    answer: Job,
    errors: ['import.map-unknown', 'import.file-unreadable', 'request.id-reused'],
  },
});
