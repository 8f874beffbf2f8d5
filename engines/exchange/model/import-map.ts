import type { Label } from '#kernel/label';

/**
 * An import map (导入对照表) says how a sheet of past matters is read: which column is what, what counts
 * as missing, and which of two contradicting values is believed. It is plain data, checked when its
 * pack loads; the importer never asks which map it runs.
 */
export interface ImportMap {
  readonly id: string;
  readonly name: Label;
  readonly summary: Label;
  /** Names the collection. With the key it makes each matter's id, so that a second run adds nothing. */
  readonly source: string;
  /** Six digits. */
  readonly district: string;
  /** Cells that say “nothing”: `-`. Empty cells always do. */
  readonly missing: readonly string[];
  /** Column whose value is unique in the collection. */
  readonly key: string;
  /** Playbook of the matters made. */
  readonly playbook: string;
  /** Stage in which they stand: the matters of a file are all finished, or all still open. */
  readonly stage: string;
  /** How they ended, as far as the file says anything. */
  readonly outcome: string;
  readonly reportedAt: MomentColumn;
  /** A code column and its name column: the same thing said twice, so each can be checked by the other. */
  readonly pairs: readonly CodePair[];
  readonly place: PlaceRule;
  readonly category: CategoryRule;
  /** Playbook field → pair whose name it takes. */
  readonly values: readonly { readonly field: string; readonly pair: string }[];
  readonly body?: BodyRule;
  /** The first whose cells all match; none matching is `unknown`. */
  readonly timings: readonly TimingRule[];
}

export interface MomentColumn {
  readonly column: string;
  /** `2018-07-04 17:24:41`, read in China's zone. */
  readonly format: 'date-time';
}

export interface CodePair {
  readonly id: string;
  readonly name: Label;
  readonly code: string;
  readonly text: string;
  /**
   * Which side is believed. `both`: a code that belongs to another name by an overwhelming majority
   * contradicts. `code`: one code is one thing, however its name is written.
   */
  readonly identity: 'both' | 'code';
  /** What a contradiction costs: only this value, or the whole row. */
  readonly contradiction: 'value' | 'row';
}

/** Divisions joined to the official tree by their names, each below the one before it. */
export interface PlaceRule {
  /** From the district down. */
  readonly levels: readonly { readonly pair: string; readonly level: string }[];
  /** Endings that the official tree adds to a name: 「六联社区」 is 「六联社区居委会」. */
  readonly endings: readonly string[];
}

/**
 * Category: the deepest level that is known. Its code is `prefix` and the file's own code; when it is not
 * the finest one, `whole` is put behind it: the item of the list that stands for the level as a whole.
 */
export interface CategoryRule {
  readonly list: string;
  /** From the coarsest to the finest. */
  readonly levels: readonly { readonly pair: string; readonly prefix: string }[];
  readonly whole: string;
}

export interface BodyRule {
  readonly pair: string;
  /** Kind of body that is made. */
  readonly kind: string;
}

export interface TimingRule {
  readonly when: Readonly<Record<string, string>>;
  readonly timing: 'in-time' | 'overtime';
}

/** Columns that a sheet must have to be read with a map. */
export const columnsOf = (map: ImportMap): readonly string[] => [
  ...new Set([
    map.key,
    map.reportedAt.column,
    ...map.pairs.flatMap((pair) => [pair.code, pair.text]),
    ...map.timings.flatMap((rule) => Object.keys(rule.when)),
  ]),
];
