import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { chinaDate, plusDays } from '#kernel/instant';
import type { SlotBookingView, SlotDeskView } from '#engines/case/contract';
import { asProblem, newId } from '#platform/web/api';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Choose, Empty, Icon, Input, Skeleton, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { withoutEmpty } from '../../app/search.ts';
import { Loaded } from '../../parts/states.tsx';
import { BookingTable } from './booking-table.tsx';
import { words } from './slot-words.ts';

const keyOf = ({ plan, place }: Pick<SlotDeskView, 'plan' | 'place'>): string => `${plan} ${place}`;
const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

/** A day at the desk: who comes when, and who came. */
export const DeskPart = ({ district }: { district: string }) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/slots' });
  const today = chinaDate(now);
  const day = isDay(search.day) ? search.day : today;
  const desks = useQuery({
    queryKey: ['slots', 'desks', district, day],
    queryFn: () => cases.listSlotDesks({ query: { district, day } }),
    placeholderData: (before) => before,
    refetchInterval: 60_000,
  });
  const go = (next: { day?: string; desk?: string }): void =>
    void navigate({
      to: '/slots',
      search: withoutEmpty({
        desk: next.desk ?? search.desk,
        day: (next.day ?? day) === today ? undefined : (next.day ?? day),
      }),
      replace: true,
    });
  return (
    <Loaded query={desks}>
      {(found) => {
        const busiest = [...found].sort((a, b) => b.booked + b.kept + b.missed - (a.booked + a.kept + a.missed))[0];
        const desk = found.find((one) => keyOf(one) === search.desk) ?? busiest;
        return (
          <div className="stack">
            <div className="row slots-bar">
              <Button
                aria-label={t('previous')}
                icon={<Icon name="chevronLeft" />}
                onClick={() => go({ day: plusDays(day, -1) })}
              />
              <label className="slots-day">
                <span className="lf-unseen">{t('day')}</span>
                <Input
                  type="date"
                  value={day}
                  onChange={(event) => isDay(event.target.value) && go({ day: event.target.value })}
                />
              </label>
              <Button
                aria-label={t('following')}
                icon={<Icon name="chevronRight" />}
                onClick={() => go({ day: plusDays(day, 1) })}
              />
              <Button disabled={day === today} onClick={() => go({ day: today })}>
                {t('today')}
              </Button>
              <h2 className="slots-date">
                {formats.day(day, now)} {formats.weekday(day)}
              </h2>
              {desk ? (
                <label className="row slots-desk">
                  <span>{t('place')}</span>
                  <Choose value={keyOf(desk)} onChange={(event) => go({ desk: event.target.value })}>
                    {found.map((one) => (
                      <option key={keyOf(one)} value={keyOf(one)}>
                        {t('outOfRange', { place: `${one.placeName} · ${pick(one.planName)}`, n: one.booked })}
                      </option>
                    ))}
                  </Choose>
                </label>
              ) : null}
            </div>
            {desk ? (
              <DayOfDesk key={`${keyOf(desk)} ${day}`} district={district} desk={desk} day={day} />
            ) : (
              <Empty icon="calendar" title={t('noDesk')}>
                {t('noDeskText')}
              </Empty>
            )}
          </div>
        );
      }}
    </Loaded>
  );
};

const DayOfDesk = ({ district, desk, day }: { district: string; desk: SlotDeskView; day: string }) => {
  const t = useText(words);
  const pick = usePick();
  const client = useQueryClient();
  const [find, setFind] = useState('');
  const [onlyBooked, setOnlyBooked] = useState(false);
  const { plan, place } = desk;
  const queryKey = ['slots', 'bookings', district, plan, place, day];
  const query = useQuery({
    queryKey,
    queryFn: () => cases.listSlotBookings({ query: { district, plan, place, day } }),
    refetchInterval: 30_000,
  });
  const mark = useMutation({
    mutationFn: ({ row, came }: { row: SlotBookingView; came: boolean }) =>
      cases.markSlotBooking({ params: { id: row.id }, body: { id: newId(), district, came } }),
    onSuccess: (marked, { came }) => {
      const who = marked.who ?? t('unnamed');
      toast(t(came ? 'markedCame' : 'markedMissed', { who }));
      client.setQueryData<SlotBookingView[]>(queryKey, (rows) =>
        rows?.map((row) => (row.id === marked.id ? marked : row)),
      );
    },
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
    onSettled: () => client.invalidateQueries({ queryKey: ['slots'] }),
  });
  return (
    <Loaded query={query} bones={<Skeleton rows={8} />}>
      {(rows) => {
        if (rows.length === 0)
          return (
            <Empty icon="calendar" title={t('nobody')}>
              {t('nobodyText')}
            </Empty>
          );
        const of = (state: SlotBookingView['state']): number => rows.filter((row) => row.state === state).length;
        const asked = find.trim().toLowerCase();
        const shown = rows.filter(
          (row) =>
            (!onlyBooked || row.state === 'booked') &&
            `${row.who ?? ''} ${row.case?.number ?? ''} ${row.case?.title ?? ''}`.toLowerCase().includes(asked),
        );
        return (
          <>
            <div className="row slots-bar">
              <p role="status" className="slots-sum">
                {t('sum', { all: rows.length, booked: of('booked'), kept: of('kept'), missed: of('missed') })}
              </p>
              <span className="bar-space" />
              <Checkbox checked={onlyBooked} onChange={(event) => setOnlyBooked(event.target.checked)}>
                {t('onlyBooked')}
              </Checkbox>
              <label className="slots-find">
                <span className="lf-unseen">{t('find')}</span>
                <Input
                  type="search"
                  placeholder={t('findHint')}
                  value={find}
                  onChange={(event) => setFind(event.target.value)}
                />
              </label>
            </div>
            {shown.length === 0 ? (
              <Empty icon="search" title={t('nothingFound')}>
                {t('nothingFoundText')}
              </Empty>
            ) : (
              <BookingTable
                rows={shown}
                busy={mark.isPending ? mark.variables.row.id : undefined}
                onMark={(row, came) => mark.mutate({ row, came })}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
};
