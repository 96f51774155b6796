grant usage on schema record to ${app}, ${job};

create function record.profession() returns text
  language sql stable
  return (select account.profession from identity.account account where account.id = kernel.account());

-- What the team tells each other about one person. Rows are only added: a correction is a new row that points at
-- the old one, and both stay readable.
create table record.entry (
  id uuid primary key,
  person uuid not null references person.person,
  kind text not null check (kind in ('NOTE', 'VISIT', 'TELEPHONE', 'HANDOVER', 'QUESTION',
    'TRANSITION', 'DOCUMENT', 'TEAM', 'NOTICE')),
  -- In the author's words; empty where a telephone call says all.
  text text not null default '' check (char_length(text) <= 4000),
  called text,
  outcome text check (outcome in ('REACHED', 'ABSENT', 'CALLS_BACK')),
  -- Written by Tasuki itself: a message in the reader's language, what stands in it, and what it is about.
  message text,
  arguments text[],
  subject uuid,
  -- Who wrote it is the database's own knowledge; nobody where a job did.
  account uuid default kernel.account() references identity.account,
  organization uuid default kernel.organization() references directory.organization,
  profession text default record.profession(),
  occurred_at timestamptz not null,
  written_at timestamptz not null,
  reply_to uuid,
  -- The entry that this one puts right. An entry is put right once; the next correction points at this one.
  corrects uuid unique,
  -- The first text of an entry that was put right; replies always point at it.
  origin uuid,
  -- Whether the person and the family read it too.
  family boolean not null default false,
  -- The same text in one width, one kana and one case.
  searchable text not null,
  unique (id, person),
  foreign key (reply_to, person) references record.entry (id, person),
  foreign key (corrects, person) references record.entry (id, person),
  foreign key (origin, person) references record.entry (id, person),
  check ((corrects is null) = (origin is null)),
  check ((called is null) = (outcome is null)),
  check ((kind = 'TELEPHONE') = (called is not null)),
  check ((kind in ('TRANSITION', 'DOCUMENT', 'TEAM', 'NOTICE')) = (message is not null)),
  check ((message is null) = (arguments is null)),
  check (message is not null or account is not null),
  check (corrects <> id and reply_to <> id)
);
create index entry_timeline on record.entry (person, occurred_at desc, id desc) where reply_to is null;
create index entry_written on record.entry (person, written_at);
create index entry_origin on record.entry (origin) where origin is not null;
create index entry_reply on record.entry (reply_to) where reply_to is not null;

-- 確認しました: somebody of the team read it.
create table record.receipt (
  entry uuid not null,
  person uuid not null,
  account uuid not null default kernel.account() references identity.account,
  organization uuid not null default kernel.organization() references directory.organization,
  at timestamptz not null,
  primary key (entry, account),
  foreign key (entry, person) references record.entry (id, person)
);

create table record.pin (
  id uuid primary key,
  entry uuid not null,
  person uuid not null,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references identity.account,
  foreign key (entry, person) references record.entry (id, person),
  check ((ended_at is null) = (ended_by is null))
);
create unique index pin_once on record.pin (entry) where ended_at is null;
create index pin_person on record.pin (person) where ended_at is null;

create table record.attachment (
  entry uuid not null,
  person uuid not null,
  file uuid not null references file.file,
  organization uuid not null default kernel.organization() references directory.organization,
  primary key (entry, file),
  foreign key (entry, person) references record.entry (id, person)
);
create index on record.attachment (file);

call person.protect('record.entry', 'organization');
call person.protect('record.receipt', 'organization');
call person.protect('record.pin');
call person.protect('record.attachment', 'organization');

-- The acting account wrote the entry itself.
create function record.written_by_me(entry uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from record.entry e
      where e.id = written_by_me.entry and e.account = kernel.account()
        and e.organization = kernel.organization());
  end;

-- Only the author puts an entry right.
create policy corrected on record.entry as restrictive for insert to ${app}
  with check (corrects is null or record.written_by_me(corrects));
-- The person and the family read what was written for them too, while they may see the person at all. They share
-- one organisation, so what is the organisation's own says nothing there.
create policy family on record.entry as restrictive for select to ${app}
  using (not (select kernel.in_portal()) or family and person.seen_in_full(person));
create policy family on record.receipt as restrictive for select to ${app}
  using (not (select kernel.in_portal()) or exists (select from record.entry e where e.id = entry));
create policy family on record.pin as restrictive for select to ${app}
  using (not (select kernel.in_portal()) or exists (select from record.entry e where e.id = entry));
create policy family on record.attachment as restrictive for select to ${app}
  using (not (select kernel.in_portal()) or exists (select from record.entry e where e.id = entry));
-- To one's own entry, and only what one sent oneself: whoever could attach a stranger's file could read it.
create policy own on record.attachment as restrictive for insert to ${app}
  with check (record.written_by_me(entry) and file.sent_by_me(file));
create policy ended on record.pin as restrictive for update to ${app}
  with check (ended_by = (select kernel.account()));
create policy said on record.entry for insert to ${job} with check (message is not null);

-- Whoever reads an entry reads its files.
create policy attached_to_entry on file.file for select to ${app}
  using (exists (select from record.attachment a where a.file = file.id));

grant select on record.entry, record.receipt, record.pin, record.attachment to ${app};
grant insert (id, person, kind, text, called, outcome, message, arguments, subject, occurred_at, written_at,
  reply_to, corrects, origin, family, searchable) on record.entry to ${app}, ${job};
grant insert (entry, person, at) on record.receipt to ${app};
grant insert (id, entry, person, at) on record.pin to ${app};
grant update (ended_at, ended_by) on record.pin to ${app};
grant insert (entry, person, file) on record.attachment to ${app};
