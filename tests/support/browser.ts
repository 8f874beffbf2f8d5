import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** The system's Chromium if there is one, else the one that comes from npm (without CJK fonts). */
const findBrowser = async (): Promise<{ executablePath: string; args: readonly string[] }> => {
  const named = process.env['LIFANG_BROWSER'];
  const candidates = [named, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].filter(
    (name) => name !== undefined,
  );
  for (const candidate of candidates) {
    try {
      accessSync(candidate, constants.X_OK);
      return { executablePath: candidate, args: [] };
    } catch {}
  }
  try {
    const found = execFileSync('which', ['chromium', 'google-chrome', 'chrome'], { encoding: 'utf8' }).split('\n')[0];
    if (found) return { executablePath: found, args: [] };
  } catch {}
  const packed = (await import('@sparticuz/chromium')).default;
  return { executablePath: await packed.executablePath(), args: packed.args };
};

/** A headless browser that asks nobody outside. Close it when the file's tests are over. */
export const openBrowser = async (): Promise<Browser> => {
  const { executablePath, args } = await findBrowser();
  return chromium.launch({
    executablePath,
    headless: true,
    // Without a locale the browser cannot write Chinese file names, and calls every download “download”.
    env: { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>,
    args: [
      ...args,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--force-color-profile=srgb',
    ],
  });
};

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong in the page: uncaught errors and console errors. A failed load while offline is not one. */
  readonly faults: string[];
  /** Requests to any other host than the server under test. */
  readonly foreign: string[];
}

export interface VisitOptions {
  readonly size?: 'phone' | 'desktop';
  readonly theme?: 'light' | 'dark';
  readonly locale?: 'zh-CN' | 'en';
}

/** A fresh visitor: own cookies and storage, Chinese, in China's time zone, phone or desktop. */
export const visit = async (browser: Browser, origin: string, options: VisitOptions = {}): Promise<Visit> => {
  const phone = options.size === 'phone';
  const context = await browser.newContext({
    baseURL: origin,
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    deviceScaleFactor: phone ? 2 : 1,
    hasTouch: phone,
    isMobile: phone,
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.theme ?? 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const foreign: string[] = [];
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(message.text()))
      faults.push(message.text());
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== new URL(origin).origin) foreign.push(request.url());
  });
  return { context, page, faults, foreign };
};
