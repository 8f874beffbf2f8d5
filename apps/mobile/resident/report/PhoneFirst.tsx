import type { ReactNode } from 'react';
import { defineMessages, useText } from '#platform/web/i18n';
import { ButtonLink, Card, Skeleton } from '#platform/web/kit';
import { Page } from '../../shell/Page.tsx';
import { hrefOf, usePath } from '../../shell/router.ts';
import { useResident } from '../account/account.ts';

const messages = defineMessages({
  zh: {
    before: '办这件事，先验证手机号',
    why: '要核对是您本人，办好的结果也只给您看。验证一次就行，不用记密码。',
    steps: '填手机号 → 收 6 位验证码 → 接着填表',
    go: '验证手机号',
    otherwise: '没有手机，或不方便操作？打电话或到社区窗口，工作人员替您填。',
    phones: '看电话',
  },
  en: {
    before: 'A proven phone number comes first',
    why: 'It has to be you, and the result is for your eyes alone. Once is enough; there is no password.',
    steps: 'Phone number → a code of 6 digits → the form',
    go: 'Prove my number',
    otherwise: 'No mobile phone, or hard to use? Call, or come to the counter: staff write it for you.',
    phones: 'Phone numbers',
  },
});

/** What a matter needs is said before its form, not after. */
export default function PhoneFirst({ title, children }: { title: string; children: ReactNode }) {
  const t = useText(messages);
  const path = usePath();
  const resident = useResident();
  // Without a line nobody can be asked; what is written is kept, and the server asks again.
  if (resident.data || resident.isError) return children;
  return (
    <Page
      title={title}
      back="/services"
      foot={
        resident.data === null ? (
          <ButtonLink look="primary" icon="lock" href={hrefOf(`/sign-in${path}`)}>
            {t('go')}
          </ButtonLink>
        ) : null
      }
    >
      {resident.data === null ? (
        <Card title={t('before')}>
          <p>{t('why')}</p>
          <p className="lf-hint">{t('steps')}</p>
          <p>
            {t('otherwise')} <a href={hrefOf('/phones')}>{t('phones')}</a>
          </p>
        </Card>
      ) : (
        <Skeleton rows={4} />
      )}
    </Page>
  );
}
