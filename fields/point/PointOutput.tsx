import { lazy, Suspense } from 'react';
import { usePick } from '#platform/web/i18n';
import { Skeleton } from '#platform/web/kit';
import { useFieldServices } from '../field-services.tsx';
import type { OutputProps } from '../field-web.tsx';
import type { PointValue } from './point.ts';

const MapView = lazy(async () => ({ default: (await import('#platform/web/map')).MapView }));

export const PointOutput = ({ field, value, text }: OutputProps<PointValue>) => {
  const pick = usePick();
  const { tiles } = useFieldServices();
  return (
    <div className="lf-point">
      <Suspense fallback={<Skeleton rows={3} />}>
        <MapView
          center={value}
          zoom={17}
          {...(tiles ? { tiles } : {})}
          label={pick(field.name)}
          points={[{ id: 'here', lng: value.lng, lat: value.lat, tone: 'primary', label: text ?? pick(field.name) }]}
        />
      </Suspense>
    </div>
  );
};
