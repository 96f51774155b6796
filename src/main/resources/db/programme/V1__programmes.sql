grant usage on schema programme to ${app}, ${job};

-- A list of programmes that an organisation keeps from year to year: 在宅医療推進施策一覧, 基金事業(医療分)一覧.
create table programme.series (
  id uuid primary key,
  organization uuid not null default kernel.organization() references directory.organization,
  name text not null,
  -- Whether a programme is known in it by a number that is printed (事業No).
  numbered boolean not null,
  unique (organization, name)
);

-- The list of one fiscal year.
create table programme.edition (
  id uuid primary key,
  series uuid not null references programme.series,
  organization uuid not null default kernel.organization() references directory.organization,
  fiscal_year integer not null check (fiscal_year between 2000 and 2199),
  title text not null,
  published boolean not null default false,
  unique (series, fiscal_year)
);

-- What a list is divided into: (1) 退院支援, ア …, or the categories of the fund. Each year has its own.
create table programme.heading (
  id uuid primary key,
  edition uuid not null references programme.edition,
  organization uuid not null default kernel.organization() references directory.organization,
  parent uuid references programme.heading,
  position integer not null,
  -- As it is printed: "(1)", "ア", "①-1". Empty where there is none.
  mark text not null,
  name text not null,
  unique (edition, position)
);

-- A programme through all its years. Its names may change and may be those of another one.
create table programme.programme (
  id uuid primary key,
  series uuid not null references programme.series,
  organization uuid not null default kernel.organization() references directory.organization,
  -- What it is a part of.
  parent uuid references programme.programme check (parent <> id)
);
create index on programme.programme (parent) where parent is not null;

-- What a programme is in one year.
create table programme.year (
  id uuid primary key,
  programme uuid not null references programme.programme,
  edition uuid not null references programme.edition,
  organization uuid not null default kernel.organization() references directory.organization,
  -- Its place in the list, and where the list prints one, its number.
  number integer not null check (number > 0),
  name text not null,
  purpose text,
  content text,
  execution text check (execution in ('DIRECT', 'COMMISSION', 'SUBSIDY', 'OTHER')),
  standing text not null check (standing in ('NEW', 'CONTINUED', 'EXTENDED', 'ENDED')),
  first_year integer,
  last_year integer,
  division uuid not null references identity.division,
  -- The division as the list prints it, where that is more than its name.
  division_words text,
  area uuid references area.area,
  remark text,
  version integer not null default 0,
  unique (programme, edition),
  unique (edition, number) deferrable,
  check (last_year >= first_year)
);
create index on programme.year (division);

-- Where a programme stands in the list: once, and again (再掲) under other headings.
create table programme.placement (
  year uuid not null references programme.year on delete cascade,
  heading uuid not null references programme.heading,
  organization uuid not null default kernel.organization() references directory.organization,
  position integer not null,
  repost boolean not null,
  -- What is printed before the row: 訪問診療, 訪問看護 …
  service text,
  primary key (year, heading)
);
create unique index placement_main on programme.placement (year) where not repost;
create index on programme.placement (heading);

-- What the money comes from: ①基金 ②県単 ③国庫.
create table programme.source (
  organization uuid not null default kernel.organization() references directory.organization,
  mark text not null,
  name text not null,
  position integer not null,
  primary key (organization, mark)
);

create table programme.funding (
  year uuid not null references programme.year on delete cascade,
  organization uuid not null default kernel.organization() references directory.organization,
  mark text not null,
  -- Its part of the money, where it is known.
  share numeric check (share > 0 and share <= 1),
  primary key (year, mark),
  foreign key (organization, mark) references programme.source
);

-- Who carries it out: an organisation that is known, or only its name.
create table programme.operator (
  year uuid not null references programme.year on delete cascade,
  organization uuid not null default kernel.organization() references directory.organization,
  name text not null,
  operator uuid references directory.organization,
  primary key (year, name)
);
create index on programme.operator (operator, year) where operator is not null;

-- Through what it works: training, grant, council … Where the thing is kept here, by what it is known: a register's code.
create table programme.instrument (
  id uuid primary key,
  programme uuid not null references programme.programme,
  organization uuid not null default kernel.organization() references directory.organization,
  kind text not null,
  name text not null,
  target text
);
create index on programme.instrument (programme);

