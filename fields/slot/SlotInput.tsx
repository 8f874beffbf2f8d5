import { useCallback, useEffect, useState } from 'react';
import { chinaDate } from '#kernel/instant';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Button, ChoiceChips, Choose, ProblemNote, Skeleton } from '#platform/web/kit';
import { type SlotTime, useFieldServices } from '../field-services.tsx';
import { type InputProps, textOption } from '../field-web.tsx';
import type { SlotDraft } from './SlotOutput.tsx';
import { TimeChips } from './TimeChips.tsx';
import { useLoaded } from './use-loaded.tsx';

const messages = defineMessages({
  zh: {
    place: '地点',
    choose: '请选择地点',
    day: '日期',
    full: '已约满',
    left: '余 {n}',
    noPlaces: '现在没有可以预约的地点。',
    noTimes: '这里近期没有可以预约的时间，请另选地点，或过几天再看。',
    no: '这里不能预约，请到窗口或打电话办理。',
    refresh: '重新查看余号',
  },
  en: {
    place: 'Place',
    choose: 'Please choose a place',
    day: 'Day',
    full: 'Full',
    left: '{n} left',
    noPlaces: 'There is no place that can be booked now.',
    noTimes: 'Nothing can be booked here soon. Please choose another place or look again in a few days.',
    no: 'Booking is not possible here. Please ask at the counter or by phone.',
    refresh: 'Look again what is free',
  },
});

/** Days in view at once; more are reached by a list. */
const IN_VIEW = 14;

/** The place, unless there is one alone; then the day, then the time. What is full is shown as full. */
export const SlotInput = ({ field, value, onChange, onAnswered, id, describedBy, wrong }: InputProps<SlotDraft>) => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const { slotPlaces, slotTimes } = useFieldServices();
  const plan = textOption(field, 'plan') ?? '';
  const askPlaces = useCallback(() => slotPlaces?.(plan) ?? Promise.resolve([]), [slotPlaces, plan]);
  const places = useLoaded(slotPlaces && askPlaces);
  const only = places.value?.length === 1 ? places.value[0]?.id : undefined;
  const place = value?.place ?? only;
  const askTimes = useCallback(
    () => (slotTimes && place !== undefined ? slotTimes(plan, place) : Promise.resolve([])),
    [slotTimes, plan, place],
  );
  const times = useLoaded(slotTimes && place !== undefined ? askTimes : undefined);
  const days = [...new Set((times.value ?? []).map((one) => chinaDate(one.start)))];
  const [chosen, setDay] = useState<string>();
  const day = [chosen, value?.start && chinaDate(value.start)].find((one) => one && days.includes(one));
  const hours = places.value?.find((one) => one.id === place)?.hours;

  useEffect(() => setDay(undefined), [place]);
  const { again } = times;
  useEffect(() => {
    // Refused, perhaps because somebody was faster: what is left is looked at anew.
    if (wrong) again();
  }, [wrong, again]);

  if (!slotPlaces || !slotTimes) return <p className="lf-hint">{t('no')}</p>;
  if (places.error) return <ProblemNote error={places.error} onRetry={places.again} />;
  if (!places.value) return <Skeleton rows={2} card={false} />;
  if (places.value.length === 0) return <p className="lf-hint">{t('noPlaces')}</p>;

  const freeOn = (one: string): number =>
    (times.value ?? []).reduce((sum, time) => sum + (chinaDate(time.start) === one ? time.free : 0), 0);
  const nameOf = (one: string): string => `${formats.day(one, now)} ${formats.weekday(one)}`;
  const choose = (time: SlotTime) => {
    const placeName = places.value?.find((one) => one.id === place)?.name;
    onChange({ plan, place: place ?? '', start: time.start, ...(placeName !== undefined && { placeName }) });
    onAnswered?.();
  };

  return (
    <div className="lf-stack" id={id}>
      {only === undefined ? (
        <Choose
          aria-label={`${pick(field.name)} · ${t('place')}`}
          aria-describedby={describedBy}
          wrong={wrong && place === undefined}
          value={place ?? ''}
          onChange={(event) => onChange(event.target.value ? { plan, place: event.target.value } : null)}
        >
          <option value="">{t('choose')}</option>
          {places.value.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Choose>
      ) : (
        <p>{places.value[0]?.name}</p>
      )}
      {hours ? <p className="lf-hint">{pick(hours)}</p> : null}
      {place === undefined ? null : times.error ? (
        <ProblemNote error={times.error} onRetry={times.again} />
      ) : !times.value ? (
        <Skeleton rows={2} card={false} />
      ) : days.length === 0 ? (
        <p className="lf-hint">{t('noTimes')}</p>
      ) : days.length <= IN_VIEW ? (
        <ChoiceChips
          grid
          value={day ? [day] : []}
          wrong={wrong && !value?.start}
          choices={days.map((one) => ({
            value: one,
            label: nameOf(one),
            note: freeOn(one) === 0 ? t('full') : t('left', { n: freeOn(one) }),
          }))}
          onChange={(next) => setDay(next[0])}
        />
      ) : (
        <Choose
          aria-label={`${pick(field.name)} · ${t('day')}`}
          wrong={wrong && !value?.start}
          value={day ?? ''}
          onChange={(event) => setDay(event.target.value || undefined)}
        >
          <option value="">{t('day')}</option>
          {days.map((one) => (
            <option key={one} value={one}>
              {`${nameOf(one)} · ${freeOn(one) === 0 ? t('full') : t('left', { n: freeOn(one) })}`}
            </option>
          ))}
        </Choose>
      )}
      {day !== undefined && times.value ? (
        <>
          <TimeChips
            label={nameOf(day)}
            times={times.value.filter((one) => chinaDate(one.start) === day)}
            value={value?.start}
            wrong={wrong}
            onChange={choose}
          />
          <div>
            <Button look="quiet" icon="refresh" onClick={times.again}>
              {t('refresh')}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
};
