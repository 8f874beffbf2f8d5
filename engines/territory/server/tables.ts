import type { Generated, JSONColumnType } from 'kysely';
import type { ProfileAtRest } from './profile.ts';

// A type, not an interface: the query builder wants an index signature.
export type TerritoryTables = {
  readonly territory: {
    district: string;
    path: string;
    parent: string;
    name: string;
    official_name: string | null;
    level: string;
    level_rank: number;
    apart: Generated<boolean>;
    kind: Generated<string>;
    tags: Generated<string[]>;
    valid_from: string | null;
    valid_to: string | null;
    successors: Generated<string[]>;
    profile: JSONColumnType<ProfileAtRest, string | undefined, string>;
    boundary_text: string | null;
    boundary: JSONColumnType<object | null, string | null | undefined, string | null>;
    west: number | null;
    south: number | null;
    east: number | null;
    north: number | null;
    center_lng: number | null;
    center_lat: number | null;
    area_m2: number | null;
    child_count: Generated<number>;
    planted: string | null;
    version: Generated<number>;
    changed_at: Generated<string>;
  };
  readonly territory_term: { district: string; tier: number; term: string; path: string };
  readonly territory_ruling: {
    district: string;
    id: string;
    path: string;
    line: string;
    acts_path: string;
    state: 'meanwhile' | 'settled';
    basis: string;
    valid_from: string;
    valid_to: string | null;
    person: string | null;
    at: Generated<string>;
  };
};
