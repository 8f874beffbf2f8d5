import type { DemoAccount } from '#engines/organisation/server';
import { demoAccountsKey } from '#engines/organisation/server';
import type { Lifang } from './compose.ts';

/** Lines for the terminal: the demo district's accounts, or how an empty installation gets its first administrator. */
export const whoToSignInAs = async (lifang: Lifang, url: string): Promise<readonly string[]> => {
  if (lifang.parts.demo) {
    const accounts = await lifang.parts.settings.get<readonly DemoAccount[]>(demoAccountsKey, []);
    if (accounts.length > 0) {
      return [
        'A fictional district is inside. Sign in as:',
        ...accounts.map(
          ({ account, password, name, post }) => `  ${account} / ${password}   ${name} · ${post.zh} (${post.en})`,
        ),
        `Residents report at ${url}/m/ without signing in.`,
      ];
    }
  }
  const secret = await lifang.engines.organisation.prepareSetup();
  if (!secret) return [];
  return [`There is no account yet. Open ${url}/setup and enter this secret within 24 hours: ${secret}`];
};
