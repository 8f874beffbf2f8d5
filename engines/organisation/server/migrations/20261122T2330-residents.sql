-- Residents who signed in by a code sent to their phone. They belong to no district: one phone is one resident,
-- wherever he reports. Nothing but the phone is kept of him, sealed; he is found by its keyed hash.
create table resident (
  id uuid primary key,
  phone_sealed text,
  phone_blind text,
  made_at timestamptz not null,
  deleted_at timestamptz,
  -- A resident who left has no phone any more.
  check (deleted_at is not null or (phone_sealed is not null and phone_blind is not null)),
  check (deleted_at is null or (phone_sealed is null and phone_blind is null))
);
create unique index resident_by_phone on resident (phone_blind) where phone_blind is not null;

create table resident_session (
  id uuid primary key,
  resident uuid not null references resident (id),
  token_hash bytea not null unique,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  -- Kind of device as the resident reads it in his list: `Android · Chrome`.
  device text
);
create index resident_session_by_resident on resident_session (resident) where ended_at is null;

-- A code that was sent: only its keyed hash, bound to the request, the phone and the purpose; good once, for ten
-- minutes, for five tries. `resident` is who asked, where somebody was signed in.
create table resident_code (
  id uuid primary key,
  purpose text not null check (purpose in ('sign-in', 'old-phone', 'new-phone', 'delete')),
  phone_blind text not null,
  hash text not null,
  resident uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz
);
create index resident_code_by_time on resident_code (expires_at);
