import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Input } from 'antd';
import { useState } from 'react';
import type { BodyView } from '#engines/organisation/contract';
import { asProblem, newId } from '#platform/web/api';
import { useFormats, useNow, useText } from '#platform/web/i18n';
import { Empty, StatusTag, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { TerritorySelect } from '../../parts/territory-select.tsx';
import { ChangeDrawer, MembersDrawer, SuperiorsDrawer } from './body-drawers.tsx';
import { words } from './organisation-words.ts';
import { structureWords } from './structure-words.ts';
import { useBodyKinds } from './use-body-kinds.ts';

/** Bodies with their life: former names, who carries on, what is decided for later; their superiors on both lines. */
export const BodiesPart = () => {
  const t = useText(words);
  const s = useText(structureWords);
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const mayEdit = useMay()('organisation.edit');
  const { kinds, nameOf: kindName } = useBodyKinds();
  const [typed, setTyped] = useState('');
  const [former, setFormer] = useState(false);
  const [adding, setAdding] = useState<string>();
  const [open, setOpen] = useState<{ readonly what: 'change' | 'superiors' | 'members'; readonly body: BodyView }>();
  const bodies = useQuery({
    queryKey: ['organisation', 'bodies', 'words', typed, former],
    queryFn: () =>
      organisation.listBodies({ query: { ...(typed ? { words: typed } : {}), ...(former ? { former } : {}) } }),
    placeholderData: (before) => before,
  });
  const every = useQuery({
    queryKey: ['organisation', 'bodies', ''],
    queryFn: () => organisation.listBodies({ query: {} }),
    enabled: adding !== undefined || open !== undefined,
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
  const ahead = (body: BodyView): string | undefined => {
    if (!body.ahead) return undefined;
    const { kind, name, successor, on } = body.ahead;
    const what =
      kind === 'rename'
        ? s('aheadRename', { name: name ?? '' })
        : kind === 'merge'
          ? s('aheadMerge', { name: successor?.name ?? '' })
          : successor
            ? s('aheadAbolish', { name: successor.name })
            : s('aheadEnd');
    return s('ahead', { date: formats.day(on, now), what });
  };
  const about = (body: BodyView) => (
    <>
      {body.formerNames.length > 0 ? (
        <p className="quiet small">{s('formerly', { names: body.formerNames.map((one) => one.name).join('、') })}</p>
      ) : null}
      {body.abolishedOn ? (
        <p>
          <StatusTag tone="quiet" icon="close">
            {s('gone', { date: formats.day(body.abolishedOn, now) })}
          </StatusTag>{' '}
          {body.carriedOnBy ? <span className="small">{s('carriedOn', { name: body.carriedOnBy.name })}</span> : null}
        </p>
      ) : null}
      {body.ahead ? (
        <p>
          <StatusTag tone="soon" icon="clock">
            {ahead(body)}
          </StatusTag>
        </p>
      ) : null}
    </>
  );
  const superiors = (body: BodyView) =>
    body.superiors.length === 0 ? (
      <span className="quiet">{t('noSuperior')}</span>
    ) : (
      <ul className="plain-list">
        {body.superiors.map((one) => (
          <li key={`${one.line} ${one.id}`}>
            {one.name} <span className="quiet small">{s(one.line)}</span>
          </li>
        ))}
      </ul>
    );
  const buttons = (body: BodyView) =>
    body.abolishedOn ? null : (
      <div className="row organisation-buttons">
        <Button size="small" onClick={() => setOpen({ what: 'members', body })}>
          {s('members')}
        </Button>
        {mayEdit ? (
          <>
            <Button size="small" onClick={() => setOpen({ what: 'superiors', body })}>
              {s('superiors')}
            </Button>
            <Button size="small" onClick={() => setOpen({ what: 'change', body })}>
              {s('change')}
            </Button>
          </>
        ) : null}
      </div>
    );
  const columns: readonly Column<BodyView>[] = [
    {
      id: 'name',
      title: t('bodyName'),
      head: true,
      cell: (body) => (
        <>
          {body.name}
          {about(body)}
        </>
      ),
    },
    { id: 'kind', title: t('bodyKind'), cell: (body) => kindName(body.kind) },
    { id: 'superior', title: t('superior'), cell: superiors },
    { id: 'territory', title: t('territory'), cell: (body) => body.place },
    { id: 'posts', title: t('postCount'), align: 'end', cell: (body) => body.posts },
    { id: 'do', title: t('actions'), align: 'end', cell: buttons },
  ];
  const close = (): void => setOpen(undefined);
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
        <Checkbox checked={former} onChange={(event) => setFormer(event.target.checked)}>
          {s('former')}
        </Checkbox>
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
                    <span>{body.superiors.map((one) => one.name).join('、')}</span>
                  </p>
                  {about(body)}
                  {buttons(body)}
                </>
              )}
            />
          )
        }
      </Loaded>
      {open?.what === 'change' ? <ChangeDrawer body={open.body} bodies={known} onClose={close} /> : null}
      {open?.what === 'superiors' ? <SuperiorsDrawer body={open.body} bodies={known} onClose={close} /> : null}
      {open?.what === 'members' ? <MembersDrawer body={open.body} bodies={known} onClose={close} /> : null}
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
