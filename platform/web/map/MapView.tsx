import type { FeatureCollection } from 'geojson';
import type { GeoJSON as GeoJsonLayer, LayerGroup, Map as LeafletMap } from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { defineMessages, useText } from '../i18n/index.ts';
import type { Tone } from '../kit/status.tsx';
import { loadLeaflet } from './load-leaflet.ts';
import { addTiles, type TileSettings } from './tiles.ts';

const messages = defineMessages({
  zh: { zoomIn: '放大', zoomOut: '缩小', map: '地图' },
  en: { zoomIn: 'Zoom in', zoomOut: 'Zoom out', map: 'Map' },
});

export interface MapPoint {
  readonly id: string;
  readonly lng: number;
  readonly lat: number;
  readonly tone: Tone;
  /** Spoken and shown on hover. */
  readonly label: string;
}

export interface MapViewProps {
  /** WGS-84; each feature's `properties.code` names it, `properties.name` is written on it, `properties.weight` 0..1 shades it. */
  readonly areas?: FeatureCollection | undefined;
  readonly points?: readonly MapPoint[];
  readonly selectedArea?: string | undefined;
  readonly selectedPoint?: string | undefined;
  readonly onArea?: (code: string) => void;
  readonly onPoint?: (id: string) => void;
  /** Where to look when there are neither areas nor points. */
  readonly center?: { readonly lng: number; readonly lat: number } | undefined;
  readonly zoom?: number;
  readonly tiles?: TileSettings;
  readonly label?: string;
  /** For what this view does not do itself, such as drawing. */
  readonly onReady?: (map: LeafletMap, leaflet: typeof import('leaflet')) => void;
}

interface Shown {
  readonly leaflet: typeof import('leaflet');
  readonly map: LeafletMap;
  readonly points: LayerGroup;
}

/** A map of our own boundaries and points, with or without tiles. The list beside it says the same to those who do not see it. */
export const MapView = (props: MapViewProps) => {
  const t = useText(messages);
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown>();
  const latest = useRef(props);
  latest.current = props;
  const fitted = useRef('');

  useEffect(() => {
    let gone = false;
    let map: LeafletMap | undefined;
    void loadLeaflet().then((leaflet) => {
      if (gone || !box.current) return;
      map = leaflet.map(box.current, { zoomControl: false, attributionControl: false, zoomSnap: 0.5, maxZoom: 20 });
      leaflet.control.zoom({ position: 'topright', zoomInTitle: t('zoomIn'), zoomOutTitle: t('zoomOut') }).addTo(map);
      const { center, zoom, tiles, onReady } = latest.current;
      map.setView([center?.lat ?? 35, center?.lng ?? 105], zoom ?? (center ? 15 : 4), { animate: false });
      if (tiles) {
        addTiles(leaflet, map, tiles);
        if (tiles.tiandituKey) leaflet.control.attribution({ prefix: false }).addTo(map);
      }
      setShown({ leaflet, map, points: leaflet.layerGroup().addTo(map) });
      onReady?.(map, leaflet);
    });
    return () => {
      gone = true;
      map?.remove();
      setShown(undefined);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the map is made once; what changes is drawn below
  }, []);

  useEffect(() => {
    const areas = props.areas;
    if (!shown || !areas) return undefined;
    const { leaflet, map } = shown;
    const layer: GeoJsonLayer = leaflet.geoJSON(areas, {
      style: (feature) => ({
        className: `lf-map-area${feature?.properties?.['code'] === props.selectedArea ? ' lf-map-area-on' : ''}`,
        weight: feature?.properties?.['code'] === props.selectedArea ? 3 : 1.5,
        fillOpacity: 0.06 + 0.6 * Number(feature?.properties?.['weight'] ?? 0),
      }),
      onEachFeature: (feature, area) => {
        const { code, name } = (feature.properties ?? {}) as { code?: string; name?: string };
        if (name)
          area.bindTooltip(name, {
            permanent: areas.features.length <= 40,
            direction: 'center',
            className: 'lf-map-name',
          });
        if (code) area.on('click', () => latest.current.onArea?.(code));
      },
    });
    layer.addTo(map);
    const key = areas.features.map((one) => String(one.properties?.['code'])).join();
    if (!latest.current.center && key !== fitted.current && props.areas.features.length > 0) {
      fitted.current = key;
      map.fitBounds(layer.getBounds(), { padding: [16, 16], animate: false });
    }
    return () => void layer.remove();
  }, [shown, props.areas, props.selectedArea]);

  useEffect(() => {
    if (!shown) return;
    const { leaflet, map, points } = shown;
    points.clearLayers();
    for (const point of props.points ?? []) {
      const on = point.id === props.selectedPoint;
      const marker = leaflet.circleMarker([point.lat, point.lng], {
        radius: on ? 10 : 7,
        className: `lf-map-point lf-map-${point.tone}`,
        weight: 2,
        fillOpacity: 1,
        bubblingMouseEvents: false,
      });
      marker.bindTooltip(point.label).on('click', () => latest.current.onPoint?.(point.id));
      marker.addTo(points);
      if (on) map.panInside([point.lat, point.lng], { padding: [40, 40], animate: false });
    }
    const first = props.points ?? [];
    if (!props.areas && !props.center && first.length > 0 && fitted.current !== 'points') {
      fitted.current = 'points';
      map.fitBounds(leaflet.latLngBounds(first.map(({ lat, lng }) => [lat, lng] as [number, number])), {
        padding: [32, 32],
        maxZoom: 17,
        animate: false,
      });
    }
  }, [shown, props.points, props.selectedPoint, props.areas, props.center]);

  return <div className="lf-map" ref={box} role="region" aria-label={props.label ?? t('map')} />;
};
