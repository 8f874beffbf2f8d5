import { useQuery } from '@tanstack/react-query';
import type { GeoJsonObject } from 'geojson';
import type { Layer, Map as LeafletMap } from 'leaflet';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BoundaryProblem } from '#engines/territory/contract';
import { defineMessages, useText } from '#platform/web/i18n';
import { Notice, ProblemNote, Skeleton, type Tone } from '#platform/web/kit';
import { type MapPoint, MapView, type TileSettings } from '#platform/web/map';
import { boundariesQuery } from './territory-queries.ts';

const messages = defineMessages({
  zh: { map: '区域地图', none: '这里的下级还没有画边界', problem: '边界问题' },
  en: {
    map: 'Map of the territory',
    none: 'No boundaries are drawn below this place yet',
    problem: 'Boundary problem',
  },
});

export interface TerritoryMapPoint {
  readonly id: string;
  readonly lng: number;
  readonly lat: number;
  readonly title: string;
  readonly tone?: Tone;
}

export interface TerritoryMapProps {
  /** Code of the node whose children are drawn. */
  readonly at: string;
  /** Draw this level below it instead of the children. */
  readonly level?: string;
  readonly selected?: string;
  readonly onSelect?: (code: string) => void;
  /** Double click. */
  readonly onOpen?: (code: string) => void;
  readonly problems?: readonly BoundaryProblem[];
  readonly points?: readonly TerritoryMapPoint[];
  /** A click anywhere, WGS-84. */
  readonly onPick?: (point: { readonly lng: number; readonly lat: number }) => void;
  /** Zones (商圈, 市场) as dashed lines above the areas; true unless told. */
  readonly zones?: boolean;
  readonly tiles?: TileSettings;
  /** px */
  readonly height?: number;
}

const doubleClick = 350;
const none: readonly BoundaryProblem[] = [];

/** The areas below a node, their names and the selection. Works without any tiles; the tree beside it says the same in words. */
export const TerritoryMap = (props: TerritoryMapProps) => {
  const { at, level, selected, points, problems = none, zones = true, tiles, height = 480 } = props;
  const t = useText(messages);
  const areas = useQuery(boundariesQuery(at, level));
  const crossing = useQuery({ ...boundariesQuery(at, 'zone'), enabled: zones && level !== 'zone' });
  const [shown, setShown] = useState<{ readonly map: LeafletMap; readonly leaflet: typeof import('leaflet') }>();
  const latest = useRef(props);
  latest.current = props;
  const clicked = useRef({ code: '', at: 0 });

  const ready = useCallback((map: LeafletMap, leaflet: typeof import('leaflet')) => {
    if (latest.current.onOpen) map.doubleClickZoom.disable();
    map.on('click', ({ latlng }) => latest.current.onPick?.({ lng: latlng.lng, lat: latlng.lat }));
    setShown({ map, leaflet });
  }, []);
  const press = useCallback((code: string) => {
    const now = performance.now();
    const twice = clicked.current.code === code && now - clicked.current.at < doubleClick;
    clicked.current = { code, at: now };
    if (twice && latest.current.onOpen) latest.current.onOpen(code);
    else latest.current.onSelect?.(code);
  }, []);

  useOverlay(shown, crossing.data as GeoJsonObject | undefined, 'lf-map-zone', '', false);
  const marked = useMemo(() => markedOf(problems), [problems]);
  useOverlay(shown, marked, 'lf-map-problem', t('problem'), true);

  const dots = useMemo<readonly MapPoint[] | undefined>(
    () => points?.map(({ id, lng, lat, title, tone }) => ({ id, lng, lat, label: title, tone: tone ?? 'primary' })),
    [points],
  );
  if (areas.isError) return <ProblemNote error={areas.error} onRetry={() => void areas.refetch()} />;
  if (areas.isPending) return <Skeleton rows={4} card={false} />;
  const empty = areas.data.features.length === 0;
  return (
    <div className="lf-territory-map">
      {empty ? <Notice>{t('none')}</Notice> : null}
      <div style={{ height }}>
        <MapView
          areas={areas.data}
          selectedArea={selected}
          label={t('map')}
          onArea={press}
          onReady={ready}
          {...(dots ? { points: dots } : {})}
          {...(tiles ? { tiles } : {})}
        />
      </div>
    </div>
  );
};

/** Shapes of problems, and the places of the nodes they speak of where there is no shape. */
const markedOf = (problems: readonly BoundaryProblem[]): GeoJsonObject | undefined => {
  const features = problems.flatMap((problem) => {
    const place = problem.nodes[0]?.center;
    const geometry = problem.shape ?? (place ? { type: 'Point', coordinates: [place.lng, place.lat] } : null);
    return geometry ? [{ type: 'Feature', properties: {}, geometry }] : [];
  });
  return features.length === 0 ? undefined : ({ type: 'FeatureCollection', features } as GeoJsonObject);
};

/** A further layer of a map that stands; goes with its data. @param show look there when it comes */
const useOverlay = (
  shown: { readonly map: LeafletMap; readonly leaflet: typeof import('leaflet') } | undefined,
  data: GeoJsonObject | undefined,
  className: string,
  label: string,
  show: boolean,
): void => {
  useEffect(() => {
    if (!shown || !data) return undefined;
    const { map, leaflet } = shown;
    const layer = leaflet.geoJSON(data, {
      style: { className, weight: 2 },
      interactive: false,
      pointToLayer: (_, place): Layer => leaflet.circleMarker(place, { className, radius: 9, weight: 2 }),
      ...(label
        ? {}
        : {
            onEachFeature: (feature, one) =>
              void one.bindTooltip(String(feature.properties?.['name'] ?? ''), { sticky: true }),
          }),
    });
    layer.addTo(map);
    const bounds = layer.getBounds();
    if (show && bounds.isValid()) map.fitBounds(bounds, { padding: [48, 48], maxZoom: 18, animate: false });
    return () => void layer.remove();
  }, [shown, data, className, label, show]);
};
