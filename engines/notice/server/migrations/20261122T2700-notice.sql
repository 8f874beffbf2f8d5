-- One message to one receiver about one event. The same event tells the same receiver once.
-- Values are sealed to the row; the text is made of the template when somebody reads it.
create table notice (
  district text not null,
  id uuid not null,
  event uuid not null,
  -- `person` (staff) and `resident` read it in the house; `phone` and `email` are addresses of people we do not know,
  -- known here by their keyed hash alone.
  receiver_kind text not null check (receiver_kind in ('person', 'resident', 'phone', 'email')),
  receiver text collate "C" not null,
  -- The post that was told, where a post was: its holder today.
  post uuid,
  template text not null,
  about text,
  -- 0 public … 3 key-persons, of the matter or of the template, whichever is higher.
  sensitivity smallint not null,
  -- Null once the values are wiped: a code that was used, a resident who is gone.
  sealed text,
  in_app boolean not null,
  made_at timestamptz not null,
  -- Receipts: shown in a list of the receiver, opened, acknowledged.
  delivered_at timestamptz,
  read_at timestamptz,
  acknowledge_by timestamptz,
  acknowledged_at timestamptz,
  -- Who is told when nobody acknowledges, one after the other: [{"person": …}, {"post": …}].
  next_receivers jsonb not null default '[]',
  escalated_at timestamptz,
  escalated_from uuid,
  primary key (district, id)
);
create unique index notice_once on notice (district, event, receiver_kind, receiver);
create index notice_by_receiver on notice (receiver_kind, receiver, made_at desc, id desc) where in_app;
create index notice_unread on notice (receiver_kind, receiver) where in_app and read_at is null;
create index notice_by_about on notice (district, about) where about is not null;
create index notice_unacknowledged on notice (acknowledge_by)
  where acknowledged_at is null and escalated_at is null and acknowledge_by is not null;

-- What goes out of the house: one row a notice and channel.
create table notice_message (
  district text not null,
  id uuid not null,
  notice uuid not null,
  channel text not null check (channel in ('sms', 'email')),
  -- Sealed to the row; null when the receiver has no such address, or once it is wiped.
  address text,
  locale text not null default 'zh',
  state text not null check (state in
    ('waiting', 'queued', 'sending', 'sent', 'failed', 'given-up', 'expired', 'cancelled')),
  attempts integer not null default 0,
  -- Claims that ended without a word: the process died between sending and saying so.
  lost integer not null default 0,
  next_at timestamptz not null,
  claimed_until timestamptz,
  reason text,
  reference text,
  made_at timestamptz not null,
  expires_at timestamptz,
  ended_at timestamptz,
  primary key (district, id),
  foreign key (district, notice) references notice (district, id)
);
create unique index notice_message_once on notice_message (district, notice, channel);
create index notice_message_due on notice_message (next_at) where state in ('queued', 'failed', 'sending');
create index notice_message_waiting on notice_message (channel) where state = 'waiting';
create index notice_message_by_state on notice_message (state, made_at desc, id desc);
create index notice_message_by_time on notice_message (made_at desc, id desc);
