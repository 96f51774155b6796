grant usage on schema person to ${app}, ${job};

-- One human being who is or was cared for. A merged person stays, as an alias of the one it turned out to be.
create table person.person (
  id uuid primary key,
  family_name text not null,
  given_name text not null,
  family_kana text not null,
  given_kana text not null,
  sex text not null check (sex in ('MALE', 'FEMALE', 'UNKNOWN')),
  birth_date date not null,
  -- Entered by an organisation that could not find the person; may turn out to be somebody known.
  provisional boolean not null,
  died_on date,
  merged_into uuid references person.person,
  -- When anything of the person was last written, in whatever room.
  changed_at timestamptz not null,
  entered_by uuid not null default kernel.organization(),
  entered_at timestamptz not null,
  version integer not null default 0,
  check (merged_into <> id)
);
create index person_exact on person.person (family_kana, given_kana, birth_date);
create index on person.person (merged_into) where merged_into is not null;

-- The basis on which anything is disclosed: what was agreed or is lawful, by whom, and whether it still holds.
create table person.basis (
  id uuid primary key,
  person uuid not null references person.person,
  -- To whom it opens; null where it covers the whole care team.
  organization uuid references directory.organization,
  kind text not null check (kind in ('WRITTEN_CONSENT', 'ORAL_CONSENT', 'CONTRACT', 'HOSPITAL_NOTICE',
    'PROTECTION_OF_LIFE', 'COMMISSION')),
  given_by text not null check (given_by in ('PERSON', 'PROXY', 'FAMILY', 'NOBODY')),
  proxy_name text,
  proxy_reason text,
  evidence_file uuid,
  note text,
  recorded_by uuid not null default kernel.account(),
  recorded_for uuid not null default kernel.organization(),
  recorded_at timestamptz not null,
  valid_until timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text
);
create index on person.basis (person);

-- Who may see whom. Written in the transaction that causes it, never by a listener; whether it still holds is
-- judged here and now by the policies, not by a job.
create table person.access (
  organization uuid not null references directory.organization,
  person uuid not null references person.person,
  id uuid not null,
  -- Only this account of the organisation; null for everybody there whose duties open persons' data.
  account uuid,
  -- FULL; OWN: who it is and what the organisation itself wrote, sent or received; FORM: the one form in subject.
  scope text not null check (scope in ('FULL', 'OWN', 'FORM')),
  subject uuid,
  reason text not null,
  basis uuid references person.basis,
  -- Why the account opened it, in its own words (緊急閲覧).
  words text,
  -- The merger that gave it, which ends with the merger.
  merger uuid,
  given_by uuid default kernel.account(),
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (organization, person, id),
  check ((scope = 'FORM') = (subject is not null)),
  check (reason in ('REGISTERED', 'TEAM', 'EMERGENCY', 'MERGED', 'OWN_RECORDS', 'FORM', 'COMMISSION')),
  check (reason <> 'EMERGENCY' or (account is not null and words is not null and valid_until is not null))
);
create index access_person on person.access (person);
create index access_basis on person.access (basis) where basis is not null;
create unique index access_id on person.access (id);

