import type pg from 'pg';
import type { Dwelling } from '#engines/territory/model';

/** What the territory engine needs from outside. */
export interface TerritoryPorts {
  /** Connections to the same database as `parts.sql`: COPY needs a raw one. */
  readonly pool: pg.Pool;
  /** Which dwellings lie below a node? Without a register of dwellings the buildings' profiles tell. */
  readonly listDwellings?: (path: string) => Promise<readonly Dwelling[]>;
}
