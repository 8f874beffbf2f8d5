import { caseRoutes } from '#engines/case/contract';
import { exchangeRoutes } from '#engines/exchange/contract';
import { indicatorRoutes } from '#engines/indicator/contract';
import { noticeRoutes } from '#engines/notice/contract';
import { organisationRoutes } from '#engines/organisation/contract';
import { territoryRoutes } from '#engines/territory/contract';
import { auditRoutes } from '#platform/contract/audit-routes';
import { platformRoutes } from '#platform/contract/platform-routes';

/** Every operation of this server, by the room that answers it. */
export const routeTables = {
  organisation: organisationRoutes,
  territory: territoryRoutes,
  case: caseRoutes,
  indicator: indicatorRoutes,
  exchange: exchangeRoutes,
  notice: noticeRoutes,
  platform: platformRoutes,
  audit: auditRoutes,
};
