import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const usage = `node tools/sbom.ts [FILE] [--with-tools]

  Writes what the program is made of as CycloneDX JSON, from the lock file: to FILE, or to the terminal.
  --with-tools  also what only builds and tests it`;

const root = path.resolve(import.meta.dirname, '..');

interface Component {
  readonly 'bom-ref': string;
  readonly purl: string;
}
interface Bill {
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** `name@version` */
const nameOf = ({ purl }: Component): string => decodeURIComponent(purl.slice('pkg:npm/'.length).split('?')[0] ?? '');

/**
 * The bill of materials as npm makes it from the lock file; asks nobody. What only builds and tests is left out
 * here: npm's own `--omit dev` also drops what a tool happens to share with the program.
 */
export const billOfMaterials = async (withTools: boolean): Promise<string> => {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'],
    { cwd: root, maxBuffer: 50_000_000 },
  );
  if (withTools) return stdout;
  const { packages } = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: true }>>;
  };
  const running = new Set(
    Object.entries(packages)
      .filter(([, { dev }]) => !dev)
      .map(([place, { version }]) => `${place.slice(place.lastIndexOf('node_modules/') + 13)}@${version}`),
  );
  const bill = JSON.parse(stdout) as Bill;
  const gone = new Set(
    bill.components.filter((one) => !running.has(nameOf(one))).map((component) => component['bom-ref']),
  );
  const left: Bill = {
    ...bill,
    components: bill.components.filter((one) => !gone.has(one['bom-ref'])),
    dependencies: bill.dependencies
      .filter(({ ref }) => !gone.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => !gone.has(one)) })),
  };
  return `${JSON.stringify(left, null, 2)}\n`;
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
