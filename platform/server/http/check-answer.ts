import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/**
 * Fails when an answer is not what its contract says: a value of another type, or a property that the
 * contract does not name and which would therefore leave the house unnoticed. For tests and development.
 */
export const answerCheckOf = (name: string, schema: object): ((json: string) => void) => {
  const compiled = Compile(schema as TSchema);
  return (json) => {
    const answer: unknown = json === undefined ? undefined : JSON.parse(json);
    if (!compiled.Check(answer)) {
      const flaws = compiled.Errors(answer).map((error) => `${error.instancePath || '/'} ${error.message}`);
      throw new Error(`the answer of ${name} is not what its contract says: ${flaws.slice(0, 8).join('; ')}`);
    }
    const known = JSON.stringify(compiled.Clean(JSON.parse(json)));
    if (known.length !== JSON.stringify(answer).length) {
      throw new Error(
        `the answer of ${name} says more than its contract names: ${firstExtra(answer, JSON.parse(known))}`,
      );
    }
  };
};

const firstExtra = (full: unknown, known: unknown, at = ''): string => {
  if (full === null || typeof full !== 'object') return at;
  for (const [key, value] of Object.entries(full)) {
    const kept = known !== null && typeof known === 'object' ? (known as Record<string, unknown>)[key] : undefined;
    if (kept === undefined) return `${at}/${key}`;
    if (JSON.stringify(kept) !== JSON.stringify(value)) return firstExtra(value, kept, `${at}/${key}`);
  }
  return at;
};
