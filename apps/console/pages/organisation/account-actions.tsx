import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PersonView } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { defineMessages, useFormats, usePick, useText } from '#platform/web/i18n';
import { Button, Dialog, Notice, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';

const words = defineMessages({
  zh: {
    password: '重置密码',
    passwordSure: '重置{name}的密码？',
    passwordNote: '系统生成一个初始密码，只显示一次，72 小时内有效，首次登录必须修改。现有登录会全部退出。',
    factors: '重置二次验证',
    factorsSure: '重置{name}的二次验证？',
    factorsNote:
      '请先当面或电话核实是本人提出的。重置后，身份验证器、通行密钥、恢复码和统一身份关联全部作废，现有登录全部退出。',
    sessions: '退出全部登录',
    sessionsSure: '让{name}退出全部登录？',
    sessionsNote: '各台设备上的登录立即失效，可以重新登录。',
    open: '恢复使用',
    openSure: '恢复{name}的账号？',
    openNote: '账号因超过 90 天未使用而暂停。恢复后可以立即登录。',
    done: '已完成',
    starting: '初始密码',
    startingNote: '请交给本人，{until} 前有效。关闭后不再显示。',
    copy: '复制',
    copied: '已复制',
    close: '关闭',
    cancel: '取消',
  },
  en: {
    password: 'Reset the password',
    passwordSure: 'Reset the password of {name}?',
    passwordNote:
      'A starting password is made. It is shown once, is good for 72 hours and has to be changed at the first sign-in. Present sign-ins end.',
    factors: 'Reset the second factor',
    factorsSure: 'Reset the second factor of {name}?',
    factorsNote:
      'Please make sure, face to face or by phone, that it is this person who asks. App, passkeys, recovery codes and single sign-on end, and so do present sign-ins.',
    sessions: 'End all sign-ins',
    sessionsSure: 'End all sign-ins of {name}?',
    sessionsNote: 'They end at once on every device; the person may sign in again.',
    open: 'Open again',
    openSure: 'Open the account of {name} again?',
    openNote: 'It was suspended because nobody used it for more than 90 days. It can be used at once.',
    done: 'Done',
    starting: 'Starting password',
    startingNote: 'Please hand it to the person; good until {until}. It is not shown again.',
    copy: 'Copy',
    copied: 'Copied',
    close: 'Close',
    cancel: 'Cancel',
  },
});

export type AccountAction = 'password' | 'factors' | 'sessions' | 'open';
const sure = { password: 'passwordSure', factors: 'factorsSure', sessions: 'sessionsSure', open: 'openSure' } as const;
const notes = { password: 'passwordNote', factors: 'factorsNote', sessions: 'sessionsNote', open: 'openNote' } as const;

/** What may be done to an account, for a menu. Who has set no password yet gets an activation code instead. */
export const useAccountActions = () => {
  const t = useText(words);
  return (person: PersonView, choose: (action: AccountAction) => void) => {
    if (person.account === null || person.activates) return [];
    const actions: readonly AccountAction[] =
      person.state === 'suspended' ? ['open', 'password', 'factors'] : ['password', 'factors', 'sessions'];
    return actions.map((key) => ({ key: `account-${key}`, label: t(key), onClick: () => choose(key) }));
  };
};

/** Asks, does it, and shows a starting password once. */
export const AccountActionDialog = ({
  person,
  action,
  onClose,
}: {
  person: PersonView;
  action: AccountAction;
  onClose: () => void;
}) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: async () => {
      const params = { id: person.id };
      if (action === 'password') return organisation.resetPassword({ params });
      if (action === 'factors') await organisation.resetFactors({ params });
      else if (action === 'sessions') await organisation.endSessionsOfPerson({ params });
      else await organisation.openAgain({ params });
      return undefined;
    },
    onSuccess: async (given) => {
      await client.invalidateQueries({ queryKey: ['organisation'] });
      if (given) return;
      toast(t('done'));
      onClose();
    },
  });
  const given = act.data;
  if (given)
    return (
      <Dialog
        title={t('starting')}
        onClose={onClose}
        foot={
          <>
            <Button
              icon="copy"
              onClick={() => void navigator.clipboard?.writeText(given.password).then(() => toast(t('copied')))}
            >
              {t('copy')}
            </Button>
            <Button look="primary" onClick={onClose}>
              {t('close')}
            </Button>
          </>
        }
      >
        <p>
          <code>{given.password}</code>
        </p>
        <p className="quiet">{t('startingNote', { until: formats.moment(given.until) })}</p>
      </Dialog>
    );
  return (
    <Dialog
      title={t(sure[action], { name: person.name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look={action === 'open' ? 'primary' : 'danger'} busy={act.isPending} onClick={() => act.mutate()}>
            {t(action)}
          </Button>
        </>
      }
    >
      {act.isError ? (
        <div role="alert">
          <Notice tone="overdue" icon="alert">
            {pick(asProblem(act.error).sentence)}
          </Notice>
        </div>
      ) : null}
      <p>{t(notes[action])}</p>
    </Dialog>
  );
};
