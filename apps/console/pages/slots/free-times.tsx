import { useQuery } from '@tanstack/react-query';
import { chinaDate } from '#kernel/instant';
import { useFormats, useNow, useText } from '#platform/web/i18n';
import { cases } from '../../app/clients.ts';
import { Loaded } from '../../parts/states.tsx';
import { words } from './slot-words.ts';

/** Two weeks ahead, with what is left of each time. */
export const FreeTimes = ({ district, plan, place }: { district: string; plan: string; place: string }) => {
  const t = useText(words);
  const formats = useFormats();
  const now = useNow();
  const query = useQuery({
    queryKey: ['slots', 'free', district, plan, place],
    queryFn: () => cases.listSlots({ query: { district, plan, place, days: 14 } }),
  });
  return (
    <Loaded query={query}>
      {(times) => {
        if (times.length === 0) return <p className="quiet">{t('noTimes')}</p>;
        const days = [...new Set(times.map((one) => chinaDate(one.start)))];
        return (
          <ol className="slots-free">
            {days.map((day) => (
              <li key={day}>
                <p className="slots-free-day">
                  {formats.day(day, now)} {formats.weekday(day)}
                </p>
                <ul>
                  {times
                    .filter((slot) => chinaDate(slot.start) === day)
                    .map((slot) => (
                      <li key={slot.start} data-full={slot.free === 0 || undefined}>
                        <span>{formats.time(slot.start)}</span>
                        <span>{slot.free === 0 ? t('full') : t('left', { n: slot.free })}</span>
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ol>
        );
      }}
    </Loaded>
  );
};
