import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { FigureView, IndicatorView } from '#engines/indicator/contract';
import { usePick, useText } from '#platform/web/i18n';
import { MapView } from '#platform/web/map';
import { words } from './words.ts';

interface FigureMapProps {
  readonly indicator: IndicatorView;
  /** GeoJSON as `listBoundaries` answers it: `properties.code` and `properties.name`. */
  readonly boundaries: FeatureCollection;
  readonly figures: readonly FigureView[];
  readonly selected?: string | undefined;
  readonly onOpen?: (code: string) => void;
  readonly tiandituKey?: string | undefined;
}

/** Areas shaded by a figure, never so dark that the words on them would not read; name and number are written on each, so that shade never speaks alone. */
export const FigureMap = ({ indicator, boundaries, figures, selected, onOpen, tiandituKey }: FigureMapProps) => {
  const t = useText(words);
  const pick = usePick();
  const areas = useMemo<FeatureCollection>(() => {
    const byCode = new Map(figures.map((figure) => [figure.code, figure]));
    const values = figures.flatMap((figure) => (figure.few || figure.value === null ? [] : figure.value));
    const low = Math.min(...values);
    const span = Math.max(...values) - low;
    return {
      type: 'FeatureCollection',
      features: boundaries.features.map((feature) => {
        const { code = '', name = '' } = (feature.properties ?? {}) as { code?: string; name?: string };
        const figure = byCode.get(code);
        const shaded = figure && !figure.few && figure.value !== null;
        const text = figure && figure.value !== null ? pick(figure.text) : t('none');
        return {
          ...feature,
          properties: {
            code,
            name: `${name} ${text}`,
            weight: shaded ? (span > 0 ? 0.08 + (0.5 * ((figure.value ?? 0) - low)) / span : 0.3) : 0,
          },
        };
      }),
    };
  }, [boundaries, figures, pick, t]);
  return (
    <MapView
      areas={areas}
      selectedArea={selected}
      label={t('map', { name: pick(indicator.name) })}
      {...(onOpen ? { onArea: onOpen } : {})}
      {...(tiandituKey ? { tiles: { tiandituKey } } : {})}
    />
  );
};
