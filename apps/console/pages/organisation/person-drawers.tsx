import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useState } from 'react';
import type { Leaving, PersonView } from '#engines/organisation/contract';
import { asProblem, newId } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Notice, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { grantWords } from './grant-words.ts';

interface OfPerson {
  readonly person: PersonView | undefined;
  readonly onClose: () => void;
}

const useSaved = (onClose: () => void) => {
  const t = useText(grantWords);
  const client = useQueryClient();
  return async (): Promise<void> => {
    toast(t('done'));
    onClose();
    await Promise.all(['organisation', 'grant'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
};

export const AddPerson = ({
  open,
  onClose,
  onAdded,
}: {
  open: boolean;
  onClose: () => void;
  onAdded: (person: PersonView) => Promise<void>;
}) => {
  const t = useText(grantWords);
  const [id, setId] = useState(newId);
  const add = useMutation({
    mutationFn: (values: { name: string; account: string; phone: string; password: string }) =>
      organisation.addPerson({
        body: {
          id,
          name: values.name,
          account: values.account,
          ...(values.password ? { password: values.password } : {}),
          ...(values.phone ? { phone: values.phone } : {}),
        },
      }),
    onSuccess: (person) => {
      setId(newId());
      return onAdded(person);
    },
  });
  return (
    <Drawer open={open} onClose={onClose} title={t('addTitle')} size={420} destroyOnHidden>
      <p className="quiet">{t('inert')}</p>
      <SimpleForm
        items={[
          { id: 'name', label: t('name'), required: true, maxLength: 60 },
          { id: 'account', label: t('account'), required: true, maxLength: 60 },
          { id: 'phone', label: t('phone'), type: 'tel', maxLength: 20 },
          {
            id: 'password',
            label: t('password'),
            hint: t('passwordHint'),
            type: 'password',
            autoComplete: 'new-password',
            maxLength: 200,
            check: (value) => (value && value.length < 10 ? t('passwordShort') : undefined),
          },
        ]}
        submit={t('addTitle')}
        busy={add.isPending}
        problem={add.isError ? asProblem(add.error) : undefined}
        onSubmit={(values) => add.mutate(values)}
      />
    </Drawer>
  );
};

export const EditPerson = ({ person, onClose }: OfPerson) => {
  const t = useText(grantWords);
  const saved = useSaved(onClose);
  const edit = useMutation({
    mutationFn: (values: { name: string; phone: string }) =>
      organisation.editPerson({
        params: { id: person?.id ?? '' },
        body: {
          ...(values.name !== person?.name ? { name: values.name } : {}),
          ...(values.phone ? { phone: values.phone } : {}),
        },
      }),
    onSuccess: saved,
  });
  return (
    <Drawer
      open={person !== undefined}
      onClose={onClose}
      title={t('editTitle', { name: person?.name ?? '' })}
      size={420}
      destroyOnHidden
    >
      <SimpleForm
        items={[
          { id: 'name', label: t('name'), required: true, maxLength: 60 },
          { id: 'phone', label: t('phone'), hint: t('phoneHint'), type: 'tel', maxLength: 20 },
        ]}
        start={{ name: person?.name ?? '' }}
        submit={t('save')}
        busy={edit.isPending}
        problem={edit.isError ? asProblem(edit.error) : undefined}
        onSubmit={(values) => edit.mutate(values)}
      />
    </Drawer>
  );
};

/** What somebody would leave behind, before the account is disabled. */
const Left = ({ leaving }: { leaving: Leaving }) => {
  const t = useText(grantWords);
  const pick = usePick();
  if (leaving.posts.length === 0) return <p>{t('leavesNothing')}</p>;
  return (
    <div className="stack">
      <strong>{t('leaves', { n: leaving.posts.length, open: leaving.openCases })}</strong>
      <ul className="organisation-left">
        {leaving.posts.map((post) => (
          <li key={post.id}>
            <span>
              {post.scope} · {post.title}（{post.body}，{pick(post.roleName)}）
            </span>
            <span className="quiet small">
              {t('openHere', { n: post.openCases })} ·{' '}
              {post.others.length > 0 ? t('others', { names: post.others.join('、') }) : t('vacant')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};

export const DisablePerson = ({ person, onClose }: OfPerson) => {
  const t = useText(grantWords);
  const saved = useSaved(onClose);
  const leaving = useQuery({
    queryKey: ['organisation', 'leaving', person?.id],
    queryFn: () => organisation.seeLeaving({ params: { id: person?.id ?? '' } }),
    enabled: person !== undefined,
  });
  const disable = useMutation({
    mutationFn: (values: { reason: string }) =>
      organisation.disablePerson({ params: { id: person?.id ?? '' }, body: values }),
    onSuccess: saved,
  });
  return (
    <Drawer
      open={person !== undefined}
      onClose={onClose}
      title={t('disableTitle', { name: person?.name ?? '' })}
      size={460}
      destroyOnHidden
    >
      <div className="stack">
        <Notice tone="soon" icon="alert">
          {t('disableNote')}
        </Notice>
        <Loaded query={leaving}>{(left) => <Left leaving={left} />}</Loaded>
        <SimpleForm
          danger
          items={[{ id: 'reason', label: t('disableReason'), required: true, maxLength: 300 }]}
          submit={t('disabling')}
          busy={disable.isPending}
          problem={disable.isError ? asProblem(disable.error) : undefined}
          onSubmit={(values) => disable.mutate(values)}
        />
      </div>
    </Drawer>
  );
};

export const EnablePerson = ({ person, onClose }: OfPerson) => {
  const t = useText(grantWords);
  const saved = useSaved(onClose);
  const enable = useMutation({
    mutationFn: (values: { reason: string }) =>
      organisation.enablePerson({ params: { id: person?.id ?? '' }, body: values }),
    onSuccess: saved,
  });
  return (
    <Drawer
      open={person !== undefined}
      onClose={onClose}
      title={t('enableTitle', { name: person?.name ?? '' })}
      size={420}
      destroyOnHidden
    >
      <p className="quiet">{t('enableNote')}</p>
      <SimpleForm
        items={[{ id: 'reason', label: t('reason'), required: true, maxLength: 300 }]}
        submit={t('enabling')}
        busy={enable.isPending}
        problem={enable.isError ? asProblem(enable.error) : undefined}
        onSubmit={(values) => enable.mutate(values)}
      />
    </Drawer>
  );
};
