grant usage on schema equipment to ${app}, ${job};
create extension if not exists btree_gist with schema equipment;

-- Things that an association or a hub lends: 携行型エコー, 吸引器 and so on.
create table equipment.thing (
  id uuid primary key,
  owner uuid not null default kernel.organization() references directory.organization,
  kind text not null,
  name text not null,
  -- By which the owner knows it (管理番号).
  number text not null,
  kept_at text not null,
  accessories text,
  -- Until when it was inspected: a loan ends before.
  inspection_due date,
  -- Kinds of organisation that may borrow it; empty for every kind.
  lent_to text[] not null default '{}',
  -- Where a borrower has to lie; null for everywhere.
  area uuid references area.area,
  longest_days integer not null check (longest_days between 1 and 366),
  picture uuid references file.file,
  registered_at timestamptz not null,
  retired_on date,
  version integer not null default 0,
  unique (owner, number)
);
create index on equipment.thing (name, id);
create index on equipment.thing (picture) where picture is not null;

-- On which days a thing is not to be had, by a loan or because it is blocked. That is all that strangers learn.
-- Nobody books a thing twice, whatever the program thinks: the days of one thing never overlap.
create table equipment.taken (
  -- Of the loan or the block.
  id uuid primary key,
  thing uuid not null references equipment.thing,
  days daterange not null check (not isempty(days) and not lower_inf(days) and not upper_inf(days)),
  -- It was handed out and has not come back.
  away boolean not null default false,
  holder uuid not null default kernel.organization() references directory.organization,
  exclude using gist (thing with =, days with &&)
);

create table equipment.loan (
  id uuid primary key,
  thing uuid not null references equipment.thing,
  borrower uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account,
  first_day date not null,
  last_day date not null,
  -- What for, without anybody's data.
  purpose text not null,
  state text not null default 'BOOKED' check (state in ('BOOKED', 'OUT', 'RETURNED', 'CANCELLED')),
  booked_at timestamptz not null,
  check (last_day >= first_day)
);
create index on equipment.loan (borrower, first_day desc, id);
create index on equipment.loan (thing, first_day desc, id);
create index loan_open on equipment.loan (last_day) where state in ('BOOKED', 'OUT');

-- Days on which the owner keeps it back.
create table equipment.block (
  id uuid primary key,
  thing uuid not null references equipment.thing,
  reason text not null check (reason in ('REPAIR', 'INSPECTION', 'OWN_USE', 'OTHER')),
  first_day date not null,
  last_day date not null,
  note text,
  ended_on date,
  check (last_day >= first_day)
);
create index on equipment.block (thing, first_day desc);

-- What happened to a thing, in its order; the history that is never changed.
create table equipment.step (
  id uuid primary key,
  thing uuid not null references equipment.thing,
  loan uuid references equipment.loan,
  kind text not null,
  -- How it was found when it changed hands.
  state_of_thing text check (state_of_thing in ('GOOD', 'INCOMPLETE', 'DAMAGED')),
  note text,
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null
);
create index on equipment.step (thing, id desc);
create index on equipment.step (loan, id);

-- What was told once; a second round or another node finds it here.
create table equipment.told (
  subject uuid not null,
  step text not null,
  at timestamptz not null,
  primary key (subject, step)
);

-- Whether the acting organisation lends the thing. Outside the policies, since the tables ask it of each other.
create function equipment.owns(thing uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from equipment.thing t where t.id = owns.thing and t.owner = kernel.organization());
  end;

-- Whether the acting organisation works in Tasuki as staff, not as person or family.
create function equipment.staff() returns boolean
  language sql stable
  return kernel.organization() is not null and not kernel.in_portal();

alter table equipment.thing enable row level security;
create policy read on equipment.thing for select to ${app} using ((select equipment.staff()));
create policy registered on equipment.thing for insert to ${app} with check (owner = (select kernel.organization()));
create policy changed on equipment.thing for update to ${app} using (owner = (select kernel.organization()));
create policy jobs on equipment.thing for select to ${job} using (true);

alter table equipment.taken enable row level security;
create policy read on equipment.taken for select to ${app} using ((select equipment.staff()));
create policy booked on equipment.taken for insert to ${app} with check (holder = (select kernel.organization()));
create policy changed on equipment.taken for update to ${app}
  using (equipment.owns(thing));
create policy freed on equipment.taken for delete to ${app}
  using (holder = (select kernel.organization()) or equipment.owns(thing));

alter table equipment.loan enable row level security;
create policy parties on equipment.loan for select to ${app}
  using ((select equipment.staff()) and (borrower = (select kernel.organization()) or equipment.owns(thing)));
create policy booked on equipment.loan for insert to ${app} with check (borrower = (select kernel.organization()));
create policy changed on equipment.loan for update to ${app}
  using (borrower = (select kernel.organization()) or equipment.owns(thing));
create policy jobs on equipment.loan for select to ${job} using (true);

alter table equipment.block enable row level security;
create policy own on equipment.block to ${app} using (equipment.owns(thing)) with check (equipment.owns(thing));

alter table equipment.step enable row level security;
create policy parties on equipment.step for select to ${app} using ((select equipment.staff()) and (equipment.owns(thing)
  or exists (select from equipment.loan l where l.id = step.loan and l.borrower = (select kernel.organization()))));
create policy written on equipment.step for insert to ${app}
  with check (organization = (select kernel.organization()) and (equipment.owns(thing)
    or exists (select from equipment.loan l where l.id = step.loan and l.borrower = (select kernel.organization()))));

-- A picture shows the thing to whoever may borrow it.
create policy picture_of_a_thing on file.file for select to ${app}
  using (exists (select from equipment.thing t where t.picture = file.id));

grant select, insert, update on equipment.thing to ${app};
-- Who holds it is for its parties alone.
grant select (id, thing, days, away), insert (id, thing, days), update (days, away), delete on equipment.taken to ${app};
grant select, update (state) on equipment.loan to ${app};
grant insert (id, thing, first_day, last_day, purpose, booked_at) on equipment.loan to ${app};
grant select, insert, update (last_day, ended_on) on equipment.block to ${app};
grant select on equipment.step to ${app};
grant insert (id, thing, loan, kind, state_of_thing, note, at) on equipment.step to ${app};
grant select on equipment.thing, equipment.loan to ${job};
grant select, insert on equipment.told to ${job};
