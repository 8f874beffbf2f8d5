import { Component, type ReactNode } from 'react';
import { getLocale, sayIn, defineMessages } from '#platform/web/i18n';
import { Button, Empty } from '#platform/web/kit';

const messages = defineMessages({
  zh: { title: '这个页面没有打开', note: '您填写的内容已存在手机里，没有丢失。请重新打开。', again: '重新打开' },
  en: {
    title: 'This page did not open',
    note: 'What you entered is kept on this phone. Please open it again.',
    again: 'Open again',
  },
});

/** A page that failed to load or to draw: what was written stays on the device. */
export class Failed extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = (): { readonly failed: boolean } => ({ failed: true });

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const t = sayIn(messages, getLocale());
    return (
      <div className="m-page">
        <main className="m-main">
          <Empty
            icon="alert"
            title={t('title')}
            action={
              <Button look="primary" icon="refresh" onClick={() => location.reload()}>
                {t('again')}
              </Button>
            }
          >
            {t('note')}
          </Empty>
        </main>
      </div>
    );
  }
}
