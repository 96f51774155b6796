-- What the columns of an organisation's own tables mean, for tables with the same headings.
create table intake.mapping (
  organization uuid not null default kernel.organization(),
  kind text not null,
  signature text not null,
  -- The headings and the first rows, for whoever says what they mean.
  first_rows jsonb not null,
  -- Column by what it means; empty until somebody has said it.
  places jsonb not null,
  at timestamptz not null,
  primary key (organization, kind, signature)
);
alter table intake.mapping enable row level security;
create policy own on intake.mapping to ${app} using (organization = (select kernel.organization()))
  with check (organization = (select kernel.organization()));
grant select, insert, update on intake.mapping to ${app};
