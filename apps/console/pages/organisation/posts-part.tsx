import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { PostView } from '#engines/organisation/contract';
import { asProblem, newId } from '#platform/web/api';
import { countUnits, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Empty, IconButton, StatusTag, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { TerritorySelect } from '../../parts/territory-select.tsx';
import { words } from './organisation-words.ts';
import { PostDrawer } from './post-drawer.tsx';
import { structureWords } from './structure-words.ts';
import { ProposeDrawer } from './propose-drawer.tsx';

type Holder = PostView['holders'][number];

export const PostsPart = () => {
  const t = useText(words);
  const s = useText(structureWords);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const mayEdit = useMay()('organisation.edit');
  const [at, setAt] = useState<string>();
  const [shown, setShown] = useState<PostView>();
  const [adding, setAdding] = useState<string>();
  const [filling, setFilling] = useState<PostView>();
  const posts = useQuery({
    queryKey: ['organisation', 'posts', at ?? ''],
    queryFn: () => organisation.listPosts({ query: at ? { at } : {} }),
    placeholderData: (before) => before,
  });
  const bodies = useQuery({
    queryKey: ['organisation', 'bodies', ''],
    queryFn: () => organisation.listBodies({ query: {} }),
    enabled: adding !== undefined,
  });
  const roles = useQuery({
    queryKey: ['organisation', 'roles'],
    queryFn: () => organisation.listRoles(),
    enabled: adding !== undefined,
  });
  const saved = async (): Promise<void> => {
    toast(t('done'));
    setAdding(undefined);
    await client.invalidateQueries({ queryKey: ['organisation'] });
  };
  const add = useMutation({
    mutationFn: (values: { title: string; role: string; body: string; scope: string }) =>
      organisation.addPost({ body: { id: adding ?? '', ...values } }),
    onSuccess: saved,
  });
  const end = useMutation({
    mutationFn: (params: { id: string; person: string }) => organisation.endHolder({ params, query: {} }),
    onSuccess: saved,
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  const ask = (post: PostView, holder: Holder): void =>
    void modal.confirm({
      title: t('endTitle', { name: holder.name, post: post.title }),
      content: t('endText'),
      okText: t('end'),
      okButtonProps: { danger: true },
      icon: null,
      onOk: () => end.mutateAsync({ id: post.id, person: holder.person }).catch(() => undefined),
    });
  const holders = (post: PostView) => {
    const current = post.holders.filter((one) => one.to === null || one.standsInFor !== null);
    return (
      <div className="organisation-holders">
        {current.length === 0 ? (
          <StatusTag tone="soon" icon="alert">
            {post.vacantDays ? s('vacantFor', { n: post.vacantDays }) : t('nobody')}
          </StatusTag>
        ) : null}
        {current.map((one) => (
          <span key={one.person} className="nowrap">
            {one.name}{' '}
            <span className="quiet small">
              {[
                one.standsInFor
                  ? s('replaces', { name: one.standsInFor })
                  : t('since', { date: formats.day(one.from, now) }),
                one.acting ? s('acting') : '',
                one.termEnds ? s('termEndsIn', { date: formats.day(one.termEnds, now) }) : '',
                one.awayUntil ? s('awayUntil', { date: formats.day(one.awayUntil, now) }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {mayEdit && !one.standsInFor ? (
              <IconButton icon="close" label={`${t('end')}：${one.name}`} onClick={() => ask(post, one)} />
            ) : null}
          </span>
        ))}
      </div>
    );
  };
  const button = (post: PostView) => (
    <div className="row organisation-buttons">
      <Button size="small" onClick={() => setShown(post)}>
        {s('detail')}
      </Button>
      {mayEdit ? (
        <Button size="small" onClick={() => setFilling(post)}>
          {t('appoint')}
        </Button>
      ) : null}
    </div>
  );
  const columns: readonly Column<PostView>[] = [
    { id: 'title', title: t('postTitle'), head: true, cell: (post) => post.title },
    { id: 'role', title: t('role'), nowrap: true, cell: (post) => pick(post.roleName) },
    { id: 'body', title: t('body'), cell: (post) => post.body.name },
    { id: 'scope', title: t('scope'), cell: (post) => post.scope.name },
    { id: 'holders', title: t('holders'), cell: holders },
    {
      id: 'open',
      title: t('openCases'),
      align: 'end',
      nowrap: true,
      cell: (post) => formats.count(post.openCases, countUnits.matters),
    },
    { id: 'do', title: t('actions'), align: 'end', cell: button },
  ];
  return (
    <>
      <div className="row organisation-bar">
        <TerritorySelect className="organisation-search" value={at} onChange={setAt} label={t('scope')} />
        <span className="bar-space" />
        {mayEdit ? (
          <Button type="primary" onClick={() => setAdding(newId())}>
            {t('addPost')}
          </Button>
        ) : null}
      </div>
      {shown ? <PostDrawer post={shown} onClose={() => setShown(undefined)} /> : null}
      <Loaded query={posts}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon="people" title={t('empty')}>
              {t('emptyText')}
            </Empty>
          ) : (
            <DataTable
              caption={t('posts')}
              rows={list}
              columns={columns}
              keyOf={(post) => post.id}
              nameOf={(post) => post.title}
              card={(post) => (
                <>
                  <strong>{post.title}</strong>
                  <p className="card-meta">
                    <span>{pick(post.roleName)}</span>
                    <span>{post.body.name}</span>
                    <span>{post.scope.name}</span>
                  </p>
                  {holders(post)}
                  <div>{button(post)}</div>
                </>
              )}
            />
          )
        }
      </Loaded>
      <Drawer
        open={adding !== undefined}
        onClose={() => setAdding(undefined)}
        title={t('addPost')}
        size={420}
        destroyOnHidden
      >
        <SimpleForm
          items={[
            { id: 'title', label: t('postTitle'), required: true, maxLength: 60 },
            {
              id: 'role',
              label: t('role'),
              required: true,
              options: (roles.data ?? []).map((role) => ({ value: role.id, label: pick(role.name) })),
            },
            {
              id: 'body',
              label: t('body'),
              required: true,
              options: (bodies.data ?? []).map((body) => ({ value: body.id, label: body.name })),
            },
            {
              id: 'scope',
              label: t('scope'),
              required: true,
              control: (value, change) => (
                <TerritorySelect
                  value={value || undefined}
                  label={t('scope')}
                  onChange={(code) => change(code ?? '')}
                />
              ),
            },
          ]}
          submit={t('addPost')}
          busy={add.isPending}
          problem={add.isError ? asProblem(add.error) : undefined}
          onSubmit={(values) => add.mutate(values)}
        />
      </Drawer>
      <ProposeDrawer
        post={filling ? { id: filling.id, name: filling.title } : undefined}
        onClose={() => setFilling(undefined)}
      />
    </>
  );
};
