import { useQuery } from '@tanstack/react-query';
import type { FeatureCollection, Position } from 'geojson';
import { territory } from '../../app/clients.ts';

const ringsOf = (geometry: FeatureCollection['features'][number]['geometry']): Position[][] => {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  return [];
};

/** The grid among its neighbours as a drawing: it prints sharp, needs no tiles, and shows in black and white. */
export const GridOutline = ({ code, within, label }: { code: string; within: string; label: string }) => {
  const { data } = useQuery({
    queryKey: ['territory', 'boundaries', within, 'grid'],
    queryFn: () => territory.listBoundaries({ params: { code: within }, query: { level: 'grid' } }),
    staleTime: 10 * 60_000,
  });
  const features = (data as FeatureCollection | undefined)?.features ?? [];
  const points = features.flatMap((feature) => ringsOf(feature.geometry).flat());
  if (points.length === 0) return null;
  const xs = points.map(([x = 0]) => x);
  const ys = points.map(([, y = 0]) => y);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  // A degree of longitude is shorter than one of latitude.
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = 300 / Math.max((east - west) * narrow, north - south);
  const at = ([x = 0, y = 0]: Position): string =>
    `${((x - west) * narrow * scale).toFixed(1)} ${((north - y) * scale).toFixed(1)}`;
  const [width, height] = [(east - west) * narrow * scale, (north - south) * scale];
  return (
    <svg className="grid-outline" viewBox={`-4 -4 ${width + 8} ${height + 8}`} role="img" aria-label={label}>
      {features.map((feature) => {
        const rings = ringsOf(feature.geometry);
        const own = feature.properties?.['code'] === code;
        const ring = rings[0] ?? [];
        const middle = ring.reduce<[number, number]>(
          ([x, y], [px = 0, py = 0]) => [x + px / ring.length, y + py / ring.length],
          [0, 0],
        );
        const [x, y] = at(middle).split(' ');
        return (
          <g key={String(feature.properties?.['code'])} data-own={own || undefined}>
            <path d={rings.map((one) => `M${one.map(at).join('L')}Z`).join('')} />
            <text x={x} y={y} textAnchor="middle">
              {String(feature.properties?.['name'] ?? '')}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
