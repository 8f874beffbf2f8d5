import type { ColumnType, JSONColumnType, Kysely, Transaction } from 'kysely';
import type { Id } from '#kernel/ids';
import type { DateText, Instant } from '#kernel/instant';
import type { Role, RoleOverlay } from '#engines/organisation/model';

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
    /** Written by earlier versions only; a job seals it and empties it. */
    phone: string | null;
    phone_sealed: ColumnType<string | null, string | null | undefined, string | null>;
    phone_blind: ColumnType<string | null, string | null | undefined, string | null>;
    home: string;
    stamp: ColumnType<number, number | undefined, number>;
    disabled_at: Instant | null;
    made_at: ColumnType<Instant, Instant | undefined, never>;
  };
  holder: {
    district: string;
    post: Id;
    person: Id;
    from_day: DateText;
    to_day: DateText | null;
    appointment: ColumnType<Id | null, Id | null | undefined, Id | null>;
    seal: ColumnType<string | null, string | null | undefined, string | null>;
  };
  appointment: {
    district: string;
    id: Id;
    post: Id;
    person: Id;
    from_day: DateText;
    to_day: DateText | null;
    state: 'proposed' | 'granted' | 'refused' | 'withdrawn' | 'ended';
    proposed_by: Id | null;
    proposed_at: Instant;
    reason: string | null;
    decided_by: ColumnType<Id | null, Id | null | undefined, Id | null>;
    decided_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
    decision: ColumnType<string | null, string | null | undefined, string | null>;
    ended_by: ColumnType<Id | null, Id | null | undefined, Id | null>;
    ended_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
    ending: ColumnType<string | null, string | null | undefined, string | null>;
  };
  administering_role: { role: string; administers: 'system' | 'security' | 'audit' };
  activation: { district: string; person: Id; code_hash: string; until: Instant; appointment: Id | null };
  role_proposal: {
    id: Id;
    role: string;
    base: number;
    overlay: JSONColumnType<RoleOverlay>;
    before: JSONColumnType<Role | null>;
    after: JSONColumnType<Role>;
    state: 'proposed' | 'granted' | 'refused' | 'withdrawn';
    proposed_by: Id;
    proposed_at: Instant;
    reason: string;
    decided_by: ColumnType<Id | null, Id | null | undefined, Id | null>;
    decided_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
    decision: ColumnType<string | null, string | null | undefined, string | null>;
  };
  role_version: {
    role: string;
    version: number;
    overlay: JSONColumnType<RoleOverlay>;
    proposal: Id;
    at: Instant;
    seal: string;
  };
  /** Holdings that count: whoever may work at a post today, by appointment or in somebody's place. */
  holding: { district: string; post: Id; person: Id; from_day: DateText; to_day: DateText | null };
  account: {
    name: string;
    district: string;
    person: Id;
    password: string;
    changed_at: ColumnType<Instant, Instant | undefined, Instant>;
    must_change: ColumnType<boolean, boolean | undefined, boolean>;
    starting_until: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
    used_at: ColumnType<Instant, Instant | undefined, Instant>;
    suspended_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
    warned_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  };
  past_password: { district: string; person: Id; password: string; at: Instant };
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
    pending: 'factor' | 'enrol' | 'password' | null;
    confirmed_at: Instant | null;
    factor_at: Instant | null;
    means: 'password' | 'oidc';
    agent: string | null;
  };
  totp_factor: {
    district: string;
    person: Id;
    secret: string | null;
    since: Instant | null;
    last_step: ColumnType<string, number | undefined, number>;
    next_secret: string | null;
    next_until: Instant | null;
  };
  passkey: {
    district: string;
    id: Id;
    person: Id;
    credential: string;
    public_key: Buffer;
    counter: ColumnType<string, number, number>;
    transports: string[];
    name: string;
    made_at: Instant;
    used_at: Instant | null;
  };
  recovery_code: { district: string; person: Id; hash: Buffer; used_at: Instant | null };
  passkey_challenge: { district: string; session: Id; kind: 'enrol' | 'show'; challenge: string; until: Instant };
  oidc_identity: { issuer: string; subject: string; district: string; person: Id; linked_at: Instant };
  oidc_flow: { state: string; browser: Buffer; secret: string; session: Id | null; until: Instant };
  sign_in_failure: { key: string; failures: number; first_at: Instant; locked_until: Instant | null };
}

export type OrganisationSql = Kysely<OrganisationTables>;
export type OrganisationTransaction = Transaction<OrganisationTables>;
