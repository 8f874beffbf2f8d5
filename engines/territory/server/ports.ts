import type { Dwelling } from '#engines/territory/model';

/** What the territory engine needs from other engines. */
export interface TerritoryPorts {
  /** Which dwellings lie below a node? Without a register of dwellings the buildings' profiles tell. */
  readonly listDwellings?: (path: string) => Promise<readonly Dwelling[]>;
}
