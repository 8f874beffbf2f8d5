/**
 * Writes the documents that are made from code: `docs/errors.md` from the error catalogue, `docs/coverage.md` and the
 * tables “Seed rows” of packs from examples and tests.
 * `tests/house/docs.test.ts` keeps them equal. Run: `node tools/docs.ts`
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readCoverage } from './coverage.ts';
import { type ErrorEntry, errorCatalogue } from '#kernel/error-catalogue';

const root = path.resolve(import.meta.dirname, '..');

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The catalogue as a table, in its own order, family by family. */
export const errorsDocument = (catalogue: Readonly<Record<string, ErrorEntry>>): string => {
  const families = [...new Set(Object.keys(catalogue).map((code) => code.split('.')[0] as string))];
  const parts = families.map((family) => {
    const rows = Object.entries(catalogue)
      .filter(([code]) => code.startsWith(`${family}.`))
      .map(
        ([code, entry]) =>
          `| \`${code}\` | ${entry.status} | ${entry.public ? '' : 'inside only'} | ${cell(entry.message.zh)} | ${cell(entry.message.en)} |`,
      );
    return `## ${family}\n\n| code | status | | 中文 | English |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Errors

Made by \`node tools/docs.ts\` from \`kernel/errors/\`; do not edit it by hand.

Every refusal is answered as problem+json (RFC 9457): \`code\`, \`status\`, the sentence in both languages under \`message\`, refusals of
single fields under \`fields\`, and \`trace\`, the number under which the log knows the request. “Inside only”: people without
sign-in read the sentence of \`server.failed\` instead.

${parts.join('\n')}`;
};

if (process.argv[1] === import.meta.filename) {
  await writeFile(path.join(root, 'docs/errors.md'), errorsDocument(errorCatalogue));
  const { document, readmes, unknown } = await readCoverage();
  if (unknown.length > 0) throw new Error(`the catalogue has no ${unknown.join(', ')}`);
  await writeFile(path.join(root, 'docs/coverage.md'), document);
  for (const [pack, readme] of readmes) await writeFile(path.join(root, 'packs', pack, 'README.md'), readme);
  console.log('docs/errors.md, docs/coverage.md and the seed rows of packs are written.');
}
