import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const usage = `node tools/sbom.ts [FILE] [--with-tools]

  Writes what the program is made of as CycloneDX JSON, from the lock file: to FILE, or to the terminal.
  --with-tools  also what only builds and tests it`;

const root = path.resolve(import.meta.dirname, '..');

/** The bill of materials as npm makes it from the lock file; asks nobody. */
export const billOfMaterials = async (withTools: boolean): Promise<string> => {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'].concat(
      withTools ? [] : ['--omit', 'dev'],
    ),
    { cwd: root, maxBuffer: 50_000_000 },
  );
  return stdout;
};

if (import.meta.main) {
  const [file, ...rest] = process.argv.slice(2).filter((word) => word !== '--with-tools');
  if (rest.length > 0 || file?.startsWith('-')) {
    process.stderr.write(`${usage}\n`);
    process.exitCode = 2;
  } else {
    const bill = await billOfMaterials(process.argv.includes('--with-tools'));
    if (file === undefined) process.stdout.write(bill);
    else await writeFile(file, bill);
  }
}
