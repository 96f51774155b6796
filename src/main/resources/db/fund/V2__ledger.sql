-- The fund's money, by the fiscal year for which it was stored (造成年度) and by category: what was stored, what interest it
-- earned, what went back to the state. Entries are only added; a wrong one is cancelled by its opposite.
create table fund.entry (
  id uuid primary key,
  organization uuid not null default kernel.organization() references directory.organization,
  vintage integer not null check (vintage between 2014 and 2199),
  category text not null references fund.category,
  kind text not null check (kind in ('STORED', 'INTEREST', 'RETURNED')),
  -- The fiscal year in which it happened: money of 2019 may earn interest in 2025.
  fiscal_year integer not null check (fiscal_year between vintage and 2199),
  yen bigint not null,
  -- The state's part of what was stored.
  national bigint not null default 0,
  note text,
  cancels uuid unique,
  reason text,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null,
  opposite_yen bigint generated always as (-yen) stored,
  opposite_national bigint generated always as (-national) stored,
  check (national between least(0, yen) and greatest(0, yen) and (kind = 'STORED' or national = 0)),
  check (case when cancels is null then yen > 0 and reason is null else yen < 0 and reason is not null end),
  unique (id, organization, vintage, category, kind, fiscal_year, yen, national),
  -- The opposite is of the same pot, kind, year and amount.
  foreign key (cancels, organization, vintage, category, kind, fiscal_year, opposite_yen, opposite_national)
    references fund.entry (id, organization, vintage, category, kind, fiscal_year, yen, national)
);
create index on fund.entry (organization, vintage, category);

-- What pays for a programme's year: of which vintages and categories of the fund, and who else.
create table fund.financing (
  year uuid not null references programme.year,
  organization uuid not null default kernel.organization() references directory.organization,
  stage text not null check (stage in ('PLANNED', 'SETTLED')),
  vintage integer not null check (vintage between 2014 and 2199),
  category text not null references fund.category,
  national bigint not null check (national >= 0),
  prefecture bigint not null check (prefecture >= 0),
  -- What whoever carries it out pays, and whoever else does.
  operators bigint not null check (operators >= 0),
  other bigint not null check (other >= 0),
  primary key (year, stage, vintage, category)
);
create index on fund.financing (organization, vintage, category);

-- Each change of it, which nobody changes.
create table fund.financing_change (
  id uuid primary key,
  year uuid not null references programme.year,
  organization uuid not null default kernel.organization() references directory.organization,
  stage text not null,
  vintage integer not null,
  category text not null,
  part text not null check (part in ('NATIONAL', 'PREFECTURE', 'OPERATORS', 'OTHER')),
  before_yen bigint,
  after_yen bigint,
  reason text,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null
);
create index on fund.financing_change (year, id desc);

-- The sums of a pot, kept by the database. More than is there never leaves it, whoever draws at the same moment.
create table fund.pot (
  organization uuid not null references directory.organization,
  vintage integer not null,
  category text not null references fund.category,
  stored bigint not null default 0,
  national bigint not null default 0,
  interest bigint not null default 0,
  drawn bigint not null default 0,
  returned bigint not null default 0,
  primary key (organization, vintage, category),
  constraint pot_is_never_overdrawn check (stored + interest - drawn - returned >= 0),
  check (stored >= 0 and national >= 0 and interest >= 0 and drawn >= 0 and returned >= 0)
);

create function fund.entry_counts() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into fund.pot (organization, vintage, category) values (new.organization, new.vintage, new.category)
  on conflict do nothing;
  update fund.pot p set
    stored = stored + case when new.kind = 'STORED' then new.yen else 0 end,
    national = p.national + new.national,
    interest = interest + case when new.kind = 'INTEREST' then new.yen else 0 end,
    returned = returned + case when new.kind = 'RETURNED' then new.yen else 0 end
  where p.organization = new.organization and p.vintage = new.vintage and p.category = new.category;
  return null;
end $$;
create trigger entry_counts after insert on fund.entry for each row execute function fund.entry_counts();

create function fund.draw(organization uuid, vintage integer, category text, yen bigint) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if draw.yen = 0 then
    return;
  end if;
  insert into fund.pot (organization, vintage, category) values (draw.organization, draw.vintage, draw.category)
  on conflict do nothing;
  update fund.pot p set drawn = p.drawn + draw.yen
  where p.organization = draw.organization and p.vintage = draw.vintage and p.category = draw.category;
end $$;

