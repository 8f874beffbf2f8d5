/**
 * Makes the rooms of a new engine, or the folder of a new field type, from the smallest thing that is whole:
 *
 *   npm run new:slice -- engine ledger
 *   npm run new:slice -- field colour
 *
 * What it makes passes `npm run check`; what it cannot know (names in both languages, one line in a shared list) it says.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string): string => camel(`-${name}`);

/** Files by name, and what is left to do by hand. */
export interface Slice {
  readonly files: Readonly<Record<string, string>>;
  readonly remaining: readonly string[];
}

export const engineSlice = (name: string): Slice => {
  const [one, Many] = [camel(name), pascal(name)];
  const room = `engines/${name}`;
  const table = name.replaceAll('-', '_');
  return {
    files: {
      [`${room}/README.md`]: `# ${Many}

What this engine holds, what it does, what must never break.

- To declare a ${name} read \`model/${name}.ts\`. At rest it is a row of \`${table}\`.
- Rules are in \`model/\` (pure), routes and shapes in \`contract/\`, use cases and SQL in \`server/\`.
`,
      [`${room}/model/index.ts`]: `export * from './${name}.ts';\n`,
      [`${room}/model/${name}.ts`]: `import { type DomainError, refuse } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';

export interface ${Many} {
  readonly id: Id;
  readonly name: string;
}

/** The ${name} in its canonical form, or the refusal. */
export const check${Many} = (${one}: ${Many}): ${Many} | DomainError => {
  const name = ${one}.name.trim();
  return name === '' ? refuse('field.required', { name: { zh: '名称', en: 'name' } }, { field: 'name' }) : { ...${one}, name };
};
`,
      [`${room}/model/${name}.test.ts`]: `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '#kernel/domain-error';
import { check${Many} } from './${name}.ts';

test('a ${name} has a name', () => {
  assert.deepEqual(check${Many}({ id: 'x', name: ' 一 ' }), { id: 'x', name: '一' });
  assert.ok(isRefusal(check${Many}({ id: 'x', name: ' ' })));
});
`,
      [`${room}/contract/index.ts`]: `import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id } from '#platform/contract';

export const ${Many}View = Type.Object({ id: Id, name: Type.String() }, { $id: '${Many}View' });
export type ${Many}View = Static<typeof ${Many}View>;

/** Handlers stand in \`../server/index.ts\` under the same names. */
export const ${one}Routes = defineRoutes({
  get${Many}: {
    method: 'GET',
    url: '/api/${name}/:id',
    tag: '${name}',
    who: { permission: '${name}.read' },
    summary: 'One ${name}',
    params: Type.Object({ id: Id }),
    answer: ${Many}View,
    errors: ['request.not-found'],
  },
});
`,
      [`${room}/server/ports.ts`]: `/** What this engine asks of others, one question each; wired in \`apps/server/compose.ts\`. */
export type ${Many}Ports = Readonly<Record<never, never>>;
`,
      [`${room}/server/${name}-view.ts`]: `import type { Id } from '#kernel/ids';
import type { ${Many}View } from '#engines/${name}/contract';
import { scopeRange } from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';

type Tables = { ${table}: { district: string; id: string; path: string; name: string } };

/** @param scopes paths below which the asker may see; what lies outside is not there for him */
export const find${Many} = async (sql: Sql, scopes: readonly string[], id: Id): Promise<${Many}View | undefined> =>
  sql
    .withTables<Tables>()
    .selectFrom('${table}')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where(({ eb, or }) =>
      or(
        scopes.map(scopeRange).map(({ from, to }) => eb('path', '>=', from).and('path', '<', to)),
      ),
    )
    .executeTakeFirst();
`,
      [`${room}/server/index.ts`]: `import type { FastifyInstance } from 'fastify';
import { refuse } from '#kernel/domain-error';
import { ${one}Routes } from '#engines/${name}/contract';
import { bindRoutes } from '#platform/server/http';
import type { Parts } from '#platform/server/parts';
import type { ${Many}Ports } from './ports.ts';
import { find${Many} } from './${name}-view.ts';

export const create${Many}Engine = (parts: Parts, _ports: ${Many}Ports) => ({
  routes: (app: FastifyInstance): void =>
    bindRoutes(app, ${one}Routes, {
      get${Many}: async ({ params, session }) => {
        const scopes = session.posts.map((post) => post.scope);
        const found = await find${Many}(parts.sql, scopes, params.id);
        if (!found) throw refuse('request.not-found');
        return found;
      },
    }),
});
`,
    },
    remaining: [
      `a migration engines/${name}/server/migrations/<day>T<hour>-${name}.sql with the table ${table} (district, id, path collate "C", name)`,
      `one line in apps/server/compose.ts: create${Many}Engine(parts, {}), and ${one}Routes in apps/server/route-tables.ts; then node tools/openapi.ts`,
      `the permission ${name}.read in the roles that may read it`,
      'a row in docs/glossary.md',
    ],
  };
};

