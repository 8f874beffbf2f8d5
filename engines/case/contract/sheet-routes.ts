import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Job, Label, TerritoryCode } from '#platform/contract';

const File = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'A sheet that was sent before: xlsx or CSV.' });
const Playbook = Type.String({ minLength: 1, maxLength: 60 });

export const SheetTargetView = Type.Object(
  { id: Type.String(), name: Label, required: Type.Boolean() },
  { $id: 'SheetTarget', description: 'What a column can be: category, place, who asked, a field of the form.' },
);
export type SheetTargetView = Static<typeof SheetTargetView>;

/** Which target each column is; empty text: the column is not taken. */
const Columns = Type.Array(Type.String({ maxLength: 60 }), { maxItems: 80 });

export const SheetReading = Type.Object(
  {
    headers: Type.Array(Type.String()),
    targets: Type.Array(SheetTargetView),
    columns: Columns,
    remembered: Type.Boolean({ description: 'As somebody said last time for a sheet with these headers.' }),
    rows: Type.Integer(),
    sample: Type.Array(Type.Array(Type.String())),
  },
  { $id: 'SheetReading' },
);
export type SheetReading = Static<typeof SheetReading>;

export const SheetOrder = Type.Object(
  {
    file: File,
    playbook: Playbook,
    columns: Columns,
    /** For a sheet without such a column, or with empty cells in it. */
    category: Type.Optional(Type.String({ maxLength: 20 })),
    place: Type.Optional(TerritoryCode),
  },
  { $id: 'SheetOrder' },
);
export type SheetOrder = Static<typeof SheetOrder>;

const Fault = Type.Object({
  line: Type.Integer({ description: 'As the sheet counts its lines.' }),
  column: Type.Union([Type.Integer(), Type.Null()], { description: 'From 0; null: the row as a whole.' }),
  reason: Label,
});

export const SheetPreview = Type.Object(
  {
    rows: Type.Integer(),
    good: Type.Integer(),
    bad: Type.Integer(),
    known: Type.Integer({ description: 'Rows that are matters already, or stand twice in the sheet.' }),
    faults: Type.Array(Fault, { description: 'The first 200.' }),
  },
  { $id: 'SheetPreview' },
);
export type SheetPreview = Static<typeof SheetPreview>;

const reading = [
  'case.playbook-unknown',
  'import.file-unreadable',
  'import.file-empty',
  'import.quote-open',
  'sheet.too-large',
  'sheet.too-many-rows',
  'sheet.too-many-columns',
] as const;

/** Matters from the sheets that people have (交办事项、隐患清单、诉求台账). */
export const sheetRoutes = defineRoutes({
  getSheetTemplate: {
    method: 'GET',
    url: '/api/case-sheets/templates/:playbook',
    tag: 'sheets',
    who: { permission: 'case.report' },
    bound: 'nothing',
    summary: 'An empty sheet for matters of a playbook: headers, lists to choose from, an example',
    params: Type.Object({ playbook: Playbook }),
    raw: true,
    errors: ['case.playbook-unknown'],
  },
  readCaseSheet: {
    method: 'POST',
    url: '/api/case-sheets/reading',
    tag: 'sheets',
    who: { permission: 'case.report' },
    perMinute: 20,
    summary: 'Headers and first rows of a sheet, and what its columns seem to mean',
    body: Type.Object({ file: File, playbook: Playbook }),
    answer: SheetReading,
    errors: [...reading],
  },
  previewCaseSheet: {
    method: 'POST',
    url: '/api/case-sheets/preview',
    tag: 'sheets',
    who: { permission: 'case.report' },
    perMinute: 20,
    summary: 'What an import would do: good rows, and the cells that are not right; writes nothing',
    body: SheetOrder,
    answer: SheetPreview,
    errors: [...reading],
  },
  importCaseSheet: {
    method: 'POST',
    url: '/api/case-sheets',
    tag: 'sheets',
    who: { permission: 'case.report' },
    perMinute: 6,
    summary: 'Good rows become matters, as a job; the others come back in the same sheet with the reason',
    body: Type.Intersect([Type.Object({ id: Id }), SheetOrder]),
    answer: Job,
    errors: [...reading, 'request.id-reused'],
  },
});
