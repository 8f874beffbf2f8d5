import type { FeatureCollection } from 'geojson';
import type { Map as LeafletMap } from 'leaflet';
import { useCallback, useRef } from 'react';
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
  const ready = useCallback((map: LeafletMap) => {
    // `moveend` also tells of the first view; only what a person moves is an answer.
    let moved = false;
    map.on('dragstart keydown zoomstart click', () => {
      moved = true;
    });
    map.on('click', (event) => map.panTo(event.latlng));
    map.on('moveend', () => {
      if (!moved) return;
      const { lng, lat } = map.getCenter();
      change.current({ lng: rounded(lng), lat: rounded(lat) });
    });
  }, []);
  const center = value ?? start;
  return (
    <div className="lf-picker">
      <MapView
        key={center && !value ? `${center.lng},${center.lat}` : 'map'}
        center={center}
        zoom={17}
        areas={center ? undefined : areas}
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
