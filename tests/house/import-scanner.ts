import path from 'node:path';
import { readRoot, withoutComments } from './source-files.ts';

/** What a file imports: another file of the project (seen from its root), or a package. */
export type Imported = { readonly file: string } | { readonly module: string };

const { imports } = JSON.parse(readRoot('package.json')) as { imports: Record<string, string> };

/** Longest pattern first, as Node resolves them. */
const patterns = Object.entries(imports)
  .map(([pattern, target]) => ({ pattern, target: target.slice(2) }))
  .sort((a, b) => b.pattern.length - a.pattern.length);

/** `#engines/case/model` → `engines/case/model/index.ts` by the `imports` of package.json. */
export const resolveRoom = (specifier: string): string => {
  for (const { pattern, target } of patterns) {
    const [before = '', after = ''] = pattern.split('*');
    if (!pattern.includes('*')) {
      if (pattern === specifier) return target;
    } else if (specifier.startsWith(before) && specifier.endsWith(after) && specifier.length >= pattern.length) {
      return target.replace('*', specifier.slice(before.length, specifier.length - after.length));
    }
  }
  throw new Error(`package.json has no import ${specifier}`);
};

const statement = /(?<![\w.'"`$-])(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*\(?\s*(['"])([#.@\w][\w@./#-]*)\1/g;

/** A template may hold code that is written elsewhere. */
const withoutTemplates = (code: string): string => code.replace(/`(?:\\[\s\S]|[^`\\])*`/g, '``');

/** Specifiers in the order in which they stand: static and dynamic imports, types too, and re-exports. */
export const specifiersIn = (text: string): string[] =>
  [...withoutTemplates(withoutComments(text)).matchAll(statement)].map((found) => found[2] as string);

export const importsOf = (file: { readonly name: string; readonly text: string }): readonly Imported[] =>
  specifiersIn(file.text).map((specifier) => {
    if (specifier.startsWith('#')) return { file: resolveRoom(specifier) };
    if (specifier.startsWith('.')) return { file: path.posix.join(path.posix.dirname(file.name), specifier) };
    return { module: specifier };
  });