-- The indicators by which it is judged.
create table programme.programme_indicator (
  programme uuid not null references programme.programme,
  indicator uuid not null references indicator.indicator,
  organization uuid not null default kernel.organization() references directory.organization,
  primary key (programme, indicator)
);

create table programme.document (
  programme uuid not null references programme.programme,
  file uuid not null references file.file,
  organization uuid not null default kernel.organization() references directory.organization,
  title text not null,
  added_at timestamptz not null,
  primary key (programme, file)
);
create index on programme.document (file);

-- Money in yen, as it is now. What a kind does not know by month or source has '' and the year's first day.
create table programme.amount (
  year uuid not null references programme.year,
  organization uuid not null default kernel.organization() references directory.organization,
  kind text not null check (kind in
    ('PLANNED', 'SUPPLEMENTARY', 'CARRIED_IN', 'CARRIED_OUT', 'TRANSFERRED', 'COMMITTED', 'SETTLED')),
  mark text not null default '',
  month date not null check (extract(day from month) = 1),
  yen bigint not null,
  primary key (year, kind, mark, month)
);

-- Each change of it, which nobody changes.
create table programme.amount_change (
  id uuid primary key,
  year uuid not null references programme.year,
  organization uuid not null default kernel.organization() references directory.organization,
  kind text not null,
  mark text not null,
  month date not null,
  before_yen bigint,
  after_yen bigint,
  reason text,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null
);
create index on programme.amount_change (year, id desc);

-- Sums of a programme's year, kept by the database so that pages over thousands of them stay fast.
create table programme.balance (
  year uuid primary key references programme.year on delete cascade,
  organization uuid not null,
  planned bigint not null default 0,
  supplementary bigint not null default 0,
  carried_in bigint not null default 0,
  carried_out bigint not null default 0,
  transferred bigint not null default 0,
  committed bigint not null default 0,
  settled bigint,
  -- The last month of which something was settled.
  settled_until date
);

create function programme.balance_again() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  changed uuid := coalesce(new.year, old.year);
begin
  insert into programme.balance as b (year, organization, planned, supplementary, carried_in, carried_out, transferred,
    committed, settled, settled_until)
  select y.id, y.organization,
    coalesce(sum(a.yen) filter (where a.kind = 'PLANNED'), 0), coalesce(sum(a.yen) filter (where a.kind = 'SUPPLEMENTARY'), 0),
    coalesce(sum(a.yen) filter (where a.kind = 'CARRIED_IN'), 0),
    coalesce(sum(a.yen) filter (where a.kind = 'CARRIED_OUT'), 0),
    coalesce(sum(a.yen) filter (where a.kind = 'TRANSFERRED'), 0),
    coalesce(sum(a.yen) filter (where a.kind = 'COMMITTED'), 0), sum(a.yen) filter (where a.kind = 'SETTLED'),
    max(a.month) filter (where a.kind = 'SETTLED' and a.yen <> 0)
  from programme.year y left join programme.amount a on a.year = y.id
  where y.id = changed
  group by y.id
  on conflict (year) do update set planned = excluded.planned, supplementary = excluded.supplementary,
    carried_in = excluded.carried_in, carried_out = excluded.carried_out, transferred = excluded.transferred,
    committed = excluded.committed, settled = excluded.settled, settled_until = excluded.settled_until;
  return null;
end $$;
create trigger balance_again after insert or update or delete on programme.amount
  for each row execute function programme.balance_again();

-- Staff of the organisation that keeps the list; everybody where it is published; who carries a programme out, that one.
create function programme.staff_organization() returns uuid
  language sql stable
  return case when not kernel.in_portal() then kernel.organization() end;

create function programme.is_published(edition uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from programme.edition e where e.id = is_published.edition and e.published);
  end;

create function programme.carries_out(year uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from programme.operator o
      where o.year = carries_out.year and o.operator = kernel.organization());
  end;

-- The editions in which the acting organisation carries something out.
create function programme.own_editions() returns setof uuid
  language sql stable security definer set search_path = ''
  begin atomic
    select y.edition from programme.operator o join programme.year y on y.id = o.year
    where o.operator = kernel.organization();
  end;

-- Whether the acting officer may change a programme's year: its division's.
create function programme.changes(year uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from programme.year y where y.id = changes.year and identity.in_division(y.division));
  end;

