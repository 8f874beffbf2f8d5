import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import type { BodyView } from '#engines/organisation/contract';
import { asProblem, newId } from '#platform/web/api';
import { useText } from '#platform/web/i18n';
import { Empty, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { TerritorySelect } from '../../parts/territory-select.tsx';
import { words } from './organisation-words.ts';
import { useBodyKinds } from './use-body-kinds.ts';

export const BodiesPart = () => {
  const t = useText(words);
  const client = useQueryClient();
  const mayEdit = useMay()('organisation.edit');
  const { kinds, nameOf: kindName } = useBodyKinds();
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState<string>();
  const bodies = useQuery({
    queryKey: ['organisation', 'bodies', 'words', typed],
    queryFn: () => organisation.listBodies({ query: typed ? { words: typed } : {} }),
    placeholderData: (before) => before,
  });
  const every = useQuery({
    queryKey: ['organisation', 'bodies', ''],
    queryFn: () => organisation.listBodies({ query: {} }),
    enabled: adding !== undefined || typed === '',
  });
  const add = useMutation({
    mutationFn: (values: { name: string; kind: string; territory: string; superior: string }) =>
      organisation.addBody({
        body: {
          id: adding ?? '',
          name: values.name,
          kind: values.kind,
          territory: values.territory,
          ...(values.superior ? { superior: values.superior } : {}),
        },
      }),
    onSuccess: async () => {
      toast(t('done'));
      setAdding(undefined);
      await client.invalidateQueries({ queryKey: ['organisation'] });
    },
  });
  const known = every.data ?? bodies.data ?? [];
  const nameOf = (id: string | null): string => known.find((one) => one.id === id)?.name ?? '';
  const columns: readonly Column<BodyView>[] = [
    { id: 'name', title: t('bodyName'), head: true, cell: (body) => body.name },
    { id: 'kind', title: t('bodyKind'), cell: (body) => kindName(body.kind) },
    {
      id: 'superior',
      title: t('superior'),
      cell: (body) => nameOf(body.superior) || <span className="quiet">{t('noSuperior')}</span>,
    },
    { id: 'territory', title: t('territory'), cell: (body) => body.territory },
    { id: 'posts', title: t('postCount'), align: 'end', cell: (body) => body.posts },
  ];
  return (
    <>
      <div className="row organisation-bar">
        <Input.Search
          className="organisation-search"
          aria-label={t('searchBodies')}
          placeholder={t('searchBodies')}
          allowClear
          maxLength={60}
          onSearch={(value) => setTyped(value.trim())}
        />
        <span className="bar-space" />
        {mayEdit ? (
          <Button type="primary" onClick={() => setAdding(newId())}>
            {t('addBody')}
          </Button>
        ) : null}
      </div>
      <Loaded query={bodies}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon="building" title={t('empty')}>
              {t('emptyText')}
            </Empty>
          ) : (
            <DataTable
              caption={t('bodies')}
              rows={list}
              columns={columns}
              keyOf={(body) => body.id}
              nameOf={(body) => body.name}
              card={(body) => (
                <>
                  <strong>{body.name}</strong>
                  <p className="card-meta">
                    <span>{kindName(body.kind)}</span>
                    <span>{nameOf(body.superior)}</span>
                  </p>
                </>
              )}
            />
          )
        }
      </Loaded>
      <Drawer
        open={adding !== undefined}
        onClose={() => setAdding(undefined)}
        title={t('addBody')}
        size={420}
        destroyOnHidden
      >
        <SimpleForm
          items={[
            { id: 'name', label: t('bodyName'), required: true, maxLength: 60 },
            { id: 'kind', label: t('bodyKind'), required: true, options: kinds },
            {
              id: 'territory',
              label: t('territory'),
              required: true,
              control: (value, change) => (
                <TerritorySelect
                  value={value || undefined}
                  label={t('territory')}
                  onChange={(code) => change(code ?? '')}
                />
              ),
            },
            { id: 'superior', label: t('superior'), options: known.map((one) => ({ value: one.id, label: one.name })) },
          ]}
          submit={t('addBody')}
          busy={add.isPending}
          problem={add.isError ? asProblem(add.error) : undefined}
          onSubmit={(values) => add.mutate(values)}
        />
      </Drawer>
    </>
  );
};
