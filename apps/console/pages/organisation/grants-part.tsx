import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Segmented } from 'antd';
import { useState } from 'react';
import type { AppointmentView, PermissionView } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { useFormats, usePick, useText } from '#platform/web/i18n';
import { Empty, Facts, Notice, StatusTag, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { grantWords } from './grant-words.ts';

const states = ['proposed', 'granted', 'refused', 'ended', 'withdrawn'] as const;
type State = (typeof states)[number];
const tones = { proposed: 'soon', granted: 'done', refused: 'overdue', ended: 'quiet', withdrawn: 'quiet' } as const;
const stateWords = {
  proposed: 'waitingTab',
  granted: 'granted',
  refused: 'refused',
  ended: 'ended',
  withdrawn: 'withdrawn',
} as const;

/** One proposal with everything that a decision needs. */
const Proposal = ({
  one,
  permissions,
  onDecide,
  onWithdraw,
}: {
  one: AppointmentView;
  permissions: readonly PermissionView[];
  onDecide?: ((decision: 'granted' | 'refused') => void) | undefined;
  onWithdraw?: (() => void) | undefined;
}) => {
  const t = useText(grantWords);
  const pick = usePick();
  const formats = useFormats();
  const nameOf = (id: string): string => {
    const known = permissions.find((permission) => permission.id === id);
    return known ? pick(known.name) : id;
  };
  const after = one.load.posts + 1;
  const by = (person: AppointmentView['decidedBy'], at: string | null, why: string | null): string =>
    [person?.name, at && formats.moment(at), why && `「${why}」`].filter(Boolean).join(' · ');
  return (
    <li className="panel organisation-grant">
      <div className="row">
        <h2>
          {one.person.name}
          {one.person.account ? <span className="quiet small"> {one.person.account}</span> : null}
        </h2>
        <span className="bar-space" />
        <StatusTag tone={tones[one.state]}>{t(stateWords[one.state])}</StatusTag>
      </div>
      <Facts
        facts={[
          { name: t('post'), value: `${one.post.title}（${one.post.body.name}）` },
          { name: t('role'), value: pick(one.post.roleName) },
          { name: t('scope'), value: one.post.scope.name },
          {
            name: t('period'),
            value: one.to
              ? t('until', { from: formats.day(one.from), to: formats.day(one.to) })
              : t('since', { from: formats.day(one.from) }),
          },
          { name: t('proposedBy'), value: by(one.proposedBy, one.proposedAt, one.reason) },
          ...(one.decidedAt ? [{ name: t('decidedBy'), value: by(one.decidedBy, one.decidedAt, one.decision) }] : []),
          ...(one.endedAt
            ? [{ name: t('endedBy'), value: one.endedBy ? by(one.endedBy, one.endedAt, one.ending) : t('itself') }]
            : []),
        ]}
      />
      {one.state === 'proposed' ? (
        <>
          <p className="small">
            <span className="quiet">{t('may')}：</span>
            {one.post.permissions.map(nameOf).join('、')}
          </p>
          {after > one.load.most ? (
            <Notice tone="soon" icon="alert">
              {t('over', { n: after, most: one.load.most })}
            </Notice>
          ) : null}
          <div className="row">
            <span className="quiet small">{t('load', { n: one.load.posts, open: one.load.openCases })}</span>
            <span className="bar-space" />
            {onWithdraw ? (
              <Button size="small" onClick={onWithdraw}>
                {t('withdraw')}
              </Button>
            ) : null}
            {onDecide && one.mayDecide ? (
              <>
                <Button onClick={() => onDecide('refused')}>{t('refuse')}</Button>
                <Button type="primary" onClick={() => onDecide('granted')}>
                  {t('grant')}
                </Button>
              </>
            ) : null}
            {onDecide && !one.mayDecide ? <span className="quiet small">{t('own')}</span> : null}
          </div>
        </>
      ) : null}
    </li>
  );
};

/** What waits for the security administrator; the system administrator sees what became of his own proposals. */
export const GrantsPart = () => {
  const t = useText(grantWords);
  const pick = usePick();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const mayDecide = useMay()('grant.decide');
  const [state, setState] = useState<State>('proposed');
  const [deciding, setDeciding] = useState<{ one: AppointmentView; decision: 'granted' | 'refused' }>();
  const list = useQuery({
    queryKey: ['grant', 'appointments', mayDecide, state],
    queryFn: () =>
      mayDecide ? organisation.listGrants({ query: { state } }) : organisation.listProposals({ query: { state } }),
  });
  const permissions = useQuery({
    queryKey: ['role', 'permissions'],
    queryFn: () => organisation.listPermissions(),
    staleTime: 10 * 60_000,
  });
  const renew = () =>
    Promise.all(['organisation', 'grant'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  const decide = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      organisation.decideGrant({
        params: { id: deciding?.one.id ?? '' },
        body: { decision: deciding?.decision ?? 'refused', reason },
      }),
    onSuccess: async (decided) => {
      toast(t(decided.state === 'granted' ? 'grantedDone' : 'refusedDone'));
      setDeciding(undefined);
      await renew();
    },
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => organisation.withdrawProposal({ params: { id } }),
    onSuccess: async () => {
      toast(t('done'));
      await renew();
    },
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  const askWithdraw = (one: AppointmentView): void =>
    void modal.confirm({
      title: t('withdrawTitle', { name: one.person.name, post: one.post.title }),
      content: t('withdrawText'),
      okText: t('withdraw'),
      icon: null,
      onOk: () => withdraw.mutateAsync(one.id).catch(() => undefined),
    });
  const granting = deciding?.decision === 'granted';
  return (
    <>
      <div className="row organisation-bar">
        <Segmented<State>
          aria-label={t('states')}
          value={state}
          onChange={setState}
          options={states.map((one) => ({ value: one, label: t(stateWords[one]) }))}
        />
      </div>
      <Loaded query={list}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="checkCircle" title={t(state === 'proposed' ? 'emptyWaiting' : 'emptyOther')} />
          ) : (
            <ul className="organisation-grants">
              {rows.map((one) => (
                <Proposal
                  key={one.id}
                  one={one}
                  permissions={permissions.data ?? []}
                  onDecide={mayDecide ? (decision) => setDeciding({ one, decision }) : undefined}
                  onWithdraw={mayDecide ? undefined : () => askWithdraw(one)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Drawer
        open={deciding !== undefined}
        onClose={() => setDeciding(undefined)}
        size={420}
        destroyOnHidden
        title={
          deciding
            ? t(granting ? 'grantTitle' : 'refuseTitle', {
                name: deciding.one.person.name,
                post: deciding.one.post.title,
              })
            : ''
        }
      >
        <p className="quiet">{t(granting ? 'grantNote' : 'refuseNote')}</p>
        <SimpleForm
          danger={!granting}
          items={[{ id: 'reason', label: t('reason'), required: true, maxLength: 300 }]}
          submit={t(granting ? 'granting' : 'refusing')}
          busy={decide.isPending}
          problem={decide.isError ? asProblem(decide.error) : undefined}
          onSubmit={(values) => decide.mutate(values)}
        />
      </Drawer>
    </>
  );
};
