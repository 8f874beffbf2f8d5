import { useQuery } from '@tanstack/react-query';
import { keep, readKept } from '#platform/web/theme';
import { organisation } from './clients.ts';

type Installation = Awaited<ReturnType<typeof organisation.seeInstallation>>;

/** Which districts are served here; kept on the device, so that a report can begin without a line. */
export const useInstallation = (): Installation | undefined =>
  useQuery({
    queryKey: ['installation'],
    queryFn: async ({ signal }) => {
      const found = await organisation.seeInstallation({}, { signal });
      keep('installation', found);
      return found;
    },
    staleTime: 60 * 60_000,
    initialData: () => readKept<Installation | undefined>('installation', undefined),
    initialDataUpdatedAt: 0,
  }).data;
