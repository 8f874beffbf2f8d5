import { caseRoutes } from '#engines/case/contract';
import { noticeRoutes } from '#engines/notice/contract';
import { forceRoutes, peopleRoutes, residentRoutes } from '#engines/organisation/contract';
import { territoryRoutes } from '#engines/territory/contract';
import { api } from '#platform/web/api';

export const cases = api(caseRoutes);
export const territory = api(territoryRoutes);
/** What residents ask of the organisation; the routes of staff are no part of the page that a plate opens. */
export const organisation = api({ ...residentRoutes, ...forceRoutes, ...peopleRoutes });
export const notices = api(noticeRoutes);
