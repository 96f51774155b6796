grant usage on schema identity to ${app}, ${job};

create table identity.account (
  id uuid primary key,
  login text not null,
  name text not null,
  kana text not null,
  profession text not null,
  mail text,
  language text not null default 'ja' check (language in ('ja', 'en')),
  created_at timestamptz not null,
  closed_at timestamptz
);
create unique index account_login on identity.account (lower(login));

-- To which organisation an account belongs, with which duties, from when until when.
create table identity.membership (
  id uuid primary key,
  account uuid not null references identity.account,
  organization uuid not null references directory.organization,
  duties text[] not null check (cardinality(duties) > 0),
  valid_from timestamptz not null,
  valid_until timestamptz,
  check (valid_until is null or valid_until >= valid_from)
);
create unique index membership_open on identity.membership (account, organization) where valid_until is null;
create index on identity.membership (organization);

-- What an account signs in with. Row-level security shows it to its own account alone, during sign-in too.
create table identity.password (
  account uuid primary key references identity.account,
  hash text not null,
  must_change boolean not null,
  changed_at timestamptz not null,
  failures integer not null default 0,
  closed_until timestamptz
);

create table identity.authenticator (
  account uuid primary key references identity.account,
  secret bytea not null,
  confirmed_at timestamptz,
  -- The last time step whose code was used: a code works once.
  last_step bigint not null default 0
);

create table identity.printed_code (
  account uuid not null references identity.account,
  hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (account, hash)
);

alter table identity.password enable row level security;
alter table identity.authenticator enable row level security;
alter table identity.printed_code enable row level security;
create policy own on identity.password to ${app} using (account = (select kernel.account()));
create policy own on identity.authenticator to ${app} using (account = (select kernel.account()));
create policy own on identity.printed_code to ${app} using (account = (select kernel.account()));

-- A link by which one joins, or comes back after losing password or authenticator. Only its digest is kept.
create table identity.invitation (
  digest bytea primary key,
  account uuid not null references identity.account,
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on identity.invitation (account);

create table identity.spring_session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index on identity.spring_session (expiry_time);
create index on identity.spring_session (principal_name);

create table identity.spring_session_attributes (
  session_primary_id char(36) not null references identity.spring_session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

grant select, insert, update on identity.account, identity.membership, identity.password, identity.authenticator,
  identity.printed_code, identity.invitation to ${app};
grant delete on identity.authenticator, identity.printed_code to ${app};
grant select on identity.account, identity.membership to ${job};
grant select, insert, update, delete on identity.spring_session, identity.spring_session_attributes to ${app};
