import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The project's own files, with `/` between folders, seen from its root. */
export const root = path.resolve(import.meta.dirname, '../..');
const rooms = ['kernel', 'fields', 'engines', 'platform', 'packs', 'apps', 'tools', 'tests'];
const notOurs = new Set(['node_modules', 'dist', 'dist.new']);

export interface SourceFile {
  readonly name: string;
  readonly text: string;
  /** The text without comments; strings stay. */
  readonly code: string;
}

const walk = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : walk(name);
    return [name];
  });

// A comment, or something that may hold what looks like one.
const commentOrText =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|`(?:\\[\s\S]|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\/(?![*/])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n[])+\/[a-z]*(?=[\s,;.)\]])/g;

export const withoutComments = (text: string): string =>
  text.replace(commentOrText, (found) => (/^\/[/*]/.test(found) ? found.replace(/[^\n]/g, ' ') : found));

const files = new Map<string, SourceFile>();

/** Files of the rooms whose names end in one of these, such as `.ts`. */
export const sourceFiles = (...ends: readonly string[]): readonly SourceFile[] => {
  if (files.size === 0) {
    for (const name of rooms.flatMap(walk)) {
      if (!/\.(ts|tsx|mjs|css|html|sql|md)$/.test(name)) continue;
      const text = readFileSync(path.join(root, name), 'utf8');
      files.set(name, { name, text, code: /\.(ts|tsx|mjs|css)$/.test(name) ? withoutComments(text) : text });
    }
  }
  return [...files.values()].filter((file) => ends.some((end) => file.name.endsWith(end)));
};

export const isTest = (name: string): boolean =>
  /\.(test|e2e)\.tsx?$/.test(name) || /^tests\/|\/fixtures\//.test(name) || name === 'fields/testing.ts';

export const readRoot = (name: string): string => readFileSync(path.join(root, name), 'utf8');
