-- A fact carries the label of what it speaks of (0 public … 3 key persons); a figure counts no fact above its own.
alter table fact add column sensitivity smallint not null default 1 check (sensitivity between 0 and 3);
