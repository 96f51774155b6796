grant usage on schema intake to ${app}, ${job};

-- Each kind of list counts its changes, so that whoever compares a file knows what it was compared with. The row is
-- also the lock: imports of one kind are applied and undone one after another.
create table intake.list (
  kind text primary key,
  version bigint not null default 0
);

-- A file that somebody brought. The house's own record of it stays; the file itself is not kept.
create table intake.import (
  id uuid primary key,
  kind text not null,
  file_name text not null,
  digest text,
  state text not null check (state in ('READING', 'UNREADABLE', 'CHECKED', 'APPLIED', 'UNDONE', 'DISCARDED')),
  rows_in integer not null default 0,
  kept integer not null default 0,
  changed integer not null default 0,
  closed integer not null default 0,
  rejected integer not null default 0,
  -- Why the whole file could not be read: where, key of a message and its arguments.
  fault jsonb,
  -- The list's version the file was compared with, and those its applying and undoing made.
  base bigint not null default 0,
  applied_version bigint,
  undone_version bigint,
  organization uuid default kernel.organization(),
  account uuid default kernel.account(),
  at timestamptz not null,
  -- While it is read, its reader says now and then that it still lives.
  alive_at timestamptz not null,
  applied_at timestamptz,
  applied_by uuid,
  undone_at timestamptz,
  undone_by uuid
);
create index on intake.import (kind, id);

-- The rows of a file while it is compared. They live no longer than that transaction, hence unlogged.
create unlogged table intake.staged (
  import uuid not null,
  number integer not null,
  line integer not null,
  scope text not null,
  key text not null,
  content text not null
);

-- What the lists say now.
create table intake.entry (
  kind text not null,
  key text not null,
  scope text not null,
  content text not null,
  import uuid not null,
  primary key (kind, key)
);

-- What an import makes different: null before is new, null after closes. The former scope and import are what the
-- entry goes back to. Without foreign keys, as hundreds of thousands are written at once by the engine alone.
create table intake.change (
  import uuid not null,
  key text not null,
  scope text not null,
  former_scope text,
  before text,
  after text,
  former_import uuid,
  primary key (import, key),
  check (before is not null or after is not null)
);

-- The parts of the list that an import speaks for (rows > 0) or touches.
create table intake.part (
  import uuid not null references intake.import,
  scope text not null,
  rows integer not null,
  stood integer not null,
  closing integer not null,
  primary key (import, scope)
);

create table intake.rejected (
  import uuid not null references intake.import,
  number integer not null,
  sheet text,
  line integer,
  column_name text,
  -- Of what the row speaks, where that can be told: nothing closes because of it.
  key text,
  reason text not null,
  arguments jsonb not null,
  cells text[] not null,
  primary key (import, number)
);

grant select, insert, update on intake.list, intake.import to ${app}, ${job};
grant select, insert on intake.part, intake.rejected to ${app}, ${job};
grant select, insert, update, delete on intake.entry to ${app}, ${job};
grant select, insert, delete, maintain on intake.staged, intake.change to ${app}, ${job};
