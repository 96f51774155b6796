-- An organisation's own table while somebody says what its columns mean and looks at the difference, so that it need not be
-- chosen again. One for each kind of headings; in pieces, so that nobody holds all of it in memory.
create table intake.kept (
  organization uuid not null default kernel.organization(),
  kind text not null,
  signature text not null,
  file_name text not null,
  -- As which import it was read last.
  import uuid references intake.import,
  at timestamptz not null,
  primary key (organization, kind, signature)
);
create index on intake.kept (import) where import is not null;
create index on intake.kept (at);

create table intake.kept_piece (
  organization uuid not null default kernel.organization(),
  kind text not null,
  signature text not null,
  number integer not null,
  content bytea not null,
  primary key (organization, kind, signature, number),
  foreign key (organization, kind, signature) references intake.kept on delete cascade
);

alter table intake.kept enable row level security;
alter table intake.kept_piece enable row level security;
create policy own on intake.kept to ${app} using (organization = (select kernel.organization()))
  with check (organization = (select kernel.organization()));
create policy own on intake.kept_piece to ${app} using (organization = (select kernel.organization()))
  with check (organization = (select kernel.organization()));
create policy over on intake.kept to ${job} using (true);
grant select, insert, delete on intake.kept to ${app};
grant update (import) on intake.kept to ${app};
grant select, insert on intake.kept_piece to ${app};
grant select, delete on intake.kept to ${job};
