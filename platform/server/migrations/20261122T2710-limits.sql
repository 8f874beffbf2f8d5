-- How often something happened lately, shared by all server processes. Losing it in a crash loses nothing but the
-- memory of a few hours, so it is not logged; it belongs to no district.
create unlogged table limit_hits (
  key text collate "C" primary key,
  -- The latest moments, oldest first; never more than the widest limit of the key counts.
  hits timestamptz[] not null default '{}',
  until timestamptz not null
);
create index limit_hits_by_time on limit_hits (until);

-- Seconds to wait before all limits allow one more; 0: it is counted. Rules stand side by side in the three arrays.
-- Keys are locked in their order, so that two callers with the same keys come one after the other.
create function take_limits(keys text[], most integer[], within integer[], at timestamptz) returns integer
language plpgsql as $$
declare
  one text;
  wait numeric;
begin
  for one in select distinct k collate "C" from unnest(keys) k order by 1 loop
    insert into limit_hits (key, until) values (one, at) on conflict (key) do nothing;
    perform 1 from limit_hits where key = one for update;
  end loop;
  select max(extract(epoch from h.hits[cardinality(h.hits) - r.most + 1] - at) + r.within) into wait
  from unnest(keys, most, within) as r(key, most, within)
  join limit_hits h on h.key = r.key
  where cardinality(h.hits) >= r.most;
  if wait > 0 then
    return ceil(wait)::integer;
  end if;
  update limit_hits h
  set hits = h.hits[greatest(1, cardinality(h.hits) - r.most + 2):] || at,
    until = greatest(h.until, at + make_interval(secs => r.within))
  from (select k.key, max(k.most) as most, max(k.within) as within
    from unnest(keys, most, within) as k(key, most, within) group by k.key) r
  where h.key = r.key;
  return 0;
end
$$;
