import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Me } from '#engines/organisation/contract';
import { SignInSteps, useStepTitle } from '#engines/organisation/web';
import { asProblem } from '#platform/web/api';
import { defineMessages, useLocale, usePick, useText } from '#platform/web/i18n';
import { Button, Card, ErrorSummary, type FormError, List, ListRow, TextField } from '#platform/web/kit';
import { organisation } from './clients.ts';
import { Page } from '../shell/Page.tsx';
import { isComplete, rememberMe } from './session.ts';

const messages = defineMessages({
  zh: {
    title: '工作人员登录',
    account: '账号',
    password: '密码',
    signIn: '登录',
    accountMissing: '请填写账号。',
    passwordMissing: '请填写密码。',
    demo: '演示账号',
    demoNote: '这是虚构的演示区，点一个身份即可进入。',
  },
  en: {
    title: 'Staff sign-in',
    account: 'Account',
    password: 'Password',
    signIn: 'Sign in',
    accountMissing: 'Please enter your account.',
    passwordMissing: 'Please enter your password.',
    demo: 'Demo accounts',
    demoNote: 'This is a fictional district. Press one to enter.',
  },
});

/** @param begun a sign-in of which something is outstanding */
export const SignInPage = ({ begun }: { begun: Me | undefined }) => {
  const t = useText(messages);
  const titleOf = useStepTitle();
  const pick = usePick();
  const locale = useLocale();
  const client = useQueryClient();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const attempt = useRef(0);
  const demo = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: ({ signal }) => organisation.listDemoAccounts({}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 0,
  });
  const goOn = async (me: Me): Promise<void> => {
    if (isComplete(me)) await rememberMe(me);
    client.setQueryData(['session'], { me, stale: false });
  };
  const signIn = useMutation({
    mutationFn: (who: { account: string; password: string }) => organisation.signIn({ body: who }),
    onSuccess: goOn,
    onError: (error) => {
      attempt.current++;
      setErrors([{ id: 'account', text: asProblem(error).sentence[locale] }]);
    },
  });
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.text;
  const pending = begun?.pending ?? null;
  if (pending !== null)
    return (
      <Page title={titleOf(pending)} back="/">
        <Card>
          <SignInSteps
            key={pending}
            pending={pending}
            onMe={(me) => void goOn(me)}
            onLeave={() => client.setQueryData(['session'], null)}
          />
        </Card>
      </Page>
    );
  return (
    <Page title={t('title')} back="/">
      <Card>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const found = [
              ...(account.trim() ? [] : [{ id: 'account', text: t('accountMissing') }]),
              ...(password ? [] : [{ id: 'password', text: t('passwordMissing') }]),
            ];
            setErrors(found);
            if (found.length > 0) attempt.current++;
            else signIn.mutate({ account: account.trim(), password });
          }}
        >
          <ErrorSummary errors={errors} attempt={attempt.current} />
          <TextField
            id="account"
            label={t('account')}
            error={errorOf('account')}
            required
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={60}
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
          <TextField
            id="password"
            label={t('password')}
            error={errorOf('password')}
            required
            type="password"
            autoComplete="current-password"
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <div className="lf-form-foot">
            <Button type="submit" look="primary" wide busy={signIn.isPending}>
              {t('signIn')}
            </Button>
          </div>
        </form>
      </Card>
      {demo.data && demo.data.length > 0 ? (
        <section>
          <h2 className="m-sub">
            {t('demo')} · {t('demoNote')}
          </h2>
          <List label={t('demo')}>
            {demo.data.map((one) => (
              <ListRow
                key={one.account}
                icon="user"
                title={one.name}
                note={pick(one.post)}
                onPress={() => signIn.mutate({ account: one.account, password: one.password })}
              />
            ))}
          </List>
        </section>
      ) : null}
    </Page>
  );
};
