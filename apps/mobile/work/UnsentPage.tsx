import { useState } from 'react';
import { defineMessages, useFormats, useLocale, useNow, useText } from '#platform/web/i18n';
import { Button, Card, Dialog, Empty, Notice, StatusTag } from '#platform/web/kit';
import { type Command, isUnsent, mayRemove, useOutbox } from '#platform/web/outbox';
import { Page } from '../shell/Page.tsx';
import { useWork } from './session.ts';
import { WorkNav } from './WorkNav.tsx';

const messages = defineMessages({
  zh: {
    title: '未发出',
    none: '都发出去了',
    noneNote: '每一件都有服务器的回执。',
    now: '全部立即发送',
    waiting: '等待发送',
    sending: '正在发送',
    refused: '没有被接受',
    signIn: '等待登录后发送',
    made: '{when} 填写',
    tries: '已试 {n} 次',
    remove: '删除',
    sure: '删除这一条？',
    sureNote: '删除后不会再发送。',
    keep: '保留',
    receipts: '最近的回执',
    received: '{when} 已收到',
    unsafe: '这个浏览器不能长久保存内容，请保持页面打开，直到全部发出。',
  },
  en: {
    title: 'Unsent',
    none: 'All is sent',
    noneNote: 'The server gave its receipt for each.',
    now: 'Send all now',
    waiting: 'Waiting to be sent',
    sending: 'Being sent',
    refused: 'Not accepted',
    signIn: 'Waits for sign-in',
    made: 'Written {when}',
    tries: 'Tried {n} {n|time|times}',
    remove: 'Delete',
    sure: 'Delete this one?',
    sureNote: 'It will never be sent.',
    keep: 'Keep',
    receipts: 'Latest receipts',
    received: 'Received {when}',
    unsafe: 'This browser cannot keep things for long. Please leave the page open until all is sent.',
  },
});

const Row = ({ command, onRemove }: { command: Command; onRemove: () => void }) => {
  const t = useText(messages);
  const locale = useLocale();
  const formats = useFormats();
  const now = useNow();
  const word = command.needsSession
    ? 'signIn'
    : command.state === 'refused'
      ? 'refused'
      : command.state === 'sending'
        ? 'sending'
        : 'waiting';
  return (
    <Card as="li">
      <p className="lf-list-title">{command.title}</p>
      <p className="lf-list-note">
        {[
          t('made', { when: formats.moment(command.madeAt, now) }),
          command.tries > 0 ? t('tries', { n: command.tries }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="m-row-tags">
        <StatusTag tone={command.state === 'refused' ? 'overdue' : command.state === 'sending' ? 'primary' : 'soon'}>
          {t(word)}
        </StatusTag>
      </div>
      {command.problem ? <p className="lf-hint">{command.problem.sentence[locale]}</p> : null}
      {mayRemove(command) ? (
        <Button look="quiet" icon="trash" onClick={onRemove}>
          {t('remove')}
        </Button>
      ) : null}
    </Card>
  );
};

/** What this phone still has to send, and the receipts of what it sent. */
export const UnsentPage = () => {
  const t = useText(messages);
  const formats = useFormats();
  const now = useNow();
  const { box } = useWork();
  const { outbox, commands } = useOutbox(box);
  const [removing, setRemoving] = useState<Command>();
  const waiting = commands.filter(isUnsent);
  const received = commands.filter((one) => !isUnsent(one)).slice(0, 20);
  return (
    <Page
      title={t('title')}
      nav={<WorkNav />}
      foot={
        waiting.length > 0 ? (
          <Button look="primary" icon="send" onClick={() => void outbox?.hurry()}>
            {t('now')}
          </Button>
        ) : undefined
      }
    >
      {outbox && !outbox.store.lasting ? (
        <Notice tone="soon" icon="alert">
          {t('unsafe')}
        </Notice>
      ) : null}
      {waiting.length === 0 ? (
        <Empty icon="checkCircle" title={t('none')}>
          {t('noneNote')}
        </Empty>
      ) : (
        <ul className="lf-stack">
          {waiting.map((command) => (
            <Row key={command.id} command={command} onRemove={() => setRemoving(command)} />
          ))}
        </ul>
      )}
      {received.length > 0 ? (
        <Card title={t('receipts')}>
          <ul className="lf-stack">
            {received.map((command) => (
              <li key={command.id}>
                <p>{command.title}</p>
                <p className="lf-list-note">
                  {t('received', { when: formats.moment(command.receivedAt ?? now, now) })}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {removing ? (
        <Dialog
          title={t('sure')}
          onClose={() => setRemoving(undefined)}
          foot={
            <>
              <Button onClick={() => setRemoving(undefined)}>{t('keep')}</Button>
              <Button look="danger" onClick={() => void outbox?.remove(removing.id).then(() => setRemoving(undefined))}>
                {t('remove')}
              </Button>
            </>
          }
        >
          <p>{removing.title}</p>
          <p className="lf-hint">{t('sureNote')}</p>
        </Dialog>
      ) : null}
    </Page>
  );
};
