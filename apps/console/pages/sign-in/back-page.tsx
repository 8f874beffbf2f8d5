import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { asProblem } from '#platform/web/api';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Empty, Skeleton } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { safeNext } from '../../app/safe-next.ts';
import { meQuery } from '../../app/session.ts';
import { takeBegun } from './oidc.ts';
import { SignInFrame } from './sign-in-frame.tsx';

const words = defineMessages({
  zh: { title: '统一身份登录', failed: '统一身份登录没有完成', again: '回到登录页', account: '回到我的账号' },
  en: {
    title: 'Single sign-on',
    failed: 'Single sign-on did not complete',
    again: 'To the sign-in page',
    account: 'To my account',
  },
});

/** Where the browser comes back to from the other house; what it brings is handed to the server once. */
export const BackPage = () => {
  const t = useText(words);
  const pick = usePick();
  const client = useQueryClient();
  const router = useRouter();
  const begun = useRef<ReturnType<typeof takeBegun>>(undefined);
  const finish = useMutation({
    mutationFn: async (query: string) => {
      const { purpose, next } = begun.current ?? takeBegun();
      if (purpose === 'link') {
        await organisation.finishLink({ body: { query } });
        return router.history.replace('/account');
      }
      const me = await organisation.finishOidc({ body: { query } });
      client.clear();
      client.setQueryData(meQuery.queryKey, me);
      return router.history.replace(safeNext(next));
    },
  });
  const { mutate } = finish;
  useEffect(() => {
    if (begun.current) return;
    begun.current = takeBegun();
    const query = globalThis.location.search.slice(1);
    // A code is good once; it need not stay in the address.
    globalThis.history.replaceState(globalThis.history.state, '', '/sign-in/back');
    mutate(query || 'error=missing');
  }, [mutate]);
  const linking = begun.current?.purpose === 'link';
  return (
    <SignInFrame title={t('title')}>
      <section className="panel sign-in-form">
        <h1>{t('title')}</h1>
        {finish.isError ? (
          <div role="alert">
            <Empty
              icon="alert"
              title={t('failed')}
              action={<Link to={linking ? '/account' : '/sign-in'}>{t(linking ? 'account' : 'again')}</Link>}
            >
              {pick(asProblem(finish.error).sentence)}
            </Empty>
          </div>
        ) : (
          <Skeleton rows={3} card={false} />
        )}
      </section>
    </SignInFrame>
  );
};
