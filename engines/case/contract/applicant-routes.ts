import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { DistrictCode } from '#platform/contract';
import { CaseRow } from './case-schemas.ts';

export const ApplicantView = Type.Object(
  {
    /** Of the matters applied for under the number those that the reader may read, the latest first. */
    matters: Type.Array(CaseRow),
    /** What the person said in them and may be taken over, by field; empty unless asked for. */
    own: Type.Array(
      Type.Object({ field: Type.String(), type: Type.String({ description: 'Of the field.' }), value: Type.Unknown() }),
    ),
  },
  { $id: 'ApplicantView' },
);
export type ApplicantView = Static<typeof ApplicantView>;

/** One number, all applications (S228). */
export const applicantRoutes = defineRoutes({
  findApplicant: {
    method: 'POST',
    url: '/api/applicants/find',
    tag: 'case',
    who: { permission: 'applicant.find' },
    bound: 'matters',
    summary:
      'All applications under one number of identity, and what may be taken over from them; each search is on record',
    body: Type.Object({
      district: DistrictCode,
      number: Type.String({ minLength: 5, maxLength: 30 }),
      purpose: Type.Union([Type.Literal('apply'), Type.Literal('progress'), Type.Literal('correct')], {
        description: 'A new application, to say how one stands, to put data right.',
      }),
      reuse: Type.Boolean({ description: 'The person is there and agrees that what was said before is used again.' }),
    }),
    answer: ApplicantView,
    errors: ['permission.denied', 'applicant.too-many', 'reveal.quota-used'],
  },
});
