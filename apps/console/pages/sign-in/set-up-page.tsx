import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asProblem } from '#platform/web/api';
import { defineMessages, useText } from '#platform/web/i18n';
import { Empty } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

const words = defineMessages({
  zh: {
    title: '首次设置',
    lead: '建立第一个系统管理员。启动窗口里有一次性的设置口令，用过即失效。',
    secret: '设置口令',
    at: '区划代码',
    atHint: '六位，如 440310',
    atWrong: '区划代码是六位数字',
    name: '姓名',
    account: '账号',
    password: '密码',
    passwordHint: '至少 10 位，不要与账号相同。',
    go: '建立管理员',
    done: '管理员已建立',
    doneText: '请用刚才的账号和密码登录。',
    signIn: '去登录',
  },
  en: {
    title: 'First set-up',
    lead: 'Make the first system administrator. The window in which the server was started shows a secret that works once.',
    secret: 'Secret',
    at: 'District code',
    atHint: 'Six digits, such as 440310',
    atWrong: 'A district code has six digits',
    name: 'Name',
    account: 'Account',
    password: 'Password',
    passwordHint: 'At least 10 characters, not the account itself.',
    go: 'Make the administrator',
    done: 'The administrator stands',
    doneText: 'Please sign in with this account and password.',
    signIn: 'Sign in',
  },
});

/** An empty installation has no account: its one-time secret makes the first. */
export const SetUpPage = () => {
  const t = useText(words);
  const setUp = useMutation({
    mutationFn: (body: { secret: string; account: string; password: string; name: string; at: string }) =>
      organisation.setUp({ body }),
  });
  return (
    <SignInFrame title={t('title')}>
      <section className="panel sign-in-form">
        <h1>{t('title')}</h1>
        {setUp.isSuccess ? (
          <Empty icon="checkCircle" title={t('done')} action={<Link to="/sign-in">{t('signIn')}</Link>}>
            {t('doneText')}
          </Empty>
        ) : (
          <>
            <p className="quiet">{t('lead')}</p>
            <SimpleForm
              items={[
                { id: 'secret', label: t('secret'), required: true, maxLength: 60 },
                {
                  id: 'at',
                  label: t('at'),
                  hint: t('atHint'),
                  required: true,
                  maxLength: 6,
                  check: (value) => (/^\d{6}$/.test(value) ? undefined : t('atWrong')),
                },
                { id: 'name', label: t('name'), required: true, maxLength: 60, autoComplete: 'name' },
                { id: 'account', label: t('account'), required: true, maxLength: 60, autoComplete: 'username' },
                {
                  id: 'password',
                  label: t('password'),
                  hint: t('passwordHint'),
                  required: true,
                  type: 'password',
                  autoComplete: 'new-password',
                  maxLength: 200,
                },
              ]}
              submit={t('go')}
              busy={setUp.isPending}
              problem={setUp.isError ? asProblem(setUp.error) : undefined}
              onSubmit={(values) => setUp.mutate(values)}
            />
          </>
        )}
      </section>
    </SignInFrame>
  );
};
