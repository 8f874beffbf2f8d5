import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import type { PersonView } from '#engines/organisation/contract';
import { asProblem, newId } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Empty, StatusTag, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { words } from './organisation-words.ts';

export const PeoplePart = () => {
  const t = useText(words);
  const pick = usePick();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const mayEdit = useMay()('organisation.edit');
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState<string>();
  const people = useQuery({
    queryKey: ['organisation', 'people', typed],
    queryFn: () => organisation.listPeople({ query: typed ? { words: typed } : {} }),
    placeholderData: (before) => before,
  });
  const saved = async (): Promise<void> => {
    toast(t('done'));
    setAdding(undefined);
    await client.invalidateQueries({ queryKey: ['organisation'] });
  };
  const add = useMutation({
    mutationFn: (values: { name: string; account: string; phone: string; password: string }) =>
      organisation.addPerson({
        body: {
          id: adding ?? '',
          name: values.name,
          account: values.account,
          password: values.password,
          ...(values.phone ? { phone: values.phone } : {}),
        },
      }),
    onSuccess: saved,
  });
  const disable = useMutation({
    mutationFn: (id: string) => organisation.disablePerson({ params: { id } }),
    onSuccess: saved,
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  const ask = (person: PersonView): void =>
    void modal.confirm({
      title: t('disableTitle', { name: person.name }),
      content: t('disableText'),
      okText: t('disable'),
      okButtonProps: { danger: true },
      icon: null,
      onOk: () => disable.mutateAsync(person.id).catch(() => undefined),
    });
  const state = (person: PersonView) =>
    person.disabledAt ? (
      <StatusTag tone="quiet" icon="lock">
        {t('disabled')}
      </StatusTag>
    ) : (
      <StatusTag tone="done">{t('active')}</StatusTag>
    );
  const posts = (person: PersonView) =>
    person.posts.map((post) => (post.scope ? `${post.scope} ${post.title}` : post.title)).join('；');
  const button = (person: PersonView) =>
    mayEdit && !person.disabledAt ? (
      <Button size="small" onClick={() => ask(person)}>
        {t('disable')}
      </Button>
    ) : null;
  const columns: readonly Column<PersonView>[] = [
    { id: 'name', title: t('name'), head: true, nowrap: true, cell: (person) => person.name },
    { id: 'account', title: t('account'), cell: (person) => person.account ?? '' },
    { id: 'phone', title: t('phone'), nowrap: true, cell: (person) => person.phone ?? '' },
    { id: 'posts', title: t('postsHeld'), cell: posts },
    { id: 'state', title: t('state'), nowrap: true, cell: state },
    ...(mayEdit ? [{ id: 'do', title: t('actions'), align: 'end' as const, cell: button }] : []),
  ];
  return (
    <>
      <div className="row organisation-bar">
        <Input.Search
          className="organisation-search"
          aria-label={t('search')}
          placeholder={t('search')}
          allowClear
          maxLength={40}
          onSearch={(value) => setTyped(value.trim())}
        />
        <span className="bar-space" />
        {mayEdit ? (
          <Button type="primary" onClick={() => setAdding(newId())}>
            {t('addPerson')}
          </Button>
        ) : null}
      </div>
      <Loaded query={people}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon="people" title={t('empty')}>
              {t('emptyText')}
            </Empty>
          ) : (
            <DataTable
              caption={t('people')}
              rows={list}
              columns={columns}
              keyOf={(person) => person.id}
              nameOf={(person) => person.name}
              card={(person) => (
                <>
                  <div className="row">
                    <strong>{person.name}</strong>
                    {state(person)}
                  </div>
                  <p className="card-meta">
                    {[person.account, person.phone, posts(person)].map((text) =>
                      text ? <span key={text}>{text}</span> : null,
                    )}
                  </p>
                  <div>{button(person)}</div>
                </>
              )}
            />
          )
        }
      </Loaded>
      <Drawer
        open={adding !== undefined}
        onClose={() => setAdding(undefined)}
        title={t('addPerson')}
        size={420}
        destroyOnHidden
      >
        <SimpleForm
          items={[
            { id: 'name', label: t('name'), required: true, maxLength: 60 },
            { id: 'account', label: t('account'), required: true, maxLength: 60 },
            { id: 'phone', label: t('phone'), type: 'tel', maxLength: 20 },
            {
              id: 'password',
              label: t('password'),
              hint: t('passwordHint'),
              required: true,
              type: 'password',
              autoComplete: 'new-password',
              maxLength: 200,
              check: (value) => (value.length < 10 ? t('passwordShort') : undefined),
            },
          ]}
          submit={t('addPerson')}
          busy={add.isPending}
          problem={add.isError ? asProblem(add.error) : undefined}
          onSubmit={(values) => add.mutate(values)}
        />
      </Drawer>
    </>
  );
};
