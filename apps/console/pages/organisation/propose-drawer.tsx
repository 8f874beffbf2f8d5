import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Drawer, Select } from 'antd';
import { useState } from 'react';
import { chinaDate, instantOf } from '#kernel/instant';
import { asProblem, newId } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { grantWords } from './grant-words.ts';

interface Chosen {
  readonly id: string;
  readonly name: string;
}

interface ProposeDrawerProps {
  /** Proposes a post for this person … */
  readonly person?: Chosen | undefined;
  /** … or a person for this post. */
  readonly post?: Chosen | undefined;
  readonly onClose: () => void;
}

const matches = (typed: string, option: { readonly label: string } | undefined): boolean =>
  typed
    .trim()
    .split(/\s+/)
    .every((word) => option?.label.toLowerCase().includes(word.toLowerCase()) ?? false);

/** Who is to hold which post: a proposal, which a security administrator decides. */
export const ProposeDrawer = ({ person, post, onClose }: ProposeDrawerProps) => {
  const t = useText(grantWords);
  const pick = usePick();
  const client = useQueryClient();
  const [id] = useState(newId);
  const shown = person !== undefined || post !== undefined;
  const posts = useQuery({
    queryKey: ['organisation', 'posts', ''],
    queryFn: () => organisation.listPosts({ query: {} }),
    enabled: person !== undefined,
  });
  const people = useQuery({
    queryKey: ['organisation', 'people', '', ''],
    queryFn: () => organisation.listPeople({ query: {} }),
    enabled: post !== undefined,
  });
  const send = useMutation({
    mutationFn: (values: Partial<Record<'who' | 'what', string>> & Record<'from' | 'to' | 'reason', string>) =>
      organisation.proposeHolder({
        params: { id: post?.id ?? values.what ?? '' },
        body: {
          id,
          person: person?.id ?? values.who ?? '',
          from: values.from,
          ...(values.to ? { to: values.to } : {}),
          ...(values.reason ? { reason: values.reason } : {}),
        },
      }),
    onSuccess: async () => {
      toast(t('sent'));
      onClose();
      await Promise.all(['organisation', 'grant'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  const postOptions = (posts.data ?? []).map((one) => ({
    value: one.id,
    label: `${one.scope.name} · ${one.title}（${one.body.name}，${pick(one.roleName)}）`,
  }));
  const personOptions = (people.data ?? [])
    .filter((one) => one.state !== 'disabled')
    .map((one) => ({ value: one.id, label: one.account ? `${one.name}（${one.account}）` : one.name }));
  const chooser =
    (options: { value: string; label: string }[], loading: boolean, placeholder: string) =>
    (value: string, change: (value: string) => void, field: string) => (
      <Select
        id={field}
        showSearch={{ filterOption: matches }}
        value={value || null}
        onChange={change}
        options={options}
        loading={loading}
        placeholder={placeholder}
        aria-label={placeholder}
      />
    );
  return (
    <Drawer
      open={shown}
      onClose={onClose}
      size={460}
      destroyOnHidden
      title={person ? t('proposeTitle', { name: person.name }) : t('proposePost', { post: post?.name ?? '' })}
    >
      <p className="quiet">{t('proposeNote')}</p>
      <SimpleForm
        items={[
          ...(person
            ? [
                {
                  id: 'what' as const,
                  label: t('post'),
                  required: true,
                  control: chooser(postOptions, posts.isPending, t('postChoose')),
                },
              ]
            : [
                {
                  id: 'who' as const,
                  label: t('person'),
                  required: true,
                  control: chooser(personOptions, people.isPending, t('personChoose')),
                },
              ]),
          { id: 'from', label: t('from'), required: true, type: 'date' },
          { id: 'to', label: t('to'), hint: t('toHint'), type: 'date' },
          { id: 'reason', label: t('reason'), hint: t('reasonHint'), required: true, maxLength: 300 },
        ]}
        start={{ from: chinaDate(instantOf(Date.now())) }}
        submit={t('send')}
        busy={send.isPending}
        problem={send.isError ? asProblem(send.error) : undefined}
        onSubmit={(values) => send.mutate(values)}
      />
    </Drawer>
  );
};
