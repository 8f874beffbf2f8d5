import { useQuery } from '@tanstack/react-query';
import { platform } from './clients.ts';
import { useMay } from './session.ts';

/** Key of 天地图 among the installation's settings. */
export const MAP_KEY = 'map.tianditu-key';

export const settingsQuery = {
  queryKey: ['settings'],
  queryFn: () => platform.getSettings(),
  staleTime: 60_000,
} as const;

/** The key of the map pictures, when the installation has one and my posts may read settings. */
export const useMapKey = (): string | undefined => {
  const allowed = useMay()('settings.read');
  const { data } = useQuery({ ...settingsQuery, enabled: allowed });
  const key = data?.[MAP_KEY];
  return typeof key === 'string' && key !== '' ? key : undefined;
};
