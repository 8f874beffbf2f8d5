import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import type { DocumentTree } from '#engines/case/model';
import { Id, Label } from '#platform/contract';
import { ProgressQuery } from './case-schemas.ts';

const maybe = <Schema extends ReturnType<typeof Type.String>>(schema: Schema) => Type.Union([schema, Type.Null()]);

export const DocumentRow = Type.Object(
  {
    id: Type.String(),
    name: Label,
    dossier: Type.Boolean({ description: 'Binds other documents.' }),
    offered: Type.Boolean(),
    /** Why it is not offered yet. */
    waits: Type.Union([Label, Type.Null()]),
    numbered: Type.Boolean({ description: 'Gets a number when it is issued.' }),
    number: maybe(Type.String()),
    copies: Type.Integer(),
    /** What could be printed in clear, by name; empty when nothing personal is known. */
    clear: Type.Array(Label),
  },
  { $id: 'DocumentRow' },
);
export type DocumentRow = Static<typeof DocumentRow>;

export const DocumentView = Type.Object(
  {
    id: Type.String(),
    name: Label,
    number: maybe(Type.String()),
    numbered: Type.Boolean(),
    copies: Type.Integer(),
    /** Obligatory parts of a dossier that are not there yet. */
    missing: Type.Array(Type.String()),
    /** On which page each section begins; empty for a single document. */
    pages: Type.Record(Type.String(), Type.Integer()),
    /** Which copy it is; null for a preview. */
    mark: maybe(Type.String()),
    tree: Type.Unsafe<DocumentTree>(
      Type.Object({ title: Type.String(), sections: Type.Array(Type.Unknown()) }, { additionalProperties: true }),
    ),
  },
  { $id: 'DocumentView', description: 'A document filled in: sections of typed blocks, to be drawn.' },
);
export type DocumentView = Static<typeof DocumentView>;

export const IssueDocument = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'Made by the client; the same id gives the same copy again.' }),
    clear: Type.Boolean({ description: 'With the personal values that the document may show.' }),
    reason: Type.Optional(Type.String({ minLength: 2, maxLength: 100, description: 'Needed with `clear`.' })),
  },
  { $id: 'IssueDocument' },
);
export type IssueDocument = Static<typeof IssueDocument>;

const ofCase = Type.Object({ id: Id, document: Type.String({ maxLength: 80 }) });
const issueErrors = [
  'request.not-found',
  'request.id-reused',
  'document.not-yet',
  'document.reason-missing',
  'reveal.sensitive',
  'reveal.quota-used',
  'permission.denied',
] as const;

/** What a matter yields on paper (文书). */
export const documentRoutes = defineRoutes({
  listDocuments: {
    method: 'GET',
    url: '/api/cases/:id/documents',
    tag: 'documents',
    who: { permission: 'case.read' },
    bound: 'matters',
    summary: 'Documents of a matter: those offered, and why the others are not yet',
    params: Type.Object({ id: Id }),
    answer: Type.Array(DocumentRow),
    errors: ['request.not-found'],
  },
  previewDocument: {
    method: 'GET',
    url: '/api/cases/:id/documents/:document',
    tag: 'documents',
    who: { permission: 'case.read' },
    bound: 'matters',
    summary: 'A document as it would be, personal values masked; nothing is issued',
    params: ofCase,
    answer: DocumentView,
    errors: ['request.not-found', 'document.not-yet'],
  },
  issueDocument: {
    method: 'POST',
    url: '/api/cases/:id/documents/:document/issues',
    tag: 'documents',
    who: { permission: 'case.act' },
    bound: 'matters',
    perMinute: 60,
    summary: 'Issue a copy: it gets its number, once, and a mark; on record',
    params: ofCase,
    body: IssueDocument,
    answer: DocumentView,
    errors: [...issueErrors],
  },
  getDocumentFile: {
    method: 'POST',
    url: '/api/cases/:id/documents/:document/files',
    tag: 'documents',
    who: { permission: 'case.act' },
    bound: 'matters',
    perMinute: 60,
    summary: 'An issued copy as a file of Word, or as a page that prints on A4',
    params: ofCase,
    body: Type.Intersect([
      IssueDocument,
      Type.Object({ format: Type.Union([Type.Literal('docx'), Type.Literal('html')]) }),
    ]),
    raw: true,
    errors: [...issueErrors],
  },
  listProgressDocuments: {
    method: 'POST',
    url: '/api/public/progress/documents',
    tag: 'public',
    who: 'anyone',
    perMinute: 30,
    summary: 'Documents of my own matter, by number and query code',
    body: ProgressQuery,
    answer: Type.Array(DocumentRow),
    errors: ['progress.unknown', 'request.too-many'],
  },
  getProgressDocument: {
    method: 'POST',
    url: '/api/public/progress/document',
    tag: 'public',
    who: 'anyone',
    perMinute: 30,
    summary: 'A document of my own matter, by number and query code',
    body: Type.Object({ query: ProgressQuery, document: Type.String({ maxLength: 80 }) }),
    answer: DocumentView,
    errors: ['progress.unknown', 'request.too-many', 'request.not-found', 'document.not-yet'],
  },
  listMyReportDocuments: {
    method: 'GET',
    url: '/api/resident/reports/:id/documents',
    tag: 'resident',
    who: 'resident',
    summary: 'Documents of one of my reports',
    params: Type.Object({ id: Id }),
    answer: Type.Array(DocumentRow),
    errors: ['request.not-found'],
  },
  getMyReportDocument: {
    method: 'GET',
    url: '/api/resident/reports/:id/documents/:document',
    tag: 'resident',
    who: 'resident',
    summary: 'A document of one of my reports',
    params: ofCase,
    answer: DocumentView,
    errors: ['request.not-found', 'document.not-yet'],
  },
});
