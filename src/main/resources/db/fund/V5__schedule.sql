-- By when a step of the fund's year is to be done, where the prefecture says so itself.
create table fund.step_due (
  organization uuid not null default kernel.organization() references directory.organization,
  branch text not null check (branch in ('MEDICAL', 'CARE')),
  fiscal_year integer not null check (fiscal_year between 2014 and 2199),
  step text not null check (step in ('DECISION', 'REQUEST', 'ALLOCATION', 'PLAN', 'EVALUATION')),
  due date not null,
  primary key (organization, branch, fiscal_year, step)
);

alter table fund.step_due enable row level security;
create policy staff on fund.step_due for select to ${app} using (organization = (select programme.staff_organization()));
create policy kept on fund.step_due to ${app}
  using (organization = (select kernel.organization()) and (select programme.compiles()))
  with check (organization = (select kernel.organization()) and (select programme.compiles()));

grant select, insert, update (due), delete on fund.step_due to ${app};
