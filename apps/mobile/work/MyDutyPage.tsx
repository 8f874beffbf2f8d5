import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { instantOf } from '#kernel/instant';
import { asProblem } from '#platform/web/api';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Button, Card, Empty, ProblemNote, Skeleton, StatusTag, toast } from '#platform/web/kit';
import { organisation } from './clients.ts';
import { Page } from '../shell/Page.tsx';
import { WorkNav } from './WorkNav.tsx';
import '../shell/people.css';

const messages = defineMessages({
  zh: {
    title: '我的值班',
    none: '近四周没有值班',
    noneText: '有新的安排会出现在这里。不需要打卡。',
    shifts: '近四周的班',
    now: '正在值班',
    special: '特殊时期',
    emergency: '应急',
    swaps: '请我换班',
    swapText: '{name} 请您值这个班：{reason}',
    accept: '同意',
    decline: '不同意',
    notes: '上一班的交接',
    received: '已接收',
    leave: '我的请假',
    back: '{from} 起，{to} 返岗；{names} 替岗',
    covering: '我替谁',
    coverText: '{from} 起替 {name}，到 {to} 返岗为止',
    done: '已保存',
  },
  en: {
    title: 'My duty',
    none: 'No duty in the coming four weeks',
    noneText: 'New shifts appear here. Nobody clocks in.',
    shifts: 'Coming four weeks',
    now: 'On duty now',
    special: 'Special period',
    emergency: 'Emergency',
    swaps: 'Asked to swap',
    swapText: '{name} asks you to take this shift: {reason}',
    accept: 'Accept',
    decline: 'Decline',
    notes: 'Left by the shift before',
    received: 'Received',
    leave: 'My leave',
    back: 'from {from}, back {to}; {names} stand in',
    covering: 'Whom I stand in for',
    coverText: 'from {from} for {name}, until the return on {to}',
    done: 'Saved',
  },
});

const hours = (at: string): string => instantOf(Date.parse(at) + 8 * 3_600_000).slice(11, 16);

/** Shifts, swaps to answer, what the shift before left, leave and whom one stands in for. */
export const MyDutyPage = () => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const duty = useQuery({ queryKey: ['duty', 'mine'], queryFn: () => organisation.seeMyDuty() });
  const step = useMutation({
    mutationFn: (what: () => Promise<unknown>) => what(),
    onSuccess: async () => {
      toast(t('done'));
      await client.invalidateQueries({ queryKey: ['duty'] });
    },
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  const { data } = duty;
  const answer = (id: string, accept: boolean): void =>
    step.mutate(() => organisation.answerSwap({ params: { id }, body: { accept } }));
  return (
    <Page title={t('title')} back="/work/me" nav={<WorkNav />}>
      {duty.isPending ? <Skeleton rows={4} /> : null}
      {duty.isError ? <ProblemNote error={duty.error} onRetry={() => void duty.refetch()} /> : null}
      {data?.swaps.map((swap) => (
        <Card key={swap.id} title={t('swaps')}>
          <p>
            {formats.moment(swap.startsAt, now)}–{hours(swap.endsAt)} · {swap.name}
          </p>
          <p>{t('swapText', { name: swap.by.name, reason: swap.reason })}</p>
          <div className="m-pair">
            <Button look="primary" onClick={() => answer(swap.id, true)}>
              {t('accept')}
            </Button>
            <Button onClick={() => answer(swap.id, false)}>{t('decline')}</Button>
          </div>
        </Card>
      ))}
      {data?.notes.map((shift) => (
        <Card key={shift.id} title={t('notes')}>
          <p>
            {shift.person.name} · {shift.name}
          </p>
          <p>{shift.note?.happened}</p>
          <ul>
            {shift.note?.items.map((item) => (
              <li key={item.text}>{item.text}</li>
            ))}
          </ul>
          <Button
            look="primary"
            onClick={() => step.mutate(() => organisation.receiveNote({ params: { id: shift.note?.id ?? '' } }))}
          >
            {t('received')}
          </Button>
        </Card>
      ))}
      {data && data.shifts.length === 0 ? (
        <Empty icon="clock" title={t('none')}>
          {t('noneText')}
        </Empty>
      ) : null}
      {data && data.shifts.length > 0 ? (
        <Card title={t('shifts')}>
          <ul className="m-duty">
            {data.shifts.map((shift) => (
              <li key={shift.id}>
                <strong>
                  {formats.moment(shift.startsAt, now)}–{hours(shift.endsAt)}
                </strong>
                <p>
                  {shift.name} · {shift.at.name.split(' · ').at(-1)}
                </p>
                {shift.startsAt <= now && now < shift.endsAt ? <StatusTag tone="done">{t('now')}</StatusTag> : null}
                {shift.kind === 'ordinary' ? null : <StatusTag tone="soon">{t(shift.kind)}</StatusTag>}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {data && data.leaves.length > 0 ? (
        <Card title={t('leave')}>
          {data.leaves.map((leave) => (
            <p key={leave.id}>
              {t('back', {
                from: formats.day(leave.from, now),
                to: formats.day(leave.to, now),
                names: [...new Set(leave.covers.map((cover) => cover.substitute.name))].join('、'),
              })}
            </p>
          ))}
        </Card>
      ) : null}
      {data && data.standsInFor.length > 0 ? (
        <Card title={t('covering')}>
          {data.standsInFor.map((leave) => (
            <p key={leave.id}>
              {t('coverText', {
                from: formats.day(leave.from, now),
                name: leave.person.name,
                to: formats.day(leave.to, now),
              })}
            </p>
          ))}
        </Card>
      ) : null}
    </Page>
  );
};
