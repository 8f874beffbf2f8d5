/** Leaflet and its style sheet, fetched when the first map is shown. */
export const loadLeaflet = async (): Promise<typeof import('leaflet')> => {
  const [leaflet] = await Promise.all([import('leaflet'), import('leaflet/dist/leaflet.css'), import('./map.css')]);
  return 'default' in leaflet ? (leaflet.default as typeof import('leaflet')) : leaflet;
};
