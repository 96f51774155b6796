grant usage on schema register to ${app}, ${job};

-- 名簿・指定. What it is called, who may stand in it and how one gets in are its versions' affair.
create table register.register (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  -- Where it stands in lists; those set up later stand behind.
  place integer not null default 1000
);

-- How a register is from a day on. Rows are only added: of the versions begun, the one that begins last counts, and of
-- one day's the one entered last.
create table register.version (
  id uuid primary key,
  register text not null references register.register,
  valid_from date not null,
  name_ja text not null,
  name_en text not null,
  purpose_ja text not null,
  purpose_en text not null,
  criteria_ja text not null,
  criteria_en text not null,
  -- Where the criteria are written down.
  source text,
  -- Whether somebody has compared purpose and criteria with the official text.
  verified boolean not null,
  decider text not null check (decider in ('NOTIFICATION', 'NATIONAL', 'PREFECTURE', 'ASSOCIATION', 'PROPOSAL')),
  concerns text not null check (concerns in ('ORGANIZATION', 'PROFESSIONAL', 'PERSON')),
  kinds text[] not null check (cardinality(kinds) > 0),
  professions text[] not null,
  -- What an application asks, in order: id, kind, ja, en, required, options.
  fields jsonb not null,
  validity text not null check (validity in ('UNLIMITED', 'YEARS', 'MONTHS', 'FISCAL_YEARS')),
  validity_count smallint not null check ((validity = 'UNLIMITED') = (validity_count = 0)),
  -- How many days before the end the holder is reminded.
  remind_days smallint[] not null,
  -- By the end of which month after the fiscal year its report is due; null without reports.
  report_month smallint check (report_month between 1 and 12),
  -- Whether the public sees who stands in it.
  open boolean not null,
  -- Null: the prefecture's officers decide.
  decided_by uuid references directory.organization,
  -- How numbers are made, such as {fy}-{n:3}; null where they are typed.
  numbering text,
  -- Other words by which people look for it.
  words text[] not null,
  call_from date,
  call_until date,
  -- The register in which the partner of a pair must stand.
  within text references register.register,
  organization uuid default kernel.organization(),
  account uuid default kernel.account(),
  at timestamptz not null,
  check (call_until >= call_from)
);
create index on register.version (register, valid_from, at);

create function register.in_force(register text, day date) returns setof register.version
  language sql stable rows 1
  begin atomic
    select v.* from register.version v
    where v.register = in_force.register and v.valid_from <= in_force.day
    order by v.valid_from desc, v.at desc, v.id desc limit 1;
  end;

create function register.is_prefecture() returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from directory.organization o
      where o.id = kernel.organization() and o.kind = 'PREFECTURE');
  end;

-- The acting organisation decides who stands in the register.
create function register.decides(register text) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select coalesce((select v.decided_by = kernel.organization() or v.decided_by is null and register.is_prefecture()
      from register.in_force(decides.register, (now() at time zone 'Asia/Tokyo')::date) v), false);
  end;

create function register.is_open(register text) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select coalesce((select v.open
      from register.in_force(is_open.register, (now() at time zone 'Asia/Tokyo')::date) v), false);
  end;

-- Everybody may know which registers there are; only the prefecture sets them up.
alter table register.register enable row level security;
alter table register.version enable row level security;
create policy everybody on register.register for select using (true);
create policy everybody on register.version for select using (true);
create policy set_up on register.register for insert to ${app} with check ((select register.is_prefecture()));
create policy set_up on register.version for insert to ${app} with check ((select register.is_prefecture())
  and organization = (select kernel.organization()) and account = (select kernel.account()));
grant select on register.register, register.version to ${app}, ${job};
grant insert on register.register, register.version to ${app};

-- Who stands in a register, or stood. For a professional the organisation is where the professional works.
create table register.entry (
  id uuid primary key,
  register text not null references register.register,
  organization uuid not null references directory.organization,
  holder_name text,
  holder_kana text,
  profession text,
  number text not null,
  valid_from date not null,
  -- The last day; null without an end.
  valid_until date,
  state text not null default 'VALID' check (state in ('VALID', 'EXPIRED', 'WITHDRAWN', 'CANCELLED')),
  ended_on date,
  end_reason text,
  -- Brought in by a list, which alone changes it.
  listed boolean not null default false,
  entered_at timestamptz not null,
  check (valid_until >= valid_from),
  check ((holder_name is null) = (profession is null)),
  check ((state = 'VALID') = (ended_on is null))
);
create unique index entry_once on register.entry (register, organization, coalesce(holder_name, ''))
  where state = 'VALID';
create index on register.entry (organization);
create index on register.entry (valid_until) where state = 'VALID';

