import type { CodePair } from './import-map.ts';

/** From this share on a code belongs to a name, or a name to a code. */
const overwhelming = 0.95;

type Counts = Map<string, number>;

/** A text of its own: a piece cut out of a file would hold the whole block that it was cut from. */
const own = (text: string): string => ` ${text}`.slice(1);

const count = (counts: Map<string, Counts>, key: string, value: string): void => {
  let inner = counts.get(key);
  if (!inner) counts.set(own(key), (inner = new Map<string, number>()));
  const times = inner.get(value);
  inner.set(times === undefined ? own(value) : value, (times ?? 0) + 1);
};

/** The most frequent value; of equal ones the first in the order of text, so that no run differs. */
const mostFrequent = (counts: Counts): { readonly value: string; readonly share: number } => {
  const total = [...counts.values()].reduce((sum, one) => sum + one, 0);
  const [value, times] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
  return { value, share: total ? times / total : 0 };
};

const ownerOf = (counts: Counts | undefined): string | null => {
  if (!counts) return null;
  const first = mostFrequent(counts);
  return first.share >= overwhelming ? first.value : null;
};

/**
 * Counts which name stands beside which code in a whole file, and then judges each row by it. Memory
 * grows with distinct pairs, not with rows.
 */
export class PairCensus {
  readonly #pair: CodePair;
  readonly #names = new Map<string, Counts>();
  readonly #codes = new Map<string, Counts>();

  constructor(pair: CodePair) {
    this.#pair = pair;
  }

  add(code: string, name: string): void {
    count(this.#names, code, name);
    count(this.#codes, name, code);
  }

  /**
   * True when the code belongs to another name by an overwhelming majority of the file, or when it
   * belongs to none while the name belongs to another code. Two spellings that are both common, and
   * two codes of one name, are no contradiction.
   */
  contradicts(code: string, name: string): boolean {
    if (this.#pair.identity === 'code') return false;
    const owner = ownerOf(this.#names.get(code));
    if (owner !== null) return owner !== name;
    const other = ownerOf(this.#codes.get(name));
    return other !== null && other !== code;
  }

  /** The official name of a code: the most frequent one. */
  nameOf(code: string): string {
    return mostFrequent(this.#names.get(code) ?? new Map()).value;
  }

  /** Every way in which the file writes the name of a code, most frequent first. */
  spellingsOf(code: string): readonly string[] {
    return [...(this.#names.get(code) ?? new Map<string, number>())].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  }

  get codes(): readonly string[] {
    return [...this.#names.keys()];
  }
}
