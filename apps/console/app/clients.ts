import { caseRoutes } from '#engines/case/contract';
import { exchangeRoutes } from '#engines/exchange/contract';
import { indicatorRoutes } from '#engines/indicator/contract';
import { noticeRoutes } from '#engines/notice/contract';
import { organisationRoutes } from '#engines/organisation/contract';
import { territoryRoutes } from '#engines/territory/contract';
import { auditRoutes } from '#platform/contract/audit-routes';
import { platformRoutes } from '#platform/contract/platform-routes';
import { api } from '#platform/web/api';

/** One typed client for each engine's route table. */
export const cases = api(caseRoutes);
export const exchange = api(exchangeRoutes);
export const figures = api(indicatorRoutes);
export const organisation = api(organisationRoutes);
export const territory = api(territoryRoutes);
export const platform = api(platformRoutes);
export const audit = api(auditRoutes);
export const notices = api(noticeRoutes);
