grant usage on schema insight to ${app}, ${job};

-- 使われ方: what an organisation did in Tasuki in a month, counted from what the other rooms log. No person is named, nobody
-- of the staff either. Written by the count alone, which puts a whole month in the place of the one before.
create table insight.usage (
  month date not null check (extract(day from month) = 1),
  organization uuid not null references directory.organization,
  -- Accounts that belonged to it in the month, and those that signed in.
  accounts integer not null check (accounts >= 0),
  active integer not null check (active >= 0),
  sign_ins integer not null check (sign_ins >= 0),
  -- What its staff wrote (entries, forms, steps) and answered (receipts, confirmations).
  written integer not null check (written >= 0),
  answered integer not null check (answered >= 0),
  counted_at timestamptz not null,
  primary key (month, organization)
);
create index on insight.usage (organization, month);

-- Months that somebody wants counted again; removed by the count that read them.
create table insight.usage_mark (
  id bigint generated always as identity primary key,
  month date not null check (extract(day from month) = 1)
);

-- What running the system costs in a fiscal year, as somebody said on a day. What was said before stays.
create table insight.cost (
  id uuid primary key,
  fiscal_year integer not null check (fiscal_year between 2000 and 2199),
  yen bigint not null check (yen between 1 and 1000000000000),
  note text,
  said_at timestamptz not null,
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account
);
create index on insight.cost (fiscal_year, id desc);

-- Whom somebody reminded of Tasuki because nobody there had signed in for long.
create table insight.reminder (
  id uuid primary key,
  reminded uuid not null references directory.organization,
  months integer not null check (months between 1 and 120),
  at timestamptz not null,
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account
);
create index on insight.reminder (reminded, id desc);

-- Whether the acting organisation looks after an area or the whole, and so sees what all organisations do.
create function insight.watches() returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from directory.organization o
      where o.id = kernel.organization() and o.kind in ('PREFECTURE', 'PUBLIC_HEALTH_CENTRE', 'MUNICIPALITY',
        'HOME_CARE_HUB', 'MEDICAL_ASSOCIATION', 'CARE_OPERATOR'));
  end;

alter table insight.usage enable row level security;
create policy own_or_watched on insight.usage for select to ${app} using (not (select kernel.in_portal())
  and (organization = (select kernel.organization()) or (select insight.watches())));
create policy jobs on insight.usage to ${job} using (true) with check (true);
alter table insight.cost enable row level security;
create policy watched on insight.cost for select to ${app} using ((select insight.watches()));
create policy said on insight.cost for insert to ${app}
  with check ((select insight.watches()) and organization = (select kernel.organization()));
alter table insight.reminder enable row level security;
create policy watched on insight.reminder for select to ${app} using ((select insight.watches()));
create policy sent on insight.reminder for insert to ${app}
  with check ((select insight.watches()) and organization = (select kernel.organization()));

-- The count reads who did something when, and never about whom or what.
create policy counted on record.entry for select to ${job} using (true);
create policy counted on record.receipt for select to ${job} using (true);
create policy counted on transition.step for select to ${job} using (true);
create policy counted on transition.document for select to ${job} using (true);
create policy counted on transition.document_receipt for select to ${job} using (true);
grant select (organization, message, written_at) on record.entry to ${job};
grant select (organization, at) on record.receipt to ${job};
grant select (organization, about, mode, recorded_at) on transition.step to ${job};
grant select (organization, sent_at) on transition.document to ${job};
grant select (organization, at) on transition.document_receipt to ${job};
create index entry_came_in on audit.entry (at) where kind = 'SIGN_IN' and organization is not null;

grant select on insight.usage, insight.cost, insight.reminder to ${app};
grant insert (month) on insight.usage_mark to ${app}, ${job};
grant insert (id, fiscal_year, yen, note, said_at) on insight.cost to ${app};
grant insert (id, reminded, months, at) on insight.reminder to ${app};
grant select, insert, delete on insight.usage to ${job};
grant select, delete on insight.usage_mark to ${job};
