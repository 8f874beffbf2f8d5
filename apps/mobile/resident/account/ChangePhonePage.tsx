import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { asProblem } from '#platform/web/api';
import { defineMessages, useLocale, useText } from '#platform/web/i18n';
import { Button, Card, ErrorSummary, type FormError, TextField, toast } from '#platform/web/kit';
import { Page } from '../../shell/Page.tsx';
import { navigate } from '../../shell/router.ts';
import { organisation } from '../clients.ts';
import { signedIn, tidyPhone, useResident } from './account.ts';
import { CodeField, CodeHelp, useAgain } from './CodeStep.tsx';

const messages = defineMessages({
  zh: {
    title: '更换手机号',
    how: '新、旧两个号码都会收到验证码。换好后，其他设备上的登录会退出。',
    lost: '旧号码已停用的，请直接用新号码登录，再用受理编号和查询码加入以前的上报。',
    phone: '新手机号',
    send: '获取两个验证码',
    oldCode: '旧号码 {phone} 收到的验证码',
    newCode: '新号码收到的验证码',
    change: '更换',
    done: '手机号已更换',
    phoneWrong: '请填写 11 位新手机号。',
    codeWrong: '请填写 6 位验证码。',
  },
  en: {
    title: 'Change the number',
    how: 'Both numbers get a code. Afterwards other devices are signed out.',
    lost: 'If the former number is gone, sign in with the new one and add your reports by number and query code.',
    phone: 'New mobile number',
    send: 'Send both codes',
    oldCode: 'Code sent to {phone}',
    newCode: 'Code sent to the new number',
    change: 'Change',
    done: 'The number is changed',
    phoneWrong: 'Please enter the new number of 11 digits.',
    codeWrong: 'Please enter the code of 6 digits.',
  },
});

type Codes = Awaited<ReturnType<typeof organisation.sendPhoneCodes>> & { readonly phone: string };

/** Both phones have to be in hand. */
export default function ChangePhonePage() {
  const t = useText(messages);
  const locale = useLocale();
  const client = useQueryClient();
  const resident = useResident();
  const [typed, setTyped] = useState('');
  const [sent, setSent] = useState<Codes>();
  const [oldCode, setOldCode] = useState('');
  const [newCode, setNewCode] = useState('');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const attempt = useRef(0);
  const left = useAgain(sent?.new);
  const say = (found: readonly FormError[]): void => {
    setErrors(found);
    if (found.length > 0) attempt.current++;
  };
  const ask = useMutation({
    mutationFn: async (phone: string) => ({ ...(await organisation.sendPhoneCodes({ body: { phone } })), phone }),
    onSuccess: (codes) => {
      setSent(codes);
      say([]);
    },
    onError: (error) => say([{ id: sent ? '' : 'phone', text: asProblem(error).sentence[locale] }]),
  });
  const change = useMutation({
    mutationFn: (codes: Codes) =>
      organisation.changePhone({
        body: {
          phone: codes.phone,
          old: { request: codes.old.request, code: oldCode },
          new: { request: codes.new.request, code: newCode },
        },
      }),
    onSuccess: (me) => {
      signedIn(client, me);
      toast(t('done'));
      navigate('/me/data', { replace: true });
    },
    onError: (error) => say([{ id: 'old-code', text: asProblem(error).sentence[locale] }]),
  });
  const submit = (): void => {
    if (!sent) {
      const phone = tidyPhone(typed);
      if (phone) ask.mutate(phone);
      else say([{ id: 'phone', text: t('phoneWrong') }]);
      return;
    }
    const found = [
      ...(oldCode.length === 6 ? [] : [{ id: 'old-code', text: t('codeWrong') }]),
      ...(newCode.length === 6 ? [] : [{ id: 'new-code', text: t('codeWrong') }]),
    ];
    say(found);
    if (found.length === 0) change.mutate(sent);
  };
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.text;
  return (
    <Page title={t('title')} back="/me/data">
      <p className="lf-hint">{t('how')}</p>
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
              <CodeField
                id="old-code"
                label={t('oldCode', { phone: resident.data?.phone ?? '' })}
                value={oldCode}
                error={errorOf('old-code')}
                onChange={setOldCode}
              />
              <CodeField
                id="new-code"
                label={t('newCode')}
                value={newCode}
                error={errorOf('new-code')}
                onChange={setNewCode}
              />
            </>
          ) : (
            <TextField
              id="phone"
              label={t('phone')}
              error={errorOf('phone')}
              required
              type="tel"
              inputMode="tel"
              autoComplete="off"
              maxLength={20}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
          <div className="lf-form-foot">
            <Button type="submit" look="primary" wide busy={ask.isPending || change.isPending}>
              {t(sent ? 'change' : 'send')}
            </Button>
          </div>
        </form>
        {sent ? <CodeHelp left={left} busy={ask.isPending} onAgain={() => ask.mutate(sent.phone)} /> : null}
      </Card>
      <p className="lf-hint">{t('lost')}</p>
    </Page>
  );
}
