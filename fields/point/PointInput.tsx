import type { FeatureCollection } from 'geojson';
import { lazy, Suspense, useEffect, useState } from 'react';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Button, Notice, Skeleton } from '#platform/web/kit';
import { useFieldServices } from '../field-services.tsx';
import type { InputProps } from '../field-web.tsx';
import type { PointValue } from './point.ts';

const PointPicker = lazy(async () => ({ default: (await import('#platform/web/map')).PointPicker }));

const messages = defineMessages({
  zh: {
    mine: '用我的位置',
    finding: '正在定位',
    declined: '没有得到位置。请在地图上移动到事发地点，或直接用文字说明。',
    move: '移动地图，让图钉指向事发地点',
    map: '在地图上选',
    hide: '收起地图',
    at: '图钉在：{names}',
    outside: '图钉在本区范围以外，请移动地图。',
    remove: '不标位置',
    rough: '定位误差约 {metres} 米，请核对图钉的位置。',
  },
  en: {
    mine: 'Use my position',
    finding: 'Finding the position',
    declined: 'There is no position. Please move the map to the place, or say it in words.',
    move: 'Move the map until the pin points to the place',
    map: 'Choose on a map',
    hide: 'Hide the map',
    at: 'The pin is in: {names}',
    outside: 'The pin is outside of the district. Please move the map.',
    remove: 'No position',
    rough: 'The position may be {metres} m off. Please check the pin.',
  },
});

/** A place on the map. “My position” only sets the pin, which can be moved: nobody has to stand where the matter is. */
export const PointInput = ({ field, value, onChange, id, describedBy }: InputProps<PointValue>) => {
  const t = useText(messages);
  const pick = usePick();
  const { locate, boundaries, mapStart, tiles } = useFieldServices();
  const [open, setOpen] = useState(value !== null);
  const [state, setState] = useState<'idle' | 'finding' | 'declined'>('idle');
  const [accuracy, setAccuracy] = useState<number>();
  const [names, setNames] = useState<string | null>();
  const [areas, setAreas] = useState<FeatureCollection>();

  useEffect(() => {
    if (!open || !boundaries) return;
    boundaries().then(setAreas, () => undefined);
  }, [open, boundaries]);

  const lng = value?.lng;
  const lat = value?.lat;
  useEffect(() => {
    if (lng === undefined || lat === undefined || !locate) return undefined;
    let gone = false;
    const timer = setTimeout(
      () =>
        locate({ lng, lat }).then(
          (found) => {
            if (!gone) setNames(found ?? null);
          },
          () => {
            if (!gone) setNames(undefined);
          },
        ),
      300,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [lng, lat, locate]);

  const findMine = async () => {
    setState('finding');
    const { findMyPosition } = await import('#platform/web/map');
    const found = await findMyPosition();
    setState(found ? 'idle' : 'declined');
    setOpen(true);
    if (!found) return;
    setAccuracy(found.accuracy);
    onChange({ lng: found.lng, lat: found.lat, datum: found.datum });
  };

  return (
    <div className="lf-stack">
      <div className="lf-photo-add">
        <Button
          id={id}
          aria-describedby={describedBy}
          icon="target"
          busy={state === 'finding'}
          onClick={() => void findMine()}
        >
          {t(state === 'finding' ? 'finding' : 'mine')}
        </Button>
        <Button look="quiet" icon="mapPin" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'hide' : 'map')}
        </Button>
        {value ? (
          <Button
            look="quiet"
            icon="close"
            onClick={() => {
              onChange(null);
              setNames(undefined);
              setAccuracy(undefined);
            }}
          >
            {t('remove')}
          </Button>
        ) : null}
      </div>
      {state === 'declined' ? <Notice tone="soon">{t('declined')}</Notice> : null}
      {accuracy && accuracy > 30 && value ? <Notice>{t('rough', { metres: Math.round(accuracy) })}</Notice> : null}
      {open ? (
        <Suspense fallback={<Skeleton rows={4} />}>
          <p className="lf-hint">{t('move')}</p>
          <PointPicker
            value={value ?? undefined}
            start={mapStart}
            areas={areas}
            {...(tiles ? { tiles } : {})}
            label={pick(field.name)}
            onChange={(point) => {
              setAccuracy(undefined);
              onChange({ ...point, datum: 'WGS-84' });
            }}
          />
        </Suspense>
      ) : null}
      {value && names ? <p role="status">{t('at', { names })}</p> : null}
      {value && names === null ? (
        <Notice tone="soon" icon="alert">
          {t('outside')}
        </Notice>
      ) : null}
    </div>
  );
};
