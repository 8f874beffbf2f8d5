/** Leaflet's types under names that do not hide those of the language. */
export type { LatLngExpression, Layer, Map as LeafletMap, Marker } from 'leaflet';
