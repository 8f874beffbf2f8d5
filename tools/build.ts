import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { withLock } from '#platform/server/locks';

const root = path.resolve(import.meta.dirname, '..');
const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

export const webApps = ['console', 'mobile'] as const;
export type WebAppName = (typeof webApps)[number];

/** What the pages of an app are made of, besides its own folder. */
const sharedSources = [
  'platform/web',
  'platform/contract',
  'fields',
  'kernel',
  'engines',
  'package-lock.json',
  'tools/build.ts',
];
/** Of the engines only these rooms reach a page. */
const isPageSource = (file: string): boolean =>
  !/\.(test|e2e)\.tsx?$/.test(file) && !/^engines\/[^/]+\/server\//.test(file) && !/\/dist(\.new|\.old)?\//.test(file);

const filesOf = async (place: string): Promise<readonly string[]> => {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  const entries = await readdir(full, { recursive: true, withFileTypes: true }).catch(() => null);
  if (!entries) return [place];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter(isPageSource);
};

/** Changes whenever anything changes that a page is made of. */
const sourceHash = async (app: WebAppName): Promise<string> => {
  const files = (await Promise.all([`apps/${app}`, ...sharedSources].map(filesOf))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(await readFile(path.join(root, file)));
  return hash.digest('hex');
};

/** Nobody has to wait for packing when a page is asked for. */
const packFiles = async (folder: string): Promise<void> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(js|css|svg|json|webmanifest|txt)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      if (bytes.length < 1_000) return;
      const params = { [constants.BROTLI_PARAM_QUALITY]: 8, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      await writeFile(`${file}.br`, await packBrotli(bytes, { params }));
      await writeFile(`${file}.gz`, await packGzip(bytes, { level: 7 }));
    }),
  );
};

const runVite = (app: WebAppName, folder: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const vite = path.join(root, 'node_modules/vite/bin/vite.js');
    const words = [
      'build',
      '--config',
      `apps/${app}/vite.config.ts`,
      '--outDir',
      folder,
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ];
    const child = spawn(process.execPath, [vite, ...words], {
      cwd: root,
      // A test that wants pages runs under another NODE_ENV, and would get those of developers, twice as heavy.
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let told = '';
    child.stdout.on('data', (chunk: Buffer) => void (told += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => void (told += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the pages of ${app} could not be built:\n${told}`));
    });
  });

/**
 * Builds the pages of an app unless they are made of these very sources. Made aside and swapped in, so that
 * a running server never serves half of them.
 * @returns whether there was anything to do
 */
export const buildApp = async (app: WebAppName): Promise<boolean> =>
  withLock(
    path.join(root, `.cache/build-${app}.lock`),
    async () => {
      const folder = path.join(root, 'apps', app, 'dist');
      const stamp = path.join(folder, '.sources');
      const hash = await sourceHash(app);
      if ((await readFile(stamp, 'utf8').catch(() => '')) === hash) return false;
      const making = `${folder}.new`;
      await runVite(app, making);
      await packFiles(making);
      await writeFile(path.join(making, '.sources'), hash);
      await rm(`${folder}.old`, { recursive: true, force: true });
      if (existsSync(folder)) await rename(folder, `${folder}.old`);
      await rename(making, folder);
      await rm(`${folder}.old`, { recursive: true, force: true });
      return true;
    },
    600_000,
  );

/** An installation without the tools to build (`npm ci --omit=dev`) runs on the pages it was delivered with. */
const canBuild = existsSync(path.join(root, 'node_modules/vite/bin/vite.js'));

export const buildApps = async (): Promise<void> => {
  if (!canBuild) return;
  const present = webApps.filter((app) => existsSync(path.join(root, 'apps', app, 'vite.config.ts')));
  await Promise.all(present.map((app) => buildApp(app)));
};

if (import.meta.main) {
  const begun = performance.now();
  await buildApps();
  process.stdout.write(`The pages are built (${((performance.now() - begun) / 1000).toFixed(1)} s).\n`);
}
