import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const contract = /\/(engines\/[^/]+\/contract\/index|platform\/contract\/(index|[a-z]+-routes))\.ts$/;

const isRoute = (value: unknown): value is { method: string; url: string; raw?: true } =>
  typeof value === 'object' && value !== null && 'method' in value && 'url' in value;

/** The export as a page needs it: of a route table each operation’s method and address, of a schema nothing. */
const slim = (value: unknown): unknown => {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0 || !entries.every(([, route]) => isRoute(route))) return undefined;
  return Object.fromEntries(
    entries.map(([name, route]) => [
      name,
      { method: route.method, url: route.url, ...(route.raw ? { raw: true } : {}) },
    ]),
  );
};

/**
 * Vite plugin: schemas, summaries and error lists of the contracts stay on the server, which checks them.
 * A page calls by method and address (27 kB gzip less on a phone). Types are not touched.
 */
export const slimContracts = (): Plugin => ({
  name: 'slim-contracts',
  enforce: 'pre',
  async load(id) {
    if (!contract.test(id)) return null;
    const exports = (await import(pathToFileURL(id).href)) as Record<string, unknown>;
    return Object.entries(exports)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(slim(value)) ?? 'undefined'};`)
      .join('\n');
  },
});
