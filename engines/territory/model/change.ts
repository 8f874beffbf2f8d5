import type { Id } from '#kernel/ids';
import type { Shape } from './shape.ts';

/** What somebody wants to change in the tree, by codes; a boundary is WGS-84. At rest it is the `plan` of a `territory_change`. */
export type Change =
  | { readonly kind: 'rename'; readonly code: string; readonly name: string; readonly officialName?: string }
  | { readonly kind: 'move'; readonly code: string; readonly parent: string; readonly step?: string }
  | {
      readonly kind: 'split';
      readonly code: string;
      readonly parts: readonly SplitPart[];
      /** The part that takes over posts, bodies and rulings of the node itself. */
      readonly carriesOn: number;
      /** Posts that go to another part: post → number of the part. */
      readonly posts?: Readonly<Record<Id, number>>;
    }
  | { readonly kind: 'merge'; readonly codes: readonly string[]; readonly into: MergeTarget }
  | { readonly kind: 'end'; readonly code: string }
  | { readonly kind: 'reopen'; readonly code: string };
export type ChangeKind = Change['kind'];

export interface SplitPart {
  /** Its own part of the code; absent: it keeps the code of what was split. */
  readonly step?: string;
  readonly name: string;
  readonly kind?: string;
  /** Codes of the children that it gets. */
  readonly children: readonly string[];
  readonly boundary?: Shape;
}

/** One of the merged (`code`), which may get another name, or a new node. */
export type MergeTarget =
  | { readonly code: string; readonly name?: string }
  | { readonly parent: string; readonly step: string; readonly name: string; readonly kind?: string };

export const changeKinds: readonly ChangeKind[] = ['rename', 'move', 'split', 'merge', 'end', 'reopen'];
