export * from './load-leaflet.ts';
export * from './MapView.tsx';
export * from './PointPicker.tsx';
export * from './position.ts';
export * from './tiles.ts';
