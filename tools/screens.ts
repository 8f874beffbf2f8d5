import { mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { readEnvironment } from '../apps/server/environment.ts';
import { startServer } from '../apps/server/main.ts';
import { openPage, type ScreenState, statesOf } from '../tests/screens/open-page.ts';
import { type ScreenPage, screenPages } from '../tests/screens/pages.ts';
import { openBrowser } from '../tests/support/browser.ts';
import { buildApp, webApps } from './build.ts';

/**
 * `npm run screens [-- WORDS] [--quick] [--readme]`: a picture of every page and state, phone and desktop,
 * light and dark, zh and en, into `screens/` with an index. WORDS picks pages by id; `--quick` takes zh and
 * light alone; `--readme` refreshes `docs/screenshot.png` and takes nothing else.
 */
const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'screens');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const has = (flag: string): boolean => process.argv.includes(flag);

interface Shot {
  readonly file: string;
  readonly page: ScreenPage;
  readonly state: ScreenState;
  readonly size: 'phone' | 'desktop';
  readonly theme: 'light' | 'dark';
  readonly locale: 'zh-CN' | 'en';
}

const shotsOf = (page: ScreenPage): Shot[] => {
  const quick = has('--quick');
  const sizes = page.app === 'mobile' ? (['phone'] as const) : (['desktop', 'phone'] as const);
  return statesOf(page).flatMap((state) =>
    sizes.flatMap((size) =>
      (['light', 'dark'] as const).flatMap((theme) =>
        (['zh-CN', 'en'] as const)
          // The seldom states are looked at once a size.
          .filter((locale) => (quick || state !== 'whole' ? theme === 'light' && locale === 'zh-CN' : true))
          .map((locale) => ({
            page,
            state,
            size,
            theme,
            locale,
            file: [page.id, state, size, theme, locale === 'en' ? 'en' : 'zh'].join('-') + '.png',
          })),
      ),
    ),
  );
};

const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const indexOf = (shots: readonly (Shot & { readonly remarks: readonly string[] })[]): string => {
  const groups = Map.groupBy(shots, (shot) => `${shot.page.app} · ${shot.page.id}`);
  const figure = (shot: Shot & { readonly remarks: readonly string[] }): string =>
    `<figure><a href="${shot.file}"><img src="${shot.file}" loading="lazy" alt=""></a><figcaption>${escape(
      [shot.state, shot.size, shot.theme, shot.locale].join(' · '),
    )}${shot.remarks.map((remark) => `<br><b>${escape(remark)}</b>`).join('')}</figcaption></figure>`;
  return `<!doctype html><meta charset="utf-8"><title>Lifang: screens</title><style>body{font:14px sans-serif;margin:24px;background:#f6f7f9}section div{display:flex;flex-wrap:wrap;gap:16px}figure{margin:0;width:320px}img{width:100%;border:1px solid #ccc}b{color:#c0362c}</style><h1>Screens</h1>${[
    ...groups,
  ]
    .map(([name, members]) => `<section><h2>${escape(name)}</h2><div>${members.map(figure).join('')}</div></section>`)
    .join('')}`;
};

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const dataFolder = path.join(os.tmpdir(), `lifang-screens-${process.pid}`);
await Promise.all(webApps.map(buildApp));
const server = await startServer(
  {
    ...readEnvironment(
      { ...process.env, PORT: '0', LIFANG_DATA: dataFolder, LIFANG_LOG: 'file', LIFANG_RATE_FACTOR: '1000' },
      root,
    ),
  },
  { say: () => undefined },
);
const browser = await openBrowser();
let failed = 0;
try {
  if (has('--readme')) {
    const page = screenPages.find((one) => one.id === 'board');
    if (!page) throw new Error('the page for the picture of the README is gone');
    const opened = await openPage(browser, server.url, page);
    const file = path.join(root, 'docs/screenshot.png');
    await opened.page.screenshot({ path: file });
    say(file);
  } else {
    if (words.length === 0) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const wanted = screenPages.filter((page) => words.length === 0 || words.some((word) => page.id.includes(word)));
    const taken: (Shot & { remarks: string[] })[] = [];
    for (const shot of wanted.flatMap(shotsOf)) {
      const remarks: string[] = [];
      try {
        const opened = await openPage(browser, server.url, shot.page, shot);
        const wide = Number(await opened.page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
        if (wide > 0) remarks.push(`wider than the screen by ${wide} px`);
        remarks.push(...opened.faults, ...opened.foreign.map((address) => `asked ${address}`));
        await opened.page.screenshot({ path: path.join(folder, shot.file), fullPage: true });
        await opened.close();
      } catch (error) {
        remarks.push(error instanceof Error ? error.message : String(error));
      }
      if (remarks.length > 0) {
        failed += 1;
        say(`${shot.file}: ${remarks.join(' | ')}`);
      }
      taken.push({ ...shot, remarks });
    }
    await writeFile(path.join(folder, 'index.html'), indexOf(taken));
    say(`${taken.length} pictures, ${failed} with remarks: ${path.join(folder, 'index.html')}`);
  }
} finally {
  await browser.close();
  await server.stop();
  await rm(dataFolder, { recursive: true, force: true });
}
process.exit(failed > 0 ? 1 : 0);
