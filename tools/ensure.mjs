// Runs before everything else, on any Node from 18 on and without a single dependency: installs what is
// missing and says how to get Node 24 where the package that brings it does not fit the machine.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const quiet = process.argv.includes('--quiet');
const neededNode = 24;

const readJson = (name) => {
  try {
    return JSON.parse(readFileSync(path.join(root, name), 'utf8'));
  } catch {
    return undefined;
  }
};

/** True when everything that package-lock.json names for this machine lies in node_modules in that version. */
const isInstalled = (withoutDev) => {
  const wanted = readJson('package-lock.json');
  const found = readJson('node_modules/.package-lock.json');
  if (!wanted || !found) return false;
  return Object.entries(wanted.packages).every(([place, one]) => {
    if (place === '' || one.link || (withoutDev && one.dev)) return true;
    const there = found.packages[place];
    return there ? there.version === one.version : Boolean(one.optional || one.devOptional || one.peer);
  });
};

const runNpm = (words) => {
  const npm = process.env.npm_execpath;
  const [program, first] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []];
  const stdio = ['ignore', quiet ? 2 : 'inherit', 'inherit'];
  // No package needs a script of its own at the install, so none runs.
  return spawnSync(program, [...first, ...words, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio,
  });
};

const install = (withoutDev) => {
  if (!quiet) console.log('Lifang: installing what is missing (npm ci) …');
  const which = withoutDev ? '--omit=dev' : '--include=dev';
  // A registry that lacks packages of other systems makes `npm ci` refuse the lock file; `install` keeps to it all the same.
  const attempts = [
    ['ci', which],
    ['install', '--no-save', which],
  ];
  let done;
  for (const words of attempts) {
    done = runNpm(words);
    if (done.status === 0) return;
  }
  console.error(
    done.error?.code === 'ENOENT'
      ? 'Lifang: npm was not found. Please install Node.js with npm: https://nodejs.org/'
      : 'Lifang: the packages could not be installed. Please check the network or the registry (npm config get registry) and try again.',
  );
  process.exit(done.status || 1);
};

const majorOf = (version) => Number(version.replace(/^v/, '').split('.')[0]);

const reachableNode = () => {
  const own = path.join(root, 'node_modules/.bin/node');
  if (existsSync(own)) {
    try {
      const version = execFileSync(own, ['-v'], { encoding: 'utf8' }).trim();
      if (majorOf(version) >= neededNode) return version;
    } catch {
      // Made for another system: the one on the path has to do.
    }
  }
  return majorOf(process.version) >= neededNode ? process.version : undefined;
};

const withoutDev = process.env.NODE_ENV === 'production' || /\bdev\b/.test(process.env.npm_config_omit || '');
if (!isInstalled(withoutDev)) install(withoutDev);
if (!reachableNode()) {
  console.error(
    [
      `Lifang needs Node.js ${neededNode} or newer; this is ${process.version} on ${process.platform}-${process.arch}.`,
      'On Linux x64 it comes with the packages by itself; elsewhere install it from https://nodejs.org/ or with',
      '  nvm install 24      (https://github.com/nvm-sh/nvm)',
      'and run the command again.',
    ].join('\n'),
  );
  process.exit(1);
}
