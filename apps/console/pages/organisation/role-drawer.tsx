import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Drawer } from 'antd';
import { useState } from 'react';
import type { PermissionView, RoleView } from '#engines/organisation/contract';
import { asProblem, newId } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { type FormItem, SimpleForm } from '../../parts/simple-form.tsx';
import { roleWords } from './role-words.ts';

type Kind = 'change' | 'copy' | 'retire';
type Field = 'kind' | 'id' | 'zh' | 'en' | 'permissions' | 'idle' | 'hours' | 'clearance' | 'reason';

const levels = ['public', 'internal', 'sensitive', 'key-persons'] as const;

/** Proposes what a role is to become; another person decides. */
export const RoleDrawer = ({
  role,
  permissions,
  onClose,
}: {
  role: RoleView | undefined;
  permissions: readonly PermissionView[];
  onClose: () => void;
}) => {
  const t = useText(roleWords);
  const pick = usePick();
  const client = useQueryClient();
  const [id, setId] = useState(newId);
  const [kind, setKind] = useState<Kind>('change');
  const allowed = permissions.filter((one) => role && one.duties.includes(role.duty));
  const send = useMutation({
    mutationFn: (values: Record<Field, string>) => {
      if (!role) throw new Error('no role');
      const wanted = values.permissions.split(' ').filter(Boolean);
      const session = { idleMinutes: Number(values.idle), hours: Number(values.hours) };
      const changes = kind !== 'retire';
      return organisation.proposeRole({
        body: {
          id,
          role: role.id,
          reason: values.reason,
          ...(kind === 'retire' ? { retire: true as const } : {}),
          ...(kind === 'copy' ? { copy: { id: values.id, name: { zh: values.zh, en: values.en } } } : {}),
          ...(changes
            ? {
                add: wanted.filter((one) => !role.permissions.includes(one)),
                remove: role.permissions.filter((one) => !wanted.includes(one)),
                ...(JSON.stringify(session) === JSON.stringify(role.session) ? {} : { session }),
                ...(values.clearance && values.clearance !== role.clearance
                  ? { clearance: values.clearance as RoleView['clearance'] }
                  : {}),
              }
            : {}),
        },
      });
    },
    onSuccess: async () => {
      toast(t('sent'));
      setId(newId());
      onClose();
      await client.invalidateQueries({ queryKey: ['role'] });
    },
  });
  const whole = (least: number, most: number) => (value: string) =>
    /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most ? undefined : t('number', { least, most });
  const items: FormItem<Field>[] = [
    {
      id: 'kind',
      label: t('kind'),
      required: true,
      control: (_value, _change, field) => (
        <select id={field} className="lf-input" value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
          {(['change', 'copy', 'retire'] as const).map((one) => (
            <option key={one} value={one}>
              {t(one)}
            </option>
          ))}
        </select>
      ),
    },
    ...(kind === 'copy'
      ? ([
          {
            id: 'id',
            label: t('newId'),
            hint: t('newIdHint'),
            required: true,
            maxLength: 40,
            check: (value) => (/^[a-z][a-z0-9-]{2,39}$/.test(value) ? undefined : t('newIdWrong')),
          },
          { id: 'zh', label: t('newName'), required: true, maxLength: 20 },
          { id: 'en', label: t('newNameEn'), required: true, maxLength: 40 },
        ] satisfies FormItem<Field>[])
      : []),
    ...(kind === 'retire'
      ? []
      : ([
          {
            id: 'permissions',
            label: t('permissions'),
            hint: t('permissionsHint'),
            control: (value, change) => (
              <Checkbox.Group
                className="organisation-permissions"
                value={value.split(' ').filter(Boolean)}
                onChange={(chosen) => change(chosen.join(' '))}
                options={allowed.map((one) => ({ value: one.id, label: pick(one.name) }))}
              />
            ),
          },
          { id: 'idle', label: t('idle'), required: true, maxLength: 3, check: whole(5, 480) },
          { id: 'hours', label: t('hours'), required: true, maxLength: 3, check: whole(1, 168) },
          ...(role?.duty === 'business'
            ? [
                {
                  id: 'clearance' as const,
                  label: t('clearance'),
                  options: levels.map((level) => ({ value: level, label: t(level) })),
                },
              ]
            : []),
        ] satisfies FormItem<Field>[])),
    { id: 'reason', label: t('reason'), hint: t('reasonHint'), required: true, maxLength: 300 },
  ];
  return (
    <Drawer
      open={role !== undefined}
      onClose={onClose}
      size={480}
      destroyOnHidden
      title={role ? t('editTitle', { name: pick(role.name) }) : ''}
      afterOpenChange={(open) => {
        if (!open) setKind('change');
      }}
    >
      <SimpleForm<Field>
        items={items}
        start={
          role
            ? {
                kind: 'change',
                permissions: role.permissions.join(' '),
                idle: String(role.session.idleMinutes),
                hours: String(role.session.hours),
                clearance: role.clearance,
              }
            : {}
        }
        submit={t('send')}
        busy={send.isPending}
        problem={send.isError ? asProblem(send.error) : undefined}
        onSubmit={(values) => send.mutate(values)}
      />
    </Drawer>
  );
};
