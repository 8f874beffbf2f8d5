import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ShiftView } from '#engines/organisation/contract';
import { chinaDate, instantOf, plusDays, weekday } from '#kernel/instant';
import { asProblem } from '#platform/web/api';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Empty, StatusTag, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import * as icons from '../../parts/icons.tsx';
import { Panel } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { TerritorySelect } from '../../parts/territory-select.tsx';
import { dutyWords } from './duty-words.ts';
import { RotaDrawer, ShiftAddDrawer } from './rota-drawer.tsx';
import { ShiftDrawer } from './shift-drawer.tsx';

const mondayOf = (date: string): string => plusDays(date, 1 - weekday(date));

/** Hours of a shift as they are said: 08:00 – 20:00, China time. */
export const hoursOf = (shift: Pick<ShiftView, 'startsAt' | 'endsAt'>): string =>
  [shift.startsAt, shift.endsAt].map((at) => instantOf(Date.parse(at) + 8 * 3_600_000).slice(11, 16)).join('–');

/** One week of duty: days side by side on a desk and on A4, one below the other on a phone. */
export const RosterPart = () => {
  const t = useText(dutyWords);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const mayManage = useMay()('duty.manage');
  const today = chinaDate(now);
  const [monday, setMonday] = useState(mondayOf(today));
  const [at, setAt] = useState<string>();
  const [open, setOpen] = useState<string>();
  const [adding, setAdding] = useState<'rota' | 'shift'>();
  const sunday = plusDays(monday, 6);
  const shifts = useQuery({
    queryKey: ['duty', 'shifts', monday, at ?? ''],
    queryFn: () => organisation.listShifts({ query: { from: monday, to: sunday, ...(at ? { at } : {}) } }),
    placeholderData: (before) => before,
  });
  const swaps = useQuery({
    queryKey: ['duty', 'swaps'],
    queryFn: () => organisation.listSwaps(),
    enabled: mayManage,
  });
  const see = useMutation({
    mutationFn: (id: string) => organisation.seeSwap({ params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['duty'] }),
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  const dayOf = (shift: ShiftView): string => {
    const date = chinaDate(shift.startsAt);
    return date < monday ? monday : date;
  };
  const card = (shift: ShiftView) => {
    const running = shift.startsAt <= now && now < shift.endsAt;
    return (
      <li key={shift.id} className="shift" data-kind={shift.kind} data-mine={shift.mine || undefined}>
        <button type="button" onClick={() => setOpen(shift.id)}>
          <span className="shift-hours">{hoursOf(shift)}</span>
          <strong>{shift.person.name}</strong>
          <span className="small">{shift.name}</span>
          <span className="small">{shift.at.name.split(' · ').at(-1)}</span>
          {shift.kind === 'ordinary' ? null : <span className="small shift-kind">{t(shift.kind)}</span>}
          {running ? <StatusTag tone="done">{t('onDuty')}</StatusTag> : null}
          {shift.mine ? <StatusTag tone="quiet">{t('mine')}</StatusTag> : null}
          {shift.away ? (
            <StatusTag tone="overdue" icon="alert">
              {t('away')}
            </StatusTag>
          ) : null}
        </button>
      </li>
    );
  };
  const shown = shifts.data?.find((one) => one.id === open);
  return (
    <div className="stack">
      <div className="row no-print">
        <Button onClick={() => setMonday(plusDays(monday, -7))}>{t('previous')}</Button>
        <Button onClick={() => setMonday(mondayOf(today))}>{t('thisWeek')}</Button>
        <Button onClick={() => setMonday(plusDays(monday, 7))}>{t('next')}</Button>
        <TerritorySelect className="duty-at" value={at} onChange={setAt} label={t('at')} />
        <span className="bar-space" />
        <Button icon={<icons.Print />} onClick={() => window.print()}>
          {t('print')}
        </Button>
        {mayManage ? (
          <>
            <Button onClick={() => setAdding('shift')}>{t('addShift')}</Button>
            <Button type="primary" onClick={() => setAdding('rota')}>
              {t('addRota')}
            </Button>
          </>
        ) : null}
      </div>
      {swaps.data && swaps.data.length > 0 ? (
        <Panel title={t('swaps')} className="no-print">
          <ul className="duty-list">
            {swaps.data.map((swap) => (
              <li key={swap.id} className="row">
                <span>
                  {t('swapLine', { by: swap.by.name, of: swap.of.name, when: formats.moment(swap.startsAt, now) })}
                </span>
                <StatusTag tone={swap.state === 'accepted' ? 'done' : 'soon'}>{t(`swapState_${swap.state}`)}</StatusTag>
                <span className="quiet small">{swap.reason}</span>
                {swap.state === 'accepted' ? (
                  <Button size="small" onClick={() => see.mutate(swap.id)}>
                    {t('seen')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <h2 className="duty-week-title">{t('week', { from: formats.day(monday, now), to: formats.day(sunday, now) })}</h2>
      <Loaded query={shifts}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon="clock" title={t('empty')}>
              {t('emptyText')}
            </Empty>
          ) : (
            <ol className="week">
              {Array.from({ length: 7 }, (_, index) => plusDays(monday, index)).map((date) => (
                <li key={date} data-today={date === today || undefined}>
                  <h3>{formats.day(date, now)}</h3>
                  <ul>{list.filter((shift) => dayOf(shift) === date).map(card)}</ul>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
      {shown ? <ShiftDrawer shift={shown} onClose={() => setOpen(undefined)} /> : null}
      {adding === 'rota' ? (
        <RotaDrawer start={{ at, from: monday, to: sunday }} onClose={() => setAdding(undefined)} />
      ) : null}
      {adding === 'shift' ? <ShiftAddDrawer start={{ at, day: today }} onClose={() => setAdding(undefined)} /> : null}
    </div>
  );
};
