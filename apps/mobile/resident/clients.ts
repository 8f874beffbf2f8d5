import { caseRoutes } from '#engines/case/contract';
import { noticeRoutes } from '#engines/notice/contract';
import { organisationRoutes } from '#engines/organisation/contract';
import { territoryRoutes } from '#engines/territory/contract';
import { api } from '#platform/web/api';

export const cases = api(caseRoutes);
export const territory = api(territoryRoutes);
export const organisation = api(organisationRoutes);
export const notices = api(noticeRoutes);
