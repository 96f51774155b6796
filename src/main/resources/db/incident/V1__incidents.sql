grant usage on schema incident to ${app}, ${job};

-- 誤送信: something went to the wrong place. It begins the time limits for the report to the authority, and stays with
-- the organisation from which it went.
create table incident.incident (
  id uuid primary key,
  -- The room and thing that answer who opened it, such as transition.document.
  source text not null,
  way text not null check (way in ('INSIDE', 'PAPER', 'WRITTEN')),
  subject uuid not null,
  -- The paper; null for what went wrong inside Tasuki.
  sheet uuid,
  person uuid not null references person.person,
  -- By which both sides know the affair, such as the number of a case.
  reference text,
  title_ja text not null,
  title_en text not null,
  -- Kinds of data, for the report.
  items text not null,
  -- To whom it went inside Tasuki, where that is one organisation.
  recipient uuid references directory.organization,
  wrong_recipient text not null,
  cause text not null,
  happened_at timestamptz not null,
  found_on date not null,
  recorded_at timestamptz not null,
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account,
  first_reported_on date,
  full_reported_on date,
  check ((way = 'PAPER') = (sheet is not null)),
  check (full_reported_on >= first_reported_on)
);
create index on incident.incident (organization, id desc);
create index on incident.incident (subject, recipient);

-- The list is for the organisation's administrator and auditor too, who see no person: so the column stays closed.
alter table incident.incident enable row level security;
create policy own on incident.incident for select to ${app}
  using (organization = (select kernel.organization()) and not (select kernel.in_portal()));
create policy found on incident.incident for insert to ${app}
  with check (organization = (select kernel.care_organization()) and not (select kernel.in_portal()));
create policy reported on incident.incident for update to ${app}
  using (organization = (select kernel.organization()) and not (select kernel.in_portal()));
grant select (id, source, way, subject, sheet, reference, title_ja, title_en, items, recipient, wrong_recipient, cause,
  happened_at, found_on, recorded_at, organization, account, first_reported_on, full_reported_on)
  on incident.incident to ${app};
grant insert (id, source, way, subject, sheet, person, reference, title_ja, title_en, items, recipient,
  wrong_recipient, cause, happened_at, found_on, recorded_at) on incident.incident to ${app};
grant update (first_reported_on, full_reported_on) on incident.incident to ${app};
