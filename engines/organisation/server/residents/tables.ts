import type { ColumnType, Kysely, Transaction } from 'kysely';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';

type Later<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

export type CodePurpose = 'sign-in' | 'old-phone' | 'new-phone' | 'delete';

export interface ResidentTables {
  resident: {
    id: Id;
    phone_sealed: string | null;
    phone_blind: string | null;
    made_at: Instant;
    deleted_at: Later<Instant>;
  };
  resident_session: {
    id: Id;
    resident: Id;
    token_hash: Buffer;
    made_at: Instant;
    seen_at: Instant;
    ends_at: Instant;
    ended_at: Later<Instant>;
    device: string | null;
  };
  resident_code: {
    id: Id;
    purpose: CodePurpose;
    phone_blind: string;
    hash: string;
    resident: Id | null;
    made_at: Instant;
    expires_at: Instant;
    tries: ColumnType<number, number | undefined, number>;
    used_at: Later<Instant>;
  };
}

export type ResidentSql = Kysely<ResidentTables>;
export type ResidentTransaction = Transaction<ResidentTables>;

/** Residents belong to no district. */
export const nowhere = '000000';

export const phonePlace = (id: Id) => ({ table: 'resident', column: 'phone_sealed', row: id });
