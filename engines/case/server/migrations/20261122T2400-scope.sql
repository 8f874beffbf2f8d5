-- Labels (安全标记): 0 public, 1 internal, 2 sensitive, 3 key persons. Given with the report and kept.
alter table case_file add column sensitivity smallint not null default 1 check (sensitivity between 0 and 3);

-- Lists and counts of a range still need no table row to know what a reader may not know of.
drop index case_by_time;
drop index case_by_place;
drop index case_by_due;
drop index case_open_by_place;
create index case_by_time on case_file (district, reported_at desc, id desc)
  include (path, sensitivity, status, category, category_class);
create index case_by_place on case_file (district, path, reported_at desc)
  include (sensitivity, status, category, category_class);
create index case_by_due on case_file (district, due_at, id) include (path, sensitivity) where status = 'open';
create index case_open_by_place on case_file (district, path) include (sensitivity) where status = 'open';

-- A right to read lives as long as the task.
alter table case_grant add column ended_at timestamptz;

-- Work that went to another body: the right ended when the next one got it.
with ended as (
  select g.district, g.body, g.reported_at, g.case_id,
    coalesce((select min(e.at) from case_event e
      where e.district = g.district and e.case_id = g.case_id and e.data #>> '{assignee,body}' <> g.body::text
        and e.seq > coalesce((select max(own.seq) from case_event own where own.district = g.district
          and own.case_id = g.case_id and own.data #>> '{assignee,body}' = g.body::text), 0)), now()) as at
  from case_grant g join case_file c on c.district = g.district and c.id = g.case_id
  where c.assignee is distinct from g.body
)
update case_grant g set ended_at = ended.at from ended
where g.district = ended.district and g.body = ended.body and g.reported_at = ended.reported_at and g.case_id = ended.case_id;

-- Sent back to be dispatched anew.
with ended as (
  select g.district, g.body, g.reported_at, g.case_id,
    (select case when e.data ->> 'counts' = 'return' then e.at end from case_event e
     where e.district = g.district and e.case_id = g.case_id and e.data ->> 'counts' in ('dispatch', 'transfer', 'return')
     order by e.seq desc limit 1) as at
  from case_grant g join case_file c on c.district = g.district and c.id = g.case_id
  where c.assignee = g.body and c.status = 'open' and c.waits_for = 'role'
)
update case_grant g set ended_at = ended.at from ended
where g.district = ended.district and g.body = ended.body and g.reported_at = ended.reported_at and g.case_id = ended.case_id
  and ended.at is not null;

-- Closed: thirty days for rework from the closing on.
update case_grant g set ended_at = coalesce(c.closed_at, c.reported_at) + interval '30 days'
from case_file c
where c.district = g.district and c.id = g.case_id and c.status = 'closed' and g.ended_at is null;

-- Which of a body's rights still live is seen in the key itself.
alter table case_grant drop constraint case_grant_pkey;
alter table case_grant add primary key (district, body, reported_at, case_id) include (ended_at);

-- What a search finds a matter by: the single signs and the pairs of signs of its title and place. Written with the
-- report and never again, so a step costs nothing here.
create table case_word (
  district text not null,
  case_id uuid not null,
  words text[] not null,
  primary key (district, case_id),
  foreign key (district, case_id) references case_file (district, id)
);
create index case_word_by_term on case_word using gin (words) with (fastupdate = on);
-- Terms of matters that are there already are made by the server, which knows how; it does so once.
insert into setting (key, value) select 'case.words-to-fill', 'true'::jsonb where exists (select from case_file)
on conflict (key) do nothing;