-- Whether the acting officer may change a programme: of a division that has, or will have, one of its years.
create function programme.changes_programme(programme uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from programme.year y
      where y.programme = changes_programme.programme and identity.in_division(y.division))
    or (identity.has_duty('OFFICER') and exists (select from programme.programme p
      where p.id = changes_programme.programme and p.organization = kernel.organization()
        and not exists (select from programme.year y where y.programme = p.id)));
  end;

create function programme.compiles() returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select identity.has_duty('OFFICER') and exists (select from identity.division d
      join identity.division_member m on m.division = d.id and m.account = kernel.account()
      where d.organization = kernel.organization() and d.compiles and d.ended_on is null);
  end;

alter table programme.series enable row level security;
create policy staff on programme.series for select to ${app} using (organization = (select programme.staff_organization()));
create policy published on programme.series for select to ${app} using (exists (select from programme.edition e
  where e.series = series.id));
create policy kept on programme.series for insert to ${app}
  with check (organization = (select kernel.organization()) and (select programme.compiles()));
create policy changed on programme.series for update to ${app}
  using (organization = (select kernel.organization()) and (select programme.compiles()));

alter table programme.edition enable row level security;
create policy staff on programme.edition for select to ${app} using (organization = (select programme.staff_organization()));
create policy published on programme.edition for select to ${app}
  using (published or id in (select programme.own_editions()));
create policy kept on programme.edition for insert to ${app}
  with check (organization = (select kernel.organization()) and (select programme.compiles()));
create policy changed on programme.edition for update to ${app}
  using (organization = (select kernel.organization()) and (select programme.compiles()));

alter table programme.heading enable row level security;
create policy staff on programme.heading for select to ${app} using (organization = (select programme.staff_organization()));
create policy published on programme.heading for select to ${app} using (exists (select from programme.edition e
  where e.id = heading.edition));
create policy kept on programme.heading to ${app}
  using (organization = (select kernel.organization()) and (select programme.compiles()))
  with check (organization = (select kernel.organization()) and (select programme.compiles()));

alter table programme.programme enable row level security;
create policy staff on programme.programme for select to ${app} using (organization = (select programme.staff_organization()));
create policy published on programme.programme for select to ${app} using (exists (select from programme.year y
  where y.programme = programme.id));
create policy kept on programme.programme for insert to ${app}
  with check (organization = (select kernel.organization()) and (select identity.has_duty('OFFICER')));
create policy changed on programme.programme for update to ${app} using (programme.changes_programme(id));

alter table programme.year enable row level security;
create policy staff on programme.year for select to ${app} using (organization = (select programme.staff_organization()));
create policy published on programme.year for select to ${app}
  using (programme.is_published(edition) or programme.carries_out(id));
create policy kept on programme.year for insert to ${app}
  with check (organization = (select kernel.organization()) and identity.in_division(division));
create policy changed on programme.year for update to ${app}
  using (identity.in_division(division)) with check (organization = (select kernel.organization())
    and exists (select from identity.division d where d.id = division and d.organization = (select kernel.organization())));
create policy left_out on programme.year for delete to ${app} using (identity.in_division(division));

alter table programme.placement enable row level security;
create policy staff on programme.placement for select to ${app} using (organization = (select programme.staff_organization()));
create policy published on programme.placement for select to ${app}
  using (exists (select from programme.year y where y.id = placement.year));
create policy kept on programme.placement to ${app}
  using (programme.changes(year)) with check (programme.changes(year));

alter table programme.source enable row level security;
create policy read on programme.source for select to ${app} using (true);
create policy kept on programme.source to ${app}
  using (organization = (select kernel.organization()) and (select programme.compiles()))
  with check (organization = (select kernel.organization()) and (select programme.compiles()));

alter table programme.funding enable row level security;
create policy staff on programme.funding for select to ${app} using (organization = (select programme.staff_organization()));
create policy published on programme.funding for select to ${app}
  using (exists (select from programme.year y where y.id = funding.year));
create policy kept on programme.funding to ${app}
  using (programme.changes(year)) with check (programme.changes(year));

alter table programme.operator enable row level security;
create policy staff on programme.operator for select to ${app} using (organization = (select programme.staff_organization()));
create policy published on programme.operator for select to ${app}
  using (exists (select from programme.year y where y.id = operator.year));
