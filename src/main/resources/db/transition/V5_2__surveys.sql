-- The old way of measuring: once a year offices are asked. Each file taken in is one import, which counts from
-- the moment somebody applies it until somebody undoes it; rows are never changed.
create table transition.survey_import (
  id uuid primary key,
  name text not null,
  rows_read integer not null,
  -- What was not taken: sheet, row, column, reason in both languages and the row's cells.
  rejected jsonb not null,
  organization uuid default kernel.organization(),
  account uuid default kernel.account(),
  at timestamptz not null,
  applied_at timestamptz,
  undone_at timestamptz,
  check (undone_at >= applied_at)
);
create index on transition.survey_import (at);

create table transition.survey_rate (
  import uuid not null references transition.survey_import,
  survey text not null,
  month date not null check (extract(day from month) = 1),
  rate text not null check (rate in ('DISCHARGE', 'INFORMATION', 'RULE_USE')),
  area uuid not null references area.area,
  care_group text not null check (care_group in ('CERTIFIED', 'CARE', 'PREVENTIVE')),
  asked integer check (asked >= 0),
  answered integer check (answered >= 0),
  denominator bigint not null check (denominator >= 0),
  numerator bigint not null check (numerator >= 0),
  primary key (import, survey, month, rate, area, care_group),
  check (numerator <= denominator),
  check (answered <= asked)
);
create index on transition.survey_rate (area, rate, month);

alter table transition.survey_import enable row level security;
create policy watched on transition.survey_import for select to ${app}
  using ((select transition.watches_an_area()));
create policy written on transition.survey_import for insert to ${app}
  with check ((select transition.watches_an_area()) and organization = (select kernel.organization()));
create policy changed on transition.survey_import for update to ${app}
  using ((select transition.watches_an_area()));
create policy jobs on transition.survey_import to ${job} using (true) with check (true);
alter table transition.survey_rate enable row level security;
create policy watched on transition.survey_rate for select to ${app}
  using ((select transition.watches_an_area()));
create policy written on transition.survey_rate for insert to ${app}
  with check (exists (select from transition.survey_import i where i.id = survey_rate.import and i.applied_at is null));
create policy jobs on transition.survey_rate to ${job} using (true) with check (true);

grant select, insert on transition.survey_import, transition.survey_rate to ${app}, ${job};
grant update (applied_at, undone_at) on transition.survey_import to ${app}, ${job};
