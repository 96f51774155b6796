-- Whom an organisation chose before, and when last: what it works with every day stands first where it chooses again.
create table directory.chosen (
  organization uuid not null references directory.organization,
  chosen uuid not null references directory.organization,
  last_at timestamptz not null,
  primary key (organization, chosen)
);
alter table directory.chosen enable row level security;
create policy own on directory.chosen to ${app} using (organization = (select kernel.organization()))
  with check (organization = (select kernel.organization()));
grant select, insert, update on directory.chosen to ${app};
