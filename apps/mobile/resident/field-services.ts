import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { FieldServices } from '#fields/web';
import type { StartedOutbox } from '#platform/web/outbox';
import { keptPhotoUrl, keepPhotoIn } from '../shell/photos.ts';
import { cases, territory } from './clients.ts';
import { useInstallation } from './installation.ts';

/** What a resident’s forms may ask: photos on this device, open places, the place of a point. */
export const useResidentServices = (opened: StartedOutbox | undefined): FieldServices => {
  const installation = useInstallation();
  return useMemo((): FieldServices => {
    const districts = installation?.districts ?? [];
    const [only] = districts;
    const district = districts.length === 1 ? only?.code : undefined;
    return {
      ...(opened
        ? { keepPhoto: keepPhotoIn(opened.outbox.store), photoUrl: (id) => keptPhotoUrl(opened.outbox.store, id) }
        : {}),
      listPlaces: async (code) => {
        const above = code ?? district;
        if (above === undefined) return districts.map((one) => ({ ...one, childCount: 1 }));
        return territory.listPublicPlaces({ params: { code: above } });
      },
      ...(only
        ? {
            slotPlaces: (plan) => cases.listSlotPlacesPublicly({ query: { district: only.code.slice(0, 6), plan } }),
            slotTimes: (plan, place) =>
              cases.listSlotsPublicly({ query: { district: only.code.slice(0, 6), plan, place } }),
            locate: async ({ lng, lat }) => {
              const point = { lng, lat, datum: 'WGS-84' } as const;
              const found = await territory.locatePublicly({ body: { district: only.code.slice(0, 6), point } });
              return found.names || undefined;
            },
            boundaries: async () =>
              (await territory.listPublicBoundaries({ params: { code: only.code } })) as FeatureCollection,
          }
        : {}),
      ...(installation?.mapKey ? { tiles: { tiandituKey: installation.mapKey } } : {}),
    };
  }, [opened, installation]);
};
