import type { ColumnType, Kysely, Transaction } from 'kysely';
import type { Id } from '#kernel/ids';
import type { DateText, Instant } from '#kernel/instant';

export interface OrganisationTables {
  body: {
    district: string;
    id: Id;
    name: string;
    kind: string;
    territory: string;
    founded_on: DateText | null;
    abolished_on: DateText | null;
    successor: Id | null;
  };
  body_superior: { district: string; body: Id; superior: Id; line: ColumnType<string, string | undefined, string> };
  post: {
    district: string;
    id: Id;
    body: Id;
    title: string;
    role: string;
    scope: string;
    abolished_on: DateText | null;
  };
  person: {
    district: string;
    id: Id;
    name: string;
    phone: string | null;
    home: string;
    stamp: ColumnType<number, number | undefined, number>;
    disabled_at: Instant | null;
    made_at: ColumnType<Instant, Instant | undefined, never>;
  };
  holder: { district: string; post: Id; person: Id; from_day: DateText; to_day: DateText | null };
  /** Holdings that count: whoever may work at a post today, by appointment or in somebody's place. */
  holding: { district: string; post: Id; person: Id; from_day: DateText; to_day: DateText | null };
  account: {
    name: string;
    district: string;
    person: Id;
    password: string;
    changed_at: ColumnType<Instant, Instant | undefined, Instant>;
  };
  session: {
    district: string;
    id: Id;
    person: Id;
    token_hash: Buffer;
    made_at: Instant;
    seen_at: Instant;
    ends_at: Instant;
    ended_at: Instant | null;
    address: string | null;
  };
  sign_in_failure: { key: string; failures: number; first_at: Instant; locked_until: Instant | null };
}

export type OrganisationSql = Kysely<OrganisationTables>;
export type OrganisationTransaction = Transaction<OrganisationTables>;
