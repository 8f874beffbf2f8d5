import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { SentCode } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { defineMessages, useLocale, useText } from '#platform/web/i18n';
import { Button, Card, ErrorSummary, type FormError, Notice, TextField } from '#platform/web/kit';
import { Page } from '../../shell/Page.tsx';
import { navigate } from '../../shell/router.ts';
import { organisation } from '../clients.ts';
import { useInstallation } from '../installation.ts';
import { signedIn, tidyPhone } from './account.ts';
import { CodeField, CodeHelp, useAgain } from './CodeStep.tsx';

const messages = defineMessages({
  zh: {
    title: '登录',
    why: '登录后，在任何手机上都能看到自己的上报和消息。不登录也可以报事。',
    whyNext: '验证手机号后，接着填写。',
    phone: '手机号',
    send: '获取验证码',
    sentTo: '验证码已发往 {phone}。',
    otherPhone: '换个号码',
    enter: '登录',
    phoneWrong: '请填写 11 位手机号。',
    codeWrong: '请填写 6 位验证码。',
    notice: '手机号只用来登录和通知您办理结果，加密保存；可随时注销。',
    demo: '演示区不发短信：验证码在管理员的「待发队列」里。请勿填写真实手机号。',
  },
  en: {
    title: 'Sign in',
    why: 'Signed in, you see your reports and messages on any phone. Reporting needs no sign-in.',
    whyNext: 'With a proven number you go on to the form.',
    phone: 'Mobile number',
    send: 'Send a code',
    sentTo: 'The code was sent to {phone}.',
    otherPhone: 'Another number',
    enter: 'Sign in',
    phoneWrong: 'Please enter a mobile number of 11 digits.',
    codeWrong: 'Please enter the code of 6 digits.',
    notice:
      'Your number is used to sign you in and to tell you of the outcome, and kept encrypted. You can delete it any time.',
    demo: 'The demo sends no messages: an administrator reads the code in the outgoing queue. Do not enter a real number.',
  },
});

const spaced = (phone: string): string => `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`;

/** A number, then the code that was sent to it. */
export default function SignInPage({ next }: { next: string }) {
  const t = useText(messages);
  const locale = useLocale();
  const client = useQueryClient();
  const installation = useInstallation();
  const [typed, setTyped] = useState('');
  const [sent, setSent] = useState<SentCode & { readonly phone: string }>();
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const attempt = useRef(0);
  const left = useAgain(sent);
  const say = (found: readonly FormError[]): void => {
    setErrors(found);
    if (found.length > 0) attempt.current++;
  };
  const ask = useMutation({
    mutationFn: async (phone: string) => ({ ...(await organisation.sendCode({ body: { phone } })), phone }),
    onSuccess: (answer) => {
      setSent(answer);
      setCode('');
      say([]);
    },
    onError: (error) => say([{ id: sent ? '' : 'phone', text: asProblem(error).sentence[locale] }]),
  });
  const enter = useMutation({
    mutationFn: ({ request, phone }: { request: string; phone: string }) =>
      organisation.signInResident({ body: { request, phone, code } }),
    onSuccess: (me) => {
      signedIn(client, me);
      navigate(next, { replace: true });
    },
    onError: (error) => say([{ id: 'code', text: asProblem(error).sentence[locale] }]),
  });
  const submit = (): void => {
    if (sent) {
      if (code.length === 6) enter.mutate(sent);
      else say([{ id: 'code', text: t('codeWrong') }]);
      return;
    }
    const phone = tidyPhone(typed);
    if (phone) ask.mutate(phone);
    else say([{ id: 'phone', text: t('phoneWrong') }]);
  };
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.text;
  return (
    <Page title={t('title')} back="/">
      <p className="lf-hint">{t(next === '/me' ? 'why' : 'whyNext')}</p>
      {installation?.demo ? <Notice tone="soon">{t('demo')}</Notice> : null}
      <Card>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <ErrorSummary errors={errors} attempt={attempt.current} />
          {sent ? (
            <>
              <p role="status">{t('sentTo', { phone: spaced(sent.phone) })}</p>
              <CodeField value={code} error={errorOf('code')} onChange={setCode} />
            </>
          ) : (
            <TextField
              id="phone"
              label={t('phone')}
              error={errorOf('phone')}
              required
              type="tel"
              inputMode="tel"
              autoComplete="tel-national"
              maxLength={20}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
          <div className="lf-form-foot">
            <Button type="submit" look="primary" wide busy={ask.isPending || enter.isPending}>
              {t(sent ? 'enter' : 'send')}
            </Button>
          </div>
        </form>
        {sent ? (
          <div className="lf-stack">
            <CodeHelp left={left} busy={ask.isPending} onAgain={() => ask.mutate(sent.phone)} />
            <Button
              look="quiet"
              onClick={() => {
                setSent(undefined);
                say([]);
              }}
            >
              {t('otherPhone')}
            </Button>
          </div>
        ) : null}
      </Card>
      <p className="lf-hint">{t('notice')}</p>
    </Page>
  );
}
