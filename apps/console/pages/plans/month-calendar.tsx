import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { chinaDate, plusDays, weekday } from '#kernel/instant';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Icon } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { Loaded } from '../../parts/states.tsx';
import { words } from './plan-words.ts';

const firstOf = (day: string): string => `${day.slice(0, 7)}-01`;
const monthAfter = (first: string, by: 1 | -1): string => firstOf(plusDays(first, by === 1 ? 32 : -1));
const lastOf = (first: string): string => plusDays(monthAfter(first, 1), -1);

/** A month: what is due for me on each day, and which plans open matters. */
export const MonthCalendar = () => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const today = chinaDate(now);
  const [first, setFirst] = useState(firstOf(today));
  const query = useQuery({
    queryKey: ['case', 'calendar', first],
    queryFn: () => cases.seeCalendar({ query: { from: first, to: lastOf(first) } }),
    placeholderData: (before) => before,
  });
  const [year = '', month = ''] = first.split('-');
  return (
    <>
      <div className="row calendar-bar">
        <Button
          aria-label={t('previous')}
          icon={<Icon name="chevronLeft" />}
          onClick={() => setFirst(monthAfter(first, -1))}
        />
        <h2>{t('month', { year, month: String(Number(month)) })}</h2>
        <Button
          aria-label={t('following')}
          icon={<Icon name="chevronRight" />}
          onClick={() => setFirst(monthAfter(first, 1))}
        />
        <Button onClick={() => setFirst(firstOf(today))}>{t('today')}</Button>
      </div>
      <Loaded query={query}>
        {(days) => (
          <>
            {days.every((one) => one.due.length + one.plans.length === 0) ? (
              <p className="quiet">{t('nothing')}</p>
            ) : null}
            <ol className="calendar" style={{ ['--first' as string]: weekday(first) }}>
              {days.map((one) => (
                <li
                  key={one.day}
                  className={one.day === today ? 'calendar-today' : undefined}
                  aria-current={one.day === today ? 'date' : undefined}
                >
                  <p className="calendar-day">
                    <time dateTime={one.day}>{Number(one.day.slice(8))}</time> {formats.weekday(one.day)}
                  </p>
                  {one.due.slice(0, 4).map((due) => (
                    <Link
                      key={due.id}
                      to="/cases/$id"
                      params={{ id: due.id }}
                      className="calendar-due"
                      title={due.title}
                    >
                      {formats.time(due.at)} {due.title}
                    </Link>
                  ))}
                  {one.due.length > 4 ? <p className="quiet small">{t('dueHere', { n: one.due.length })}</p> : null}
                  {one.plans.map((plan) => (
                    <p key={plan.id} className="quiet small">
                      {plan.opensAt} {pick(plan.name)}
                    </p>
                  ))}
                </li>
              ))}
            </ol>
          </>
        )}
      </Loaded>
    </>
  );
};
