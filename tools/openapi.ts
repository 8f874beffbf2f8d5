import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openApiOf } from '#platform/server/http';
import { routeTables } from '../apps/server/route-tables.ts';
import { whoMayText } from '../apps/server/who-may.ts';

/** Writes what is made from the route tables: the OpenAPI document and the matrix of who may. Tests keep both equal to them. */
const root = path.resolve(import.meta.dirname, '..');
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
const text = `${JSON.stringify(openApiOf(Object.values(routeTables), version), null, 2)}\n`;
await writeFile(path.join(root, 'apps/server/openapi.json'), text);
await writeFile(path.join(root, 'tests/server/who-may.md'), await whoMayText());
