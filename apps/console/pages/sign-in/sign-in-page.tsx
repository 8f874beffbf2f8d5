import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { asProblem } from '#platform/web/api';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Icon, Logo, Notice, TextField } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { safeNext } from '../../app/safe-next.ts';
import { meQuery } from '../../app/session.ts';
import { DemoStrip, LookButtons } from '../../app/shell.tsx';
import './sign-in.css';

const words = defineMessages({
  zh: {
    title: '登录',
    platform: '里坊街区治理平台',
    account: '账号',
    password: '密码',
    go: '登录',
    lead: '工作人员登录。居民上报和查询不需要账号。',
    resident: '居民上报与查询',
    demoTitle: '演示账号',
    demoHow: '点选一个岗位，账号和密码会自动填好，再点「登录」。',
    filled: '已填入 {name} 的账号',
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
    demoTitle: 'Demo accounts',
    demoHow: 'Choose a post: account and password are filled in. Then press “Sign in”.',
    filled: 'Filled in the account of {name}',
    accountMissing: 'Please enter the account',
    passwordMissing: 'Please enter the password',
  },
});

export const SignInPage = () => {
  const t = useText(words);
  const pick = usePick();
  const client = useQueryClient();
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [filled, setFilled] = useState('');
  const submit = useRef<HTMLButtonElement>(null);
  const demo = useQuery({
    queryKey: ['public', 'demo-accounts'],
    queryFn: () => organisation.listDemoAccounts(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    document.title = `${t('title')} · 里坊 Lifang`;
  }, [t]);
  const signIn = useMutation({
    mutationFn: () => organisation.signIn({ body: { account: account.trim(), password } }),
    onSuccess: (me) => {
      client.clear();
      client.setQueryData(meQuery.queryKey, me);
      router.history.push(safeNext(next));
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (account.trim() && password) signIn.mutate();
  };
  const accounts = demo.data ?? [];
  return (
    <div className="sign-in">
      {accounts.length > 0 ? <DemoStrip /> : null}
      <header className="sign-in-bar">
        <span className="bar-mark">
          <Logo size={28} />
          <span>{t('platform')}</span>
        </span>
        <span className="bar-space" />
        <LookButtons />
      </header>
      <main className="sign-in-body" data-demo={accounts.length > 0 || undefined}>
        <section className="panel sign-in-form">
          <h1>{t('title')}</h1>
          <p className="quiet">{t('lead')}</p>
          <form onSubmit={send} noValidate className="stack">
            {signIn.isError ? (
              <div role="alert">
                <Notice tone="overdue" icon="alert">
                  {pick(asProblem(signIn.error).sentence)}
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
          </form>
          <p>
            <a href="/m/" className="icon-words">
              <Icon name="phone" />
              <span>{t('resident')}</span>
            </a>
          </p>
        </section>
        {accounts.length > 0 ? (
          <section className="panel sign-in-demo" aria-labelledby="demo-title">
            <h2 id="demo-title">{t('demoTitle')}</h2>
            <p className="quiet">{t('demoHow')}</p>
            <ul>
              {accounts.map((one) => (
                <li key={one.account}>
                  <button
                    type="button"
                    aria-pressed={one.account === account}
                    onClick={() => {
                      setAccount(one.account);
                      setPassword(one.password);
                      setFilled(t('filled', { name: one.name }));
                      submit.current?.focus();
                    }}
                  >
                    <span className="sign-in-post">{pick(one.post)}</span>
                    <span className="sign-in-name">{one.name}</span>
                    <span className="sign-in-account">{one.account}</span>
                  </button>
                </li>
              ))}
            </ul>
            <p className="lf-unseen" role="status">
              {filled}
            </p>
          </section>
        ) : null}
      </main>
    </div>
  );
};
