import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { servicesOf } from '#engines/case/model';
import { usePlaybooks } from '#engines/case/web';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Button, ButtonLink, Card, Dialog, Facts, List, ListRow, ProblemNote } from '#platform/web/kit';
import { isUnsent, useOutbox } from '#platform/web/outbox';
import { AppearanceForm } from '../shell/AppearanceForm.tsx';
import { Page } from '../shell/Page.tsx';
import { hrefOf } from '../shell/router.ts';
import { signOut, useWork } from './session.ts';
import { WorkNav } from './WorkNav.tsx';

const messages = defineMessages({
  zh: {
    title: '我的',
    duty: '我的值班',
    standsIn: '代 {name}',
    out: '退出登录',
    resident: '居民首页',
    unnamed: '不留姓名反映',
    unnamedNote: '不带您的账号，凭编号和查询码看结果',
    sure: '退出登录？',
    sureNote: '这部手机上保存的待办和草稿会清除。',
    lost: '有 {n} 件还没发出。它们加密留在这部手机里，等您下次在这部手机登录后发送；别人登录看不到。30 天内没有再登录就会删除。',
    sendFirst: '先发送',
    stay: '不退出',
    demo: '这是演示环境，内容均为虚构。',
  },
  en: {
    title: 'Me',
    duty: 'My duty',
    standsIn: 'for {name}',
    out: 'Sign out',
    resident: 'Residents’ page',
    unnamed: 'Without my name',
    unnamedNote: 'Goes without your account; followed by number and query code',
    sure: 'Sign out?',
    sureNote: 'The list and the drafts kept on this phone are cleared.',
    lost: '{n} {n|command is|commands are} not sent yet. They stay on this phone, encrypted, and go out when you sign in here again; nobody else sees them. After 30 days without it they are deleted.',
    sendFirst: 'Send first',
    stay: 'Stay',
    demo: 'This is a demonstration; everything in it is invented.',
  },
});

export const MePage = () => {
  const t = useText(messages);
  const pick = usePick();
  const client = useQueryClient();
  const work = useWork();
  const { commands, outbox } = useOutbox(work.box);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>();
  const { known } = usePlaybooks();
  const unnamed = known ? servicesOf(known.playbooks, known.doors, () => [], 'staff') : [];
  const unsent = commands.filter(isUnsent).length;
  const leave = async () => {
    try {
      await signOut(work);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      client.setQueryData(['session'], null);
    } catch (problem) {
      setError(problem);
      setAsking(false);
    }
  };
  return (
    <Page title={t('title')} nav={<WorkNav />}>
      {error ? <ProblemNote error={error} /> : null}
      <Card title={work.me.person.name}>
        <Facts
          facts={work.me.posts.map((post) => ({
            key: post.id,
            name: pick(post.roleName),
            value: [
              post.standsInFor ? t('standsIn', { name: post.standsInFor }) : '',
              post.title,
              post.body,
              post.scope.name,
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
        {work.me.demo ? <p className="lf-hint">{t('demo')}</p> : null}
      </Card>
      <ButtonLink icon="clock" href={hrefOf('/work/duty')}>
        {t('duty')}
      </ButtonLink>
      <Card>
        <AppearanceForm />
      </Card>
      {unnamed.length > 0 ? (
        <section>
          <h2 className="m-sub">{t('unnamed')}</h2>
          <List label={t('unnamed')}>
            {unnamed.map((one) => (
              <ListRow
                key={one.id}
                title={pick(one.name)}
                note={t('unnamedNote')}
                href={hrefOf(`/services/${one.id}`)}
              />
            ))}
          </List>
        </section>
      ) : null}
      <ButtonLink icon="home" href={hrefOf('/')}>
        {t('resident')}
      </ButtonLink>
      <Button onClick={() => setAsking(true)}>{t('out')}</Button>
      {asking ? (
        <Dialog
          title={t('sure')}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button onClick={() => setAsking(false)}>{t('stay')}</Button>
              {unsent > 0 ? <Button onClick={() => void outbox?.hurry()}>{t('sendFirst')}</Button> : null}
              <Button look="danger" onClick={() => void leave()}>
                {t('out')}
              </Button>
            </>
          }
        >
          <p>{t('sureNote')}</p>
          {unsent > 0 ? <p className="lf-error">{t('lost', { n: unsent })}</p> : null}
        </Dialog>
      ) : null}
    </Page>
  );
};
