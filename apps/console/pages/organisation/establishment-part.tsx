import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { EstablishmentRow, LoadRow } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { countUnits, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Empty, StatusTag, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Panel } from '../../parts/page.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { TerritorySelect } from '../../parts/territory-select.tsx';
import { structureWords } from './structure-words.ts';

/** Approved, filled, vacant, over, required: and how much each person carries. */
export const EstablishmentPart = () => {
  const t = useText(structureWords);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const mayEdit = useMay()('organisation.edit');
  const [at, setAt] = useState<string>();
  const [editing, setEditing] = useState<EstablishmentRow>();
  const rows = useQuery({
    queryKey: ['organisation', 'establishment', at ?? ''],
    queryFn: () => organisation.listEstablishment({ query: at ? { at } : {} }),
    placeholderData: (before) => before,
  });
  const loads = useQuery({
    queryKey: ['organisation', 'loads', at ?? ''],
    queryFn: () => organisation.listLoads({ query: at ? { at } : {} }),
    placeholderData: (before) => before,
  });
  const set = useMutation({
    mutationFn: (values: { approved: string; document: string }) =>
      organisation.setEstablishment({
        body: {
          body: editing?.body.id ?? '',
          role: editing?.role ?? '',
          approved: Number(values.approved),
          ...(values.document ? { document: values.document } : {}),
        },
      }),
    onSuccess: async () => {
      toast(t('done'));
      setEditing(undefined);
      await client.invalidateQueries({ queryKey: ['organisation'] });
    },
  });
  const number = (value: number, tone?: 'soon' | 'overdue') =>
    value > 0 && tone ? (
      <StatusTag tone={tone} icon="alert">
        {formats.number(value)}
      </StatusTag>
    ) : (
      formats.number(value)
    );
  const required = (row: EstablishmentRow) => {
    if (row.required === null) return <span className="quiet">—</span>;
    return (
      <>
        {formats.number(row.required)}{' '}
        <span className="quiet small">{t('requiredHint', { residents: formats.number(row.residents ?? 0) })}</span>
      </>
    );
  };
  const over = (row: EstablishmentRow) => (
    <>
      {number(row.over, 'overdue')}
      {row.overAllowed > 0 && row.overUntil ? (
        <p className="quiet small">{t('overHint', { n: row.overAllowed, date: formats.day(row.overUntil, now) })}</p>
      ) : null}
    </>
  );
  const columns: readonly Column<EstablishmentRow>[] = [
    { id: 'unit', title: t('unit'), head: true, cell: (row) => row.body.name },
    { id: 'role', title: t('postsHeld'), nowrap: true, cell: (row) => pick(row.roleName) },
    {
      id: 'approved',
      title: t('approved'),
      align: 'end',
      cell: (row) =>
        row.approved === null ? <span className="quiet">{t('notSet')}</span> : formats.number(row.approved),
    },
    { id: 'filled', title: t('filled'), align: 'end', cell: (row) => formats.number(row.filled) },
    { id: 'vacant', title: t('vacant'), align: 'end', cell: (row) => number(row.vacant, 'soon') },
    { id: 'over', title: t('over'), align: 'end', cell: over },
    { id: 'required', title: t('required'), align: 'end', cell: required },
    { id: 'document', title: t('document'), cell: (row) => row.document ?? '' },
    ...(mayEdit
      ? [
          {
            id: 'do',
            title: t('actions'),
            align: 'end' as const,
            cell: (row: EstablishmentRow) => (
              <Button size="small" onClick={() => setEditing(row)}>
                {t('setApproved')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  const loadColumns: readonly Column<LoadRow>[] = [
    { id: 'name', title: t('filled'), head: true, cell: (row) => row.name },
    {
      id: 'posts',
      title: t('postsHeld'),
      cell: (row) => (
        <ul className="plain-list">
          {row.posts.map((post) => (
            <li key={post.id}>
              {post.title} <span className="quiet small">{post.body}</span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: 'open',
      title: t('openCases'),
      align: 'end',
      nowrap: true,
      cell: (row) => formats.count(row.openCases, countUnits.matters),
    },
    {
      id: 'warn',
      title: t('tooMuch'),
      cell: (row) =>
        row.overload.length > 0 ? (
          <StatusTag tone="soon" icon="alert">
            {row.overload.map((one) => t(one === 'posts' ? 'postsHeld' : 'openCases')).join('、')}
          </StatusTag>
        ) : null,
    },
  ];
  return (
    <div className="stack">
      <div className="row organisation-bar">
        <TerritorySelect className="organisation-search" value={at} onChange={setAt} label={t('at')} />
      </div>
      <Loaded query={rows}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon="people" title={t('empty')}>
              {t('emptyText')}
            </Empty>
          ) : (
            <DataTable
              caption={t('establishment')}
              rows={list}
              columns={columns}
              keyOf={(row) => `${row.body.id} ${row.role}`}
              nameOf={(row) => row.body.name}
              dense
              card={(row) => (
                <>
                  <strong>{row.body.name}</strong>
                  <p className="card-meta">
                    <span>{pick(row.roleName)}</span>
                    <span>
                      {t('approved')} {row.approved ?? t('notSet')}
                    </span>
                    <span>
                      {t('filled')} {row.filled}
                    </span>
                  </p>
                  <p className="row">
                    {t('vacant')} {number(row.vacant, 'soon')} {t('over')} {number(row.over, 'overdue')}
                  </p>
                  {mayEdit ? (
                    <Button size="small" onClick={() => setEditing(row)}>
                      {t('setApproved')}
                    </Button>
                  ) : null}
                </>
              )}
            />
          )
        }
      </Loaded>
      <Panel title={t('loads')}>
        <Loaded query={loads}>
          {({ mostPosts, mostOpen, rows: people }) => (
            <>
              <p className="quiet">{t('loadsHint', { posts: mostPosts, open: mostOpen })}</p>
              <DataTable
                caption={t('loads')}
                rows={people.slice(0, 50)}
                columns={loadColumns}
                keyOf={(row) => row.person}
                nameOf={(row) => row.name}
                dense
                card={(row) => (
                  <>
                    <strong>{row.name}</strong>
                    <p className="card-meta">
                      <span>{row.posts.map((post) => post.title).join('、')}</span>
                      <span>{formats.count(row.openCases, countUnits.matters)}</span>
                    </p>
                  </>
                )}
              />
            </>
          )}
        </Loaded>
      </Panel>
      <Drawer
        open={editing !== undefined}
        onClose={() => setEditing(undefined)}
        title={editing ? `${editing.body.name} · ${pick(editing.roleName)}` : ''}
        size={420}
        destroyOnHidden
      >
        {editing ? (
          <SimpleForm
            items={[
              {
                id: 'approved',
                label: t('approvedNumber'),
                required: true,
                maxLength: 4,
                check: (value) => (/^\d{1,4}$/.test(value) ? undefined : t('approvedNumber')),
              },
              { id: 'document', label: t('document'), maxLength: 300 },
            ]}
            start={{ approved: String(editing.approved ?? editing.filled), document: editing.document ?? '' }}
            submit={t('save')}
            busy={set.isPending}
            problem={set.isError ? asProblem(set.error) : undefined}
            onSubmit={(values) => set.mutate(values)}
          />
        ) : null}
      </Drawer>
    </div>
  );
};
