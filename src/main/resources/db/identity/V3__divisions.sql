-- Divisions (部署) of an organisation, which are in charge of programmes and indicators. Their names are printed in what is
-- published, so everybody reads them; who works in one is for the own organisation alone.
create table identity.division (
  id uuid primary key,
  organization uuid not null default kernel.organization() references directory.organization,
  name text not null,
  -- 取りまとめ: keeps the lists of the whole organisation, and so may change what is in charge of other divisions too.
  compiles boolean not null default false,
  ended_on date,
  unique (organization, name)
);

create table identity.division_member (
  division uuid not null references identity.division,
  account uuid not null references identity.account,
  primary key (division, account)
);
create index on identity.division_member (account);

-- Whether the acting account has the duty in the organisation for which it acts.
create function identity.has_duty(duty text) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from identity.membership m
      where m.account = kernel.account() and m.organization = kernel.organization() and m.valid_until is null
        and has_duty.duty = any (m.duties));
  end;

-- Whether the acting account is an officer who works in the division or compiles for its organisation.
create function identity.in_division(division uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from identity.division wanted
      join identity.division own on own.organization = wanted.organization and own.ended_on is null
      join identity.division_member m on m.division = own.id and m.account = kernel.account()
      where wanted.id = in_division.division and wanted.organization = kernel.organization()
        and (own.id = wanted.id or own.compiles))
      and identity.has_duty('OFFICER');
  end;

alter table identity.division enable row level security;
create policy read on identity.division for select to ${app}, ${job} using (true);
create policy opened on identity.division for insert to ${app}
  with check (organization = (select kernel.organization()) and (select identity.has_duty('ADMINISTRATOR')));
create policy changed on identity.division for update to ${app}
  using (organization = (select kernel.organization()) and (select identity.has_duty('ADMINISTRATOR')));

alter table identity.division_member enable row level security;
create policy own on identity.division_member for select to ${app} using (exists (
  select from identity.division d where d.id = division and d.organization = (select kernel.organization())));
create policy placed on identity.division_member for insert to ${app} with check (
  (select identity.has_duty('ADMINISTRATOR')) and exists (
    select from identity.division d where d.id = division and d.organization = (select kernel.organization()))
  and exists (select from identity.membership m
    where m.account = division_member.account and m.organization = (select kernel.organization())
      and m.valid_until is null));
create policy taken_out on identity.division_member for delete to ${app} using (
  (select identity.has_duty('ADMINISTRATOR')) and exists (
    select from identity.division d where d.id = division and d.organization = (select kernel.organization())));

grant select, insert, update (name, compiles, ended_on) on identity.division to ${app};
grant select on identity.division to ${job};
grant select, insert, delete on identity.division_member to ${app};
revoke execute on function identity.has_duty(text), identity.in_division(uuid) from public;
grant execute on function identity.has_duty(text), identity.in_division(uuid) to ${app};
