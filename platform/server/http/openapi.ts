import type { ErrorCode } from '#kernel/error-catalogue';
import { errorCatalogue } from '#kernel/error-catalogue';
import type { Route } from '#kernel/route';
import { Problem } from '#platform/contract';
import { sessionCookie } from './requests.ts';

type Json = { [key: string]: unknown };

/**
 * Takes every named schema (`$id`) out into the components and leaves a reference.
 * Two different schemas of one name are refused: generated clients would mix them up.
 */
const collectorOf = (components: Map<string, string>, bodies: Map<string, unknown>) => {
  const visit = (value: unknown, isTop = false): unknown => {
    if (Array.isArray(value)) return value.map((one) => visit(one));
    if (value === null || typeof value !== 'object') return value;
    const { $id, ...rest } = value as Json;
    if (typeof $id === 'string' && !isTop) {
      const source = JSON.stringify(value);
      const known = components.get($id);
      if (known === undefined) {
        components.set($id, source);
        bodies.set($id, visit(value, true));
      } else if (known !== source) {
        throw new Error(`two different schemas are named ${$id}`);
      }
      return { $ref: `#/components/schemas/${$id}` };
    }
    return Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, visit(one)]));
  };
  return visit;
};

const parametersOf = (
  schema: object | undefined,
  place: 'path' | 'query',
  visit: (value: unknown) => unknown,
): Json[] => {
  const { properties = {}, required = [] } = (schema ?? {}) as { properties?: Json; required?: readonly string[] };
  return Object.entries(properties).map(([name, property]) => {
    const { description } = property as { description?: string };
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description ? { description } : {}),
      schema: visit(property),
    };
  });
};

const errorsOf = (route: Route): readonly ErrorCode[] => [
  ...(route.params || route.query || route.body ? (['request.invalid'] as const) : []),
  ...(route.who === 'anyone' ? [] : (['session.missing'] as const)),
  ...(typeof route.who === 'object' ? (['permission.denied'] as const) : []),
  ...(route.perMinute ? (['request.too-many'] as const) : []),
  ...(route.errors ?? []),
];

const responsesOf = (route: Route, visit: (value: unknown) => unknown): Json => {
  const done: Json = route.raw
    ? { '200': { description: 'Bytes', content: { '*/*': {} } } }
    : route.answer
      ? { '200': { description: route.summary, content: { 'application/json': { schema: visit(route.answer) } } } }
      : { '204': { description: 'Done' } };
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(route)) {
    const { status } = errorCatalogue[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  for (const [status, codes] of [...byStatus].sort(([a], [b]) => a - b)) {
    done[String(status)] = {
      description: codes.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return done;
};

/** The OpenAPI 3.1 document of route tables. Same tables, same text: it is committed and diffed. */
export const openApiOf = (tables: readonly Readonly<Record<string, Route>>[], version: string): Json => {
  const sources = new Map<string, string>();
  const bodies = new Map<string, unknown>();
  const visit = collectorOf(sources, bodies);
  visit(Problem);
  const paths: Record<string, Json> = {};
  const names = new Set<string>();
  const tags = new Set<string>();
  for (const table of tables) {
    for (const [name, route] of Object.entries(table)) {
      if (names.has(name)) throw new Error(`two routes are named ${name}`);
      names.add(name);
      tags.add(route.tag);
      const url = route.url.replace(/:(\w+)/g, '{$1}');
      const parameters = [...parametersOf(route.params, 'path', visit), ...parametersOf(route.query, 'query', visit)];
      paths[url] = {
        ...paths[url],
        [route.method.toLowerCase()]: {
          operationId: name,
          tags: [route.tag],
          summary: route.summary,
          'x-who': typeof route.who === 'string' ? route.who : route.who.permission,
          ...(route.perMinute ? { 'x-per-minute': route.perMinute } : {}),
          security: route.who === 'anyone' ? [] : [{ session: [] }],
          ...(parameters.length ? { parameters } : {}),
          ...(route.body
            ? { requestBody: { required: true, content: { 'application/json': { schema: visit(route.body) } } } }
            : {}),
          responses: responsesOf(route, visit),
        },
      };
    }
  }
  const byName = <T>(entries: Iterable<[string, T]>): Record<string, T> =>
    Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    openapi: '3.1.1',
    info: {
      title: '里坊 Lifang',
      version,
      description:
        'Made by `node tools/openapi.ts` from the route tables of the engines. Instants are ISO 8601 in UTC.',
      license: { name: 'Mulan PSL v2', identifier: 'MulanPSL-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...tags].sort().map((name) => ({ name })),
    paths: byName(Object.entries(paths)),
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } },
      schemas: byName(bodies),
    },
  };
};