-- The account may see the person in full now. Policies on rows write it out as an inline EXISTS on the primary
-- key, which the planner turns into one index look-up a row; functions and policies on access itself call this.
create function person.seen_in_full(person uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (
      select from person.access a
      where a.organization = kernel.care_organization() and a.person = seen_in_full.person and a.scope = 'FULL'
        and (a.account is null or a.account = kernel.account())
        and a.valid_from <= now() and (a.valid_until is null or a.valid_until > now()));
  end;

-- The account may let others in: its whole organisation sees the person in full. An access for one account alone
-- (緊急閲覧, a substitute, the family) opens nothing further.
create function person.may_let_in(person uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select not kernel.in_portal() and exists (
      select from person.access a
      where a.organization = kernel.care_organization() and a.person = may_let_in.person and a.scope = 'FULL'
        and a.account is null
        and a.valid_from <= now() and (a.valid_until is null or a.valid_until > now()));
  end;

-- The acting organisation has just entered the person, and nobody may see the person yet.
create function person.newly_entered(person uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from person.person p
        where p.id = newly_entered.person and p.entered_by = kernel.organization())
      and not exists (select from person.access a where a.person = newly_entered.person);
  end;

alter table person.person enable row level security;
create policy seen on person.person for select to ${app} using (exists (
  select from person.access a
  where a.organization = (select kernel.care_organization()) and a.person = person.id and a.scope in ('FULL', 'OWN')
    and (a.account is null or a.account = (select kernel.account()))
    and a.valid_from <= now() and (a.valid_until is null or a.valid_until > now())));
create policy entered on person.person for insert to ${app}
  with check (entered_by = (select kernel.care_organization()) and not (select kernel.in_portal()));
create policy changed on person.person for update to ${app}
  using (person.seen_in_full(id) and not (select kernel.in_portal()));

-- The ids under which one human being is known: its own and those of the persons merged into it.
create function person.same_human(person uuid) returns setof uuid
  language sql stable rows 1
  begin atomic
    select p.id from person.person p where p.id = same_human.person or p.merged_into = same_human.person;
  end;

alter table person.access enable row level security;
create policy own on person.access for select to ${app}
  using ((organization = (select kernel.care_organization())
      and (account is null and not (select kernel.in_portal()) or account = (select kernel.account())))
    or person.seen_in_full(person));
create policy given on person.access for insert to ${app}
  with check (person.may_let_in(person) or person.newly_entered(person) and not (select kernel.in_portal()));
create policy ended on person.access for update to ${app} using (person.may_let_in(person));

alter table person.basis enable row level security;
create policy seen on person.basis for select to ${app}
  using (recorded_for = (select kernel.care_organization()) and not (select kernel.in_portal())
    or person.seen_in_full(person));
create policy recorded on person.basis for insert to ${app}
  with check (recorded_for = (select kernel.care_organization()) and not (select kernel.in_portal())
    and (person.may_let_in(person) or person.newly_entered(person)));

-- Closes a table whose column person says whose data a row is. Whoever may see the person in full reads and,
-- outside the portal, writes; with a column for the author's organisation, that one always reads its own rows
-- and nobody writes in another's name.
create procedure person.protect(target regclass, author text default null) language plpgsql as $$
declare
  full_access text := format($policy$exists (
    select from person.access a
    where a.organization = (select kernel.care_organization()) and a.person = %s.person and a.scope = 'FULL'
      and (a.account is null or a.account = (select kernel.account()))
      and a.valid_from <= now() and (a.valid_until is null or a.valid_until > now()))$policy$, target);
  own text := case when author is not null
    then format('%I = (select kernel.care_organization())', author) end;
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy seen on %s for select to ${app} using (%s)', target,
    concat_ws(' or ', own, full_access));
  execute format('create policy written on %s for insert to ${app} with check (%s)', target,
    concat_ws(' and ', own, 'not (select kernel.in_portal())', full_access));
  execute format('create policy changed on %s for update to ${app} using (%s)', target,
    concat_ws(' and ', 'not (select kernel.in_portal())', full_access));
end $$;

-- Where the person lives, dated: areas and municipal figures are told by the residence on the date in question.
create table person.residence (
  id uuid primary key,
  person uuid not null references person.person,
  valid_from date not null,
  base_unit text references area.base_unit,
  postcode text,
  address text,
  telephone text,
  -- 支援措置: neither shown to the family nor printed, faxed or exported.
  secret boolean not null default false,
  recorded_at timestamptz not null,
  recorded_by uuid not null default kernel.account()
);
create index on person.residence (person, valid_from);
call person.protect('person.residence');
-- In the portal a secret address is not shown: a member of the family may be the reason for the secret.
create policy secret_stays_secret on person.residence as restrictive for select to ${app}
  using (not secret or not (select kernel.in_portal()));

create table person.insurance (
  id uuid primary key,
  person uuid not null references person.person,
  kind text not null check (kind in ('LONG_TERM_CARE', 'MEDICAL', 'LATE_ELDERLY', 'PUBLIC_ASSISTANCE')),
  insurer_number text not null,
  insured_number text not null,
  -- Tenths that the person pays; null where unknown.
  share smallint check (share between 0 and 3),
  valid_from date,
  valid_until date,
  recorded_at timestamptz not null,
  recorded_by uuid not null default kernel.account(),
  check (valid_until >= valid_from)
);
create index on person.insurance (person);
create index insurance_exact on person.insurance (insurer_number, insured_number);
call person.protect('person.insurance');

create table person.certification (
  id uuid primary key,
  person uuid not null references person.person,
  status text not null check (status in ('CERTIFIED', 'APPLIED', 'CHANGE_APPLIED', 'NOT_APPLIED')),
  level text,
  applied_on date,
  valid_from date,
  valid_until date,
  recorded_at timestamptz not null,
  recorded_by uuid not null default kernel.account(),
  check ((status in ('CERTIFIED', 'CHANGE_APPLIED')) = (level is not null)),
  check (level in ('PROGRAMME_TARGET', 'SUPPORT_1', 'SUPPORT_2', 'CARE_1', 'CARE_2', 'CARE_3', 'CARE_4', 'CARE_5')),
  check (valid_until >= valid_from)
);
create index on person.certification (person);
call person.protect('person.certification');

create table person.relative (
  id uuid primary key,
  person uuid not null references person.person,
  name text not null,
  relation text not null,
  telephone text,
  lives_together boolean not null,
  key_person boolean not null,
  main_carer boolean not null,
  note text,
  recorded_at timestamptz not null,
  recorded_by uuid not null default kernel.account(),
  ended_at timestamptz
);
create index on person.relative (person);
call person.protect('person.relative');

-- Who answers for the plan, from a month on, until a later row says otherwise (計画担当). Rows are only added.
create table person.plan_owner (
  id uuid primary key,
  person uuid not null references person.person,
  from_month date not null check (extract(day from from_month) = 1),
  kind text not null check (kind in ('CARE_MANAGEMENT_OFFICE', 'SUPPORT_CENTRE', 'ENTRUSTED_OFFICE',
    'DESIGNATED_OFFICE', 'SMALL_MULTIFUNCTION', 'FACILITY', 'CONSULTATION_SUPPORT', 'UNDECIDED')),
  organization uuid references directory.organization,
  -- 委託元: the support centre that entrusted an office with the plan.
  entrusted_by uuid references directory.organization,
  account uuid references identity.account,
  recorded_at timestamptz not null,
  recorded_by uuid not null default kernel.account(),
  check ((kind = 'UNDECIDED') = (organization is null)),
  check (kind <> 'DESIGNATED_OFFICE' or from_month >= date '2024-04-01')
);
create index on person.plan_owner (person, from_month, recorded_at);
create index on person.plan_owner (organization);
call person.protect('person.plan_owner');

create table person.team_member (
  id uuid primary key,
  person uuid not null references person.person,
  organization uuid not null references directory.organization,
  account uuid references identity.account,
  role text not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  recorded_by uuid not null default kernel.account()
);
create unique index team_member_once on person.team_member
  (person, organization, coalesce(account, organization)) where left_at is null;
call person.protect('person.team_member');

-- 照会: who asked for whose plan owner, and what for. The office named in the answer reads it too. Whom the
-- question met is told to that office alone, so the column person stays closed.
create table person.inquiry (
  id uuid primary key,
  organization uuid not null default kernel.organization(),
  account uuid not null default kernel.account(),
  at timestamptz not null,
  -- The limits are kept by the database's own clock.
  counted_at timestamptz not null default now(),
  purpose text not null,
  emergency boolean not null default false,
  registered boolean not null,
  person uuid references person.person,
  answered_office uuid references directory.organization
);
create index on person.inquiry (organization, id);
create index on person.inquiry (organization, counted_at);
create index on person.inquiry (answered_office, id);
alter table person.inquiry enable row level security;
create policy own on person.inquiry for select to ${app}
  using ((organization = (select kernel.care_organization())
      or answered_office = (select kernel.care_organization())) and not (select kernel.in_portal()));

-- Merging is an alias that can be taken back; the access rows it gave carry its id.
create table person.merger (
  id uuid primary key,
  person uuid not null references person.person,
  into_person uuid not null references person.person,
  reason text not null,
  merged_at timestamptz not null,
  merged_by uuid not null default kernel.account(),
  undone_at timestamptz,
  undone_by uuid,
  check (person <> into_person)
);
create unique index merger_once on person.merger (person) where undone_at is null;
create index on person.merger (into_person);
call person.protect('person.merger');

grant select, insert, update on all tables in schema person to ${app};
revoke select, insert, update on person.inquiry from ${app};
grant select (id, organization, account, at, purpose, emergency, registered, answered_office) on person.inquiry to ${app};
revoke update on person.residence, person.insurance, person.certification, person.plan_owner, person.basis,
  person.access from ${app};
grant update (valid_until) on person.access to ${app};

-- What the listeners of upper rooms read as jobs: ids and dates, no names.
grant select (id, merged_into) on person.person to ${job};
grant select on person.access, person.plan_owner, person.inquiry, person.team_member to ${job};
create policy jobs on person.person for select to ${job} using (true);
create policy jobs on person.access for select to ${job} using (true);
create policy jobs on person.plan_owner for select to ${job} using (true);
create policy jobs on person.inquiry for select to ${job} using (true);
create policy jobs on person.team_member for select to ${job} using (true);
