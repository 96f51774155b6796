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
  check (closed_on is null or closed_on >= opened_on)
);
create unique index organization_code on directory.organization (kind, code) where code is not null and closed_on is null;
create index on directory.organization (kind, kana);
create index on directory.organization (base_unit);

-- An organisation's own business days: a version of its rule, weekday by weekday.
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
  foreign key (organization, valid_from) references directory.business_rule,
  check (opens < closes)
);

create table directory.closing_period (
  organization uuid not null,
  valid_from date not null,
  first_month smallint not null check (first_month between 1 and 12),
  first_day smallint not null check (first_day between 1 and 31),
  last_month smallint not null check (last_month between 1 and 12),
  last_day smallint not null check (last_day between 1 and 31),
  primary key (organization, valid_from, first_month, first_day),
  foreign key (organization, valid_from) references directory.business_rule
);

-- A single day that differs from the rule: closed (no hours) or open with these hours.
create table directory.exception_day (
  organization uuid not null references directory.organization,
  day date not null,
  opens time,
  closes time,
  reason text not null,
  primary key (organization, day),
  check ((opens is null) = (closes is null)),
  check (opens < closes)
);

grant select on all tables in schema directory to ${app}, ${job};
grant insert, update on directory.organization to ${app};
grant insert, update, delete on directory.business_rule, directory.opening_hours, directory.closing_period,
  directory.exception_day to ${app};
