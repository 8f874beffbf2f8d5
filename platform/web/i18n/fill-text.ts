/**
 * The places of a message, read from its type: `'{n} {n|matter|matters}'` has the place `n`.
 * A place may choose a word by number: `{n|one|other}`.
 */
export type Places<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? (Place extends `${infer Name}|${string}` ? Name : Place) | Places<Rest>
  : never;

/** Fills a message. A place without a value stays visible, so that a slip is seen. */
export const fillText = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  text.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (place, name: string, one?: string, other?: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return one === undefined ? String(value) : Number(value) === 1 ? one : (other ?? '');
  });
