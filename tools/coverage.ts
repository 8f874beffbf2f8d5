/**
 * What of the seed catalogue stands, and where it is shown to work: `docs/coverage.md`, and the table “Seed rows” in
 * the README of each pack. Made from the examples of packs (`proves`) and from the titles of tests that name a row.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PlaybookExample } from '#engines/case/model';
import { readPacks } from '../apps/server/packs.ts';

const root = path.resolve(import.meta.dirname, '..');

/** A demand of the seed reports: what they say, in at most 30 characters, and what it asks of the system. */
interface SeedRow {
  readonly id: string;
  /** The main engine first: `case + register`. */
  readonly engine: string;
  readonly said: string;
  readonly asks: string;
}

/** By row: what of it is not shown, because it belongs to an engine that does not stand yet. */
type Remains = Readonly<Record<string, string>>;

/** One showing of a row: by an example of a playbook, or by a test. */
interface Proof {
  readonly row: string;
  /** Id of the playbook, or the room of the test. */
  readonly carrier: string;
  /** Id of the example, or file and title of the test. */
  readonly proof: string;
  /** Id of the pack, for its README. */
  readonly pack?: string;
}

export interface Coverage {
  /** Text of `docs/coverage.md`. */
  readonly document: string;
  /** By pack: its README as it should be. */
  readonly readmes: ReadonlyMap<string, string>;
  /** Rows that examples, tests or the list of what remains name and the catalogue does not have. */
  readonly unknown: readonly string[];
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const mainEngine = (row: SeedRow): string => row.engine.split(/[ (+]/)[0] ?? row.engine;

const testFiles = async (): Promise<readonly string[]> => {
  const rooms = ['apps', 'engines', 'fields', 'kernel', 'packs', 'platform', 'tests'];
  const found = await Promise.all(
    rooms.map(async (room) =>
      (await readdir(path.join(root, room), { recursive: true }))
        .filter((name) => /\.(test|e2e)\.ts$/.test(name) && !name.includes('node_modules'))
        .map((name) => `${room}/${name.replaceAll(path.sep, '/')}`),
    ),
  );
  return found.flat().sort();
};

/** Tests whose title names rows: `test('S614: a body is abolished …')`. */
const provenByTests = async (): Promise<readonly Proof[]> => {
  const proofs: Proof[] = [];
  for (const name of await testFiles()) {
    const code = await readFile(path.join(root, name), 'utf8');
    for (const [, , title = ''] of code.matchAll(
      /\b(?:test|it|describe)\(\s*(['"`])((?:(?!\1).)*\bS\d{3}\b(?:(?!\1).)*)\1/g,
    ))
      for (const [row] of title.matchAll(/\bS\d{3}\b/g))
        proofs.push({ row, carrier: path.posix.dirname(name), proof: `${path.posix.basename(name)}: ${title}` });
  }
  return proofs;
};

const BEGIN = '<!-- seed rows: made by node tools/docs.ts -->';
const END = '<!-- end of seed rows -->';

/** What remains stands once, beside the row's first proof. */
const withTable = (readme: string, proofs: readonly Proof[], remains: Remains): string => {
  const rows = proofs.map((one, at) => {
    const left = proofs[at - 1]?.row === one.row ? '' : (remains[one.row] ?? '');
    return `| ${one.row} | ${one.carrier} | ${cell(one.proof)} | ${cell(left)} |`;
  });
  const table = `${BEGIN}\n\n| row | playbook | shown by | what remains |\n|---|---|---|---|\n${rows.join('\n')}\n\n${END}`;
  if (rows.length === 0) return readme;
  const begin = readme.indexOf(BEGIN);
  if (begin < 0) return `${readme.trimEnd()}\n\n## Seed rows\n\n${table}\n`;
  return readme.slice(0, begin) + table + readme.slice(readme.indexOf(END) + END.length);
};

export const readCoverage = async (): Promise<Coverage> => {
  const catalogue = JSON.parse(await readFile(path.join(root, 'docs/seed-rows.json'), 'utf8')) as readonly SeedRow[];
  const remains = JSON.parse(await readFile(path.join(root, 'docs/seed-remains.json'), 'utf8')) as Remains;
  const packs = await readPacks();
  const byExamples = packs.flatMap((pack) =>
    ((pack.sections['examples'] ?? []) as readonly PlaybookExample[]).flatMap((example) =>
      (example.proves ?? []).map(
        (row): Proof => ({ row, carrier: example.playbook, proof: example.id, pack: pack.id }),
      ),
    ),
  );
  const proofs = [...byExamples, ...(await provenByTests())];
  const byRow = Map.groupBy(proofs, (one) => one.row);
  const known = new Set(catalogue.map((row) => row.id));
  const readmes = new Map<string, string>();
  for (const { id } of packs) {
    const readme = await readFile(path.join(root, 'packs', id, 'README.md'), 'utf8');
    const own = byExamples.filter((one) => one.pack === id).sort((a, b) => (a.row < b.row ? -1 : 1));
    readmes.set(id, withTable(readme, own, remains));
  }
  return {
    document: documentOf(catalogue, byRow, remains),
    readmes,
    unknown: [...byRow.keys(), ...Object.keys(remains)].filter((row) => !known.has(row)),
  };
};

const documentOf = (
  catalogue: readonly SeedRow[],
  byRow: ReadonlyMap<string, readonly Proof[]>,
  remains: Remains,
): string => {
  const engines = [...new Set(catalogue.map(mainEngine))];
  const counts = engines.map((engine) => {
    const rows = catalogue.filter((row) => mainEngine(row) === engine);
    return `| ${engine} | ${rows.length} | ${rows.filter((row) => byRow.has(row.id)).length} |`;
  });
  const carried = catalogue
    .filter((row) => byRow.has(row.id))
    .map((row) => {
      const all = byRow.get(row.id) ?? [];
      const shown = all.slice(0, 3).map((one) => one.proof);
      const more = all.length > 3 ? ` and ${all.length - 3} more` : '';
      const carriers = [...new Set(all.map((one) => one.carrier))].join(', ');
      return `| ${row.id} | ${cell(row.said)} | ${carriers} | ${cell(shown.join('; '))}${more} | ${cell(remains[row.id] ?? '')} |`;
    });
  const missing = catalogue
    .filter((row) => mainEngine(row) === 'case' && !byRow.has(row.id))
    .map((row) => `| ${row.id} | ${cell(row.said)} | ${cell(row.asks)} |`);
  return `# What of the seeds stands

Made by \`node tools/docs.ts\` from the examples of packs and the titles of tests; do not edit it by hand. The demands are those of
\`seed-rows.json\`: what five reports of streets and districts say, and what that asks of a system. A row counts when an example
that runs in every test, or a test, shows what it asks. Where a part of it belongs to an engine that does not stand yet, the row
counts for what is shown, and “what remains” (\`seed-remains.json\`) says the rest.

| engine | demands | shown |
|---|---|---|
${counts.join('\n')}

## Shown

| row | said | carried by | shown by | what remains |
|---|---|---|---|---|
${carried.join('\n')}

## Rows of the engine \`case\` that nothing shows yet

| row | said | asks |
|---|---|---|
${missing.join('\n')}
`;
};
