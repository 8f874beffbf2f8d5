export interface JsonFault {
  readonly path: string;
  readonly message: string;
}

/**
 * The first place at which a value would not come back equal from `JSON.parse(JSON.stringify(value))`;
 * null when it would. What a pack declares is data through and through.
 */
export const findJsonFault = (value: unknown, path = '', above: readonly unknown[] = []): JsonFault | null => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0) ? null : { path, message: `${value} is no JSON number` };
  }
  if (typeof value !== 'object') return { path, message: `a value of type ${typeof value} is no JSON` };
  if (above.includes(value)) return { path, message: 'it contains itself' };
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) {
    return { path, message: 'only plain objects and lists are JSON' };
  }
  if (Object.getOwnPropertySymbols(value).length > 0) return { path, message: 'a symbol as a key is no JSON' };
  const entries = Array.isArray(value)
    ? Array.from(value, (item: unknown, index): [string, unknown] => [`${path}[${index}]`, item])
    : Object.entries(value).map(([key, item]): [string, unknown] => [path ? `${path}.${key}` : key, item]);
  for (const [at, item] of entries) {
    const fault = findJsonFault(item, at, [...above, value]);
    if (fault) return fault;
  }
  return null;
};
