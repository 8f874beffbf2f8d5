-- Signing in, whole: starting passwords and old ones, second factors, what is outstanding on a sign-in.

-- `used_at` is the last complete sign-in (or when the account was opened, or opened again); an account that
-- nobody used for long is suspended. `must_change`: the password was set by somebody else.
alter table account
  add column must_change boolean not null default false,
  add column starting_until timestamptz,
  add column used_at timestamptz not null default now(),
  add column suspended_at timestamptz,
  add column warned_at timestamptz;
create index account_by_use on account (used_at) where suspended_at is null;

-- Hashes of passwords that may not come back.
create table past_password (
  district text not null,
  person uuid not null,
  password text not null,
  at timestamptz not null,
  primary key (district, person, at),
  foreign key (district, person) references person (district, id)
);

-- What is outstanding before a sign-in counts; when its person last proved who he is; since when the second
-- factor was shown; with what it was opened and from what kind of device.
alter table session
  add column pending text check (pending in ('factor', 'enrol', 'password')),
  add column confirmed_at timestamptz,
  add column factor_at timestamptz,
  add column means text not null default 'password' check (means in ('password', 'oidc')),
  add column agent text;
update session set confirmed_at = made_at;

-- Secrets are sealed. A new one waits in `next_secret` until a code of it was shown, so that nobody is left
-- without either. `last_step` is the 30-second step of the last code taken: each counts once.
create table totp_factor (
  district text not null,
  person uuid not null,
  secret text,
  since timestamptz,
  last_step bigint not null default 0,
  next_secret text,
  next_until timestamptz,
  primary key (district, person),
  foreign key (district, person) references person (district, id)
);

create table passkey (
  district text not null,
  id uuid not null,
  person uuid not null,
  credential text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (district, id),
  unique (district, credential),
  foreign key (district, person) references person (district, id)
);
create index passkey_by_person on passkey (district, person);

-- One-time codes of 80 random bits; only hashes.
create table recovery_code (
  district text not null,
  person uuid not null,
  hash bytea not null,
  used_at timestamptz,
  primary key (district, person, hash),
  foreign key (district, person) references person (district, id)
);

-- What a passkey has to sign, once, for one sign-in.
create table passkey_challenge (
  district text not null,
  session uuid not null,
  kind text not null check (kind in ('enrol', 'show')),
  challenge text not null,
  until timestamptz not null,
  primary key (district, session, kind),
  foreign key (district, session) references session (district, id)
);

-- Who somebody is at another house. Reference data, as `account`: who signs in has not said yet where he belongs.
create table oidc_identity (
  issuer text not null,
  subject text not null,
  district text not null,
  person uuid not null,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (district, person, issuer),
  foreign key (district, person) references person (district, id)
);

-- A way to another house and back, once, in the browser that began it. Nonce and verifier are sealed.
create table oidc_flow (
  state text primary key,
  browser bytea not null,
  secret text not null,
  session uuid,
  until timestamptz not null
);
