import { useMemo } from 'react';
import type { FeatureCollection } from 'geojson';
import type { FieldServices } from '#fields/web';
import { cases, organisation, territory } from './clients.ts';
import { useInstallation } from '../resident/installation.ts';
import { keepPhotoIn, keptPhotoUrl } from '../shell/photos.ts';
import type { Work } from './session.ts';

/** A grid’s own shape says little: its map shows the grids of its community, so its last local step is left out. */
const around = (scope: string): string => scope.replace(/^(\d{12}).+$/, '$1');

/** The district of the post that somebody works at. */
const districtOf = (work: Work): string => (work.me.posts[0]?.scope.code ?? '').slice(0, 6);

/** What the forms of staff may ask: bodies, people, the whole tree of their scope, boundaries to find one's way by. */
export const useStaffServices = (work: Work): FieldServices => {
  const installation = useInstallation();
  return useMemo((): FieldServices => {
    const { store } = work.opened.outbox;
    const scope = work.me.posts[0]?.scope.code;
    return {
      keepPhoto: keepPhotoIn(store),
      photoUrl: (id) => keptPhotoUrl(store, id),
      findBodies: async (words, kinds) => {
        const found = await organisation.listBodies({ query: words ? { words } : {} });
        const bodies = kinds ? found.filter((body) => kinds.includes(body.kind)) : found;
        return bodies.slice(0, 30).map(({ id, name }) => ({ id, name }));
      },
      findPeople: async (words) => {
        const people = await organisation.listPeople({ query: words ? { words } : {} });
        return people.slice(0, 30).map(({ id, name }) => ({ id, name }));
      },
      slotPlaces: (plan) => cases.listSlotPlaces({ query: { district: districtOf(work), plan } }),
      slotTimes: (plan, place) => cases.listSlots({ query: { district: districtOf(work), plan, place } }),
      listPlaces: (code) => (code === undefined ? territory.listRoots() : territory.listChildren({ params: { code } })),
      locate: async ({ lng, lat }) => {
        const found = await territory.locate({ body: { lng, lat, datum: 'WGS-84' } });
        return found.names || undefined;
      },
      boundaries: async () =>
        scope === undefined
          ? undefined
          : ((await territory.listBoundaries({ params: { code: around(scope) }, query: {} })) as FeatureCollection),
      ...(installation?.mapKey ? { tiles: { tiandituKey: installation.mapKey } } : {}),
    };
  }, [work, installation]);
};
