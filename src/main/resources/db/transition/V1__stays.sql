grant usage on schema transition to ${app}, ${job};

create extension if not exists btree_gist with schema transition;

-- An area's agreement on who tells whom what by when (入退院支援ルール), dated. Its clocks are data in the same
-- shape as transition/clocks.json.
create table transition.area_rule (
  id uuid primary key,
  area uuid not null references area.area,
  name text not null,
  name_en text not null,
  valid_from date not null,
  valid_until date,
  -- A return to hospital within so many days after going home continues the case.
  readmission_days integer not null check (readmission_days between 0 and 365),
  clocks jsonb not null,
  exclude using gist (area with =, daterange(valid_from, valid_until, '[]') with &&),
  check (valid_until >= valid_from)
);

-- What two areas agreed on for persons who live in one and lie in a hospital of the other.
create table transition.pair_rule (
  id uuid primary key,
  hospital_area uuid not null references area.area,
  home_area uuid not null references area.area,
  name text not null,
  name_en text not null,
  valid_from date not null,
  valid_until date,
  clocks jsonb not null,
  exclude using gist (hospital_area with =, home_area with =, daterange(valid_from, valid_until, '[]') with &&),
  check (hospital_area <> home_area),
  check (valid_until >= valid_from)
);

-- The grade of 入退院支援加算 that a hospital has declared for a type of ward (届出), dated.
create table transition.declared_grade (
  hospital uuid not null references directory.organization,
  ward_type text not null check (ward_type in ('GENERAL', 'LONG_TERM')),
  valid_from date not null,
  grade smallint check (grade in (1, 2)),
  primary key (hospital, ward_type, valid_from)
);

-- The case: a chain of stays of one person. One is open at a time.
create table transition.chain (
  id uuid primary key,
  person uuid not null references person.person,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_how text check (closed_how in ('HOME', 'FACILITY', 'DEATH')),
  -- The case that this readmission continues.
  follows uuid references transition.chain,
  entered_by uuid not null default kernel.organization(),
  check ((closed_at is null) = (closed_how is null)),
  check (follows <> id)
);
create unique index chain_open on transition.chain (person) where closed_at is null;
create index on transition.chain (person, opened_at);
call person.protect('transition.chain');
create policy own on transition.chain for select to ${app}
  using (entered_by = (select kernel.care_organization()));

create table transition.stay (
  id uuid primary key,
  -- By which a case is spoken of without naming the person.
  case_number text not null unique,
  chain uuid not null references transition.chain,
  person uuid not null references person.person,
  hospital uuid not null references directory.organization,
  ward text,
  ward_type text not null check (ward_type in ('GENERAL', 'LONG_TERM')),
  fee_grade smallint check (fee_grade in (1, 2)),
  state text not null check (state in ('IN_HOSPITAL', 'ON_LEAVE', 'HOME', 'FACILITY', 'TRANSFERRED', 'DIED')),
  admitted_at timestamptz not null,
  -- Only the date is known; the time then counts as 00:00, so the earlier deadline is shown.
  time_known boolean not null,
  -- The last row of planned_discharge.
  planned_on date,
  ended_at timestamptz,
  transferred_to uuid references directory.organization,
  entered_by uuid not null default kernel.organization(),
  entered_at timestamptz not null,
  check ((ended_at is null) = (state in ('IN_HOSPITAL', 'ON_LEAVE'))),
  check ((transferred_to is not null) = (state = 'TRANSFERRED')),
  check (ended_at >= admitted_at),
  -- Whichever side reports first, a person lies in one hospital once at a time.
  constraint one_stay_at_a_time
    exclude using gist (person with =, hospital with =, tstzrange(admitted_at, ended_at) with &&)
);
create unique index stay_open on transition.stay (person, hospital) where ended_at is null;
create index on transition.stay (chain);
create index on transition.stay (person, admitted_at);
call person.protect('transition.stay');
create policy own on transition.stay for select to ${app}
  using (hospital = (select kernel.care_organization()) or entered_by = (select kernel.care_organization()));

-- Each planned day of discharge, with who named it; a row is never changed.
create table transition.planned_discharge (
  id uuid primary key,
  stay uuid not null references transition.stay,
  person uuid not null references person.person,
  planned_on date,
  note text,
  organization uuid not null default kernel.organization(),
  account uuid not null default kernel.account(),
  at timestamptz not null
);
create index on transition.planned_discharge (stay, at);
call person.protect('transition.planned_discharge', 'organization');

-- The two-sided log: who did what, as that side says. Rows are only added.
create table transition.step (
  id uuid primary key,
  stay uuid not null references transition.stay,
  person uuid not null references person.person,
  kind text not null,
  side text not null check (side in ('HOSPITAL', 'CARE_MANAGER', 'HOME_TEAM', 'COORDINATOR')),
  organization uuid not null default kernel.organization(),
  account uuid not null default kernel.account(),
  occurred_at timestamptz not null,
  time_known boolean not null default true,
  recorded_at timestamptz not null,
  mode text not null
    check (mode in ('SYSTEM', 'MEETING', 'VIDEO', 'TELEPHONE', 'FAX', 'VISIT', 'MAIL', 'HANDED_OVER')),
  -- Who was spoken to on the other side.
  counterpart text,
  -- Professions that took part, as identity names them.
  professions text[] not null default '{}',
  note text,
  -- What is said of another row: the other side confirms or denies it, or its own side takes it back.
  about uuid references transition.step,
  stance text check (stance in ('CONFIRMS', 'DENIES', 'WITHDRAWS')),
  check ((about is null) = (stance is null)),
  check (about <> id)
);
create index on transition.step (stay, occurred_at, id);
create unique index step_answered_once on transition.step (about, organization, stance) where about is not null;
call person.protect('transition.step', 'organization');

