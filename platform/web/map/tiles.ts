import type { Map as LeafletMap } from 'leaflet';

/**
 * Pictures under the map, from 天地图 by the installation's own key. Without a key (or without a way to
 * the internet, as on 政务外网) the map shows our own boundaries alone and loses nothing that matters.
 * Its grid `w` is Web Mercator on CGCS2000, which WGS-84 may stand for at this scale.
 */
export interface TileSettings {
  readonly tiandituKey?: string | undefined;
}

const address = (layer: 'vec' | 'cva', key: string): string =>
  `https://t{s}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`;

export const addTiles = (leaflet: typeof import('leaflet'), map: LeafletMap, settings: TileSettings): void => {
  if (!settings.tiandituKey) return;
  for (const layer of ['vec', 'cva'] as const)
    leaflet
      .tileLayer(address(layer, settings.tiandituKey), {
        subdomains: '01234567',
        minZoom: 3,
        maxNativeZoom: 18,
        maxZoom: 20,
        attribution: '© 天地图',
      })
      .addTo(map);
};
