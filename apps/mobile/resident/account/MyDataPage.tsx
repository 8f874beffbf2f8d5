import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SentCode } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { defineMessages, useFormats, useLocale, useNow, usePick, useText } from '#platform/web/i18n';
import {
  Button,
  ButtonLink,
  Card,
  Dialog,
  List,
  ListRow,
  ProblemNote,
  Skeleton,
  StatusTag,
  toast,
} from '#platform/web/kit';
import { Page } from '../../shell/Page.tsx';
import { hrefOf, navigate } from '../../shell/router.ts';
import { organisation } from '../clients.ts';
import { residentKeys, signedOut, useResident } from './account.ts';
import { CodeField, CodeHelp, useAgain } from './CodeStep.tsx';

const messages = defineMessages({
  zh: {
    title: '我的资料',
    phone: '登录手机号',
    change: '更换手机号',
    kept: '我们只保存您的手机号（加密）、登录记录、您的上报和发给您的消息。',
    download: '下载我的全部资料',
    sessions: '登录的设备',
    unknown: '未知设备',
    mine: '当前设备',
    used: '最近使用 {when}',
    end: '退出',
    ended: '已退出该设备',
    remove: '注销账号',
    removeNote:
      '注销后，手机号和登录记录立即删除；已经上报的事项继续办理，但不再和您关联，仍可用受理编号和查询码查询。',
    sure: '确定注销？',
    sendCode: '获取验证码',
    no: '不注销',
    yes: '注销',
    gone: '账号已注销',
    signIn: '用手机号登录',
    missing: '请先登录。',
  },
  en: {
    title: 'My data',
    phone: 'Phone number',
    change: 'Change the number',
    kept: 'We keep your phone number (encrypted), your sign-ins, your reports and the messages to you. Nothing else.',
    download: 'Download all my data',
    sessions: 'Devices',
    unknown: 'Unknown device',
    mine: 'This device',
    used: 'Last used {when}',
    end: 'Sign out',
    ended: 'Signed out there',
    remove: 'Delete my account',
    removeNote:
      'Your number and sign-ins are deleted at once. What you reported goes on without any tie to you; number and query code still open it.',
    sure: 'Delete the account?',
    sendCode: 'Send a code',
    no: 'Keep it',
    yes: 'Delete',
    gone: 'The account is deleted',
    signIn: 'Sign in with a phone number',
    missing: 'Please sign in first.',
  },
});

const Devices = () => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: residentKeys.sessions,
    queryFn: ({ signal }) => organisation.listResidentSessions({}, { signal }),
  });
  const end = useMutation({
    mutationFn: (id: string) => organisation.endResidentSession({ params: { id } }),
    onSuccess: () => toast(t('ended')),
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
    onSettled: () => client.invalidateQueries({ queryKey: residentKeys.sessions }),
  });
  if (query.isPending) return <Skeleton />;
  if (!query.data) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <List label={t('sessions')}>
      {query.data.map((one) => (
        <ListRow
          key={one.id}
          title={one.device ?? t('unknown')}
          note={t('used', { when: formats.moment(one.seenAt, now) })}
          end={
            one.mine ? (
              <StatusTag tone="done">{t('mine')}</StatusTag>
            ) : (
              <Button
                busy={end.isPending && end.variables === one.id}
                aria-label={`${t('end')} ${one.device ?? t('unknown')}`}
                onClick={() => end.mutate(one.id)}
              >
                {t('end')}
              </Button>
            )
          }
        />
      ))}
    </List>
  );
};

const Removal = ({ onClose }: { onClose: () => void }) => {
  const t = useText(messages);
  const locale = useLocale();
  const client = useQueryClient();
  const [sent, setSent] = useState<SentCode>();
  const [code, setCode] = useState('');
  const left = useAgain(sent);
  const ask = useMutation({ mutationFn: () => organisation.sendDeletionCode(), onSuccess: setSent });
  const remove = useMutation({
    mutationFn: (request: string) => organisation.deleteResident({ body: { request, code } }),
    onSuccess: () => {
      signedOut(client);
      toast(t('gone'));
      navigate('/', { replace: true });
    },
  });
  const error = remove.error ?? ask.error;
  return (
    <Dialog
      title={t('sure')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('no')}</Button>
          {sent ? (
            <Button
              look="danger"
              busy={remove.isPending}
              disabled={code.length !== 6}
              onClick={() => remove.mutate(sent.request)}
            >
              {t('yes')}
            </Button>
          ) : (
            <Button look="danger" busy={ask.isPending} onClick={() => ask.mutate()}>
              {t('sendCode')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('removeNote')}</p>
      {sent ? (
        <>
          <CodeField
            value={code}
            error={error ? asProblem(error).sentence[locale] : undefined}
            onChange={(next) => {
              remove.reset();
              setCode(next);
            }}
          />
          <CodeHelp left={left} busy={ask.isPending} onAgain={() => ask.mutate()} />
        </>
      ) : error ? (
        <ProblemNote error={error} />
      ) : null}
    </Dialog>
  );
};

/** What is kept of me, and my rights over it. */
export default function MyDataPage() {
  const t = useText(messages);
  const pick = usePick();
  const resident = useResident();
  const [removing, setRemoving] = useState(false);
  const download = useMutation({
    mutationFn: () => organisation.exportResident(),
    onSuccess: (bytes) => {
      const address = URL.createObjectURL(bytes as Blob);
      const link = document.createElement('a');
      link.href = address;
      link.download = `lifang-${new Date().toISOString().slice(0, 10)}.json`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    },
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  return (
    <Page title={t('title')} back="/me">
      {resident.isPending ? (
        <Skeleton rows={4} />
      ) : !resident.data ? (
        <Card>
          <p>{t('missing')}</p>
          <ButtonLink look="primary" href={hrefOf('/sign-in')}>
            {t('signIn')}
          </ButtonLink>
        </Card>
      ) : (
        <>
          <Card title={t('phone')}>
            <p className="m-question">{resident.data.phone}</p>
            <ButtonLink icon="edit" href={hrefOf('/me/phone')}>
              {t('change')}
            </ButtonLink>
          </Card>
          <section>
            <h2 className="m-sub">{t('sessions')}</h2>
            <Devices />
          </section>
          <Card>
            <p className="lf-hint">{t('kept')}</p>
            <div className="lf-stack">
              <Button icon="file" busy={download.isPending} onClick={() => download.mutate()}>
                {t('download')}
              </Button>
              <Button icon="trash" onClick={() => setRemoving(true)}>
                {t('remove')}
              </Button>
            </div>
          </Card>
        </>
      )}
      {removing ? <Removal onClose={() => setRemoving(false)} /> : null}
    </Page>
  );
}