export const fieldSlice = (name: string): Slice => {
  const [one, Many] = [camel(name), pascal(name)];
  const room = `fields/${name}`;
  return {
    files: {
      [`${room}/${name}.ts`]: `import { label } from '#kernel/label';
import type { FieldType } from '../field.ts';
import { oneLine } from '../fold-text.ts';
import { optionProblems } from '../options.ts';
import { refuseShape } from '../refuse-field.ts';

/** What it holds and what it takes. Options: none. */
export const ${one}: FieldType<string> = {
  id: '${name}',
  name: label('${name}', '${Many}'),
  schema: () => ({ type: 'string', minLength: 1 }),
  check: (value, field) => (typeof value === 'string' ? oneLine(value) : refuseShape(field)),
  text: (value) => value,
  sample: (_field, _context, chance) => \`${name} \${Math.floor(chance * 100)}\`,
  problems: (field) => optionProblems(field, {}),
};
`,
      [`${room}/${name}.test.ts`]: `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trying } from '../testing.ts';
import { ${one} } from './${name}.ts';

test('a ${name} is trimmed, and what is no text is refused', () => {
  assert.equal(trying(${one}).check(' a  b '), 'a b');
  assert.match(String(trying(${one}).check(5)), /wrong format/);
});
`,
      [`${room}/${Many}Input.tsx`]: `import { Input } from '#platform/web/kit';
import type { InputProps } from '../field-web.tsx';

export const ${Many}Input = ({ value, onChange, id, describedBy, wrong }: InputProps<string>) => (
  <Input
    id={id}
    aria-describedby={describedBy}
    wrong={wrong}
    value={value ?? ''}
    onChange={(event) => onChange(event.target.value || null)}
  />
);
`,
      [`${room}/${Many}Output.tsx`]: `import type { OutputProps } from '../field-web.tsx';

export const ${Many}Output = ({ value }: OutputProps<string>) => <span>{value}</span>;
`,
    },
    remaining: [
      `one line in fields/field-types.ts (${one}) and one in fields/registry.tsx ('${name}': ${Many}Input, ${Many}Output)`,
      `its name in Chinese in ${room}/${name}.ts, and a row in fields/README.md`,
    ],
  };
};

const makers: Readonly<Record<string, (name: string) => Slice>> = { engine: engineSlice, field: fieldSlice };

/** Writes what is not there yet. @throws Error when the folder exists already */
export const writeSlice = async (root: string, kind: string, name: string): Promise<Slice> => {
  const make = Object.hasOwn(makers, kind) ? makers[kind] : undefined;
  if (!make || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Error('Usage: npm run new:slice -- engine|field NAME   (small letters, digits, hyphens)');
  }
  const slice = make(name);
  const taken = Object.keys(slice.files).find((file) => existsSync(path.join(root, file)));
  if (taken) throw new Error(`${taken} is there already; nothing was written.`);
  for (const [file, text] of Object.entries(slice.files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  return slice;
};

if (process.argv[1] === import.meta.filename) {
  const root = path.resolve(import.meta.dirname, '..');
  const [kind = '', name = ''] = process.argv.slice(2);
  try {
    const { files, remaining } = await writeSlice(root, kind, name);
    // Names of any length break lines differently.
    execFileSync(path.join(root, 'node_modules/.bin/biome'), ['format', '--write', ...Object.keys(files)], {
      cwd: root,
    });
    for (const file of Object.keys(files)) console.log(`made  ${file}`);
    for (const work of remaining) console.log(`to do ${work}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