-- Who has a case on the own list. Worklists start here and row-level security still judges each row.
create table transition.party (
  organization uuid not null references directory.organization,
  stay uuid not null references transition.stay,
  person uuid not null references person.person,
  side text not null check (side in ('HOSPITAL', 'CARE_MANAGER', 'HOME_TEAM')),
  account uuid references identity.account,
  stand_in uuid references identity.account,
  care_group text not null check (care_group in ('CARE', 'PREVENTIVE', 'OTHER')),
  plan_undecided boolean not null,
  -- What this organisation has to do next, by its own clocks: sorts the list.
  next_at timestamptz not null default '9999-01-01 00:00:00Z',
  reminded_at timestamptz,
  joined_at timestamptz not null,
  closed_at timestamptz,
  primary key (organization, stay)
);
create index party_list on transition.party (organization, next_at, stay) where closed_at is null;
create index on transition.party (stay);
call person.protect('transition.party');

-- A deadline of one organisation in one stay. Whether it is overdue is told on reading.
create table transition.clock (
  id uuid primary key,
  stay uuid not null references transition.stay,
  person uuid not null references person.person,
  side text not null check (side in ('HOSPITAL', 'CARE_MANAGER', 'HOME_TEAM')),
  organization uuid not null references directory.organization,
  account uuid references identity.account,
  code text not null,
  -- Clocks of one family are grades of the same thing: a later one still open excuses an earlier one.
  family text not null,
  step text not null,
  -- The area's rule it comes from; null for the fee table.
  rule uuid,
  -- The other side's rule asks for it (お願い): never late, in no rate.
  wish boolean not null,
  verified boolean not null,
  opens_on date,
  due_at timestamptz not null,
  -- The first instant that is too late: the minute of a closing time is still in time, 24:00 is not.
  late_at timestamptz not null,
  words_ja text not null,
  words_en text not null,
  met_by uuid references transition.step,
  met_at timestamptz,
  stopped_at timestamptz,
  unique (stay, organization, code)
);
create index clock_open on transition.clock (organization, due_at, id) where met_by is null and stopped_at is null;
call person.protect('transition.clock');

-- 連絡もれ一覧: what is missing in a case, without the person. Written in the transactions of those who see the
-- stay; read by those who see no person.
create table transition.nameless (
  case_number text not null,
  missing text not null,
  side text not null,
  hospital uuid not null references directory.organization,
  office uuid references directory.organization,
  hospital_area uuid references area.area,
  office_area uuid references area.area,
  care_group text not null,
  admitted_on date not null,
  discharged_on date,
  -- From when on it is missing.
  since timestamptz not null,
  evidence text not null check (evidence in ('ONE_SIDED', 'COUNTERPART_ABSENT', 'NONE')),
  settled_at timestamptz,
  primary key (case_number, missing, side)
);
create index nameless_open on transition.nameless (since, case_number, missing) where settled_at is null;

create function transition.watches_an_area() returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from directory.organization o
      where o.id = kernel.organization() and o.kind in ('PREFECTURE', 'PUBLIC_HEALTH_CENTRE', 'MUNICIPALITY',
        'HOME_CARE_HUB', 'MEDICAL_ASSOCIATION', 'CARE_OPERATOR'));
  end;

alter table transition.nameless enable row level security;
create policy watched on transition.nameless for select to ${app} using (
  (select transition.watches_an_area())
  or exists (select from transition.stay s where s.case_number = nameless.case_number));
create policy written on transition.nameless for insert to ${app}
  with check (exists (select from transition.stay s where s.case_number = nameless.case_number));
create policy changed on transition.nameless for update to ${app}
  using (exists (select from transition.stay s where s.case_number = nameless.case_number));

-- Reminds both sides of a case without seeing whose it is; once a day for each reminding organisation. Answers
-- with the step, or with nothing where there is no such case to remind of.
create function transition.remind(wanted text, reminder uuid, moment timestamptz) returns uuid
  language plpgsql volatile security definer set search_path = '' as $$
declare
  found_stay transition.stay;
  before uuid;
begin
  if not transition.watches_an_area() or kernel.account() is null then
    return null;
  end if;
  select s.* into found_stay from transition.stay s
  where s.case_number = wanted and s.state <> 'DIED' and exists (
    select from transition.nameless n
    where n.case_number = wanted and n.settled_at is null and n.since <= moment)
  for update;
  if not found then
    return null;
  end if;
  select step.id into before from transition.step step
  where step.stay = found_stay.id and step.kind = 'REMINDED' and step.organization = kernel.organization()
    and step.occurred_at > moment - interval '20 hours';
  if found then
    return before;
  end if;
  insert into transition.step (id, stay, person, kind, side, occurred_at, recorded_at, mode)
  values (reminder, found_stay.id, found_stay.person, 'REMINDED', 'COORDINATOR', moment, moment, 'SYSTEM');
  update transition.party set reminded_at = moment where stay = found_stay.id and side <> 'HOME_TEAM';
  return reminder;
end $$;
revoke execute on function transition.remind(text, uuid, timestamptz) from public;
grant execute on function transition.remind(text, uuid, timestamptz) to ${app};

grant select on transition.area_rule, transition.pair_rule, transition.declared_grade to ${app}, ${job};
grant insert, update on transition.area_rule, transition.pair_rule, transition.declared_grade to ${app};
grant select, insert, update on transition.chain, transition.stay, transition.party, transition.clock,
  transition.nameless to ${app};
grant select, insert on transition.planned_discharge, transition.step to ${app};