create policy kept on programme.operator to ${app}
  using (programme.changes(year)) with check (programme.changes(year));

alter table programme.instrument enable row level security;
create policy staff on programme.instrument for select to ${app} using (organization = (select programme.staff_organization()));
create policy published on programme.instrument for select to ${app}
  using (exists (select from programme.programme p where p.id = instrument.programme));
create policy kept on programme.instrument to ${app}
  using (programme.changes_programme(programme)) with check (programme.changes_programme(programme));

alter table programme.programme_indicator enable row level security;
create policy staff on programme.programme_indicator for select to ${app}
  using (organization = (select programme.staff_organization()));
create policy published on programme.programme_indicator for select to ${app}
  using (exists (select from programme.programme p where p.id = programme_indicator.programme));
create policy kept on programme.programme_indicator to ${app}
  using (programme.changes_programme(programme)) with check (programme.changes_programme(programme));

-- Documents and the single amounts are for those who keep the list; what is published are the sums.
alter table programme.document enable row level security;
create policy staff on programme.document for select to ${app} using (organization = (select programme.staff_organization()));
create policy kept on programme.document to ${app}
  using (programme.changes_programme(programme)) with check (programme.changes_programme(programme));
create policy paper_of_a_programme on file.file for select to ${app}
  using (exists (select from programme.document d where d.file = file.id));

alter table programme.amount enable row level security;
create policy staff on programme.amount for select to ${app} using (organization = (select programme.staff_organization()));
create policy kept on programme.amount to ${app} using (programme.changes(year)) with check (programme.changes(year));

alter table programme.amount_change enable row level security;
create policy staff on programme.amount_change for select to ${app} using (organization = (select programme.staff_organization()));
create policy written on programme.amount_change for insert to ${app}
  with check (programme.changes(year) and account = (select kernel.account()));

alter table programme.balance enable row level security;
create policy staff on programme.balance for select to ${app} using (organization = (select programme.staff_organization()));
create policy published on programme.balance for select to ${app}
  using (exists (select from programme.year y where y.id = balance.year));

grant select, insert, update (name, numbered) on programme.series to ${app};
grant select, insert, update (title, published) on programme.edition to ${app};
grant select, insert, update (parent, position, mark, name), delete on programme.heading to ${app};
grant select, insert, update (parent) on programme.programme to ${app};
grant select, insert, update, delete on programme.year to ${app};
grant select, insert, update, delete on programme.placement, programme.funding, programme.operator,
  programme.instrument to ${app};
grant select, insert, update (name, position), delete on programme.source to ${app};
grant select, insert, delete on programme.document, programme.programme_indicator to ${app};
grant select, insert, update (yen), delete on programme.amount to ${app};
grant select, insert on programme.amount_change to ${app};
grant select on programme.balance to ${app};

revoke execute on all functions in schema programme from public;
grant execute on function programme.staff_organization(), programme.is_published(uuid), programme.carries_out(uuid),
  programme.own_editions(), programme.changes(uuid), programme.changes_programme(uuid), programme.compiles() to ${app};

-- A printed list that was brought in and is looked through: its cells as they came, and what a person decided about its
-- lines, by their place. What the lines mean is read anew each time.
create table programme.draft (
  id uuid primary key,
  organization uuid not null default kernel.organization() references directory.organization,
  file_name text not null,
  rows jsonb not null,
  -- The headings of its columns, by which a choice of columns is remembered.
  signature text not null,
  columns jsonb,
  decisions jsonb not null default '{}',
  state text not null default 'OPEN' check (state in ('OPEN', 'APPLIED', 'DISCARDED')),
  edition uuid references programme.edition,
  brought_at timestamptz not null,
  version integer not null default 0
);
create index on programme.draft (organization, brought_at desc);
alter table programme.draft enable row level security;
create policy compiling on programme.draft to ${app}
  using (organization = (select kernel.organization()) and (select programme.compiles()))
  with check (organization = (select kernel.organization()) and (select programme.compiles()));
create policy brought on programme.draft for insert to ${job} with check (true);
grant select, insert, update (columns, decisions, state, edition, version) on programme.draft to ${app};
grant insert on programme.draft to ${job};
