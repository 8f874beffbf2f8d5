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
    title: '激活账号',
    lead: '用管理员交给您的激活码，为自己的账号设置密码。密码只有您本人知道。',
    account: '账号',
    code: '激活码',
    password: '密码',
    passwordHint: '至少 10 位，含大写字母、小写字母、数字、符号中的三种。',
    go: '激活账号',
    done: '账号已激活',
    doneText: '请用刚设置的密码登录。尚未授权的账号登录后会提示等待授权。',
    signIn: '去登录',
  },
  en: {
    title: 'Activate an account',
    lead: 'Set the password of your own account with the code that the administrator gave you. Nobody else knows it.',
    account: 'Account',
    code: 'Activation code',
    password: 'Password',
    passwordHint: 'At least 10 characters of three kinds: capitals, small letters, digits, signs.',
    go: 'Activate',
    done: 'The account is active',
    doneText: 'Please sign in with this password. An account without a granted post says so.',
    signIn: 'Sign in',
  },
});

/** The owner of a new account sets its first password, which whoever made the account never learns. */
export const ActivatePage = () => {
  const t = useText(words);
  const activate = useMutation({
    mutationFn: (body: { account: string; code: string; password: string }) => organisation.activate({ body }),
  });
  return (
    <SignInFrame title={t('title')}>
      <section className="panel sign-in-form">
        <h1>{t('title')}</h1>
        {activate.isSuccess ? (
          <Empty icon="checkCircle" title={t('done')} action={<Link to="/sign-in">{t('signIn')}</Link>}>
            {t('doneText')}
          </Empty>
        ) : (
          <>
            <p className="quiet">{t('lead')}</p>
            <SimpleForm
              items={[
                { id: 'account', label: t('account'), required: true, maxLength: 60, autoComplete: 'username' },
                { id: 'code', label: t('code'), required: true, maxLength: 60, autoComplete: 'one-time-code' },
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
              busy={activate.isPending}
              problem={activate.isError ? asProblem(activate.error) : undefined}
              onSubmit={(values) => activate.mutate(values)}
            />
          </>
        )}
      </section>
    </SignInFrame>
  );
};