create table register.application (
  id uuid primary key,
  register text not null references register.register,
  -- The version whose questions it answers.
  version uuid not null references register.version,
  -- The entry it renews; null for a new one.
  renews uuid references register.entry,
  organization uuid not null default kernel.organization() references directory.organization,
  holder_name text,
  holder_kana text,
  profession text,
  answers jsonb not null,
  state text not null default 'APPLIED'
    check (state in ('APPLIED', 'INCOMPLETE', 'CHECKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  applied_on date not null,
  applied_by uuid not null default kernel.account() references identity.account,
  -- What is missing, in the words of who checked it.
  missing text,
  decided_on date,
  -- What the decision rests on: body, number, date of the paper.
  decision text,
  reason text,
  entry uuid references register.entry,
  check ((state = 'ACCEPTED') = (entry is not null)),
  check (state <> 'DECLINED' or reason is not null)
);
create unique index application_once on register.application (register, organization, coalesce(holder_name, ''))
  where state in ('APPLIED', 'INCOMPLETE', 'CHECKED');
create index on register.application (organization, id);
create index on register.application (register, id) where state in ('APPLIED', 'CHECKED');
create index on register.application (renews);

create table register.application_file (
  application uuid not null references register.application,
  item text not null,
  file uuid not null references file.file,
  at timestamptz not null,
  primary key (application, file)
);
create index on register.application_file (file);

-- What happened to an application and an entry, in order. Only added.
create table register.event (
  id uuid primary key,
  register text not null references register.register,
  holder uuid not null references directory.organization,
  application uuid references register.application,
  entry uuid references register.entry,
  kind text not null,
  -- Reason, missing items or the decision, as it was said then.
  text text,
  valid_from date,
  valid_until date,
  organization uuid default kernel.organization(),
  account uuid default kernel.account(),
  at timestamptz not null,
  check (application is not null or entry is not null)
);
create index on register.event (application);
create index on register.event (entry);

-- 活動報告 of a fiscal year.
create table register.report (
  id uuid primary key,
  entry uuid not null references register.entry,
  register text not null references register.register,
  holder uuid not null references directory.organization,
  fiscal_year smallint not null,
  text text not null,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null,
  unique (entry, fiscal_year)
);

-- The last number given in a register, by fiscal year where its pattern names one.
create table register.counter (
  register text not null references register.register,
  period text not null,
  last integer not null,
  primary key (register, period)
);

-- Which reminder was told for which day, each once.
create table register.reminder (
  subject uuid not null,
  due date not null,
  step smallint not null,
  told_at timestamptz not null,
  primary key (subject, due, step)
);
grant select, insert on register.reminder to ${job};

alter table register.entry enable row level security;
alter table register.application enable row level security;
alter table register.application_file enable row level security;
alter table register.event enable row level security;
alter table register.report enable row level security;
alter table register.counter enable row level security;
alter table register.reminder enable row level security;

-- Who stands in a register now is known to the staff of every organisation, and to everybody where the register is
-- public; who did before, to the holder and to whoever decides or watches over the registers.
create policy known on register.entry for select to ${app} using (
  state = 'VALID' and (select kernel.organization()) is not null and not (select kernel.in_portal())
  or organization = (select kernel.organization())
  or state = 'VALID' and register.is_open(register)
  or (select register.is_prefecture()) or register.decides(register));
create policy entered on register.entry for insert to ${app}
  with check ((select register.is_prefecture()) or register.decides(register));
create policy changed on register.entry for update to ${app}
  using (organization = (select kernel.organization()) or (select register.is_prefecture())
    or register.decides(register));
create policy jobs on register.entry to ${job} using (true);

-- An application is the affair of who applies and of who decides.
create policy concerned on register.application for select to ${app}
  using (organization = (select kernel.organization()) or (select register.is_prefecture())
    or register.decides(register));
create policy applied on register.application for insert to ${app}
  with check (organization = (select kernel.organization()) and state = 'APPLIED');
create policy changed on register.application for update to ${app}
  using (organization = (select kernel.organization()) or register.decides(register));
-- Only who decides moves it there, also where somebody else wrote it.
create policy decided on register.application as restrictive for update to ${app} using (true)
  with check (state not in ('CHECKED', 'INCOMPLETE', 'ACCEPTED', 'DECLINED') or register.decides(register));

create policy concerned on register.application_file for select to ${app}
  using (exists (select from register.application a where a.id = application));
-- Only what one sent oneself: whoever could attach a stranger's file could read it.
create policy sent on register.application_file for insert to ${app}
  with check (file.sent_by_me(file) and exists (select from register.application a
    where a.id = application and a.organization = (select kernel.organization())));
create policy of_application on file.file for select to ${app}
  using (exists (select from register.application_file f where f.file = file.id));

create policy concerned on register.event for select to ${app}
  using (holder = (select kernel.organization()) or (select register.is_prefecture()) or register.decides(register));
create policy told on register.event for insert to ${app}
  with check (holder = (select kernel.organization()) or (select register.is_prefecture())
    or register.decides(register));
create policy jobs on register.event to ${job} using (true);

create policy concerned on register.report for select to ${app}
  using (holder = (select kernel.organization()) or (select register.is_prefecture()) or register.decides(register));
create policy written on register.report for insert to ${app} with check (holder = (select kernel.organization()));
create policy jobs on register.report for select to ${job} using (true);

create policy given on register.counter to ${app} using (register.decides(register));
create policy jobs on register.reminder to ${job} using (true);

grant select on register.entry, register.application, register.application_file, register.event, register.report
  to ${app};
grant insert (id, register, organization, holder_name, holder_kana, profession, number, valid_from, valid_until, listed,
  entered_at) on register.entry to ${app}, ${job};
grant update (number, valid_from, valid_until, state, ended_on, end_reason) on register.entry to ${app}, ${job};
grant select on register.entry, register.event, register.report to ${job};
grant insert (id, register, version, renews, holder_name, holder_kana, profession, answers, applied_on)
  on register.application to ${app};
grant update (version, answers, state, missing, decided_on, decision, reason, entry) on register.application to ${app};
grant insert on register.application_file to ${app};
grant insert (id, register, holder, application, entry, kind, text, valid_from, valid_until, at)
  on register.event to ${app}, ${job};
grant insert (id, entry, register, holder, fiscal_year, text, at) on register.report to ${app};
grant select, insert, update on register.counter to ${app};
