import type { FeatureCollection } from 'geojson';
import type { Map as LeafletMap } from 'leaflet';
import { useCallback, useEffect, useRef } from 'react';
import { Icon } from '../kit/Icon.tsx';
import { MapView } from './MapView.tsx';
import type { TileSettings } from './tiles.ts';

interface LngLat {
  readonly lng: number;
  readonly lat: number;
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The pin stands still and the map moves under it: one thumb is enough, and arrow keys work. */
export const PointPicker = ({
  value,
  start,
  onChange,
  areas,
  tiles,
  label,
}: {
  value: LngLat | undefined;
  /** Where to begin when nothing is chosen. */
  start?: LngLat | undefined;
  onChange: (point: LngLat) => void;
  areas?: FeatureCollection | undefined;
  tiles?: TileSettings;
  label: string;
}) => {
  const change = useRef(onChange);
  change.current = onChange;
  const shown = useRef<LeafletMap>(undefined);
  const latest = useRef(value);
  latest.current = value;
  const ready = useCallback((map: LeafletMap) => {
    shown.current = map;
    // `moveend` also tells of views that were set; only what a person moves is an answer.
    let moved = false;
    map.on('dragstart keydown click dblclick', () => {
      moved = true;
    });
    map.on('click', (event) => map.panTo(event.latlng));
    map.on('moveend', () => {
      if (!moved) return;
      moved = false;
      const { lng, lat } = map.getCenter();
      latest.current = { lng: rounded(lng), lat: rounded(lat) };
      change.current(latest.current);
    });
  }, []);
  const lng = value?.lng;
  const lat = value?.lat;
  useEffect(() => {
    const map = shown.current;
    if (!map || lng === undefined || lat === undefined) return;
    const center = map.getCenter();
    // Set from outside (“my position”), not by the moving itself.
    if (rounded(center.lng) !== lng || rounded(center.lat) !== lat) map.setView([lat, lng], 17, { animate: false });
  }, [lng, lat]);
  return (
    <div className="lf-picker">
      <MapView
        center={value ?? start}
        zoom={17}
        areas={areas}
        {...(tiles ? { tiles } : {})}
        label={label}
        onReady={ready}
      />
      <span className="lf-picker-pin">
        <Icon name="mapPin" size={40} />
      </span>
    </div>
  );
};
