import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { LinePostView } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Empty, StatusTag, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { homeOf, useMay, useMe } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { TerritorySelect } from '../../parts/territory-select.tsx';
import { structureWords } from './structure-words.ts';

/** The division of work (S089): each line of business with its A- and B-role, and who answers today. */
export const LinesPart = () => {
  const t = useText(structureWords);
  const pick = usePick();
  const me = useMe();
  const client = useQueryClient();
  const mayEdit = useMay()('organisation.edit');
  const [at, setAt] = useState<string>();
  const [setting, setSetting] = useState<{ line: string; at: string; a: string; b: string }>();
  const rows = useQuery({
    queryKey: ['organisation', 'lines', at ?? ''],
    queryFn: () => organisation.listLinePosts({ query: at ? { at } : {} }),
    placeholderData: (before) => before,
  });
  const lines = useQuery({
    queryKey: ['organisation', 'business-lines'],
    queryFn: () => organisation.listBusinessLines(),
    enabled: setting !== undefined,
  });
  const posts = useQuery({
    queryKey: ['organisation', 'posts', setting?.at ?? ''],
    queryFn: () => organisation.listPosts({ query: setting ? { at: setting.at } : {} }),
    enabled: setting !== undefined,
  });
  const set = useMutation({
    mutationFn: (values: { line: string; at: string; a: string; b: string }) =>
      organisation.setLinePosts({ body: { ...values, a: values.a || null, b: values.b || null } }),
    onSuccess: async () => {
      toast(t('done'));
      setSetting(undefined);
      await client.invalidateQueries({ queryKey: ['organisation'] });
    },
  });
  const slot = (one: LinePostView['a']) =>
    one ? (
      <>
        {one.people.join('、') || <span className="quiet">{t('vacant')}</span>}{' '}
        <span className="quiet small">{one.title}</span>
      </>
    ) : (
      <span className="quiet">{t('noneChosen')}</span>
    );
  const answers = (row: LinePostView) => {
    if (row.answers === null)
      return (
        <StatusTag tone="overdue" icon="alert">
          {t('nobodyAnswers')}
        </StatusTag>
      );
    const who = row.answers === 'A' ? row.a : row.b;
    return (
      <StatusTag tone={row.answers === 'A' ? 'done' : 'soon'}>
        {t(row.answers === 'A' ? 'roleA' : 'roleB')} · {who?.people.join('、') ?? ''}
      </StatusTag>
    );
  };
  const button = (row: LinePostView) => (
    <Button
      size="small"
      onClick={() => setSetting({ line: row.line, at: row.at.code, a: row.a?.post ?? '', b: row.b?.post ?? '' })}
    >
      {t('change')}
    </Button>
  );
  const columns: readonly Column<LinePostView>[] = [
    { id: 'line', title: t('business'), head: true, cell: (row) => pick(row.lineName) },
    { id: 'at', title: t('at'), cell: (row) => row.at.name },
    { id: 'a', title: t('roleA'), cell: (row) => slot(row.a) },
    { id: 'b', title: t('roleB'), cell: (row) => slot(row.b) },
    { id: 'answers', title: t('answering'), cell: answers },
    ...(mayEdit ? [{ id: 'do', title: t('actions'), align: 'end' as const, cell: button }] : []),
  ];
  const choices = (posts.data ?? []).map((post) => ({
    value: post.id,
    label: `${post.title}（${post.holders.map((one) => one.name).join('、') || t('vacant')}）`,
  }));
  return (
    <>
      <div className="row organisation-bar">
        <TerritorySelect className="organisation-search" value={at} onChange={setAt} label={t('at')} />
        <span className="bar-space" />
        {mayEdit ? (
          <Button type="primary" onClick={() => setSetting({ line: '', at: at ?? homeOf(me) ?? '', a: '', b: '' })}>
            {t('setLine')}
          </Button>
        ) : null}
      </div>
      <Loaded query={rows}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon="people" title={t('empty')}>
              {t('emptyText')}
            </Empty>
          ) : (
            <DataTable
              caption={t('lines')}
              rows={list}
              columns={columns}
              keyOf={(row) => `${row.at.code} ${row.line}`}
              nameOf={(row) => pick(row.lineName)}
              dense
              card={(row) => (
                <>
                  <strong>{pick(row.lineName)}</strong>
                  <p className="card-meta">
                    <span>{row.at.name}</span>
                  </p>
                  <p>
                    {t('roleA')} {slot(row.a)}
                  </p>
                  <p>
                    {t('roleB')} {slot(row.b)}
                  </p>
                  <div className="row">
                    {answers(row)}
                    {mayEdit ? button(row) : null}
                  </div>
                </>
              )}
            />
          )
        }
      </Loaded>
      <Drawer
        open={setting !== undefined}
        onClose={() => setSetting(undefined)}
        title={t('setLine')}
        size={420}
        destroyOnHidden
      >
        {setting ? (
          <SimpleForm
            items={[
              {
                id: 'at',
                label: t('at'),
                required: true,
                control: (value, change) => (
                  <TerritorySelect
                    value={value || undefined}
                    label={t('at')}
                    onChange={(code) => {
                      change(code ?? '');
                      setSetting({ ...setting, at: code ?? '' });
                    }}
                  />
                ),
              },
              {
                id: 'line',
                label: t('business'),
                required: true,
                options: (lines.data ?? []).map((line) => ({ value: line.id, label: pick(line.name) })),
              },
              { id: 'a', label: t('roleA'), options: choices },
              { id: 'b', label: t('roleB'), options: choices },
            ]}
            start={setting}
            submit={t('save')}
            busy={set.isPending}
            problem={set.isError ? asProblem(set.error) : undefined}
            onSubmit={(values) => set.mutate(values)}
          />
        ) : null}
      </Drawer>
    </>
  );
};
