import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Route } from '#kernel/route';
import { routeTables } from '../../apps/server/route-tables.ts';

interface Schema {
  readonly type?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** What a caller could make as large as he likes. */
function* endless(schema: Schema | undefined, path: string): Generator<string> {
  if (!schema) return;
  const closed = schema.maxLength ?? schema.format ?? schema.pattern ?? schema.const ?? schema.enum;
  if (schema.type === 'string' && closed === undefined) yield `${path}: a text without maxLength`;
  if (schema.type === 'array' && schema.maxItems === undefined) yield `${path}: a list without maxItems`;
  if (schema.type === 'integer' && /size|limit/.test(path) && schema.maximum === undefined)
    yield `${path}: a page without maximum`;
  for (const [name, inner] of Object.entries(schema.properties ?? {})) yield* endless(inner, `${path}.${name}`);
  yield* endless(schema.items, `${path}[]`);
  for (const one of schema.anyOf ?? []) yield* endless(one, path);
}

test('security 64: whatever a route takes has an end', () => {
  const found = Object.values(routeTables)
    .flatMap((table) => Object.entries<Route>(table))
    .flatMap(([name, route]) =>
      (['params', 'query', 'body'] as const).flatMap((part) => [
        ...endless(route[part] as Schema | undefined, `${name}.${part}`),
      ]),
    );
  assert.deepEqual(found, []);
});
