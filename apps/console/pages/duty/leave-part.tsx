import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { LeaveView } from '#engines/organisation/contract';
import { chinaDate, plusDays } from '#kernel/instant';
import { asProblem, newId } from '#platform/web/api';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Empty, ErrorSummary, Select, StatusTag, TextField, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Denied, Loaded } from '../../parts/states.tsx';
import { dutyWords } from './duty-words.ts';
import { useDutyPeople } from './rota-drawer.tsx';

const basisWord = { 'b-role': 'basis_b_role', 'same-role': 'basis_same_role', appointed: 'basis_appointed' } as const;
const leaveKinds = ['annual', 'sick', 'training', 'business', 'other'] as const;

/** Enter a leave: for each post of the person the substitutes that may stand in without a grant, the B-role first. */
const LeaveDrawer = ({ today, onClose }: { today: string; onClose: () => void }) => {
  const t = useText(dutyWords);
  const pick = usePick();
  const client = useQueryClient();
  const people = useDutyPeople();
  const [id] = useState(newId);
  const [person, setPerson] = useState('');
  const [from, setFrom] = useState(plusDays(today, 1));
  const [to, setTo] = useState(plusDays(today, 2));
  const [kind, setKind] = useState<(typeof leaveKinds)[number]>('annual');
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const covers = useQuery({
    queryKey: ['duty', 'covers', person, from, to],
    queryFn: () => organisation.proposeCovers({ query: { person, from, to } }),
    enabled: person !== '' && from !== '' && to > from,
    retry: false,
  });
  const add = useMutation({
    mutationFn: () =>
      organisation.addLeave({
        body: {
          id,
          person,
          from,
          to,
          kind,
          covers: Object.entries(chosen)
            .filter(([post, substitute]) => substitute && covers.data?.some((one) => one.post === post))
            .map(([post, substitute]) => ({ post, substitute })),
        },
      }),
    onSuccess: async () => {
      toast(t('done'));
      onClose();
      await client.invalidateQueries({ queryKey: ['duty'] });
    },
  });
  const error = add.error ?? covers.error;
  return (
    <Drawer open onClose={onClose} title={t('addLeave')} size={480} destroyOnHidden>
      <form
        className="form"
        id="leave-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (person && to > from) add.mutate();
        }}
      >
        <ErrorSummary
          errors={error ? [{ id: 'leave-form', text: pick(asProblem(error).sentence) }] : []}
          attempt={add.failureCount}
        />
        <Select
          id="leave-person"
          label={t('leaveOf')}
          required
          value={person}
          onChange={(event) => setPerson(event.target.value)}
        >
          <option value="">{t('choose')}</option>
          {(people.data ?? []).map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} · {one.title}
            </option>
          ))}
        </Select>
        <Select
          id="leave-kind"
          label={t('leaveKind')}
          required
          value={kind}
          onChange={(event) => setKind(event.target.value as typeof kind)}
        >
          {leaveKinds.map((one) => (
            <option key={one} value={one}>
              {t(one)}
            </option>
          ))}
        </Select>
        <TextField
          id="leave-from"
          label={t('from')}
          required
          type="date"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          id="leave-to"
          label={t('back')}
          hint={t('backHint')}
          required
          type="date"
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        {covers.data?.map((post) => (
          <Select
            key={post.post}
            id={`leave-${post.post}`}
            label={t('coverOf', { post: post.title })}
            hint={post.candidates.length === 0 ? t('noCandidate') : post.body}
            value={chosen[post.post] ?? post.candidates.find((one) => !one.away)?.person ?? ''}
            onChange={(event) => setChosen({ ...chosen, [post.post]: event.target.value })}
          >
            <option value="">{t('choose')}</option>
            {post.candidates.map((one) => (
              <option key={one.person} value={one.person} disabled={one.away}>
                {one.name} · {t(basisWord[one.basis])}
                {one.away ? `（${t('awayToo')}）` : ''}
              </option>
            ))}
          </Select>
        ))}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t('addLeave')}
          </Button>
        </div>
      </form>
    </Drawer>
  );
};

export const LeavePart = () => {
  const t = useText(dutyWords);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const allowed = useMay()('duty.manage');
  const [adding, setAdding] = useState(false);
  const leaves = useQuery({
    queryKey: ['duty', 'leaves'],
    queryFn: () => organisation.listLeaves({ query: {} }),
    enabled: allowed,
  });
  const end = useMutation({
    mutationFn: (id: string) => organisation.cancelLeave({ params: { id } }),
    onSuccess: async () => {
      toast(t('done'));
      await client.invalidateQueries({ queryKey: ['duty'] });
    },
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  if (!allowed) return <Denied />;
  const ask = (leave: LeaveView): void =>
    void modal.confirm({
      title: t('cancelLeaveTitle', { name: leave.person.name }),
      content: t('cancelLeaveText'),
      okText: t('cancelLeave'),
      icon: null,
      onOk: () => end.mutateAsync(leave.id).catch(() => undefined),
    });
  const state = (leave: LeaveView) => (
    <StatusTag tone={leave.state === 'now' ? 'soon' : 'quiet'} icon="clock">
      {t(`state_${leave.state}`)}
    </StatusTag>
  );
  const when = (leave: LeaveView): string =>
    t('leaveLine', { from: formats.day(leave.from, now), to: formats.day(leave.to, now) });
  const covers = (leave: LeaveView) => (
    <ul className="duty-list">
      {leave.covers.map((cover) => (
        <li key={cover.post}>
          {cover.title}：<strong>{cover.substitute.name}</strong>{' '}
          <span className="quiet small">{t(basisWord[cover.basis])}</span>
        </li>
      ))}
    </ul>
  );
  const button = (leave: LeaveView) => (
    <Button size="small" onClick={() => ask(leave)}>
      {t('cancelLeave')}
    </Button>
  );
  const columns: readonly Column<LeaveView>[] = [
    { id: 'person', title: t('leaveOf'), head: true, cell: (leave) => leave.person.name },
    { id: 'kind', title: t('leaveKind'), cell: (leave) => t(leave.kind as 'annual') },
    { id: 'when', title: t('from'), cell: when },
    { id: 'state', title: t('stateTitle'), nowrap: true, cell: state },
    { id: 'covers', title: t('covers'), cell: covers },
    { id: 'do', title: t('actions'), align: 'end', cell: button },
  ];
  return (
    <div className="stack">
      <div className="row">
        <span className="bar-space" />
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('addLeave')}
        </Button>
      </div>
      <Loaded query={leaves}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon="clock" title={t('noLeave')}>
              {t('noLeaveText')}
            </Empty>
          ) : (
            <DataTable
              caption={t('leave')}
              rows={list}
              columns={columns}
              keyOf={(leave) => leave.id}
              nameOf={(leave) => leave.person.name}
              card={(leave) => (
                <>
                  <strong>{leave.person.name}</strong>
                  <p className="card-meta">
                    <span>{when(leave)}</span>
                  </p>
                  {covers(leave)}
                  <div className="row">
                    {state(leave)}
                    {button(leave)}
                  </div>
                </>
              )}
            />
          )
        }
      </Loaded>
      {adding ? <LeaveDrawer today={chinaDate(now)} onClose={() => setAdding(false)} /> : null}
    </div>
  );
};
