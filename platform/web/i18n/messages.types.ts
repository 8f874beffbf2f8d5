import { defineMessages } from './messages.ts';
import { sayIn } from './locale-store.ts';

/** Never run: it compiles only while the compiler refuses each of these slips. */
const good = defineMessages({
  zh: { send: '发送', waiting: '{count} 件待办' },
  en: { send: 'Send', waiting: '{count} {count|matter|matters} waiting' },
});
const t = sayIn(good, 'zh');
t('send');
t('waiting', { count: 3 });
// @ts-expect-error a place needs its value
t('waiting');
// @ts-expect-error there is no such text
t('sent');
// @ts-expect-error a key is missing in English
defineMessages({ zh: { send: '发送', stop: '停止' }, en: { send: 'Send' } });
// @ts-expect-error a key is missing in Chinese
defineMessages({ zh: { send: '发送' }, en: { send: 'Send', stop: 'Stop' } });
// @ts-expect-error the places differ
defineMessages({ zh: { send: '发送 {name}' }, en: { send: 'Send' } });
