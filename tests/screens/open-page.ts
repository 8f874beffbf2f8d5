import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { type Visit, type VisitOptions, visit } from '#tests/support/browser.ts';
import type { ScreenPage } from './pages.ts';

/** How a page is looked at: as it is, or in one of the states that people see less often. */
export const screenStates = ['whole', 'loading', 'failed', 'denied', 'empty'] as const;
export type ScreenState = (typeof screenStates)[number];

export const statesOf = (page: ScreenPage): readonly ScreenState[] =>
  page.data === undefined ? ['whole'] : screenStates.filter((state) => state !== 'empty' || page.empty !== undefined);

interface DemoAccount {
  readonly account: string;
  readonly password: string;
}

const problem = (status: number, code: string, zh: string, en: string) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    code,
    title: en,
    status,
    message: { zh, en },
    trace: '00000000-0000-7000-8000-000000000000',
    fields: [],
  }),
});

const hold = async (view: Visit, page: ScreenPage, state: ScreenState): Promise<void> => {
  if (state === 'whole' || page.data === undefined) return;
  const start = page.data;
  await view.page.route(
    (url) =>
      `${url.pathname}${url.search}`.startsWith(start) ||
      (start.endsWith('/0') && url.pathname.startsWith(start.slice(0, -1))),
    async (route) => {
      if (state === 'loading') return;
      if (state === 'empty') return route.fulfill({ json: page.empty });
      if (state === 'denied')
        return route.fulfill(
          problem(
            403,
            'permission.denied',
            '您的岗位没有办理这项操作的权限。如工作需要，请联系本单位管理员。',
            'Your post may not do this. If your work needs it, please ask your administrator.',
          ),
        );
      return route.fulfill(
        problem(
          500,
          'server.failed',
          '服务暂时没有完成这次操作，您填写的内容没有丢失。请稍后重试。',
          'The service could not finish this. What you entered is not lost. Please try again in a moment.',
        ),
      );
    },
  );
};

/** Which demo account stands for a role: the sign-in page's own list says who is who. */
export const signInAs = async (view: Visit, origin: string, role: string): Promise<void> => {
  const { request } = view.page;
  const listed = (await (await request.get('/api/public/demo-accounts')).json()) as readonly DemoAccount[];
  for (const { account, password } of listed) {
    const answer = await request.post('/api/session', { data: { account, password }, headers: { origin } });
    const me = (await answer.json()) as { posts?: readonly { role: string }[] };
    if (me.posts?.some((post) => post.role === role)) return;
  }
  throw new Error(`the demo has no account with the role ${role}`);
};

export interface OpenedPage extends Visit {
  readonly close: () => Promise<void>;
}

export interface Look extends VisitOptions {
  readonly state?: ScreenState;
}

/** Cookies of accounts that signed in already: signing in once for each page would meet the rate limit. */
const cookies = new Map<string, Awaited<ReturnType<Visit['context']['cookies']>>>();

/** Opens a page of the list as its account, theme, locale and state, and waits until nothing moves. */
export const openPage = async (
  browser: Browser,
  origin: string,
  page: ScreenPage,
  look: Look = {},
): Promise<OpenedPage> => {
  const { state = 'whole', ...options } = look;
  const view = await visit(browser, origin, options);
  await view.page.addInitScript(
    (locale) => localStorage.setItem('lifang.locale', JSON.stringify(locale)),
    options.locale === 'en' ? 'en' : 'zh',
  );
  if (page.as) {
    const key = `${origin} ${page.as}`;
    const known = cookies.get(key);
    if (known) await view.context.addCookies(known);
    else {
      await signInAs(view, origin, page.as);
      cookies.set(key, await view.context.cookies());
    }
  }
  const ask = async <Answer>(address: string): Promise<Answer> => {
    const answer = await view.page.request.get(address);
    if (!answer.ok()) throw new Error(`${address}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const path = typeof page.path === 'string' ? page.path : await page.path(ask);
  await hold(view, page, state);
  await view.page.goto(path);
  await settle(view);
  // A failure is told after the repeats that a page makes by itself; a page that can go on without the answer tells none.
  if (state === 'failed') {
    const told = view.page.locator('[role=alert]').first();
    await told.waitFor({ timeout: 6_000 }).catch(() => undefined);
  }
  if (page.then && state === 'whole') {
    await page.then(view.page);
    await settle(view);
  }
  return { ...view, close: () => view.context.close() };
};

/** The line for live updates never falls silent, so it is not the network that is waited for but what is drawn. */
export const settle = async ({ page }: Visit): Promise<void> => {
  await page.waitForSelector('h1', { state: 'attached', timeout: 20_000 });
  let before = '';
  for (let tries = 0; tries < 20; tries += 1) {
    await pause(150);
    // A text, since this file is checked without the words of browsers.
    const now = String(
      await page.evaluate('document.body.innerText.length + " " + document.querySelectorAll("*").length'),
    );
    if (now === before && tries > 1) return;
    before = now;
  }
};
