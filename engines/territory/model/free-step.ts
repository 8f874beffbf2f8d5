/**
 * The step that was wished for, else the next number after the highest of its kind: `g03` → `g12`, `003` → `008`.
 * Undefined when an official level has no number left.
 */
export const freeStep = (taken: readonly string[], wished: string): string | undefined => {
  if (!taken.includes(wished)) return wished;
  const [, letter = '', digits = ''] = /^([a-z]?)([0-9]+)$/.exec(wished) ?? [];
  const numbers = taken.flatMap((step) => {
    const [, otherLetter, number] = /^([a-z]?)([0-9]+)$/.exec(step) ?? [];
    return otherLetter === letter && number !== undefined ? [Number(number)] : [];
  });
  const next = String(Math.max(0, ...numbers) + 1).padStart(digits.length, '0');
  if (letter === '' && next.length > digits.length) return undefined;
  return `${letter}${next}`;
};
