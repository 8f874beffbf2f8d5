/** Reads the known text keys of an address's query; anything else, and anything empty, is dropped. */
export const textSearch =
  <const Key extends string>(...keys: readonly Key[]) =>
  (search: Record<string, unknown>): { [K in Key]?: string } => {
    const known: { [K in Key]?: string } = {};
    for (const key of keys) {
      const value = search[key];
      if (typeof value === 'string' && value !== '') known[key] = value;
    }
    return known;
  };

/** A query without its empty values, so that an address names only what was chosen. */
export const withoutEmpty = <Values extends object>(values: Values): Partial<Values> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as Partial<Values>;

/** Queries are plain text both ways: `?at=440310` is a code, not the number that JSON would make of it. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
export const stringifySearch = (search: Record<string, unknown>): string => {
  const text = new URLSearchParams(withoutEmpty(search) as Record<string, string>).toString();
  return text ? `?${text}` : '';
};
