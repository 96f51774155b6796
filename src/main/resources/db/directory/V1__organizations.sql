grant usage on schema directory to ${app}, ${job};

create table directory.organization (
  id uuid primary key,
  kind text not null,
  name text not null,
  kana text not null,
  code text,
  telephone text not null,
  fax text,
  postcode text,
  address text not null,
  base_unit text references area.base_unit,
  -- A member works in Tasuki; others are reached by telephone, fax and paper.
  member boolean not null,
  outside_prefecture boolean not null default false,
  opened_on date not null,
  closed_on date,
  version integer not null default 0,
  -- What one may search by, in one spelling, and its pieces of one and two letters (SearchText makes both).
  search text not null,
  grams text[] not null,
  check (closed_on is null or closed_on >= opened_on)
);
create unique index organization_code on directory.organization (kind, code) where code is not null and closed_on is null;
create index on directory.organization (kind, kana);
create index on directory.organization (kana, id);
create index on directory.organization (base_unit);
create index on directory.organization using gin (grams);

-- An organisation's own business days: a version of its rule, weekday by weekday. Closing at 00:00 is the
-- midnight at the end of the day.
create table directory.business_rule (
  organization uuid not null references directory.organization,
  valid_from date not null,
  closed_on_holidays boolean not null,
  primary key (organization, valid_from)
);

create table directory.opening_hours (
  organization uuid not null,
  valid_from date not null,
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null,
  primary key (organization, valid_from, weekday, opens),
  foreign key (organization, valid_from) references directory.business_rule on delete cascade,
  check (opens < closes or closes = '00:00')
);

-- Days off of every year; the last day may lie in the next year.
create table directory.closing_period (
  organization uuid not null,
  valid_from date not null,
  first_month smallint not null check (first_month between 1 and 12),
  first_day smallint not null check (first_day between 1 and 31),
  last_month smallint not null check (last_month between 1 and 12),
  last_day smallint not null check (last_day between 1 and 31),
  reason text not null,
  primary key (organization, valid_from, first_month, first_day),
  foreign key (organization, valid_from) references directory.business_rule on delete cascade
);

-- A single day that differs from the rule: closed (no hours) or open with these hours.
create table directory.exception_day (
  organization uuid not null references directory.organization,
  day date not null,
  reason text not null,
  primary key (organization, day)
);

create table directory.exception_hours (
  organization uuid not null,
  day date not null,
  opens time not null,
  closes time not null,
  primary key (organization, day, opens),
  foreign key (organization, day) references directory.exception_day on delete cascade,
  check (opens < closes or closes = '00:00')
);

-- Everybody reads everybody's days, since deadlines are counted by them; only the organisation itself says them.
do $$
declare
  target text;
begin
  foreach target in array array['business_rule', 'opening_hours', 'closing_period', 'exception_day', 'exception_hours']
  loop
    execute format('alter table directory.%I enable row level security', target);
    execute format('create policy everybody on directory.%I for select using (true)', target);
    execute format('create policy own on directory.%I to ${app} using (organization = (select kernel.organization()))',
      target);
  end loop;
end $$;

grant select on all tables in schema directory to ${app}, ${job};
grant insert, update on directory.organization to ${app};
grant insert, update, delete on directory.business_rule, directory.opening_hours, directory.closing_period,
  directory.exception_day, directory.exception_hours to ${app};
