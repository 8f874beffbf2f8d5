import { useText } from '#platform/web/i18n';
import { words } from './words.ts';

interface Feature {
  readonly id: string;
  readonly properties: { readonly when: 'old' | 'new'; readonly name: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly [number, number])[])[] }
    | {
        readonly type: 'MultiPolygon';
        readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
      };
}

const ringsOf = ({ geometry }: Feature) =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

const width = 560;
const height = 320;
const edge = 12;

/** Old and new boundaries over one another; without tiles, so that it prints and works offline. */
export const BoundaryPicture = ({ shapes }: { shapes: unknown }) => {
  const t = useText(words);
  const { features } = shapes as { readonly features: readonly Feature[] };
  const points = features.flatMap(ringsOf).flat();
  if (points.length === 0) return null;
  const lngs = points.map(([lng]) => lng);
  const lats = points.map(([, lat]) => lat);
  const [west, north] = [Math.min(...lngs), Math.max(...lats)];
  const squeeze = Math.cos((north * Math.PI) / 180);
  const scale = Math.min(
    (width - 2 * edge) / ((Math.max(...lngs) - west) * squeeze || 1),
    (height - 2 * edge) / (north - Math.min(...lats) || 1),
  );
  // In the middle of the picture, whichever way the ground is longer.
  const left = (width - (Math.max(...lngs) - west) * squeeze * scale) / 2;
  const above = (height - (north - Math.min(...lats)) * scale) / 2;
  const place = ([lng, lat]: readonly [number, number]): [number, number] => [
    left + (lng - west) * squeeze * scale,
    above + (north - lat) * scale,
  ];
  const lineOf = (feature: Feature): string =>
    ringsOf(feature)
      .map(
        (ring) =>
          `M${ring
            .map((point) =>
              place(point)
                .map((one) => one.toFixed(1))
                .join(' '),
            )
            .join('L')}Z`,
      )
      .join('');
  const centreOf = (feature: Feature): [number, number] => {
    const placed = ringsOf(feature).flat().map(place);
    return [
      placed.reduce((sum, [x]) => sum + x, 0) / placed.length,
      placed.reduce((sum, [, y]) => sum + y, 0) / placed.length,
    ];
  };
  const fresh = features.filter((one) => one.properties.when === 'new');
  const old = features.filter((one) => one.properties.when === 'old');
  const names = fresh.length > 0 ? fresh : old;
  return (
    <figure className="change-picture">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('map')}>
        {fresh.map((feature) => (
          <path key={feature.id} className="change-new" d={lineOf(feature)} fillRule="evenodd" />
        ))}
        {old.map((feature) => (
          <path key={feature.id} className="change-old" d={lineOf(feature)} />
        ))}
        {names.map((feature) => {
          const [x, y] = centreOf(feature);
          return (
            <text key={feature.id} x={x} y={y} textAnchor="middle">
              {feature.properties.name}
            </text>
          );
        })}
      </svg>
      <figcaption className="row quiet">
        <span className="change-key" data-when="old">
          {t('mapOld')}
        </span>
        {fresh.length > 0 ? (
          <span className="change-key" data-when="new">
            {t('mapNew')}
          </span>
        ) : null}
      </figcaption>
    </figure>
  );
};
