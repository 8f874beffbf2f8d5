import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import type { Me } from '#engines/organisation/contract';
import { SignInSteps, useStepTitle } from '#engines/organisation/web';
import { asProblem } from '#platform/web/api';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Icon, Notice, TextField } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { safeNext } from '../../app/safe-next.ts';
import { meQuery } from '../../app/session.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { goToOidc } from './oidc.ts';
import { SignInFrame } from './sign-in-frame.tsx';

const words = defineMessages({
  zh: {
    title: '登录',
    platform: '里坊街区治理平台',
    account: '账号',
    password: '密码',
    go: '登录',
    lead: '工作人员登录。居民上报和查询不需要账号。',
    resident: '居民上报与查询',
    or: '或',
    oidc: '用{name}登录',
    accountMissing: '请填写账号',
    passwordMissing: '请填写密码',
  },
  en: {
    title: 'Sign in',
    platform: 'Lifang, the platform of a district',
    account: 'Account',
    password: 'Password',
    go: 'Sign in',
    lead: 'For staff. Residents report and ask without an account.',
    resident: 'Report or ask as a resident',
    or: 'or',
    oidc: 'Sign in with {name}',
    accountMissing: 'Please enter the account',
    passwordMissing: 'Please enter the password',
  },
});

const forever = Number.POSITIVE_INFINITY;

export const SignInPage = () => {
  const t = useText(words);
  const pick = usePick();
  const titleOf = useStepTitle();
  const client = useQueryClient();
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  // A sign-in that is not complete comes back here with what is outstanding.
  const [me, setMe] = useState<Me | undefined>(() => client.getQueryData<Me>(meQuery.queryKey));
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = useRef<HTMLButtonElement>(null);
  const demo = useQuery({
    queryKey: ['public', 'demo-accounts'],
    queryFn: () => organisation.listDemoAccounts(),
    staleTime: forever,
  });
  const ways = useQuery({
    queryKey: ['public', 'sign-in-ways'],
    queryFn: () => organisation.seeSignInWays(),
    staleTime: forever,
  });
  const goOn = (known: Me): void => {
    client.clear();
    client.setQueryData(meQuery.queryKey, known);
    if (known.pending === null) router.history.push(safeNext(next));
    else setMe(known);
  };
  const signIn = useMutation({
    mutationFn: () => organisation.signIn({ body: { account: account.trim(), password } }),
    onSuccess: goOn,
  });
  const oidc = useMutation({ mutationFn: () => goToOidc({ purpose: 'sign-in', next: next ?? '/' }) });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (account.trim() && password) signIn.mutate();
  };
  const startAgain = (): void => {
    client.clear();
    setMe(undefined);
    setPassword('');
    setAsked(false);
    signIn.reset();
  };
  const pending = me?.pending ?? null;
  const accounts = pending === null ? (demo.data ?? []) : [];
  const refused = signIn.error ?? oidc.error;
  const other = ways.data?.oidc;
  if (pending !== null)
    return (
      <SignInFrame title={titleOf(pending)} platform={t('platform')}>
        <section className="panel sign-in-form sign-in-step">
          <h1>{titleOf(pending)}</h1>
          <SignInSteps key={pending} pending={pending} onMe={goOn} onLeave={startAgain} />
        </section>
      </SignInFrame>
    );
  return (
    <SignInFrame title={t('title')} platform={t('platform')} demo={accounts.length > 0}>
      <section className="panel sign-in-form">
        <h1>{t('title')}</h1>
        <p className="quiet">{t('lead')}</p>
        <form onSubmit={send} noValidate className="stack">
          {refused ? (
            <div role="alert">
              <Notice tone="overdue" icon="alert">
                {pick(asProblem(refused).sentence)}
              </Notice>
            </div>
          ) : null}
          <TextField
            label={t('account')}
            required
            value={account}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            error={asked && !account.trim() ? t('accountMissing') : undefined}
            onChange={(event) => setAccount(event.target.value)}
          />
          <TextField
            label={t('password')}
            required
            type="password"
            value={password}
            autoComplete="current-password"
            error={asked && !password ? t('passwordMissing') : undefined}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button ref={submit} type="primary" size="large" block htmlType="submit" loading={signIn.isPending}>
            {t('go')}
          </Button>
          {other ? (
            <>
              <p className="sign-in-or">{t('or')}</p>
              <Button size="large" block loading={oidc.isPending || oidc.isSuccess} onClick={() => oidc.mutate()}>
                {t('oidc', { name: other.name })}
              </Button>
            </>
          ) : null}
        </form>
        <p>
          <a href="/m/" className="icon-words">
            <Icon name="phone" />
            <span>{t('resident')}</span>
          </a>
        </p>
      </section>
      {accounts.length > 0 ? (
        <DemoAccounts
          accounts={accounts}
          chosen={account}
          onChoose={(one) => {
            setAccount(one.account);
            setPassword(one.password);
            submit.current?.focus();
          }}
        />
      ) : null}
    </SignInFrame>
  );
};
