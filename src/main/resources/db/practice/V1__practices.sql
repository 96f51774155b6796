-- 事例集: programmes and what came of them, those that ship with the house and those that organisations add.

grant usage on schema practice to ${app}, ${job};

create table practice.practice (
  id uuid primary key,
  -- Stands in addresses. A shipped case has a word, an own one the text of its id.
  code text not null unique,
  -- Who wrote it and alone changes it; null for what the house ships.
  organization uuid references directory.organization,
  state text not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
  version integer not null check (version > 0),
  -- The document a shipped case was taken from, and the digest of what was brought in last.
  source text,
  digest text,
  changed_at timestamptz not null,
  prefecture text not null,
  name text not null,
  name_en text,
  -- The code of the programme that this one is part of.
  parent text,
  operators text[] not null,
  -- The unit it is run by, as its source words it, and what kind of area that is where it is certain.
  area text,
  area_type text,
  purpose text not null,
  approach text[] not null,
  instruments text[] not null,
  rules text[] not null,
  issues text[] not null,
  proposals text[] not null,
  actors text[] not null,
  systems text[] not null,
  -- What is doubtful in it.
  note text,
  -- What only few say: [{"key": "division", "lines": ["…"]}].
  details jsonb not null,
  check ((organization is null) = (source is not null)),
  check ((organization is null) = (digest is not null))
);
create index on practice.practice (organization, id) where organization is not null;
create index on practice.practice (parent) where parent is not null;

create table practice.budget (
  practice uuid not null references practice.practice on delete cascade,
  place smallint not null,
  -- The western year in which the fiscal year begins; null where the source names none.
  fiscal_year smallint,
  planned_yen bigint,
  settled_yen bigint,
  funding text,
  note text,
  primary key (practice, place)
);

create table practice.figure (
  practice uuid not null references practice.practice on delete cascade,
  place smallint not null,
  indicator text not null,
  area text,
  -- As the source words it: a fiscal year, a day, a span of years.
  period text,
  value numeric not null,
  unit text not null,
  kind text not null check (kind in ('BASELINE', 'PLAN', 'TARGET', 'ACTUAL')),
  note text,
  primary key (practice, place)
);

-- What an organisation's own case was at each step. Only added.
create table practice.version (
  practice uuid not null references practice.practice,
  version integer not null,
  step text not null check (step in ('CREATED', 'CHANGED', 'PUBLISHED', 'WITHDRAWN')),
  content jsonb not null,
  -- Why it was withdrawn.
  reason text,
  organization uuid not null default kernel.organization(),
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null,
  primary key (practice, version)
);

-- Rises with each change of what is published, in the transaction that makes it: nodes read by it whether what they
-- know of the library still holds. Its row is locked until the change is committed, so no number is seen too early.
create table practice.edition (
  single boolean primary key default true check (single),
  number bigint not null
);
insert into practice.edition (number) values (1);

alter table practice.practice enable row level security;
alter table practice.budget enable row level security;
alter table practice.figure enable row level security;
alter table practice.version enable row level security;

-- Everybody reads what is published; the organisation that wrote a case reads it in every state and alone changes it.
create policy published on practice.practice for select to ${app}
  using (state = 'PUBLISHED' or organization = (select kernel.organization()));
create policy written on practice.practice for insert to ${app}
  with check (organization = (select kernel.organization()) and not (select kernel.in_portal()));
create policy changed on practice.practice for update to ${app}
  using (organization = (select kernel.organization()) and not (select kernel.in_portal()));
-- The house brings in and renews what it ships, and never touches what anybody wrote.
create policy shipped on practice.practice to ${job} using (organization is null);

create policy of_practice on practice.budget for select to ${app}
  using (exists (select from practice.practice p where p.id = practice));
create policy written on practice.budget to ${app}
  using (exists (select from practice.practice p
    where p.id = practice and p.organization = (select kernel.organization())));
create policy shipped on practice.budget to ${job}
  using (exists (select from practice.practice p where p.id = practice and p.organization is null));

create policy of_practice on practice.figure for select to ${app}
  using (exists (select from practice.practice p where p.id = practice));
create policy written on practice.figure to ${app}
  using (exists (select from practice.practice p
    where p.id = practice and p.organization = (select kernel.organization())));
create policy shipped on practice.figure to ${job}
  using (exists (select from practice.practice p where p.id = practice and p.organization is null));

create policy own on practice.version for select to ${app} using (organization = (select kernel.organization()));
create policy written on practice.version for insert to ${app}
  with check (organization = (select kernel.organization()) and exists (select from practice.practice p
    where p.id = practice and p.organization = (select kernel.organization())));

grant select, insert, update on practice.practice to ${app}, ${job};
grant select, insert, delete on practice.budget, practice.figure to ${app}, ${job};
grant select on practice.version to ${app};
grant insert (practice, version, step, content, reason, at) on practice.version to ${app};
grant select, update (number) on practice.edition to ${app}, ${job};
