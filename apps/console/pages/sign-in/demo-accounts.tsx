import { useState } from 'react';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import type { Label } from '#platform/contract';

const words = defineMessages({
  zh: {
    demoTitle: '演示账号',
    demoHow: '点选一个岗位，账号和密码会自动填好，再点「登录」。',
    filled: '已填入 {name} 的账号',
  },
  en: {
    demoTitle: 'Demo accounts',
    demoHow: 'Choose a post: account and password are filled in. Then press “Sign in”.',
    filled: 'Filled in the account of {name}',
  },
});

interface DemoAccount {
  readonly account: string;
  readonly password: string;
  readonly name: string;
  readonly post: Label;
}

/** Who to sign in as in the demo district. */
export const DemoAccounts = ({
  accounts,
  chosen,
  onChoose,
}: {
  accounts: readonly DemoAccount[];
  chosen: string;
  onChoose: (one: DemoAccount) => void;
}) => {
  const t = useText(words);
  const pick = usePick();
  const [filled, setFilled] = useState('');
  return (
    <section className="panel sign-in-demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demoTitle')}</h2>
      <p className="quiet">{t('demoHow')}</p>
      <ul>
        {accounts.map((one) => (
          <li key={one.account}>
            <button
              type="button"
              aria-pressed={one.account === chosen}
              onClick={() => {
                onChoose(one);
                setFilled(t('filled', { name: one.name }));
              }}
            >
              <span className="sign-in-post">{pick(one.post)}</span>
              <span className="sign-in-name">{one.name}</span>
              <span className="sign-in-account">{one.account}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="lf-unseen" role="status">
        {filled}
      </p>
    </section>
  );
};
