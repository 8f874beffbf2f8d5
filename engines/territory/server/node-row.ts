import { sql as raw } from 'kysely';
import type { TerritoryNode } from '#engines/territory/contract';
import { pathToCode } from '#engines/territory/model';

export interface NodeRow {
  readonly path: string;
  readonly name: string;
  readonly level: string;
  readonly kind: string;
  readonly tags: string[];
  readonly child_count: number;
  readonly has_boundary: boolean;
  readonly center_lng: number | null;
  readonly center_lat: number | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

/** Columns of a `NodeRow`; the boundary itself is not read. */
export const nodeColumns = raw<NodeRow>`path, name, level, kind, tags, child_count, west is not null as has_boundary,
  center_lng, center_lat, valid_from, valid_to`;

export const nodeOf = (row: NodeRow): TerritoryNode => ({
  code: pathToCode(row.path),
  path: row.path,
  name: row.name,
  level: row.level,
  kind: row.kind,
  tags: row.tags,
  childCount: row.child_count,
  hasBoundary: row.has_boundary,
  center: row.center_lng === null || row.center_lat === null ? null : { lng: row.center_lng, lat: row.center_lat },
  validFrom: row.valid_from,
  validTo: row.valid_to,
});
