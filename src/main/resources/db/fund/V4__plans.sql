-- The sheet of a programme in the fund's plan (個票), by the programme's year.
create table fund.sheet (
  year uuid primary key references programme.year on delete cascade,
  organization uuid not null default kernel.organization() references directory.organization,
  category text not null references fund.category,
  -- All that it says, as tasuki.fund.planning.SheetEntry.
  entry jsonb not null,
  version integer not null default 0
);
create index on fund.sheet (organization, category);

-- The evaluation afterwards (事後評価), by the year of the plan and the year in which it is looked back on.
create table fund.evaluation (
  year uuid not null references fund.sheet on delete cascade,
  evaluation_year integer not null check (evaluation_year between 2015 and 2199),
  organization uuid not null default kernel.organization() references directory.organization,
  entry jsonb not null,
  finished boolean not null default false,
  version integer not null default 0,
  primary key (year, evaluation_year)
);

-- What an evaluation said each time it was finished, with the values that indicators had then. Only added.
create table fund.evaluation_version (
  id uuid primary key,
  year uuid not null,
  evaluation_year integer not null,
  organization uuid not null default kernel.organization(),
  entry jsonb not null,
  observed jsonb not null,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null,
  foreign key (year, evaluation_year) references fund.evaluation on delete cascade
);
create index on fund.evaluation_version (year, evaluation_year, id);

-- The prefecture's plan (都道府県計画) of a fiscal year and a branch.
create table fund.plan (
  id uuid primary key,
  organization uuid not null default kernel.organization() references directory.organization,
  branch text not null check (branch in ('MEDICAL', 'CARE')),
  fiscal_year integer not null check (fiscal_year between 2014 and 2199),
  title text not null,
  -- The areas of the plan, its aims, how it is evaluated: as tasuki.fund.planning.PlanTexts.
  texts jsonb not null,
  state text not null default 'DRAFT' check (state in ('DRAFT', 'ASKING', 'DECIDED')),
  version integer not null default 0,
  unique (organization, branch, fiscal_year)
);

-- What the plan was when opinions were asked for, and when it was decided. Only added.
create table fund.plan_version (
  plan uuid not null references fund.plan,
  number integer not null check (number > 0),
  organization uuid not null default kernel.organization(),
  state text not null check (state in ('ASKING', 'DECIDED')),
  -- The decision it rests on: which body, when, what.
  decided_on date,
  decision text,
  content jsonb not null,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null,
  primary key (plan, number),
  check ((state = 'DECIDED') = (decided_on is not null and decision is not null))
);

-- What stakeholders said of it (総合確保法第4条第4項), and what was done about it.
create table fund.opinion (
  id uuid primary key,
  plan uuid not null references fund.plan,
  -- The organisation whose opinion it is, where it works in Tasuki; the prefecture notes the others.
  organization uuid not null default kernel.organization() references directory.organization,
  stakeholder text not null check (stakeholder in ('MAYOR', 'RECIPIENT', 'INSURER', 'MEDICAL_INSTITUTION', 'CARE_PROVIDER',
    'PROFESSIONAL_BODY', 'SCHOLAR', 'OTHER')),
  speaker text not null,
  said_on date not null,
  words text not null,
  response text,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null
);
create index on fund.opinion (plan, id);

-- Whether the plan is shown to those whose opinion is asked, or decided.
create function fund.is_shown(plan uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from fund.plan p where p.id = is_shown.plan and p.state <> 'DRAFT');
  end;

create function fund.asks(plan uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from fund.plan p where p.id = asks.plan and p.state = 'ASKING');
  end;

create function fund.plans(plan uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from fund.plan p where p.id = plans.plan and p.organization = programme.staff_organization());
  end;

alter table fund.sheet enable row level security;
create policy staff on fund.sheet for select to ${app} using (organization = (select programme.staff_organization()));
create policy kept on fund.sheet to ${app} using (programme.changes(year))
  with check (organization = (select kernel.organization()) and programme.changes(year));

alter table fund.evaluation enable row level security;
create policy staff on fund.evaluation for select to ${app} using (organization = (select programme.staff_organization()));
create policy kept on fund.evaluation to ${app} using (programme.changes(year))
  with check (organization = (select kernel.organization()) and programme.changes(year));

alter table fund.evaluation_version enable row level security;
create policy staff on fund.evaluation_version for select to ${app} using (organization = (select programme.staff_organization()));
create policy written on fund.evaluation_version for insert to ${app}
  with check (programme.changes(year) and account = (select kernel.account()));

alter table fund.plan enable row level security;
create policy staff on fund.plan for select to ${app} using (organization = (select programme.staff_organization()));
create policy shown on fund.plan for select to ${app} using (state <> 'DRAFT' and (select fund.proposes()));
create policy kept on fund.plan to ${app}
  using (organization = (select kernel.organization()) and (select programme.compiles()))
  with check (organization = (select kernel.organization()) and (select programme.compiles()));

alter table fund.plan_version enable row level security;
create policy staff on fund.plan_version for select to ${app} using (organization = (select programme.staff_organization()));
create policy shown on fund.plan_version for select to ${app} using (fund.is_shown(plan) and (select fund.proposes()));
create policy written on fund.plan_version for insert to ${app}
  with check (organization = (select kernel.organization()) and (select programme.compiles()) and account = (select kernel.account()));

alter table fund.opinion enable row level security;
create policy own on fund.opinion for select to ${app}
  using (organization = (select kernel.organization()) and (select fund.proposes()));
create policy planning on fund.opinion for select to ${app} using (fund.plans(plan));
create policy given on fund.opinion for insert to ${app}
  with check (organization = (select kernel.organization()) and account = (select kernel.account())
    and ((fund.asks(plan) and (select fund.proposes())) or (fund.plans(plan) and (select programme.compiles()))));
create policy answered on fund.opinion for update to ${app} using (fund.plans(plan) and (select programme.compiles()));

grant select, insert, update (category, entry, version), delete on fund.sheet to ${app};
grant select, insert, update (entry, finished, version) on fund.evaluation to ${app};
grant select, insert on fund.evaluation_version, fund.plan_version to ${app};
grant select, insert, update (title, texts, state, version) on fund.plan to ${app};
grant select, insert, update (response) on fund.opinion to ${app};

revoke execute on function fund.is_shown(uuid), fund.asks(uuid), fund.plans(uuid) from public;
grant execute on function fund.is_shown(uuid), fund.asks(uuid), fund.plans(uuid) to ${app};
