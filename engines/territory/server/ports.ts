import type pg from 'pg';
import type { Id } from '#kernel/ids';
import type { Dwelling, Relocation } from '#engines/territory/model';
import type { Sql, SqlOrTransaction } from '#platform/server/parts';
import type { Moved } from './changes/change-store.ts';

/** What the territory engine needs from outside. */
export interface TerritoryPorts {
  /** Connections to the same database as `parts.sql`: COPY needs a raw one. */
  readonly pool: pg.Pool;
  /** Which dwellings lie below a node? Without a register of dwellings the buildings' profiles tell. */
  readonly listDwellings?: (path: string) => Promise<readonly Dwelling[]>;
  /** Posts whose scope is exactly a node: when it is split, each goes to one of the parts. */
  readonly postsAt?: (path: string) => Promise<readonly { readonly id: Id; readonly title: string }[]>;
  /** What hangs on the tree and follows its changes, in order; each knows only its own rows. */
  readonly followers?: readonly Follower[];
}

/**
 * Something that keeps territory paths. It must be set-based: a change may concern a hundred thousand rows.
 * `follow` runs in the transaction of the change, and once more shortly after for rows that were being written
 * meanwhile; a second run must find nothing left to do.
 */
export interface Follower {
  /** What the change would move, for whoever looks at it beforehand. */
  readonly preview: (sql: Sql, relocation: Relocation) => Promise<readonly Moved[]>;
  readonly follow: (trx: SqlOrTransaction, relocation: Relocation) => Promise<Followed>;
}

export interface Followed {
  readonly moved: readonly Moved[];
  /** After the commit: tells whoever keeps something in memory. */
  readonly tell?: () => void;
}
