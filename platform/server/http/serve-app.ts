import { randomBytes } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentPolicy } from './headers.ts';

/** A built front end: a folder with `index.html` and hashed files below `assets/`. */
export interface WebApp {
  /** Where it lies in the address: `/` or `/m/`. */
  readonly prefix: string;
  readonly folder: string;
}

/** Vite writes this word wherever a page needs the nonce of its answer (`html.cspNonce`). */
const nonceMark = '__LIFANG_NONCE__';

const pageOf = (folder: string): (() => Promise<string | null>) => {
  const file = path.join(folder, 'index.html');
  let kept: { at: number; text: string } | undefined;
  return async () => {
    const at = (await stat(file).catch(() => null))?.mtimeMs;
    if (at === undefined) return null;
    if (kept?.at !== at) kept = { at, text: await readFile(file, 'utf8') };
    return kept.text;
  };
};

const notBuilt = `<!doctype html><meta charset="utf-8"><title>里坊</title><p>页面尚未构建，请运行 npm run build。<p>The pages are not built yet; please run <code>npm run build</code>.`;

/** What ends like a file is one; a page may have a dot in its address too: `/playbooks/care.visit`. */
const namesFile =
  /\.(?:m?js|css|map|json|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|txt|xml|webmanifest|wasm|pdf|zip|docx|xlsx|php|aspx?|jsp|env|bak|sql)$/i;

/**
 * Serves built apps: hashed files for ever, pages and service workers asked again each time; every
 * address without a file gets the page of its app, whose router takes it from there.
 */
export const serveApps = async (app: FastifyInstance, webApps: readonly WebApp[]): Promise<void> => {
  const longestFirst = [...webApps].sort((a, b) => b.prefix.length - a.prefix.length);
  const sources = app.lifang.options.pages ?? {};
  for (const [index, { prefix, folder }] of longestFirst.entries()) {
    await mkdir(folder, { recursive: true });
    await app.register(fastifyStatic, {
      root: folder,
      prefix,
      index: false,
      preCompressed: true,
      decorateReply: index === 0,
      cacheControl: false,
      dotfiles: 'ignore',
      redirect: false,
      // The page itself is never sent as a file: it needs its nonce.
      allowedPath: (name) => !name.endsWith('/index.html'),
      setHeaders: (reply, file) => {
        const hashed = path.relative(folder, file).startsWith(`assets${path.sep}`);
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        reply.header('content-security-policy', contentPolicy(sources));
      },
    });
  }
  const pages = longestFirst.map(({ prefix, folder }) => ({ prefix, read: pageOf(folder) }));

  const sendPage = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | null> => {
    const address = request.url.split('?')[0] ?? '/';
    if (request.method !== 'GET' && request.method !== 'HEAD') return null;
    // A missing picture or script is missing; only addresses that people see are answered by a page.
    if (namesFile.test(address)) return null;
    const page = pages.find(({ prefix }) => address.startsWith(prefix) || `${address}/` === prefix);
    if (!page) return null;
    const nonce = randomBytes(16).toString('base64');
    const text = await page.read();
    return reply
      .status(text === null ? 503 : 200)
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': contentPolicy(sources, nonce) })
      .type('text/html; charset=utf-8')
      .send((text ?? notBuilt).replaceAll(nonceMark, nonce));
  };
  app.lifang.fallback = sendPage;
  // A folder is no file: these addresses never get as far as the fallback.
  for (const { prefix } of longestFirst) app.route({ method: ['GET', 'HEAD'], url: prefix, handler: sendPage });
};
