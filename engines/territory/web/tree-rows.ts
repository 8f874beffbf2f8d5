import type { TerritoryNode } from '#engines/territory/contract';

/** One line of the tree as it shows: a node, or that its children are on their way or could not come. */
export interface TreeRow {
  readonly node: TerritoryNode;
  /** From 1. */
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
  readonly open: boolean;
  /** Undefined for a leaf. */
  readonly state: 'loading' | 'failed' | 'here' | undefined;
}

export interface Branch {
  readonly nodes: readonly TerritoryNode[] | undefined;
  readonly failed: boolean;
}

/** The lines that show, from the top, for the branches that are open. */
export const treeRows = (
  roots: readonly TerritoryNode[],
  expanded: ReadonlySet<string>,
  branchOf: (code: string) => Branch | undefined,
): TreeRow[] => {
  const rows: TreeRow[] = [];
  const add = (nodes: readonly TerritoryNode[], level: number): void => {
    nodes.forEach((node, index) => {
      const open = node.childCount > 0 && expanded.has(node.code);
      const branch = open ? branchOf(node.code) : undefined;
      const state =
        node.childCount === 0 ? undefined : !open || branch?.nodes ? 'here' : branch?.failed ? 'failed' : 'loading';
      rows.push({ node, level, place: index + 1, siblings: nodes.length, open, state });
      if (branch?.nodes) add(branch.nodes, level + 1);
    });
  };
  add(roots, 1);
  return rows;
};

export type TreeMove =
  | { readonly to: number }
  | { readonly expand: string }
  | { readonly collapse: string }
  | { readonly choose: number };

/** What a key does in a tree (WAI-ARIA tree view); undefined for other keys. */
export const treeMove = (rows: readonly TreeRow[], at: number, key: string, page: number): TreeMove | undefined => {
  const row = rows[at];
  const last = rows.length - 1;
  if (!row) return last >= 0 ? { to: 0 } : undefined;
  const within = (index: number) => ({ to: Math.min(last, Math.max(0, index)) });
  switch (key) {
    case 'ArrowDown':
      return within(at + 1);
    case 'ArrowUp':
      return within(at - 1);
    case 'PageDown':
      return within(at + page);
    case 'PageUp':
      return within(at - page);
    case 'Home':
      return within(0);
    case 'End':
      return within(last);
    case 'ArrowRight':
      if (row.state === undefined) return undefined;
      return row.open ? within(at + 1) : { expand: row.node.code };
    case 'ArrowLeft': {
      if (row.open) return { collapse: row.node.code };
      let above = at - 1;
      while (above >= 0 && (rows[above]?.level ?? 0) >= row.level) above -= 1;
      return above >= 0 ? { to: above } : undefined;
    }
    case 'Enter':
    case ' ':
      return { choose: at };
    default:
      return undefined;
  }
};

/** The next line whose name begins with what was typed, after the current one and round again. */
export const findTyped = (rows: readonly TreeRow[], at: number, typed: string): number | undefined => {
  const order = [...rows.keys()].map((index) => (at + 1 + index) % rows.length);
  return order.find((index) => rows[index]?.node.name.toLowerCase().startsWith(typed.toLowerCase()));
};
