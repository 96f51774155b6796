grant usage on schema offer to ${app}, ${job};

-- Whether the acting account may say what an organisation offers: its own staff, a coordinator, or an officer of the
-- prefecture. Who acts is known to kernel, with which duties to identity.
create function offer.keeps(organization uuid) returns boolean
  language sql stable
  return exists (select from identity.membership m
    join directory.organization o on o.id = m.organization
    where m.account = kernel.account() and m.organization = kernel.organization() and m.valid_until is null
      and (m.organization = keeps.organization and m.duties && array['CARE', 'ADMINISTRATOR']
        or 'COORDINATOR' = any (m.duties)
        or 'OFFICER' = any (m.duties) and o.kind = 'PREFECTURE'));

-- What an organisation offers, version by version: the part that the public may read. What replaced a version is the
-- next one; nothing is ever rewritten.
create table offer.entry (
  id uuid primary key,
  organization uuid not null references directory.organization,
  number integer not null check (number > 0),
  capabilities text[] not null,
  -- Half days of the week: 1a is Monday morning, 7p Sunday afternoon.
  days text[] not null,
  night text not null check (night in ('ALWAYS', 'ON_CALL', 'NONE')),
  holiday text not null check (holiday in ('ALWAYS', 'ON_CALL', 'NONE')),
  accepts_new boolean not null,
  languages text[] not null,
  -- Where it goes: base units, and whole areas of any kind.
  units text[] not null,
  areas uuid[] not null,
  said_at timestamptz not null,
  replaced_at timestamptz,
  unique (organization, number)
);
create unique index entry_in_force on offer.entry (organization) where replaced_at is null;

-- The part of a version that stays among those who work together, and who said the version and why.
create table offer.inside (
  entry uuid primary key references offer.entry,
  organization uuid not null references directory.organization,
  capabilities text[] not null,
  own_patients boolean not null,
  note text,
  account uuid not null default kernel.account() references identity.account,
  said_for uuid not null default kernel.organization() references directory.organization,
  reason text,
  put_back uuid references offer.entry,
  check (said_for = organization or reason is not null)
);

-- Room left for one kind of help: how many persons more can come, as somebody said at a moment. The next word replaces it.
create table offer.room (
  id uuid primary key,
  organization uuid not null references directory.organization,
  help text not null,
  places integer not null check (places between 0 and 99),
  said_at timestamptz not null,
  account uuid not null default kernel.account() references identity.account,
  said_for uuid not null default kernel.organization() references directory.organization,
  reason text,
  replaced_at timestamptz,
  -- Since when the organisation has been told that this is too old to rely on.
  stale_told_at timestamptz,
  check (said_for = organization or reason is not null)
);
create unique index room_in_force on offer.room (organization, help) where replaced_at is null;
create index room_to_tell on offer.room (said_at) where replaced_at is null and stale_told_at is null;
create index on offer.room (organization, id desc);

alter table offer.entry enable row level security;
alter table offer.inside enable row level security;
alter table offer.room enable row level security;

-- Everybody reads what holds now; former versions and everything inside are for staff and their programs.
create policy everybody on offer.entry for select to ${app} using (replaced_at is null
  or (select kernel.organization()) is not null and not (select kernel.in_portal()));
create policy staff on offer.inside for select to ${app} using (
  (select kernel.organization()) is not null and not (select kernel.in_portal()));
create policy staff on offer.room for select to ${app} using (
  (select kernel.organization()) is not null and not (select kernel.in_portal()));
do $$
declare
  target text;
begin
  foreach target in array array['entry', 'inside', 'room']
  loop
    execute format('create policy said on offer.%I for insert to ${app} with check (offer.keeps(organization))', target);
    execute format('create policy jobs on offer.%I to ${job} using (true)', target);
  end loop;
  foreach target in array array['entry', 'room']
  loop
    execute format('create policy replaced on offer.%I for update to ${app} using (offer.keeps(organization))', target);
  end loop;
end $$;

grant select on offer.entry, offer.inside, offer.room to ${app}, ${job};
grant insert (id, organization, number, capabilities, days, night, holiday, accepts_new, languages, units, areas, said_at)
  on offer.entry to ${app};
grant insert (entry, organization, capabilities, own_patients, note, reason, put_back) on offer.inside to ${app};
grant insert (id, organization, help, places, said_at, reason) on offer.room to ${app};
grant update (replaced_at) on offer.entry, offer.room to ${app};
grant update (stale_told_at) on offer.room to ${job};
