import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Dropdown } from 'antd';
import { useState } from 'react';
import type { RoleProposalView, RoleView } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Empty, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { RoleDrawer } from './role-drawer.tsx';
import { RoleMatrix } from './role-matrix.tsx';
import { RoleProposal } from './role-proposal.tsx';
import { roleWords } from './role-words.ts';

const save = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
};

/** What roles may do, and how two people change it. */
export const RolesPart = () => {
  const t = useText(roleWords);
  const pick = usePick();
  const client = useQueryClient();
  const may = useMay();
  const proposes = may('role.propose');
  const [editing, setEditing] = useState<RoleView>();
  const [deciding, setDeciding] = useState<{ one: RoleProposalView; decision: 'granted' | 'refused' }>();
  const roles = useQuery({ queryKey: ['role', 'list'], queryFn: () => organisation.listRoles() });
  const permissions = useQuery({ queryKey: ['role', 'permissions'], queryFn: () => organisation.listPermissions() });
  const proposals = useQuery({
    queryKey: ['role', 'proposals'],
    queryFn: () => organisation.listRoleProposals(),
    enabled: proposes,
  });
  const renew = () => client.invalidateQueries({ queryKey: ['role'] });
  const failed = (error: unknown): void => toast(pick(asProblem(error).sentence), 'overdue');
  const decide = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      organisation.decideRole({
        params: { id: deciding?.one.id ?? '' },
        body: { decision: deciding?.decision ?? 'refused', reason },
      }),
    onSuccess: async () => {
      toast(t('done'));
      setDeciding(undefined);
      await renew();
    },
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => organisation.withdrawRoleProposal({ params: { id } }),
    onSuccess: async () => {
      toast(t('done'));
      await renew();
    },
    onError: failed,
  });
  const exporting = useMutation({
    mutationFn: () => organisation.exportRoles(),
    onSuccess: (blob) => save(blob, 'roles.json'),
    onError: failed,
  });
  const granting = deciding?.decision === 'granted';
  return (
    <>
      <div className="row organisation-bar">
        <p className="quiet organisation-lead">{t('lead')}</p>
        <span className="bar-space" />
        {proposes ? (
          <>
            <Button onClick={() => exporting.mutate()} loading={exporting.isPending}>
              {t('export')}
            </Button>
            <Dropdown
              trigger={['click']}
              menu={{
                items: (roles.data ?? [])
                  .filter((role) => !role.retired)
                  .map((role) => ({ key: role.id, label: pick(role.name), onClick: () => setEditing(role) })),
              }}
            >
              <Button type="primary">{t('edit')}</Button>
            </Dropdown>
          </>
        ) : null}
      </div>
      {proposes ? (
        <Loaded query={proposals}>
          {(rows) =>
            rows.length === 0 ? null : (
              <section aria-labelledby="role-proposals" className="organisation-bar">
                <h2 id="role-proposals">{t('proposals')}</h2>
                <ul className="organisation-grants">
                  {rows.map((one) => (
                    <RoleProposal
                      key={one.id}
                      one={one}
                      roles={roles.data ?? []}
                      permissions={permissions.data ?? []}
                      onDecide={(decision) => setDeciding({ one, decision })}
                      onWithdraw={() => withdraw.mutate(one.id)}
                    />
                  ))}
                </ul>
              </section>
            )
          }
        </Loaded>
      ) : null}
      <Loaded query={roles}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon="people" title={t('noProposals')} />
          ) : (
            <RoleMatrix roles={list} permissions={permissions.data ?? []} />
          )
        }
      </Loaded>
      <RoleDrawer role={editing} permissions={permissions.data ?? []} onClose={() => setEditing(undefined)} />
      <Drawer
        open={deciding !== undefined}
        onClose={() => setDeciding(undefined)}
        size={420}
        destroyOnHidden
        title={t(granting ? 'grantTitle' : 'refuseTitle')}
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
