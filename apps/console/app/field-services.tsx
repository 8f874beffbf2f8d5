import { useQuery } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import { type ReactNode, useMemo } from 'react';
import { type FieldServices, FieldServicesProvider } from '#fields/web';
import { platformRoutes } from '#platform/contract/platform-routes';
import { send } from '#platform/web/api';
import { sha256, shrinkPhoto } from '#platform/web/photo';
import { cases, organisation, territory } from './clients.ts';
import { homeOf, useMay, useMe } from './session.ts';
import { useMapKey } from './use-map-key.ts';

/** What was sent from this page, so that it shows without being fetched again. */
const sent = new Map<string, Blob>();

const put = async (id: string, blob: Blob): Promise<void> => {
  await send(platformRoutes.putFile, { params: { id }, body: blob }, { timeout: 120_000 });
  sent.set(id, blob);
};

export const keepPhoto = async (file: File): Promise<string> => {
  const photo = await shrinkPhoto(file);
  await put(photo.id, new Blob([photo.bytes], { type: photo.type }));
  return photo.id;
};

const keepFile = async (file: File): Promise<string> => {
  const id = await sha256(await file.arrayBuffer());
  await put(id, file);
  return id;
};

const urlOfSent = (id: string): string | undefined => {
  const blob = sent.get(id);
  return blob && URL.createObjectURL(blob);
};

/** An address that is only asked for while the page shows the matter it belongs to. */
export const caseFileUrl = (caseId: string, file: string, size: 'thumb' | 'full'): string =>
  `/api/cases/${encodeURIComponent(caseId)}/files/${file}?size=${size}`;

interface ConsoleFieldsProps {
  /** The matter whose photos are shown. */
  readonly caseId?: string;
  readonly children: ReactNode;
}

/** What form fields may ask of the console: each question is answered only where my posts may ask it. */
export const ConsoleFields = ({ caseId, children }: ConsoleFieldsProps) => {
  const me = useMe();
  const may = useMay();
  const home = homeOf(me);
  const tiandituKey = useMapKey();
  const seesPlaces = may('territory.read');
  const seesBodies = may('organisation.read');
  const { data: start } = useQuery({
    queryKey: ['territory', 'detail', home],
    queryFn: () => territory.getTerritory({ params: { code: home ?? '' } }),
    enabled: seesPlaces && home !== undefined,
    staleTime: 60_000,
    select: (detail) => detail.node.center,
  });
  const services = useMemo<FieldServices>(
    () => ({
      keepPhoto,
      keepFile,
      photoUrl: async (id, size) => urlOfSent(id) ?? (caseId ? caseFileUrl(caseId, id, size) : undefined),
      ...(home && {
        slotPlaces: (plan: string) => cases.listSlotPlaces({ query: { district: home.slice(0, 6), plan } }),
        slotTimes: (plan: string, place: string) =>
          cases.listSlots({ query: { district: home.slice(0, 6), plan, place } }),
      }),
      ...(seesBodies && {
        findBodies: async (words: string, kinds?: readonly string[]) => {
          const found = await organisation.listBodies({ query: words ? { words } : {} });
          return kinds ? found.filter((body) => kinds.includes(body.kind)) : found;
        },
        findPeople: (words: string) => organisation.listPeople({ query: words ? { words } : {} }),
      }),
      ...(seesPlaces && {
        listPlaces: (code?: string) => (code ? territory.listChildren({ params: { code } }) : territory.listRoots()),
        locate: async (point: { lng: number; lat: number }) =>
          (await territory.locate({ body: { ...point, datum: 'WGS-84' } })).names || undefined,
        boundaries: async () =>
          home
            ? ((await territory.listBoundaries({ params: { code: home } })) as FeatureCollection | undefined)
            : undefined,
      }),
      ...(start && { mapStart: start }),
      ...(tiandituKey && { tiles: { tiandituKey } }),
    }),
    [caseId, home, seesBodies, seesPlaces, start, tiandituKey],
  );
  return <FieldServicesProvider value={services}>{children}</FieldServicesProvider>;
};
