import { queryOptions } from '@tanstack/react-query';
import { cases } from '../../app/clients.ts';

export const groundQuery = queryOptions({
  queryKey: ['design', 'ground'],
  queryFn: () => cases.getDesignGround(),
  staleTime: 5 * 60_000,
});
export const designsQuery = queryOptions({ queryKey: ['design', 'list'], queryFn: () => cases.listDesigns() });
export const publicationsQuery = queryOptions({
  queryKey: ['design', 'published'],
  queryFn: () => cases.listPublications(),
});
export const proposalsQuery = queryOptions({
  queryKey: ['design', 'proposed'],
  queryFn: () => cases.listDesignProposals(),
});
