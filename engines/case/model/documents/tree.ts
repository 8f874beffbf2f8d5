import type { Locale } from '#kernel/label';
import type { Layout } from './document.ts';

/** A document with everything filled in, before it is drawn: Word, page and phone draw the same tree. */
export interface DocumentTree {
  readonly title: string;
  readonly locale: Locale;
  readonly sections: readonly Section[];
  /** Parts that have to be there and are not yet, by name. */
  readonly missing: readonly string[];
  /** Stands at the foot of every page: which copy it is and who took it out. */
  readonly mark: string | null;
}

/** Begins on a new page. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly layout: Layout;
  /** Covers bear no page number. */
  readonly cover?: true;
  readonly blocks: readonly Drawn[];
}

export interface Run {
  readonly text: string;
  /** Nothing is known: a line to write on. */
  readonly blank?: true;
}

export type Runs = readonly Run[];

export type Drawn =
  | { readonly kind: 'title'; readonly runs: Runs }
  /** 文号. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: Runs }
  | {
      readonly kind: 'paragraph';
      readonly runs: Runs;
      readonly align: 'left' | 'centre' | 'right';
      readonly indent: boolean;
    }
  | { readonly kind: 'pairs'; readonly columns: 1 | 2; readonly pairs: readonly Pair[] }
  | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly Runs[])[] }
  | { readonly kind: 'list'; readonly numbered: boolean; readonly items: readonly Runs[] }
  | { readonly kind: 'signatures'; readonly lines: readonly Runs[] }
  | { readonly kind: 'seal'; readonly runs: Runs }
  | { readonly kind: 'date'; readonly runs: Runs }
  | { readonly kind: 'lines'; readonly count: number }
  | { readonly kind: 'photos'; readonly photos: readonly Photo[] }
  | { readonly kind: 'page-break' }
  /** Pages are counted by what draws it. */
  | { readonly kind: 'contents'; readonly rows: readonly ContentsRow[] };

export interface Pair {
  readonly name: string;
  readonly value: Runs;
  readonly wide?: true;
}

export interface TableColumn {
  readonly name: string;
  readonly width: number;
}

export interface Photo {
  /** Hash of the file. */
  readonly file: string;
  readonly caption: string;
}

export interface ContentsRow {
  readonly title: string;
  /** Id of the section; null: it is not there. */
  readonly section: string | null;
}
