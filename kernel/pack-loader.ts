import { findJsonFault } from './json-fault.ts';
import type { Definition, Pack } from './pack.ts';

/** What is wrong with one definition. `path` is the place inside it: `stages[2].owner.role`. */
export interface DefinitionProblem {
  readonly id: string;
  readonly path: string;
  readonly message: string;
}

export interface PackProblem extends DefinitionProblem {
  readonly pack: string;
  readonly section: string;
}

/** All definitions of all packs that are being loaded, so that one may refer to another by id. */
export interface LoadContext {
  /** Definitions of a section in the order of their packs. The caller names the type that the section holds. */
  readonly all: <D extends Definition = Definition>(section: string) => readonly D[];
  readonly find: <D extends Definition = Definition>(section: string, id: string) => D | undefined;
}

/** Given by the engine that reads a section: checks its definitions, those of all packs at once. */
export type SectionChecker<D extends Definition = never> = (
  definitions: readonly D[],
  context: LoadContext,
) => readonly DefinitionProblem[];

export type SectionCheckers = Readonly<Record<string, SectionChecker>>;

export interface LoadedPacks extends LoadContext {
  readonly packs: readonly Pack[];
  /** @throws Error when no pack declares it */
  readonly get: <D extends Definition = Definition>(section: string, id: string) => D;
  /** The pack that declares a definition. */
  readonly packOf: (section: string, id: string) => Pack | undefined;
}

/** The packs cannot be loaded; the message names every offending definition. It stops the server. */
export class PackRefused extends Error {
  readonly problems: readonly PackProblem[];

  constructor(problems: readonly PackProblem[]) {
    super(['The packs were refused:', ...problems.map(problemText)].join('\n  '));
    this.name = 'PackRefused';
    this.problems = problems;
  }
}

export const problemText = ({ pack, section, id, path, message }: PackProblem): string =>
  [pack, section, id, path].filter(Boolean).join(' · ') + `: ${message}`;

/** Loads packs that pass every check. @throws PackRefused with all problems otherwise */
export const loadPacks = (packs: readonly Pack[], checkers: SectionCheckers): LoadedPacks => {
  const problems = checkPacks(packs, checkers);
  if (problems.length > 0) throw new PackRefused(problems);
  return loadedOf(packs);
};

/**
 * Every problem of every pack; empty when they can be loaded. Sections are checked by their engines
 * only when ids and JSON are sound, so that a checker meets what its types promise as far as can be.
 */
export const checkPacks = (packs: readonly Pack[], checkers: SectionCheckers): readonly PackProblem[] => {
  const problems = [...packProblems(packs), ...definitionProblems(packs, checkers)];
  if (problems.length > 0) return problems;
  const loaded = loadedOf(packs);
  return Object.entries(checkers).flatMap(([section, checker]) =>
    checker(loaded.all<never>(section), loaded).map((problem) => ({
      pack: loaded.packOf(section, problem.id)?.id ?? '?',
      section,
      ...problem,
    })),
  );
};

const isPackId = (id: string): boolean => /^[a-z][a-z0-9-]{0,39}$/.test(id);
const isDefinitionId = (id: unknown): boolean => typeof id === 'string' && /^[a-z][A-Za-z0-9_.-]{0,79}$/.test(id);

const packProblems = (packs: readonly Pack[]): PackProblem[] =>
  packs.flatMap((pack, index) => {
    const say = (path: string, message: string): PackProblem => ({ pack: pack.id, section: '', id: '', path, message });
    const { sections, ...rest } = pack;
    const fault = findJsonFault(rest);
    return [
      isPackId(pack.id) ? [] : say('id', 'small letters, digits and hyphens only'),
      packs.findIndex((other) => other.id === pack.id) === index ? [] : say('id', 'two packs have this id'),
      Number.isInteger(pack.version) && pack.version > 0 ? [] : say('version', 'a whole number from 1 on is needed'),
      fault ? say(fault.path, fault.message) : [],
      (['name', 'summary'] as const).flatMap((key) =>
        pack[key]?.zh && pack[key].en ? [] : say(key, 'a text in zh and en is needed'),
      ),
      sections ? [] : say('sections', 'missing'),
    ].flat();
  });

const definitionProblems = (packs: readonly Pack[], checkers: SectionCheckers): PackProblem[] => {
  const problems: PackProblem[] = [];
  const owners = new Map<string, string>();
  for (const pack of packs) {
    for (const [section, definitions] of Object.entries(pack.sections ?? {})) {
      const say = (id: string, path: string, message: string): void => {
        problems.push({ pack: pack.id, section, id, path, message });
      };
      if (!Object.hasOwn(checkers, section)) say('', '', 'no engine reads this section');
      for (const definition of definitions ?? []) {
        const { id } = definition;
        const fault = findJsonFault(definition);
        const owner = owners.get(`${section}\n${id}`);
        if (!isDefinitionId(id))
          say(String(id), 'id', 'begins with a small letter; then letters, digits, “_”, “-”, “.”');
        if (fault) say(id, fault.path, fault.message);
        if (owner !== undefined)
          say(id, 'id', owner === pack.id ? 'stands twice' : `the pack ${owner} declares it too`);
        owners.set(`${section}\n${id}`, pack.id);
      }
    }
  }
  return problems;
};

const loadedOf = (packs: readonly Pack[]): LoadedPacks => {
  const sections = new Map<string, Map<string, { readonly definition: Definition; readonly pack: Pack }>>();
  for (const pack of packs) {
    for (const [section, definitions] of Object.entries(pack.sections)) {
      const known = sections.get(section) ?? new Map();
      for (const definition of definitions ?? []) known.set(definition.id, { definition, pack });
      sections.set(section, known);
    }
  }
  const entry = (section: string, id: string) => sections.get(section)?.get(id);
  // The types of a section's definitions are the engine's, whose checker has seen them.
  const all = <D extends Definition>(section: string): readonly D[] =>
    [...(sections.get(section)?.values() ?? [])].map((one) => one.definition as D);
  const find = <D extends Definition>(section: string, id: string): D | undefined =>
    entry(section, id)?.definition as D | undefined;
  const get = <D extends Definition>(section: string, id: string): D => {
    const found = find<D>(section, id);
    if (!found) throw new Error(`no pack declares ${id} in ${section}`);
    return found;
  };
  return { packs, all, find, get, packOf: (section, id) => entry(section, id)?.pack };
};
