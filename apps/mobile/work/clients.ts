import { organisationRoutes } from '#engines/organisation/contract';
import { api } from '#platform/web/api';

export { cases, territory } from '../resident/clients.ts';
export const organisation = api(organisationRoutes);
