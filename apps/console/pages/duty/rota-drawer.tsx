import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Drawer, Select } from 'antd';
import { useState } from 'react';
import { chinaInstant, plusDays } from '#kernel/instant';
import { asProblem, newId } from '#platform/web/api';
import { useText } from '#platform/web/i18n';
import { toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { homeOf, useMe } from '../../app/session.ts';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { TerritorySelect } from '../../parts/territory-select.tsx';
import { dutyWords } from './duty-words.ts';
import { slotsOf } from './slots.ts';

export const useDutyPeople = () =>
  useQuery({
    queryKey: ['duty', 'people'],
    queryFn: () => organisation.listDutyPeople({ query: {} }),
    staleTime: 60_000,
  });

const useKinds = () => {
  const t = useText(dutyWords);
  return (['ordinary', 'special', 'emergency'] as const).map((kind) => ({ value: kind, label: t(kind) }));
};

const territory = (label: string) => (value: string, change: (value: string) => void) => (
  <TerritorySelect value={value || undefined} label={label} onChange={(code) => change(code ?? '')} />
);

/** A roster from a pattern: which days, which shifts, who takes turns. */
export const RotaDrawer = ({
  start,
  onClose,
}: {
  start: { readonly at: string | undefined; readonly from: string; readonly to: string };
  onClose: () => void;
}) => {
  const t = useText(dutyWords);
  const me = useMe();
  const client = useQueryClient();
  const kinds = useKinds();
  const people = useDutyPeople();
  const [id] = useState(newId);
  const add = useMutation({
    mutationFn: (values: Record<'at' | 'name' | 'kind' | 'from' | 'to' | 'days' | 'slots' | 'turns', string>) => {
      const slots = slotsOf(values.slots);
      return organisation.addRota({
        body: {
          id,
          at: values.at,
          name: values.name,
          kind: values.kind as 'ordinary',
          from: values.from,
          to: values.to,
          pattern: {
            slots: typeof slots === 'number' ? [] : [...slots],
            days: values.days as 'all',
            turns: values.turns.split(' ').filter(Boolean),
          },
        },
      });
    },
    onSuccess: async ({ made }) => {
      toast(t('made', { n: made }));
      onClose();
      await client.invalidateQueries({ queryKey: ['duty'] });
    },
  });
  return (
    <Drawer open onClose={onClose} title={t('addRota')} size={480} destroyOnHidden>
      <SimpleForm
        items={[
          { id: 'at', label: t('at'), required: true, control: territory(t('at')) },
          { id: 'name', label: t('name'), required: true, maxLength: 60 },
          { id: 'kind', label: t('kind'), required: true, options: kinds },
          { id: 'from', label: t('from'), required: true, type: 'date' },
          { id: 'to', label: t('to'), required: true, type: 'date' },
          {
            id: 'days',
            label: t('days'),
            required: true,
            options: [
              { value: 'all', label: t('daysAll') },
              { value: 'working', label: t('daysWorking') },
              { value: 'off', label: t('daysOff') },
            ],
          },
          {
            id: 'slots',
            label: t('slots'),
            hint: t('slotsHint'),
            required: true,
            check: (value) => {
              const read = slotsOf(value);
              return typeof read === 'number' ? t('slotWrong', { n: read }) : undefined;
            },
            control: (value, change, control) => (
              <textarea
                id={control}
                className="lf-input"
                rows={3}
                value={value}
                onChange={(event) => change(event.target.value)}
              />
            ),
          },
          {
            id: 'turns',
            label: t('turns'),
            hint: t('turnsHint'),
            required: true,
            control: (value, change, control) => (
              <Select
                id={control}
                mode="multiple"
                aria-label={t('turns')}
                value={value.split(' ').filter(Boolean)}
                onChange={(chosen: string[]) => change(chosen.join(' '))}
                optionFilterProp="label"
                options={(people.data ?? []).map((one) => ({ value: one.id, label: `${one.name} · ${one.title}` }))}
              />
            ),
          },
        ]}
        start={{
          at: start.at ?? homeOf(me) ?? '',
          kind: 'ordinary',
          from: start.from,
          to: start.to,
          days: 'all',
          slots: '白班 08:00-20:00 1\n夜班 20:00-08:00 1',
        }}
        submit={t('addRota')}
        busy={add.isPending}
        problem={add.isError ? asProblem(add.error) : undefined}
        onSubmit={(values) => add.mutate(values)}
      />
    </Drawer>
  );
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export const ShiftAddDrawer = ({
  start,
  onClose,
}: {
  start: { readonly at: string | undefined; readonly day: string };
  onClose: () => void;
}) => {
  const t = useText(dutyWords);
  const me = useMe();
  const client = useQueryClient();
  const kinds = useKinds();
  const people = useDutyPeople();
  const [id] = useState(newId);
  const add = useMutation({
    mutationFn: (values: Record<'at' | 'name' | 'kind' | 'day' | 'begin' | 'end' | 'person', string>) => {
      const [from, to] = [minutesOf(values.begin), minutesOf(values.end)];
      return organisation.addShift({
        body: {
          id,
          at: values.at,
          name: values.name,
          kind: values.kind as 'ordinary',
          startsAt: chinaInstant(values.day, from),
          endsAt: chinaInstant(to > from ? values.day : plusDays(values.day, 1), to),
          person: values.person,
        },
      });
    },
    onSuccess: async () => {
      toast(t('done'));
      onClose();
      await client.invalidateQueries({ queryKey: ['duty'] });
    },
  });
  const time =
    (label: string) =>
    (value: string): string | undefined =>
      /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? undefined : `${label} 08:00`;
  return (
    <Drawer open onClose={onClose} title={t('addShift')} size={440} destroyOnHidden>
      <SimpleForm
        items={[
          { id: 'at', label: t('at'), required: true, control: territory(t('at')) },
          { id: 'name', label: t('name'), required: true, maxLength: 60 },
          { id: 'kind', label: t('kind'), required: true, options: kinds },
          { id: 'day', label: t('from'), required: true, type: 'date' },
          { id: 'begin', label: t('startsAt'), required: true, check: time(t('startsAt')), maxLength: 5 },
          { id: 'end', label: t('endsAt'), required: true, check: time(t('endsAt')), maxLength: 5 },
          {
            id: 'person',
            label: t('person'),
            required: true,
            options: (people.data ?? []).map((one) => ({ value: one.id, label: `${one.name} · ${one.title}` })),
          },
        ]}
        start={{ at: start.at ?? homeOf(me) ?? '', kind: 'ordinary', day: start.day, begin: '08:00', end: '20:00' }}
        submit={t('addShift')}
        busy={add.isPending}
        problem={add.isError ? asProblem(add.error) : undefined}
        onSubmit={(values) => add.mutate(values)}
      />
    </Drawer>
  );
};
