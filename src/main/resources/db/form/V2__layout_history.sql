-- An area's layouts are only added: the last one entered for a day counts, and who entered which stays to be seen. An
-- empty layout goes back to the national form.
alter table form.layout drop constraint layout_pkey;
alter table form.layout
  add column id uuid not null default gen_random_uuid() primary key,
  add column organization uuid default kernel.organization(),
  add column account uuid default kernel.account(),
  add column at timestamptz not null default now();
alter table form.layout alter column id drop default, alter column at drop default;
create index on form.layout (area, definition, valid_from, at);
revoke update on form.layout from ${app};
alter table form.layout enable row level security;
create policy everybody on form.layout for select to ${app} using (true);
create policy written on form.layout for insert to ${app}
  with check (organization = (select kernel.organization()) and account = (select kernel.account()));
create policy jobs on form.layout for select to ${job} using (true);
