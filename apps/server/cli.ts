import path from 'node:path';
import process from 'node:process';
import { isRefusal, sentenceOf } from '#kernel/domain-error';
import { PackRefused } from '#kernel/pack-loader';
import { createLog } from '#platform/server/log';
import { type Command, commandOf, findCommands } from './command-list.ts';
import { compose, type Lifang } from './compose.ts';
import { openDatabase } from './database.ts';
import { BadEnvironment, readEnvironment } from './environment.ts';

/** The installation, opened once at the most, and how to leave it. */
const installation = () => {
  let opened: Promise<Lifang> | undefined;
  const undo: (() => Promise<unknown>)[] = [];
  return {
    open: (): Promise<Lifang> => {
      opened ??= (async () => {
        const env = readEnvironment(process.env, process.cwd());
        const database = await openDatabase(env);
        undo.push(database.release);
        const log = createLog({ to: { file: path.join(env.dataFolder, 'logs/command.log') }, level: env.logLevel });
        const lifang = await compose({
          ...env,
          databaseUrl: database.url,
          ownerUrl: database.ownerUrl,
          log,
          name: 'lifang command',
        });
        undo.push(lifang.close);
        return lifang;
      })();
      return opened;
    },
    atEnd: (step: () => Promise<unknown>): void => void undo.push(step),
    close: async (): Promise<void> => {
      await opened?.catch(() => undefined);
      for (const step of undo.splice(0).reverse()) await step();
    },
  };
};

const inChinese = (): boolean => /^zh/i.test(process.env['LC_ALL'] || process.env['LANG'] || '');

/** What went wrong in one sentence, and the exit code: 2 when the words were not understood. */
const failureOf = (error: unknown, command: Command): { readonly text: string; readonly code: 1 | 2 } => {
  if (isRefusal(error)) {
    const sentences = [error, ...error.also].map((one) => sentenceOf(one)[inChinese() ? 'zh' : 'en']);
    return { text: sentences.join('\n'), code: 1 };
  }
  const message = error instanceof Error ? error.message : String(error);
  if (message === command.usage) return { text: command.usage, code: 2 };
  const { code } = (error ?? {}) as { code?: string };
  if (code?.startsWith('ERR_PARSE_ARGS')) return { text: `${message}\n\n${command.usage}`, code: 2 };
  if (error instanceof BadEnvironment || error instanceof PackRefused || !(error instanceof Error))
    return { text: message, code: 1 };
  return { text: process.env['LIFANG_DEBUG'] ? (error.stack ?? message) : message, code: 1 };
};

/** Runs the words of a command line. @returns the exit code */
export const runCommandLine = async (words: readonly string[]): Promise<number> => {
  const commands = await findCommands();
  const wanted = words.length === 0 || words[0] === '--help' || words[0] === '-h' ? ['help', ...words.slice(1)] : words;
  const found = commandOf(wanted, commands);
  if (!found) {
    const near = commands.filter(({ name }) => name.split(' ').includes(wanted[0] ?? ''));
    const hint = near.length
      ? `Did you mean ${near.map(({ name }) => `“${name}”`).join(' or ')}?`
      : 'All commands: npm run -s lifang -- help';
    process.stderr.write(`There is no command “${wanted.join(' ')}”. ${hint}\n`);
    return 2;
  }
  const { command, args } = found;
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${command.usage}\n`);
    return 0;
  }
  const { open, atEnd, close } = installation();
  const leave = (): void => void close().finally(() => process.exit(130));
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  try {
    await command.run(args, open, atEnd);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    const { text, code } = failureOf(error, command);
    process.stderr.write(`${text}\n`);
    return code;
  } finally {
    await close();
  }
};

if (import.meta.main) {
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
  process.exitCode = await runCommandLine(process.argv.slice(2));
}
