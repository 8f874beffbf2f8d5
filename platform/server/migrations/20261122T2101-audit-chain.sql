-- The log that shows what was done to it: docs/decisions/20261122-audit-chain.md.

alter table audit_row
  add column reason text,
  add column agent text,
  add column trace text,
  -- Which transaction wrote it: a sealer finds by it what became visible since it last looked.
  add column xid xid8 not null default pg_current_xact_id(),
  add column mac bytea;
-- Rows of before get theirs at the next start, by the owner, who then validates this.
alter table audit_row add constraint audit_row_has_mac check (mac is not null) not valid;

-- Ids are in the order of time, so the key serves what the index by time did.
drop index audit_by_time;
create index audit_by_transaction on audit_row (district, xid);

-- One seal over the rows that became visible since the one before, chained by its mac.
create table audit_seal (
  district text not null,
  seq bigint not null,
  sealed_at timestamptz not null,
  ids uuid[] not null,
  count integer not null,
  -- Rows sealed in this district up to here, those of forgotten seals included.
  total bigint not null,
  mac bytea not null,
  primary key (district, seq)
);

-- What a sealer had seen when it last looked. No evidence: without it everything is looked at once more.
create table audit_horizon (
  district text not null primary key,
  snapshot pg_snapshot
);

create function audit_is_kept() returns trigger language plpgsql as $$
begin
  -- Set by audit_forget() alone, and only somebody who may delete at all gets this far.
  if tg_op = 'DELETE' and current_setting('lifang.audit_forgets', true) = 'on' then return null; end if;
  raise exception '% is never changed and nothing is removed from it', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_row_is_kept before update or delete or truncate on audit_row
  for each statement execute function audit_is_kept();
create trigger audit_seal_is_kept before update or delete or truncate on audit_seal
  for each statement execute function audit_is_kept();

-- How long rows are kept, in months: the setting, and never less than six (网络安全法, logs).
create function audit_kept_months() returns integer language sql stable as $$
  select greatest(6, coalesce((select (value #>> '{}')::integer from setting
    where key = 'audit.keep-months' and jsonb_typeof(value) = 'number'), 36))
$$;

-- The whole seals, from the first on, that are older than what has to be kept; no row when there are none.
create function audit_forgettable(p_district text)
returns table (first_seq bigint, last_seq bigint, rows bigint, head bytea, total bigint) language sql stable as $$
  select min(seq), max(seq), sum(count)::bigint, (array_agg(mac order by seq desc))[1], max(s.total)
  from audit_seal s
  where district = p_district and seq < coalesce(
    (select min(seq) from audit_seal where district = p_district
       and sealed_at >= now() - make_interval(months => audit_kept_months())), 0)
  having count(*) > 0
$$;

-- Forgets what audit_forgettable() names, and only when the row that says so stands in the same transaction.
create function audit_forget(p_district text, p_last bigint, p_row uuid) returns bigint
language plpgsql security definer set search_path = public, pg_temp set lifang.audit_forgets = 'on' as $$
declare
  gone bigint;
begin
  if not exists (select from audit_forgettable(p_district) f where f.last_seq = p_last) then
    raise exception 'only whole seals older than % months may be forgotten', audit_kept_months();
  end if;
  if not exists (select from audit_row where district = p_district and id = p_row and action = 'audit.forget'
      and result = 'done' and (detail ->> 'lastSeq')::bigint = p_last and xid = pg_current_xact_id()) then
    raise exception 'the row that tells of it has to be written in the same transaction';
  end if;
  delete from audit_row r using (
    select unnest(ids) as id from audit_seal where district = p_district and seq <= p_last
  ) old where r.district = p_district and r.id = old.id;
  get diagnostics gone = row_count;
  delete from audit_seal where district = p_district and seq <= p_last;
  return gone;
end $$;
