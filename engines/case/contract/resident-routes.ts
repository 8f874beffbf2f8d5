import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant, Label } from '#platform/contract';
import { ProgressQuery, ProgressView, TakeAction } from './case-schemas.ts';

export const MyReportRow = Type.Object(
  {
    id: Id,
    number: Type.String(),
    title: Type.String(),
    shown: Label,
    status: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
    reportedAt: Type.Union([Instant, Type.Null()]),
    /** Something is asked of whoever reported it, such as how it was done. */
    asks: Type.Boolean(),
  },
  { $id: 'MyReportRow' },
);
export type MyReportRow = Static<typeof MyReportRow>;

const byId = Type.Object({ id: Id });

/** A resident’s own reports, on whatever phone they were made. */
export const residentCaseRoutes = defineRoutes({
  listMyReports: {
    method: 'GET',
    url: '/api/resident/reports',
    tag: 'resident',
    who: 'resident',
    summary: 'What I reported while signed in, or took over by number and query code',
    query: Type.Object({ after: Type.Optional(Id) }),
    answer: Type.Object({ rows: Type.Array(MyReportRow), more: Type.Boolean() }),
  },
  adoptReport: {
    method: 'POST',
    url: '/api/resident/reports',
    tag: 'resident',
    who: 'resident',
    perMinute: 12,
    summary: 'Take over a report by its number and query code',
    body: ProgressQuery,
    answer: ProgressView,
    errors: ['progress.unknown', 'request.too-many'],
  },
  getMyReport: {
    method: 'GET',
    url: '/api/resident/reports/:id',
    tag: 'resident',
    who: 'resident',
    summary: 'Progress of one of my reports',
    params: byId,
    answer: ProgressView,
    errors: ['request.not-found'],
  },
  actOnMyReport: {
    method: 'POST',
    url: '/api/resident/reports/:id/actions',
    tag: 'resident',
    who: 'resident',
    perMinute: 12,
    summary: 'What I may do with my report: rate, withdraw, add',
    params: byId,
    body: TakeAction,
    answer: ProgressView,
    errors: ['request.not-found'],
  },
  leaveMyReport: {
    method: 'DELETE',
    url: '/api/resident/reports/:id',
    tag: 'resident',
    who: 'resident',
    summary: 'Take a report out of my list; the report itself goes on',
    params: byId,
  },
});