create function fund.financing_draws() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform fund.draw(new.organization, new.vintage, new.category, new.national + new.prefecture);
  elsif tg_op = 'DELETE' then
    perform fund.draw(old.organization, old.vintage, old.category, -(old.national + old.prefecture));
  else
    perform fund.draw(new.organization, new.vintage, new.category,
      new.national + new.prefecture - old.national - old.prefecture);
  end if;
  return null;
end $$;
create trigger settled_is_drawn after insert on fund.financing
  for each row when (new.stage = 'SETTLED') execute function fund.financing_draws();
create trigger settled_is_drawn_again after update on fund.financing
  for each row when (new.stage = 'SETTLED') execute function fund.financing_draws();
create trigger settled_is_drawn_no_more after delete on fund.financing
  for each row when (old.stage = 'SETTLED') execute function fund.financing_draws();

-- What is left in a pot of the acting organisation; it stays so until the transaction is over.
create function fund.left_in(vintage integer, category text) returns bigint
  language sql volatile security definer set search_path = ''
  begin atomic
    select p.stored + p.interest - p.drawn - p.returned from fund.pot p
    where p.organization = programme.staff_organization() and p.vintage = left_in.vintage and p.category = left_in.category
    for update;
  end;

-- What is asked of the state for a year (要望額). Filed again, it is another version.
create table fund.request (
  id uuid primary key,
  organization uuid not null default kernel.organization() references directory.organization,
  branch text not null check (branch in ('MEDICAL', 'CARE')),
  fiscal_year integer not null check (fiscal_year between 2014 and 2199),
  version integer not null check (version > 0),
  note text,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null,
  unique (organization, branch, fiscal_year, version)
);
create table fund.request_line (
  request uuid not null references fund.request,
  organization uuid not null default kernel.organization() references directory.organization,
  category text not null references fund.category,
  programmes integer not null check (programmes >= 0),
  national bigint not null check (national >= 0),
  prefecture bigint not null check (prefecture >= 0),
  -- What these programmes cost together (総事業費).
  cost bigint not null,
  primary key (request, category)
);

-- What the state says it will give (内示), of the fund's whole amount; the last that was said counts.
create table fund.allocation (
  id uuid primary key,
  organization uuid not null default kernel.organization() references directory.organization,
  fiscal_year integer not null check (fiscal_year between 2014 and 2199),
  category text not null references fund.category,
  yen bigint not null check (yen >= 0),
  allotted_on date not null,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null
);
create index on fund.allocation (organization, fiscal_year, category, id desc);

alter table fund.entry enable row level security;
create policy staff on fund.entry for select to ${app} using (organization = (select programme.staff_organization()));
create policy written on fund.entry for insert to ${app} with check (organization = (select programme.staff_organization())
  and account = (select kernel.account()) and (select programme.compiles()));

alter table fund.financing enable row level security;
create policy staff on fund.financing for select to ${app} using (organization = (select programme.staff_organization()));
create policy kept on fund.financing to ${app}
  using (organization = (select programme.staff_organization()) and programme.changes(year))
  with check (organization = (select programme.staff_organization()) and programme.changes(year));

alter table fund.financing_change enable row level security;
create policy staff on fund.financing_change for select to ${app} using (organization = (select programme.staff_organization()));
create policy written on fund.financing_change for insert to ${app}
  with check (organization = (select programme.staff_organization()) and account = (select kernel.account())
    and programme.changes(year));

alter table fund.pot enable row level security;
create policy staff on fund.pot for select to ${app} using (organization = (select programme.staff_organization()));

alter table fund.request enable row level security;
create policy staff on fund.request for select to ${app} using (organization = (select programme.staff_organization()));
create policy written on fund.request for insert to ${app} with check (organization = (select programme.staff_organization())
  and account = (select kernel.account()) and (select programme.compiles()));

alter table fund.request_line enable row level security;
create policy staff on fund.request_line for select to ${app} using (organization = (select programme.staff_organization()));
create policy written on fund.request_line for insert to ${app}
  with check (organization = (select programme.staff_organization()) and (select programme.compiles()));

alter table fund.allocation enable row level security;
create policy staff on fund.allocation for select to ${app} using (organization = (select programme.staff_organization()));
create policy written on fund.allocation for insert to ${app} with check (organization = (select programme.staff_organization())
  and account = (select kernel.account()) and (select programme.compiles()));

grant select, insert on fund.entry, fund.financing_change, fund.request, fund.request_line, fund.allocation to ${app};
grant select, insert, update (national, prefecture, operators, other), delete on fund.financing to ${app};
grant select on fund.pot to ${app};

revoke execute on function fund.entry_counts(), fund.draw(uuid, integer, text, bigint), fund.financing_draws(),
  fund.left_in(integer, text) from public;
grant execute on function fund.left_in(integer, text) to ${app};
