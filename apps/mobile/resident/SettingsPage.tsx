import { useState } from 'react';
import { defineMessages, useText } from '#platform/web/i18n';
import { Button, Card, Dialog, toast } from '#platform/web/kit';
import { isUnsent, useOutbox } from '#platform/web/outbox';
import { AppearanceForm } from '../shell/AppearanceForm.tsx';
import { Page } from '../shell/Page.tsx';
import { RESIDENT } from './my-reports.ts';

const messages = defineMessages({
  zh: {
    title: '设置',
    data: '这部手机上的记录',
    dataNote: '上报记录和查询码只加密保存在这部手机里，用来自动显示进度。',
    wipe: '清除记录',
    sure: '确定清除？',
    sureNote: '清除后，需要用受理编号和查询码才能查进度。',
    lost: '有 {n} 件还没发出，清除后不会再发送。',
    yes: '清除',
    no: '不清除',
    done: '已清除',
  },
  en: {
    title: 'Settings',
    data: 'Kept on this phone',
    dataNote: 'Your reports and query codes are kept, encrypted, on this phone alone, to show their progress.',
    wipe: 'Clear them',
    sure: 'Clear all?',
    sureNote: 'Afterwards the progress opens only with number and query code.',
    lost: '{n} {n|report is|reports are} not sent yet and will never be.',
    yes: 'Clear',
    no: 'Keep',
    done: 'Cleared',
  },
});

export default function SettingsPage() {
  const t = useText(messages);
  const { outbox, commands } = useOutbox(RESIDENT);
  const [asking, setAsking] = useState(false);
  const unsent = commands.filter(isUnsent).length;
  return (
    <Page title={t('title')} back="/">
      <Card>
        <AppearanceForm />
      </Card>
      <Card title={t('data')}>
        <p className="lf-hint">{t('dataNote')}</p>
        <Button icon="trash" onClick={() => setAsking(true)}>
          {t('wipe')}
        </Button>
      </Card>
      {asking ? (
        <Dialog
          title={t('sure')}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button onClick={() => setAsking(false)}>{t('no')}</Button>
              <Button
                look="danger"
                onClick={() =>
                  void outbox?.wipe().then(() => {
                    setAsking(false);
                    toast(t('done'));
                  })
                }
              >
                {t('yes')}
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
}
