import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { loadPacks } from '#kernel/pack-loader';
import type { Playbook } from '#engines/case/model';
import { onBehalfFields } from '#engines/case/server';
import { readPacks } from '../packs.ts';
import { catalogueDocument, personalInformation } from '../privacy/catalogue.ts';
import { sectionCheckers } from '../section-checkers.ts';

const usage = `lifang privacy catalogue [--write]

  What personal information this installation handles: form, purpose, legal basis, kind, how long, where.
  --write  into docs/personal-information.md`;

const document = path.resolve(import.meta.dirname, '../../../docs/personal-information.md');

/** The catalogue of the packs that are there. */
export const currentCatalogue = async (): Promise<string> => {
  const packs = loadPacks(await readPacks(), sectionCheckers());
  return catalogueDocument(personalInformation(packs.all<Playbook>('playbooks'), Object.values(onBehalfFields)));
};

export const privacyCatalogue = {
  name: 'privacy catalogue',
  summary: 'What personal information is handled, why, and for how long',
  usage,
  run: async (args: readonly string[]): Promise<void> => {
    const { values } = parseArgs({ args: [...args], options: { write: { type: 'boolean', default: false } } });
    const text = await currentCatalogue();
    if (values.write) await writeFile(document, text);
    else process.stdout.write(text);
  },
};
