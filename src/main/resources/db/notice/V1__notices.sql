grant usage on schema notice to ${app}, ${job};

-- What somebody is to know. It says what happened and where to look, never to whom: the page behind it judges who
-- may see that. Written in the transaction of what it tells of.
create table notice.notice (
  id uuid primary key,
  kind text not null,
  organization uuid not null,
  -- Null: for the organisation's shared inbox.
  account uuid,
  -- What the page behind it shows.
  subject uuid not null,
  -- Put into the sentence: names of organisations, dates, case numbers.
  words text[] not null default '{}',
  -- Whose affair it is, by the id alone, so that a death can silence what still waits for the family.
  concerns uuid,
  at timestamptz not null,
  read_at timestamptz,
  read_by uuid,
  -- Whether the mail job has decided whom to write to.
  mailed boolean not null default false,
  check (read_by is null or read_at is not null)
);
create index notice_list on notice.notice (organization, account, (read_at is not null), id desc);
create index notice_unread on notice.notice (organization, account) where read_at is null;
create index notice_waiting on notice.notice (id) where not mailed;
create index on notice.notice (concerns) where read_at is null;

alter table notice.notice enable row level security;
create policy own on notice.notice for select to ${app} using (organization = (select kernel.organization())
  and (account = (select kernel.account()) or account is null and not (select kernel.in_portal())));
create policy told on notice.notice for insert to ${app} with check (true);
create policy seen on notice.notice for update to ${app} using (organization = (select kernel.organization())
  and (account = (select kernel.account()) or account is null and not (select kernel.in_portal())));
create policy jobs on notice.notice to ${job} using (true);
grant select on notice.notice to ${app}, ${job};
grant insert (id, kind, organization, account, subject, words, concerns, at) on notice.notice to ${app}, ${job};
grant update (read_at, read_by) on notice.notice to ${app};
grant update (mailed) on notice.notice to ${job};

-- Somebody died: nothing that still waits reaches these accounts any more, by bell or by mail.
create function notice.silence(concerned uuid, accounts uuid[], moment timestamptz) returns void
  language sql volatile security definer set search_path = ''
  begin atomic
    update notice.notice n set read_at = silence.moment, mailed = true
    where n.concerns = silence.concerned and n.account = any (silence.accounts) and n.read_at is null;
  end;

-- How an account wants mail of a kind; without a row as the kind begins.
create table notice.preference (
  account uuid not null default kernel.account(),
  kind text not null,
  how text not null check (how in ('NOW', 'DIGEST', 'NEVER')),
  primary key (account, kind)
);
alter table notice.preference enable row level security;
create policy own on notice.preference to ${app} using (account = (select kernel.account()));
create policy jobs on notice.preference for select to ${job} using (true);
grant select, update (how) on notice.preference to ${app};
grant insert (kind, how) on notice.preference to ${app};
grant select on notice.preference to ${job};

-- Who looks after an organisation's shared inbox, and who stands in for a while.
create table notice.inbox (
  organization uuid primary key default kernel.organization(),
  in_charge uuid,
  stand_in uuid,
  stand_in_from date,
  stand_in_until date,
  changed_at timestamptz not null,
  check ((stand_in is null) = (stand_in_from is null) and (stand_in is null) = (stand_in_until is null)),
  check (stand_in_until >= stand_in_from)
);
alter table notice.inbox enable row level security;
create policy own on notice.inbox to ${app} using (organization = (select kernel.organization()));
create policy jobs on notice.inbox for select to ${job} using (true);
grant select, update on notice.inbox to ${app};
grant insert (in_charge, stand_in, stand_in_from, stand_in_until, changed_at) on notice.inbox to ${app};
grant select on notice.inbox to ${job};

-- Who looks after the inbox on a day; nobody where none was named, and then it is everybody's.
create function notice.in_charge(organization uuid, day date) returns uuid
  language sql stable
  return (select case when in_charge.day between i.stand_in_from and i.stand_in_until then i.stand_in
      else i.in_charge end
    from notice.inbox i where i.organization = in_charge.organization);

-- Mail that is to be sent. A row is locked while it is on its way, so two nodes never send the same.
create table notice.mail (
  id uuid primary key,
  notice uuid not null references notice.notice,
  account uuid not null,
  -- Not before; moves on after each failure.
  next_at timestamptz not null,
  attempts integer not null default 0,
  failure text,
  sent_at timestamptz,
  -- Not sent, and why: READ before it was due, ADDRESS unknown or refused, TIME: a week of failures.
  dropped_at timestamptz,
  dropped text check (dropped in ('READ', 'ADDRESS', 'TIME')),
  unique (notice, account),
  check (sent_at is null or dropped_at is null),
  check ((dropped_at is null) = (dropped is null))
);
create index mail_due on notice.mail (next_at, id) where sent_at is null and dropped_at is null;
create index on notice.mail (account, next_at) where sent_at is null and dropped_at is null;
alter table notice.mail enable row level security;
create policy jobs on notice.mail to ${job} using (true);
create policy own on notice.mail for select to ${app} using (account = (select kernel.account()));
grant select, insert, update on notice.mail to ${job};
grant select (account, sent_at, dropped_at, dropped) on notice.mail to ${app};
