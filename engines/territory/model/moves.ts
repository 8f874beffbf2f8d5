import type { Id } from '#kernel/ids';
import type { DateText, Instant } from '#kernel/instant';
import { inScope, scopeRange, type TerritoryPath } from './path.ts';
import type { LngLat } from './shape.ts';

/**
 * One step of a change of the tree. `subtree`: whatever lies at or below `from` goes with it, its own steps
 * kept. `flat`: whatever lies at or below `from` goes to `to` itself. `only`: what lies at the node itself,
 * nothing below. The longest `from` that holds a path decides.
 */
export interface Move {
  readonly from: TerritoryPath;
  readonly to: TerritoryPath;
  readonly how: 'subtree' | 'flat' | 'only';
  /** Where posts, bodies and homes of the node itself go, when elsewhere: somebody has to carry on. */
  readonly people?: TerritoryPath;
}

/** A change of the tree as everything that hangs on it follows it, in the transaction of the change. */
export interface Relocation {
  readonly change: Id;
  readonly district: string;
  /** Day from which it holds. */
  readonly on: DateText;
  /** When it was carried out. */
  readonly at: Instant;
  readonly by: { readonly person: Id | null; readonly name: string | null };
  /** Sentence for histories: 「槐荫社区」并入「柳溪社区」. */
  readonly title: string;
  readonly moves: readonly Move[];
  /** Posts that a split gives to another part than the one that carries on. */
  readonly posts: Readonly<Record<Id, TerritoryPath>>;
  /**
   * Which part of a split node holds a point (WGS-84). Null where no part is known to: then nobody guesses,
   * and it goes where the move says, to what lies above.
   */
  readonly partAt: (from: TerritoryPath, point: LngLat) => TerritoryPath | null;
}

const moveOf = (moves: readonly Move[], path: TerritoryPath): Move | undefined => {
  let found: Move | undefined;
  for (const move of moves) {
    if (move.how === 'only' ? path !== move.from : !inScope(path, move.from)) continue;
    if (!found || move.from.length > found.from.length) found = move;
  }
  return found;
};

const landing = (move: Move, path: TerritoryPath): TerritoryPath =>
  move.how === 'subtree' ? `${move.to}${path.slice(move.from.length)}` : move.to;

/** Where a path lies after the moves; the path itself when none of them touches it. */
export const pathAfter = (moves: readonly Move[], path: TerritoryPath): TerritoryPath => {
  const move = moveOf(moves, path);
  return move ? landing(move, path) : path;
};

/** As `pathAfter`, for what people hold: posts, bodies, homes. */
export const peoplePathAfter = (moves: readonly Move[], path: TerritoryPath): TerritoryPath => {
  const move = moveOf(moves, path);
  if (!move) return path;
  return move.people !== undefined && path === move.from ? move.people : landing(move, path);
};

/** Ranges that hold all paths which the moves may touch; none lies in another. */
export const rangesOf = (moves: readonly Move[]): { readonly from: string; readonly to: string }[] => {
  const froms = [...new Set(moves.map((move) => move.from))];
  return froms.filter((one) => !froms.some((other) => other !== one && inScope(one, other))).map(scopeRange);
};
