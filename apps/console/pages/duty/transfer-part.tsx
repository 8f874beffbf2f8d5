import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { TransferView } from '#engines/organisation/contract';
import { asProblem, newId } from '#platform/web/api';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Empty, StatusTag, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { useMay, useMe } from '../../app/session.ts';
import * as icons from '../../parts/icons.tsx';
import { Panel } from '../../parts/page.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { dutyWords } from './duty-words.ts';
import { useDutyPeople } from './rota-drawer.tsx';

const itemWord = { case: 'item_case', line: 'item_line', shift: 'item_shift', cover: 'item_cover' } as const;

/** One transfer with its list and signatures: what can be done next is what is offered. */
const TransferCard = ({ transfer }: { transfer: TransferView }) => {
  const t = useText(dutyWords);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const me = useMe();
  const arranges = useMay()('organisation.edit');
  const client = useQueryClient();
  const people = useDutyPeople();
  const [freezing, setFreezing] = useState(false);
  const params = { id: transfer.id };
  const step = useMutation({
    mutationFn: (what: () => Promise<unknown>) => what(),
    onSuccess: async () => {
      toast(t('done'));
      setFreezing(false);
      await client.invalidateQueries({ queryKey: ['duty'] });
    },
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  const { state } = transfer;
  const isPerson = transfer.person.id === me.person.id;
  const signs = (isPerson && state === 'listed') || (transfer.receiver?.id === me.person.id && state === 'given');
  const open = ['asked', 'agreed', 'listed', 'given', 'received'].includes(state);
  return (
    <Panel
      title={`${transfer.person.name}：${transfer.from.title} → ${transfer.to.title}`}
      aside={
        <StatusTag tone={state === 'done' ? 'done' : state === 'refused' ? 'overdue' : 'soon'}>
          {t(`transferState_${state}`)}
        </StatusTag>
      }
      className="transfer"
    >
      <p className="quiet">
        {transfer.from.body} → {transfer.to.body} · {t('effectiveOn')} {formats.day(transfer.effectiveOn, now)} ·{' '}
        {transfer.reason}
      </p>
      {transfer.listHash ? (
        <details open={signs}>
          <summary>
            {t('list')}：{t('items_count', { n: transfer.items.length })}
          </summary>
          <ol className="transfer-items">
            {transfer.items.map((item) => (
              <li key={`${item.kind} ${item.id}`}>
                {t(itemWord[item.kind as keyof typeof itemWord])}：{item.text}
              </li>
            ))}
          </ol>
          <p className="quiet small transfer-hash">
            {t('hash')} {transfer.listHash}
          </p>
        </details>
      ) : null}
      {transfer.signatures.map((one) => (
        <p key={one.side} className="small">
          {t('signedAt', {
            side: t(one.side === 'giver' ? 'giver' : 'receiverSide'),
            name: one.name,
            at: formats.moment(one.at, now),
          })}{' '}
          <StatusTag tone={one.valid ? 'done' : 'overdue'}>{t(one.valid ? 'valid' : 'invalid')}</StatusTag>
        </p>
      ))}
      <div className="row no-print">
        {isPerson && state === 'asked' ? (
          <>
            <Button
              type="primary"
              onClick={() => step.mutate(() => organisation.answerTransfer({ params, body: { agree: true } }))}
            >
              {t('agree')}
            </Button>
            <Button onClick={() => step.mutate(() => organisation.answerTransfer({ params, body: { agree: false } }))}>
              {t('refuse')}
            </Button>
          </>
        ) : null}
        {signs ? (
          <Button
            type="primary"
            loading={step.isPending}
            onClick={() =>
              step.mutate(() => organisation.signTransfer({ params, body: { listHash: transfer.listHash ?? '' } }))
            }
          >
            {t('sign')}
          </Button>
        ) : null}
        {arranges && ['agreed', 'listed', 'given'].includes(state) ? (
          <Button onClick={() => setFreezing(true)}>{t('freeze')}</Button>
        ) : null}
        {arranges && state === 'received' ? (
          <Button type="primary" onClick={() => step.mutate(() => organisation.proposeTransfer({ params }))}>
            {t('propose')}
          </Button>
        ) : null}
        {arranges && open ? (
          <Button onClick={() => step.mutate(() => organisation.withdrawTransfer({ params }))}>{t('withdraw')}</Button>
        ) : null}
        {transfer.listHash ? (
          <Button icon={<icons.Print />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        ) : null}
      </div>
      <Drawer open={freezing} onClose={() => setFreezing(false)} title={t('freeze')} size={420} destroyOnHidden>
        <SimpleForm
          items={[
            {
              id: 'receiver',
              label: t('receiver'),
              required: true,
              options: (people.data ?? [])
                .filter((one) => one.id !== transfer.person.id)
                .map((one) => ({ value: one.id, label: `${one.name} · ${one.title}` })),
            },
          ]}
          submit={t('freeze')}
          busy={step.isPending}
          onSubmit={(values) => step.mutate(() => organisation.freezeTransfer({ params, body: values }))}
        />
      </Drawer>
    </Panel>
  );
};

const AskDrawer = ({ onClose }: { onClose: () => void }) => {
  const t = useText(dutyWords);
  const client = useQueryClient();
  const [id] = useState(newId);
  const posts = useQuery({
    queryKey: ['organisation', 'posts', ''],
    queryFn: () => organisation.listPosts({ query: {} }),
  });
  const ask = useMutation({
    mutationFn: (values: Record<'held' | 'toPost' | 'effectiveOn' | 'reason', string>) => {
      const [fromPost = '', person = ''] = values.held.split(' ');
      return organisation.askTransfer({
        body: { id, fromPost, person, toPost: values.toPost, effectiveOn: values.effectiveOn, reason: values.reason },
      });
    },
    onSuccess: async () => {
      toast(t('done'));
      onClose();
      await client.invalidateQueries({ queryKey: ['duty'] });
    },
  });
  return (
    <Drawer open onClose={onClose} title={t('askTransfer')} size={480} destroyOnHidden>
      <SimpleForm
        items={[
          {
            id: 'held',
            label: t('transferee'),
            required: true,
            options: (posts.data ?? []).flatMap((post) =>
              post.holders
                .filter((one) => one.standsInFor === null)
                .map((one) => ({
                  value: `${post.id} ${one.person}`,
                  label: `${one.name} · ${post.title} · ${post.body.name}`,
                })),
            ),
          },
          {
            id: 'toPost',
            label: t('toPost'),
            required: true,
            options: (posts.data ?? []).map((post) => ({ value: post.id, label: `${post.title} · ${post.body.name}` })),
          },
          { id: 'effectiveOn', label: t('effectiveOn'), required: true, type: 'date' },
          { id: 'reason', label: t('reason'), required: true, maxLength: 300 },
        ]}
        submit={t('askTransfer')}
        busy={ask.isPending}
        problem={ask.isError ? asProblem(ask.error) : undefined}
        onSubmit={(values) => ask.mutate(values)}
      />
    </Drawer>
  );
};

/** Whoever arranges sees all of his range; everybody else those that concern him. */
export const TransferPart = () => {
  const t = useText(dutyWords);
  const arranges = useMay()('organisation.edit');
  const [asking, setAsking] = useState(false);
  const transfers = useQuery({
    queryKey: ['duty', 'transfers', arranges],
    queryFn: async () => (arranges ? organisation.listTransfers() : (await organisation.seeMyDuty()).transfers),
  });
  return (
    <div className="stack">
      {arranges ? (
        <div className="row no-print">
          <span className="bar-space" />
          <Button type="primary" onClick={() => setAsking(true)}>
            {t('askTransfer')}
          </Button>
        </div>
      ) : null}
      <Loaded query={transfers}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon="people" title={t('noTransfers')}>
              {t('noTransfersText')}
            </Empty>
          ) : (
            <>
              {list.map((transfer) => (
                <TransferCard key={transfer.id} transfer={transfer} />
              ))}
            </>
          )
        }
      </Loaded>
      {asking ? <AskDrawer onClose={() => setAsking(false)} /> : null}
    </div>
  );
};
