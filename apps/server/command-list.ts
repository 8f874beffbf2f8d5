import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Lifang } from './compose.ts';

/** One command of the command line; each lies in a file of `commands/` and is found there. */
export interface Command {
  /** One or two words: `figure`, `import cases`. */
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /**
   * @param args what stands behind the name
   * @param open the whole installation, also while its server runs; opened when it is first asked for
   * @param atEnd what has to be undone when the command ends or is interrupted, the last first
   */
  readonly run: (
    args: readonly string[],
    open: () => Promise<Lifang>,
    atEnd: (step: () => Promise<unknown>) => void,
  ) => Promise<void> | void;
}

const isCommand = (value: unknown): value is Command =>
  typeof value === 'object' && value !== null && 'name' in value && 'usage' in value && 'run' in value;

/** All commands, by name. */
export const findCommands = async (): Promise<readonly Command[]> => {
  const folder = path.join(import.meta.dirname, 'commands');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts') && !file.includes('.test.')).sort();
  const modules = await Promise.all(
    files.map((file) => import(`./commands/${file}`) as Promise<Record<string, unknown>>),
  );
  return modules
    .flatMap((module) => Object.values(module).filter(isCommand))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** The command that the words begin with, the longest name first, and what stands behind it. */
export const commandOf = (
  words: readonly string[],
  commands: readonly Command[],
): { readonly command: Command; readonly args: readonly string[] } | undefined => {
  const longestFirst = [...commands].sort((a, b) => b.name.length - a.name.length);
  for (const command of longestFirst) {
    const name = command.name.split(' ');
    if (name.every((word, index) => words[index] === word)) return { command, args: words.slice(name.length) };
  }
  return undefined;
};
