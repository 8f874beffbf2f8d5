import { accountAdminRoutes } from './account-admin-routes.ts';
import { accountRoutes } from './account-routes.ts';
import { grantRoutes } from './grant-routes.ts';
import { oidcRoutes } from './oidc-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { roleRoutes } from './role-routes.ts';
import { dutyRoutes } from './duty-routes.ts';
import { forceRoutes } from './force-routes.ts';
import { residentRoutes } from './resident-routes.ts';
import { structureRoutes } from './structure-routes.ts';

export * from './account-admin-routes.ts';
export * from './account-routes.ts';
export * from './oidc-routes.ts';
export * from './passkey-shapes.ts';
export * from './grant-routes.ts';
export * from './people-routes.ts';
export * from './role-routes.ts';
export * from './duty-routes.ts';
export * from './duty-shapes.ts';
export * from './force-routes.ts';
export * from './resident-routes.ts';
export * from './structure-routes.ts';
export * from './structure-shapes.ts';

export const organisationRoutes = {
  ...accountRoutes,
  ...accountAdminRoutes,
  ...oidcRoutes,
  ...grantRoutes,
  ...peopleRoutes,
  ...roleRoutes,
  ...dutyRoutes,
  ...forceRoutes,
  ...residentRoutes,
  ...structureRoutes,
};
