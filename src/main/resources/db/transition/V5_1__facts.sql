-- Why a person was admitted, as far as the rates' exclusions ask; null where nobody said.
alter table transition.stay add column reason text
  check (reason in ('ACUTE', 'PLANNED', 'TEST', 'RESPITE', 'EMERGENCY_ONLY', 'OTHER'));

-- What a stay says of the handover between both sides: one row a stay, holding no person. Written in the
-- transactions of those who see the stay, always computed anew from the log; read by those who count.
create table transition.fact (
  case_number text primary key,
  -- The case number of the first stay of the chain: stays linked by transfers are one case.
  chain_number text not null,
  hospital uuid not null references directory.organization,
  -- Who answered for the plan at the end of the stay; null while undecided.
  office uuid references directory.organization,
  hospital_member boolean not null,
  office_member boolean not null,
  hospital_unit text,
  office_unit text,
  -- Where the person lived on the day of admission.
  home_unit text,
  group_admission text not null check (group_admission in ('CARE', 'PREVENTIVE', 'OTHER')),
  group_discharge text not null check (group_discharge in ('CARE', 'PREVENTIVE', 'OTHER')),
  plan_owner text not null check (plan_owner in ('BEFORE', 'FOUND', 'UNDECIDED')),
  admitted_on date not null,
  discharged_on date,
  ended text check (ended in ('HOME', 'FACILITY', 'TRANSFERRED', 'DIED')),
  reason text,
  by_transfer boolean not null,
  readmission boolean not null,
  -- Care level and plan owner after the stay are those before it.
  support_unchanged boolean not null,
  repeated_respite boolean not null,
  -- Which sides say anything of the stay at all.
  hospital_knows boolean not null,
  care_knows boolean not null,
  contact text not null check (contact in ('BOTH', 'CARE', 'CARE_ALONE', 'HOSPITAL', 'HOSPITAL_ALONE', 'DENIED',
    'NONE')),
  contact_in_rule boolean,
  information text not null check (information in ('BOTH', 'CARE', 'CARE_ALONE', 'HOSPITAL', 'HOSPITAL_ALONE',
    'DENIED', 'NONE')),
  -- The day on which information was given, the day of admission being 1; 0 and less is before it.
  information_day integer,
  information_in_rule boolean,
  -- The rules in force: the hospital's area's and the plan owner's, or what both agreed on.
  hospital_rule uuid,
  office_rule uuid,
  rule_used boolean,
  check ((discharged_on is null) = (ended is null)),
  check (information_day is null or information not in ('DENIED', 'NONE'))
);
create index on transition.fact (admitted_on);
create index on transition.fact (discharged_on) where discharged_on is not null;
create index on transition.fact (hospital, admitted_on);
create index on transition.fact (office, admitted_on);

alter table transition.fact enable row level security;
create policy watched on transition.fact for select to ${app} using (
  (select transition.watches_an_area())
  or hospital = (select kernel.care_organization()) and not (select kernel.in_portal())
  or office = (select kernel.care_organization()) and not (select kernel.in_portal())
  or exists (select from transition.stay s where s.case_number = fact.case_number)
    and not (select kernel.in_portal()));
create policy written on transition.fact for insert to ${app}
  with check (exists (select from transition.stay s where s.case_number = fact.case_number));
create policy changed on transition.fact for update to ${app}
  using (exists (select from transition.stay s where s.case_number = fact.case_number));
create policy counted on transition.fact for select to ${job} using (true);
grant select, insert, update on transition.fact to ${app};
grant select on transition.fact to ${job};

-- How a prefecture or an area counts (県の算式), with the printed name of each rate. The last row of an area
-- counts; rows are only added.
create table transition.standard (
  id uuid primary key,
  -- Null for the whole prefecture.
  area uuid references area.area,
  options jsonb not null,
  organization uuid not null default kernel.organization(),
  account uuid not null default kernel.account(),
  at timestamptz not null
);
create index on transition.standard (area, at);
alter table transition.standard enable row level security;
create policy everybody on transition.standard for select to ${app} using (true);
create policy written on transition.standard for insert to ${app}
  with check ((select transition.watches_an_area()) and organization = (select kernel.organization())
    and account = (select kernel.account()));
create policy counted on transition.standard for select to ${job} using (true);
grant select, insert on transition.standard to ${app};
grant select on transition.standard to ${job};
grant usage on schema area to ${job};
