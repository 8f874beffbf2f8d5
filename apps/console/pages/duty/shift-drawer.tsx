import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { ShiftView } from '#engines/organisation/contract';
import { asProblem, newId } from '#platform/web/api';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { Panel } from '../../parts/page.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { dutyWords } from './duty-words.ts';
import { useDutyPeople } from './rota-drawer.tsx';

/** One shift: whose it is, what it leaves to the next; what its holder and whoever leads may do. */
export const ShiftDrawer = ({ shift, onClose }: { shift: ShiftView; onClose: () => void }) => {
  const t = useText(dutyWords);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const manages = useMay()('duty.manage');
  const people = useDutyPeople();
  const [ids] = useState(() => ({ swap: newId(), note: newId(), check: newId() }));
  const saved = async (): Promise<void> => {
    toast(t('done'));
    onClose();
    await client.invalidateQueries({ queryKey: ['duty'] });
  };
  const failed = (error: unknown): void => toast(pick(asProblem(error).sentence), 'overdue');
  const params = { id: shift.id };
  const swap = useMutation({
    mutationFn: (values: { of: string; reason: string }) =>
      organisation.askSwap({ params, body: { id: ids.swap, ...values } }),
    onSuccess: saved,
  });
  const note = useMutation({
    mutationFn: (values: { happened: string; items: string }) =>
      organisation.writeNote({
        params,
        body: {
          id: shift.note?.id ?? ids.note,
          happened: values.happened,
          items: values.items
            .split('\n')
            .map((text) => text.trim())
            .filter(Boolean)
            .map((text) => ({ text, case: null })),
        },
      }),
    onSuccess: saved,
  });
  const check = useMutation({
    mutationFn: (values: { result: string; way: string; remark: string }) =>
      organisation.checkShift({
        params,
        body: { id: ids.check, result: values.result as 'present', way: values.way as 'phone', remark: values.remark },
      }),
    onSuccess: saved,
  });
  const reassign = useMutation({
    mutationFn: (values: { person: string }) => organisation.changeShift({ params, body: values }),
    onSuccess: saved,
  });
  const cancel = useMutation({
    mutationFn: () => organisation.cancelShift({ params }),
    onSuccess: saved,
    onError: failed,
  });
  const colleagues = (people.data ?? [])
    .filter((one) => one.id !== shift.person.id)
    .map((one) => ({ value: one.id, label: `${one.name} · ${one.title}` }));
  const ahead = shift.startsAt > now;
  return (
    <Drawer open onClose={onClose} title={`${shift.person.name} · ${shift.name}`} size={480} destroyOnHidden>
      <div className="stack">
        <p>
          {formats.moment(shift.startsAt, now)} – {formats.moment(shift.endsAt, now)}
          <br />
          <span className="quiet">
            {shift.at.name} · {t(shift.kind)}
          </span>
        </p>
        {shift.swap ? <p>{t('swapAsked', { name: shift.swap.of.name })}</p> : null}
        {shift.note && !shift.mine ? (
          <Panel title={t('note')}>
            <p>{shift.note.happened}</p>
            <ul>
              {shift.note.items.map((item) => (
                <li key={item.text}>{item.text}</li>
              ))}
            </ul>
            <p className="quiet small">
              {shift.note.receivedBy ? t('receivedBy', { name: shift.note.receivedBy }) : t('notReceived')}
            </p>
          </Panel>
        ) : null}
        {shift.checks.length > 0 ? (
          <ul className="duty-list">
            {shift.checks.map((one) => (
              <li key={one.at}>
                {t('check')}：{t(one.result)}（{t(one.way)}，{one.by}）{' '}
                <span className="quiet small">{one.remark}</span>
              </li>
            ))}
          </ul>
        ) : null}
        {shift.mine ? (
          <Panel title={t('note')}>
            <SimpleForm
              items={[
                { id: 'happened', label: t('happened'), required: true, maxLength: 2000 },
                {
                  id: 'items',
                  label: t('items'),
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
              ]}
              start={{
                happened: shift.note?.happened ?? '',
                items: shift.note?.items.map((item) => item.text).join('\n') ?? '',
              }}
              submit={t('saveNote')}
              busy={note.isPending}
              problem={note.isError ? asProblem(note.error) : undefined}
              onSubmit={(values) => note.mutate(values)}
            />
          </Panel>
        ) : null}
        {shift.mine && ahead ? (
          <Panel title={t('askSwap')}>
            <SimpleForm
              items={[
                { id: 'of', label: t('swapWith'), required: true, options: colleagues },
                { id: 'reason', label: t('reason'), required: true, maxLength: 300 },
              ]}
              submit={t('askSwap')}
              busy={swap.isPending}
              problem={swap.isError ? asProblem(swap.error) : undefined}
              onSubmit={(values) => swap.mutate(values)}
            />
          </Panel>
        ) : null}
        {manages && !shift.mine ? (
          <>
            <Panel title={t('check')}>
              <SimpleForm
                items={[
                  {
                    id: 'result',
                    label: t('result'),
                    required: true,
                    options: (['present', 'replaced', 'absent'] as const).map((one) => ({ value: one, label: t(one) })),
                  },
                  {
                    id: 'way',
                    label: t('way'),
                    required: true,
                    options: (['phone', 'visit'] as const).map((one) => ({ value: one, label: t(one) })),
                  },
                  { id: 'remark', label: t('remark'), maxLength: 300 },
                ]}
                start={{ way: 'phone' }}
                submit={t('save')}
                busy={check.isPending}
                problem={check.isError ? asProblem(check.error) : undefined}
                onSubmit={(values) => check.mutate(values)}
              />
            </Panel>
            <Panel title={t('reassign')}>
              <SimpleForm
                items={[{ id: 'person', label: t('person'), required: true, options: colleagues }]}
                submit={t('reassign')}
                busy={reassign.isPending}
                problem={reassign.isError ? asProblem(reassign.error) : undefined}
                onSubmit={(values) => reassign.mutate(values)}
              />
            </Panel>
            {ahead ? (
              <Button danger loading={cancel.isPending} onClick={() => cancel.mutate()}>
                {t('cancel')}
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
    </Drawer>
  );
};
