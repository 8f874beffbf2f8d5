-- Who proposed that somebody holds a post, and who decided. A row of `holder` is made by the decision, never before:
-- a proposal gives nothing. Persons of the two steps may be kept in another district than the post.
create table appointment (
  district text not null,
  id uuid not null,
  post uuid not null,
  person uuid not null,
  from_day date not null,
  to_day date,
  state text not null check (state in ('proposed', 'granted', 'refused', 'withdrawn', 'ended')),
  proposed_by uuid,
  proposed_at timestamptz not null,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  ended_by uuid,
  ended_at timestamptz,
  ending text,
  primary key (district, id),
  foreign key (district, post) references post (district, id),
  foreign key (district, person) references person (district, id),
  check (to_day > from_day),
  -- Two persons, and neither decides about himself, whatever the program does.
  check (decided_by <> proposed_by),
  check (decided_by <> person)
);
create unique index appointment_waiting on appointment (district, post, person) where state = 'proposed';
create index appointment_by_state on appointment (district, state, proposed_at);
create index appointment_by_person on appointment (district, person);
create index person_by_id on person (id);

-- `seal` is a keyed hash over the row and the role of its post; a row that it does not fit gives no rights.
alter table holder add column appointment uuid, add column seal text;

-- Which roles belong to one of the three administrators. Reference data, written from the packs at each start.
create table administering_role (
  role text primary key,
  administers text not null check (administers in ('system', 'security', 'audit'))
);

-- One person is one kind of administrator or does business, never two of these at a time (GB/T 22239-2019 8.1.4.2 d).
-- The lock on the person makes two at once come one after the other.
create function holder_keeps_apart() returns trigger language plpgsql as $$
declare mine text;
begin
  if new.to_day <= new.from_day then return new; end if;
  if tg_op = 'UPDATE' and new.post = old.post and new.person = old.person and new.from_day >= old.from_day
    and new.to_day is not null and (old.to_day is null or new.to_day <= old.to_day) then return new; end if;
  perform 1 from person where district = new.district and id = new.person for update;
  select r.administers into mine from post p left join administering_role r on r.role = p.role
    where p.district = new.district and p.id = new.post;
  if exists (
    select from holder h
    join post p on p.district = h.district and p.id = h.post
    left join administering_role r on r.role = p.role
    where h.district = new.district and h.person = new.person and h.post <> new.post and p.abolished_on is null
      and (new.to_day is null or h.from_day < new.to_day) and (h.to_day is null or h.to_day > greatest(h.from_day, new.from_day))
      and r.administers is distinct from mine
  ) then
    raise exception 'administrators are kept apart' using errcode = 'check_violation', constraint = 'holder_keeps_apart';
  end if;
  return new;
end $$;
create trigger holder_keeps_apart before insert or update on holder for each row execute function holder_keeps_apart();

-- Another role for a post that somebody holds would be a grant that nobody decided.
create function post_role_stays() returns trigger language plpgsql as $$
begin
  if new.role <> old.role and exists (
    select from holder h where h.district = new.district and h.post = new.id and (h.to_day is null or h.to_day > h.from_day)
  ) then
    raise exception 'the role of a post that was held stays' using errcode = 'check_violation', constraint = 'post_role_stays';
  end if;
  return new;
end $$;
create trigger post_role_stays before update of role on post for each row execute function post_role_stays();
