-- Leave: from a day up to the day on which the person is back. Each post held may be covered by somebody.
create table absence (
  district text not null,
  id uuid not null,
  person uuid not null,
  from_day date not null,
  to_day date not null,
  kind text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (district, id),
  foreign key (district, person) references person (district, id),
  check (to_day > from_day)
);
create index absence_by_person on absence (district, person, from_day);

-- `basis`: why the substitute may: same role in the same body, B-role of a line, or appointed for the time.
-- An appointment is a holding of its own that was granted; the other two lean on `by_post`, which the substitute
-- holds by a grant, and end with it. `seal` is a keyed hash: an altered row gives no rights.
create table absence_cover (
  district text not null,
  absence uuid not null,
  post uuid not null,
  substitute uuid not null,
  basis text not null check (basis in ('b-role', 'same-role', 'appointed')),
  by_post uuid,
  seal text,
  primary key (district, absence, post),
  check (basis = 'appointed' or (by_post is not null and seal is not null)),
  foreign key (district, absence) references absence (district, id),
  foreign key (district, post) references post (district, id),
  foreign key (district, substitute) references person (district, id)
);
create index absence_cover_by_substitute on absence_cover (district, substitute);
create index absence_cover_by_post on absence_cover (district, post);

-- Who may work at a post: by appointment, or in the place of somebody on leave, from the first day of the leave up
-- to the day of return, and no longer than the substitute's own post lasts.
create or replace view holding as
select district, post, person, from_day, to_day, null::uuid as absence from holder
union all
select c.district, c.post, c.substitute, a.from_day, least(a.to_day, own.until), a.id
from absence a
join absence_cover c on c.district = a.district and c.absence = a.id and c.basis <> 'appointed'
cross join lateral (
  select max(coalesce(h.to_day, 'infinity'::date)) as until from holder h
  join post p on p.district = h.district and p.id = h.post and p.abolished_on is null
  where h.district = c.district and h.post = c.by_post and h.person = c.substitute and h.from_day <= a.from_day
) own
where a.cancelled_at is null and own.until > a.from_day;

-- A roster is generated from a pattern over days; its shifts are then edited one by one.
create table rota (
  district text not null,
  id uuid not null,
  path text collate "C" not null,
  name text not null,
  kind text not null check (kind in ('ordinary', 'special', 'emergency')),
  from_day date not null,
  to_day date not null,
  pattern jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (district, id)
);

create table shift (
  district text not null,
  id uuid not null,
  rota uuid,
  path text collate "C" not null,
  name text not null,
  kind text not null check (kind in ('ordinary', 'special', 'emergency')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  person uuid not null,
  post uuid,
  cancelled_at timestamptz,
  primary key (district, id),
  foreign key (district, rota) references rota (district, id),
  foreign key (district, person) references person (district, id),
  check (ends_at > starts_at)
);
create index shift_by_time on shift (district, starts_at) where cancelled_at is null;
create index shift_by_person on shift (district, person, starts_at) where cancelled_at is null;

-- A asks, B answers; whoever leads the roster is told and marks it seen.
create table shift_swap (
  district text not null,
  id uuid not null,
  shift uuid not null,
  asked_by uuid not null,
  asked_of uuid not null,
  -- The shift that the other gives in return; null when he only takes this one over.
  in_return uuid,
  reason text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  accepted boolean,
  withdrawn_at timestamptz,
  seen_by uuid,
  seen_at timestamptz,
  primary key (district, id),
  foreign key (district, shift) references shift (district, id),
  foreign key (district, in_return) references shift (district, id)
);
create unique index shift_swap_open on shift_swap (district, shift) where answered_at is null and withdrawn_at is null;

create table shift_note (
  district text not null,
  id uuid not null,
  shift uuid not null,
  happened text not null,
  -- Open items: `[{ "text": …, "case": id or null }]`.
  items jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null,
  received_by uuid,
  received_at timestamptz,
  primary key (district, id),
  foreign key (district, shift) references shift (district, id)
);
create unique index shift_note_by_shift on shift_note (district, shift);

-- Somebody phoned or came by. No position, no photo, no clock.
create table shift_check (
  district text not null,
  id uuid not null,
  shift uuid not null,
  result text not null check (result in ('present', 'replaced', 'absent')),
  way text not null check (way in ('phone', 'visit')),
  remark text not null,
  checked_by uuid not null,
  checked_at timestamptz not null,
  primary key (district, id),
  foreign key (district, shift) references shift (district, id)
);

-- Transfer of a person (调整): asked for, agreed to, handed over by a list that both sign, effective on a day.
create table transfer (
  district text not null,
  id uuid not null,
  person uuid not null,
  from_post uuid not null,
  to_post uuid not null,
  effective_on date not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  agreed boolean,
  list jsonb,
  list_hash text,
  frozen_at timestamptz,
  giver_seal text,
  giver_at timestamptz,
  receiver uuid,
  receiver_seal text,
  receiver_at timestamptz,
  -- The holder changes by a proposal of whoever keeps appointments; from here on it is on its way.
  proposed_at timestamptz,
  -- Granted, and the end of the former post is set.
  done_at timestamptz,
  withdrawn_at timestamptz,
  primary key (district, id),
  foreign key (district, person) references person (district, id),
  foreign key (district, from_post) references post (district, id),
  foreign key (district, to_post) references post (district, id)
);
create unique index transfer_under_way on transfer (district, person)
  where proposed_at is null and withdrawn_at is null and agreed is distinct from false;
