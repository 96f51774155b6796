-- 指標. Who may see and change one depends on offices and divisions, of which this room knows nothing: the policies
-- stand with the room goal.
create table indicator.indicator (
  id uuid primary key,
  organization uuid not null,
  -- 担当課; null where every officer of the organisation is in charge.
  division uuid,
  -- The part of the prefecture it speaks of, as the plan names it.
  area text not null,
  -- By which lists know it: area and first name in one spelling.
  known_as text not null,
  published boolean not null default false,
  retired_on date,
  version integer not null default 1,
  unique (organization, known_as)
);

-- What it is from a day on. Rows are only added; of one day's the one entered last counts.
create table indicator.definition (
  id uuid primary key,
  indicator uuid not null references indicator.indicator,
  valid_from date not null,
  name_ja text not null,
  name_en text not null,
  text text not null,
  unit text not null,
  direction text not null check (direction in ('HIGHER', 'LOWER')),
  decimals smallint not null check (decimals between 0 and 6),
  source text not null,
  -- Values from before cannot be compared with later ones.
  breaks boolean not null,
  -- numerator / denominator * scale of a measure over a fiscal year; all null where values are entered.
  measure text,
  measured_in uuid references area.area,
  scale numeric,
  organization uuid default kernel.organization(),
  account uuid default kernel.account(),
  at timestamptz not null,
  check ((measure is null) = (scale is null)),
  check (measure is not null or measured_in is null)
);
create index on indicator.definition (indicator);

create table indicator.series (
  id uuid primary key,
  indicator uuid not null references indicator.indicator,
  label text not null,
  place integer not null,
  unique (indicator, label)
);

-- Targets, actuals and comparators. Rows are only added: of the rows of one thing and one origin the last one counts,
-- and of the origins that still say something the one that spoke last. The origin is the entry of a list that brought
-- the row in, empty where a person typed it; so a list that is undone gives back what was there before.
create table indicator.target (
  id uuid primary key,
  indicator uuid not null references indicator.indicator,
  series uuid not null references indicator.series,
  plan text not null,
  -- The fiscal year in whose plan it stands.
  year smallint not null,
  precision text,
  due date,
  relation text check (relation in ('AT_LEAST', 'ABOVE', 'AT_MOST', 'BELOW', 'WITHIN')),
  value numeric,
  upper numeric,
  comparator text,
  printed text not null,
  note text,
  origin text not null default '',
  withdrawn boolean not null default false,
  organization uuid default kernel.organization(),
  account uuid default kernel.account(),
  at timestamptz not null,
  check (withdrawn or due is not null and precision is not null
    and case when relation = 'WITHIN' then value <= upper and comparator is null
      else upper is null and (value is null) <> (comparator is null) end)
);
create index on indicator.target (indicator);

create table indicator.actual (
  id uuid primary key,
  indicator uuid not null references indicator.indicator,
  series uuid not null references indicator.series,
  -- The fiscal year as whose result it stands.
  year smallint not null,
  precision text,
  as_of date,
  value numeric,
  status text not null check (status in ('FINAL', 'PROVISIONAL', 'ESTIMATE', 'PENDING', 'NOT_SURVEYED')),
  expected_precision text,
  expected date,
  printed text not null,
  source text,
  note text,
  -- The plan starts from it.
  baseline boolean not null default false,
  origin text not null default '',
  withdrawn boolean not null default false,
  organization uuid default kernel.organization(),
  account uuid default kernel.account(),
  at timestamptz not null,
  check (withdrawn or (value is not null) = (status in ('FINAL', 'PROVISIONAL', 'ESTIMATE'))),
  check (value is null or as_of is not null),
  check ((as_of is null) = (precision is null) and (expected is null) = (expected_precision is null))
);
create index on indicator.actual (indicator);

create table indicator.comparator (
  id uuid primary key,
  indicator uuid not null references indicator.indicator,
  series uuid not null references indicator.series,
  name text not null,
  precision text not null,
  as_of date not null,
  value numeric not null,
  source text,
  origin text not null default '',
  withdrawn boolean not null default false,
  organization uuid default kernel.organization(),
  account uuid default kernel.account(),
  at timestamptz not null
);
create index on indicator.comparator (indicator);

-- 目標 of a plan, under which indicators stand.
create table indicator.goal (
  id uuid primary key,
  organization uuid not null,
  division uuid,
  plan text not null,
  area text not null,
  section text not null,
  text text not null,
  place integer not null,
  published boolean not null default false,
  ended_on date,
  version integer not null default 1,
  unique (organization, plan, area, section)
);

create table indicator.goal_indicator (
  goal uuid not null references indicator.goal,
  indicator uuid not null references indicator.indicator,
  place integer not null,
  -- 再掲: it stands under another goal too, and first there.
  repost boolean not null,
  -- What the plan prints beside it there.
  note text,
  origin text not null default '',
  primary key (goal, indicator)
);
create index on indicator.goal_indicator (indicator);

create view indicator.target_in_force with (security_invoker = true) as
  select distinct on (series, year) * from (
    select distinct on (series, year, origin) * from indicator.target
    order by series, year, origin, at desc, id desc) said
  where not withdrawn order by series, year, at desc, id desc;

create view indicator.actual_in_force with (security_invoker = true) as
  select distinct on (series, year) * from (
    select distinct on (series, year, origin) * from indicator.actual
    order by series, year, origin, at desc, id desc) said
  where not withdrawn order by series, year, at desc, id desc;

create view indicator.comparator_in_force with (security_invoker = true) as
  select distinct on (series, name, precision, as_of) * from (
    select distinct on (series, name, precision, as_of, origin) * from indicator.comparator
    order by series, name, precision, as_of, origin, at desc, id desc) said
  where not withdrawn order by series, name, precision, as_of, at desc, id desc;

alter table indicator.indicator enable row level security;
alter table indicator.definition enable row level security;
alter table indicator.series enable row level security;
alter table indicator.target enable row level security;
alter table indicator.actual enable row level security;
alter table indicator.comparator enable row level security;
alter table indicator.goal enable row level security;
alter table indicator.goal_indicator enable row level security;

grant select on indicator.indicator, indicator.definition, indicator.series, indicator.target, indicator.actual,
  indicator.comparator, indicator.goal, indicator.goal_indicator, indicator.target_in_force,
  indicator.actual_in_force, indicator.comparator_in_force to ${app}, ${job};
grant insert on indicator.indicator, indicator.series, indicator.goal, indicator.goal_indicator to ${app}, ${job};
grant insert (id, indicator, valid_from, name_ja, name_en, text, unit, direction, decimals, source, breaks, measure,
  measured_in, scale, at) on indicator.definition to ${app}, ${job};
grant insert (id, indicator, series, plan, year, precision, due, relation, value, upper, comparator, printed, note, origin,
  withdrawn, at) on indicator.target to ${app}, ${job};
grant insert (id, indicator, series, year, precision, as_of, value, status, expected_precision, expected, printed,
  source, note, baseline, origin, withdrawn, at) on indicator.actual to ${app}, ${job};
grant insert (id, indicator, series, name, precision, as_of, value, source, origin, withdrawn, at)
  on indicator.comparator to ${app}, ${job};
grant update (division, published, retired_on, version) on indicator.indicator to ${app}, ${job};
grant update (division, section, text, place, published, ended_on, version) on indicator.goal to ${app}, ${job};
grant update (place, repost, note, origin) on indicator.goal_indicator to ${app}, ${job};
grant delete on indicator.goal_indicator to ${app}, ${job};
