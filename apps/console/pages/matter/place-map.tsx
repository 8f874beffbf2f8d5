import { useQuery } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import type { CaseRow } from '#engines/case/contract';
import { useText } from '#platform/web/i18n';
import { MapView } from '#platform/web/map';
import { territory } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { useMapKey } from '../../app/use-map-key.ts';
import { words } from './matter-words.ts';

/** Where it is: the point among the boundaries around it, so that it reads without any tiles. */
export const PlaceMap = ({ row, point }: { row: CaseRow; point: NonNullable<CaseRow['place']['point']> }) => {
  const t = useText(words);
  const allowed = useMay()('territory.read');
  const tiandituKey = useMapKey();
  const detail = useQuery({
    queryKey: ['territory', 'detail', row.place.code],
    queryFn: () => territory.getTerritory({ params: { code: row.place.code } }),
    enabled: allowed,
    staleTime: 60_000,
  });
  // The smallest area that holds the place and others like it: a grid among the grids of its community.
  const trail = detail.data?.trail ?? [];
  const drawn = trail.filter((node) => node.hasBoundary && node.childCount > 0);
  const area = drawn[drawn.length - 1];
  const parent = trail[trail.findIndex((node) => node.code === area?.code) - 1];
  const around = useQuery({
    queryKey: ['territory', 'boundaries', parent?.code, area?.level],
    queryFn: () =>
      territory.listBoundaries({ params: { code: parent?.code ?? '' }, query: area ? { level: area.level } : {} }),
    enabled: parent !== undefined,
    staleTime: 10 * 60_000,
  });
  if (allowed && (detail.isPending || (parent && around.isPending))) return <div className="lf-map" />;
  return (
    <MapView
      areas={around.data as FeatureCollection | undefined}
      selectedArea={area?.code}
      points={[{ id: row.id, ...point, tone: 'primary', label: row.place.text || row.place.name }]}
      center={point}
      zoom={16}
      label={t('place')}
      {...(tiandituKey ? { tiles: { tiandituKey } } : {})}
    />
  );
};
