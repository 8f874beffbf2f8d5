import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Pack } from '#kernel/pack';

const packsFolder = path.resolve(import.meta.dirname, '../../packs');

/** Every folder of `packs/` that holds a `pack.ts`, in the order of their names. */
export const readPacks = async (folder = packsFolder): Promise<readonly Pack[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const packs: Pack[] = [];
  for (const name of names.sort()) {
    const files = await readdir(path.join(folder, name));
    if (!files.includes('pack.ts')) continue;
    const module = (await import(pathToFileURL(path.join(folder, name, 'pack.ts')).href)) as Record<string, unknown>;
    const pack = Object.values(module).find(
      (one): one is Pack => typeof one === 'object' && one !== null && 'sections' in one,
    );
    if (!pack) throw new Error(`packs/${name}/pack.ts exports no pack`);
    packs.push(pack);
  }
  return packs;
};
