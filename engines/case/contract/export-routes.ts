import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant } from '#platform/contract';
import { CaseQuery } from './case-schemas.ts';

const maybe = <Schema extends ReturnType<typeof Type.String>>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Reason = Type.String({ minLength: 4, maxLength: 200 });

export const ExportRequest = Type.Object(
  {
    id: Id,
    /** Printed into the file. */
    mark: Type.String(),
    name: Type.String({ description: 'Who asks.' }),
    /** Where the rows lie, as people say it. */
    places: Type.String(),
    clear: Type.Boolean({ description: 'With personal values in clear.' }),
    rows: Type.Integer(),
    reason: Type.String(),
    askedAt: Instant,
    state: Type.Union([
      Type.Literal('asked'),
      Type.Literal('refused'),
      Type.Literal('approved'),
      Type.Literal('ready'),
      Type.Literal('fetched'),
      Type.Literal('expired'),
      Type.Literal('failed'),
    ]),
    decidedBy: maybe(Type.String()),
    decidedAt: maybe(Instant),
    decision: maybe(Type.String()),
    expiresAt: maybe(Instant),
    /** Good once, for the one who asked. */
    link: maybe(Type.String()),
    /** Mine to decide. */
    mayDecide: Type.Boolean(),
  },
  { $id: 'ExportRequest' },
);
export type ExportRequest = Static<typeof ExportRequest>;

export const exportRoutes = defineRoutes({
  askExport: {
    method: 'POST',
    url: '/api/exports',
    tag: 'exports',
    who: { permission: 'case.export' },
    bound: 'matters',
    confirm: true,
    perMinute: 10,
    summary: 'Ask for an export above the limit, or with personal values in clear',
    body: Type.Object({ id: Id, query: CaseQuery, clear: Type.Boolean(), reason: Reason }),
    answer: ExportRequest,
    errors: ['request.id-reused', 'permission.denied'],
  },
  listExports: {
    method: 'GET',
    url: '/api/exports',
    tag: 'exports',
    who: 'signed-in',
    summary: 'My export requests, and those that I may decide',
    query: Type.Object({ view: Type.Union([Type.Literal('mine'), Type.Literal('decide')]) }),
    answer: Type.Array(ExportRequest),
  },
  decideExport: {
    method: 'POST',
    url: '/api/exports/:id/decision',
    tag: 'exports',
    who: { permission: 'export.approve' },
    confirm: true,
    summary: 'Approve or refuse an export of somebody else',
    params: Type.Object({ id: Id }),
    body: Type.Object({ approve: Type.Boolean(), reason: Reason }),
    answer: ExportRequest,
    errors: ['request.not-found', 'export.own', 'export.not-now'],
  },
  getExportFile: {
    method: 'GET',
    url: '/api/exports/:id/file',
    tag: 'exports',
    who: 'signed-in',
    summary: 'The file of an approved export: once, within 24 hours',
    params: Type.Object({ id: Id }),
    query: Type.Object({ key: Type.String({ maxLength: 64 }) }),
    raw: true,
    errors: ['request.not-found', 'export.link-used'],
  },
});
