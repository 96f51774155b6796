grant usage on schema file to ${app}, ${job};

-- What is known of a stored file. Its bytes lie encrypted beside the database; the key of each file stands here,
-- locked with the key of the installation, so a file without its row can never be read again.
create table file.file (
  id uuid primary key,
  -- Found in the bytes themselves, never taken from the name.
  content_type text not null
    check (content_type in ('image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf')),
  bytes bigint not null check (bytes between 1 and 20971520),
  sha256 bytea not null check (length(sha256) = 32),
  name text not null check (char_length(name) between 1 and 120),
  locked_key bytea not null,
  owner uuid not null default kernel.organization(),
  made_by uuid not null default kernel.account(),
  at timestamptz not null,
  -- Nobody refers to a STORED file yet; if it stays so for a day, it is removed.
  state text not null default 'STORED' check (state in ('STORED', 'REFERENCED'))
);
create index file_unreferenced on file.file (at) where state = 'STORED';

-- A name may say who is in the picture, so only whoever sent a file sees it. For all others the room that refers to
-- the file decides, with a policy of its own on this table that asks the row which refers to it.
alter table file.file enable row level security;
create policy sender on file.file for select to ${app}
  using (made_by = (select kernel.account()) and owner = (select kernel.organization()));
create policy stored on file.file for insert to ${app}
  with check (made_by = (select kernel.account()) and owner = (select kernel.organization()));
create policy referenced on file.file for update to ${app}
  using (made_by = (select kernel.account()) and owner = (select kernel.organization()));
create policy forgotten on file.file for all to ${job} using (state = 'STORED');

-- The acting account sent the file itself: rooms ask this before they let a row refer to it, since whoever could
-- refer to a stranger's file could read it.
create function file.sent_by_me(file uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from file.file f
      where f.id = sent_by_me.file and f.made_by = kernel.account() and f.owner = kernel.organization());
  end;

grant select on file.file to ${app};
-- Who sent it and for whom is the database's own knowledge.
grant insert (id, content_type, bytes, sha256, name, locked_key, at) on file.file to ${app};
grant update (state) on file.file to ${app};
grant select, delete on file.file to ${job};
