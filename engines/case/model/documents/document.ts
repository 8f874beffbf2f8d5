import type { Label } from '#kernel/label';
import type { Definition } from '#kernel/pack';

/**
 * A document (文书) that a matter yields: a receipt, a notice, a mediation agreement, or a dossier that binds several.
 * Plain data of packs (section `documents`); Word, print page and phone are drawn from one tree (`tree.ts`).
 *
 * Texts may hold FEEL in braces: `{matter.number}`, `{text.parties}`. What has no value leaves an underlined blank to be
 * filled in by hand. What FEEL may speak of is said by `documentVariables` in `document-scope.ts`.
 */
export type CaseDocument = SingleDocument | Dossier;

/** The same in every language, or one text for each. A document of record is Chinese; what residents read has both. */
export type DocumentText = string | Label;

interface DocumentCore extends Definition {
  /** `<pack>.<name>`. */
  readonly id: string;
  /** Ids of the playbooks whose matters it is for; `all`: it speaks of no field by its id. */
  readonly playbooks: 'all' | readonly string[];
  /** Id of a document for all playbooks in whose place this one stands on its own. */
  readonly insteadOf?: string;
  readonly name: Label;
  /** Printed above; the name unless told. */
  readonly title?: DocumentText;
  /** `letter`: 公文, GB/T 9704-2012 (22 lines of 28 signs, 3号仿宋); `form`: denser, for tables. */
  readonly layout: Layout;
  readonly number?: DocumentNumber;
  /** FEEL: offered while it holds. */
  readonly when?: string;
  /** What has to happen before, for whoever looks for it: needed with `when`. */
  readonly waits?: Label;
  readonly audience: readonly Audience[];
  /** FEEL that gives a number: one for each party and one for the file. 1 unless told. */
  readonly copies?: string;
  /**
   * What may be printed in clear, for a reason and on record: `reporter.name`, `reporter.phone`, ids of fields with
   * `privacy`. Everything else personal is masked in every copy.
   */
  readonly clear?: readonly string[];
}

export type Layout = 'letter' | 'form';

/** Who gets it: staff who may read the matter, those of a role among them, whoever asked. */
export type Audience = 'staff' | 'reporter' | { readonly role: string };

/** 文号: given once, when the document is first issued, and kept. Counted through a year, without gaps. */
export interface DocumentNumber {
  /** Holes `{year}`, `{place}`, `{n}`: `（{year}）{place}人调字第{n}号`. */
  readonly pattern: string;
  /** What is counted apart; `{place}` is its name. `body`: the body in charge, else that of who issues it. */
  readonly per: 'district' | 'street' | 'community' | 'body';
  /** Documents of one series have one number in a matter (卷宗); the document's own id unless told. */
  readonly series?: string;
}

export interface SingleDocument extends DocumentCore {
  readonly blocks: readonly Block[];
  readonly parts?: never;
}

/** 卷宗: cover, contents with pages, the parts in their order, back cover. */
export interface Dossier extends DocumentCore {
  readonly cover: readonly Block[];
  readonly parts: readonly Part[];
  readonly back?: readonly Block[];
  readonly blocks?: never;
}

export type Part =
  /** A document of the matter; bound when it is offered. */
  | { readonly document: string; readonly must?: Must }
  /** Paper that is put in by hand, behind a sheet with its name: copies of identity cards, evidence. */
  | { readonly name: Label; readonly must?: Must /** FEEL: it is at hand. */; readonly there?: string };

/** Named as missing while it is not there; as FEEL: only while that holds. */
export type Must = true | string;

interface BlockCore {
  /** FEEL: left out unless it holds. */
  readonly when?: string;
}

export type Block =
  | (BlockCore & { readonly block: 'heading'; readonly text: DocumentText; readonly level?: 1 | 2 | 3 })
  | (BlockCore & {
      readonly block: 'paragraph';
      readonly text: DocumentText;
      readonly align?: 'left' | 'centre' | 'right';
      /** Begins at the margin: a salutation (顶格). */
      readonly flush?: true;
    })
  /** Pairs of name and value. */
  | (BlockCore & { readonly block: 'fields'; readonly columns?: 1 | 2; readonly items: readonly Item[] })
  /** All that was reported: number, category, place, time, every field but pictures. */
  | (BlockCore & { readonly block: 'facts'; readonly columns?: 1 | 2 })
  /** A field of rows as a table of all its columns. */
  | (BlockCore & { readonly block: 'rows'; readonly field: string; readonly of?: string })
  /** `over`: FEEL that gives a list; `row` is the present entry and `n` its place. */
  | (BlockCore & { readonly block: 'table'; readonly over: string; readonly columns: readonly Column[] })
  | (BlockCore & {
      readonly block: 'list';
      readonly over: string;
      readonly text: DocumentText;
      readonly numbered?: true;
    })
  | (BlockCore & {
      readonly block: 'each';
      readonly over: string;
      readonly blocks: readonly Block[];
      /** Every entry begins on a new page. */
      readonly apart?: true;
    })
  /** Lines to sign on; `over` makes one of each entry of a list. */
  | (BlockCore & { readonly block: 'signatures'; readonly lines: readonly SignatureLine[] })
  | (BlockCore & { readonly block: 'seal'; readonly text: DocumentText })
  /** The day of issue, at the right; another one with `text`. */
  | (BlockCore & { readonly block: 'date'; readonly text?: DocumentText })
  /** Ruled lines for handwriting. */
  | (BlockCore & { readonly block: 'lines'; readonly count: number })
  /** Pictures of the fields named; all of the matter unless told. */
  | (BlockCore & { readonly block: 'photos'; readonly fields?: readonly FieldRef[] })
  /** Every step: when, what, who, with what words. Whoever asked sees neither names nor inner words. */
  | (BlockCore & { readonly block: 'timeline' })
  | (BlockCore & { readonly block: 'page-break' });

/** A field of the report, or of the form of an action (as it was last taken). */
export interface FieldRef {
  readonly field: string;
  readonly of?: string;
}

export type Item =
  | (FieldRef & { readonly name?: DocumentText; readonly wide?: true })
  | { readonly name: DocumentText; readonly text: DocumentText; readonly wide?: true };

export interface Column {
  readonly name: DocumentText;
  readonly text: DocumentText;
  /** Share of the width; 1 unless told. */
  readonly width?: number;
}

export interface SignatureLine {
  readonly text: DocumentText;
  readonly over?: string;
}

export const isDossier = (document: CaseDocument): document is Dossier => document.parts !== undefined;
