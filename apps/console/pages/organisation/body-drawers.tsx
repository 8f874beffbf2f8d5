import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { BodyView, MemberView } from '#engines/organisation/contract';
import { chinaDate, instantOf } from '#kernel/instant';
import { asProblem, newId } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Empty, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { structureWords } from './structure-words.ts';

const today = (): string => chinaDate(instantOf(Date.now()));

interface DrawerProps {
  readonly body: BodyView;
  readonly bodies: readonly BodyView[];
  readonly onClose: () => void;
}

const useSaved = (onClose: () => void) => {
  const t = useText(structureWords);
  const client = useQueryClient();
  return async (): Promise<void> => {
    toast(t('done'));
    onClose();
    await client.invalidateQueries({ queryKey: ['organisation'] });
  };
};

/** Another name, another body that takes the work, or the end: today or on a later day (S614). */
export const ChangeDrawer = ({ body, bodies, onClose }: DrawerProps) => {
  const t = useText(structureWords);
  const pick = usePick();
  const saved = useSaved(onClose);
  const [id] = useState(newId);
  const [kind, setKind] = useState<'rename' | 'merge' | 'abolish'>('rename');
  const change = useMutation({
    mutationFn: (values: { on: string; name: string; successor: string; reason: string }) =>
      organisation.changeBody({
        params: { id: body.id },
        body: {
          id,
          kind,
          on: values.on,
          reason: values.reason,
          ...(kind === 'rename' ? { name: values.name } : values.successor ? { successor: values.successor } : {}),
        },
      }),
    onSuccess: saved,
  });
  const cancel = useMutation({
    mutationFn: () => organisation.cancelChange({ params: { id: body.ahead?.id ?? '' } }),
    onSuccess: saved,
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  const others = bodies.filter((one) => one.id !== body.id && one.abolishedOn === null);
  return (
    <Drawer open onClose={onClose} title={t('changeTitle', { name: body.name })} size={440} destroyOnHidden>
      {body.ahead ? (
        <Button danger loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('cancelChange')}
        </Button>
      ) : (
        <SimpleForm
          key={kind}
          items={[
            {
              id: 'kind',
              label: t('changeKind'),
              required: true,
              control: (_value, _change, control) => (
                <select
                  id={control}
                  className="lf-input"
                  value={kind}
                  onChange={(event) => setKind(event.target.value as typeof kind)}
                >
                  {(['rename', 'merge', 'abolish'] as const).map((one) => (
                    <option key={one} value={one}>
                      {t(one)}
                    </option>
                  ))}
                </select>
              ),
            },
            ...(kind === 'rename'
              ? [{ id: 'name' as const, label: t('newName'), required: true, maxLength: 60 }]
              : [
                  {
                    id: 'successor' as const,
                    label: t('successor'),
                    hint: t('successorHint'),
                    required: kind === 'merge',
                    options: others.map((one) => ({ value: one.id, label: one.name })),
                  },
                ]),
            { id: 'on', label: t('on'), hint: t('onHint'), required: true, type: 'date' },
            { id: 'reason', label: t('reason'), required: true, maxLength: 300 },
          ]}
          start={{ on: today(), kind }}
          submit={t('submitChange')}
          busy={change.isPending}
          danger={kind !== 'rename'}
          problem={change.isError ? asProblem(change.error) : undefined}
          onSubmit={(values) =>
            change.mutate({ name: '', successor: '', ...(values as unknown as { on: string; reason: string }) })
          }
        />
      )}
    </Drawer>
  );
};

export const SuperiorsDrawer = ({ body, bodies, onClose }: DrawerProps) => {
  const t = useText(structureWords);
  const saved = useSaved(onClose);
  const set = useMutation({
    mutationFn: (values: { territorial: string; vertical: string }) =>
      organisation.setSuperiors({
        params: { id: body.id },
        body: {
          superiors: [
            ...(values.territorial ? [{ id: values.territorial, line: 'territorial' as const }] : []),
            ...(values.vertical && values.vertical !== values.territorial
              ? [{ id: values.vertical, line: 'vertical' as const }]
              : []),
          ],
        },
      }),
    onSuccess: saved,
  });
  const options = bodies
    .filter((one) => one.id !== body.id && !one.abolishedOn)
    .map((one) => ({ value: one.id, label: one.name }));
  const on = (line: 'territorial' | 'vertical'): string => body.superiors.find((one) => one.line === line)?.id ?? '';
  return (
    <Drawer open onClose={onClose} title={`${t('setSuperiors')}：${body.name}`} size={440} destroyOnHidden>
      <SimpleForm
        items={[
          { id: 'territorial', label: t('territorialSuperior'), options },
          { id: 'vertical', label: t('verticalSuperior'), options },
        ]}
        start={{ territorial: on('territorial'), vertical: on('vertical') }}
        submit={t('save')}
        busy={set.isPending}
        problem={set.isError ? asProblem(set.error) : undefined}
        onSubmit={(values) => set.mutate(values)}
      />
    </Drawer>
  );
};

/** Heads, deputies, members of a leading group or alliance; what each is there for. */
export const MembersDrawer = ({ body, bodies, onClose }: DrawerProps) => {
  const t = useText(structureWords);
  const pick = usePick();
  const client = useQueryClient();
  const mayEdit = useMay()('organisation.edit');
  const [adding, setAdding] = useState<string>();
  const key = ['organisation', 'members', body.id];
  const members = useQuery({
    queryKey: key,
    queryFn: () => organisation.listMembers({ params: { id: body.id }, query: {} }),
  });
  const keep = (list: MemberView[]): void => {
    toast(t('done'));
    setAdding(undefined);
    client.setQueryData(key, list);
  };
  const add = useMutation({
    mutationFn: (values: Record<'seat' | 'part' | 'body' | 'partner' | 'contact' | 'phone' | 'duty', string>) =>
      organisation.addMember({
        params: { id: body.id },
        body: {
          id: adding ?? '',
          seat: values.seat as MemberView['seat'],
          from: today(),
          duty: values.duty,
          ...(values.part ? { part: values.part as NonNullable<MemberView['part']> } : {}),
          ...(values.body ? { body: values.body } : {}),
          ...(values.partner ? { partner: values.partner } : {}),
          ...(values.contact ? { contact: values.contact } : {}),
          ...(values.phone ? { phone: values.phone } : {}),
        },
      }),
    onSuccess: keep,
  });
  const end = useMutation({
    mutationFn: (id: string) => organisation.endMember({ params: { id } }),
    onSuccess: keep,
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  const seats = {
    head: t('seatHead'),
    deputy: t('seatDeputy'),
    member: t('seatMember'),
    office: t('seatOffice'),
  } as const;
  const parts = { own: t('partOwn'), linked: t('partLinked'), volunteer: t('partVolunteer') } as const;
  const nameOf = (one: MemberView): string =>
    one.body?.name ?? one.partner ?? `${one.post?.title ?? ''} ${one.post?.people.join('、') ?? ''}`;
  return (
    <Drawer open onClose={onClose} title={t('membersOf', { name: body.name })} size={520} destroyOnHidden>
      <Loaded query={members}>
        {(list) => (
          <div className="stack">
            {list.length === 0 ? <Empty icon="people" title={t('noMembers')} /> : null}
            <ul className="member-list">
              {list.map((one) => (
                <li key={one.id}>
                  <p>
                    <strong>{nameOf(one)}</strong> <span className="quiet small">{seats[one.seat]}</span>{' '}
                    {one.part ? <span className="quiet small">{parts[one.part]}</span> : null}
                  </p>
                  <p className="quiet small">{[one.duty, one.contact, one.phone].filter(Boolean).join(' · ')}</p>
                  {mayEdit ? (
                    <Button size="small" loading={end.isPending} onClick={() => end.mutate(one.id)}>
                      {t('endMember')}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
            {mayEdit && adding === undefined ? (
              <Button type="primary" onClick={() => setAdding(newId())}>
                {t('addMember')}
              </Button>
            ) : null}
            {adding === undefined ? null : (
              <SimpleForm
                items={[
                  {
                    id: 'seat',
                    label: t('seat'),
                    required: true,
                    options: Object.entries(seats).map(([value, label]) => ({ value, label })),
                  },
                  {
                    id: 'body',
                    label: t('memberBody'),
                    options: bodies
                      .filter((one) => !one.abolishedOn)
                      .map((one) => ({ value: one.id, label: one.name })),
                  },
                  { id: 'partner', label: t('partner'), maxLength: 60 },
                  {
                    id: 'part',
                    label: t('part'),
                    options: Object.entries(parts).map(([value, label]) => ({ value, label })),
                  },
                  { id: 'contact', label: t('contact'), maxLength: 60 },
                  { id: 'phone', label: t('memberPhone'), type: 'tel', maxLength: 20 },
                  { id: 'duty', label: t('duty'), maxLength: 300 },
                ]}
                start={{ seat: 'member' }}
                submit={t('addMember')}
                busy={add.isPending}
                problem={add.isError ? asProblem(add.error) : undefined}
                onSubmit={(values) => add.mutate(values)}
              />
            )}
          </div>
        )}
      </Loaded>
    </Drawer>
  );
};
