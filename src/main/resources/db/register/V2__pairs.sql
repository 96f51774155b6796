-- A patient and the hospital that takes the patient in when it gets worse (在宅療養後方支援病院 and its like). What
-- was agreed is gone over again before a day; each time is a term of its own.
create table register.pair (
  id uuid primary key,
  register text not null references register.register,
  person uuid not null references person.person,
  hospital uuid not null references directory.organization,
  -- 主治医 at home, and where that doctor works.
  doctor text not null,
  clinic uuid references directory.organization,
  begun_on date not null,
  -- The last day of the running term; null without a clock.
  renew_by date,
  ended_on date,
  end_reason text,
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null,
  check ((ended_on is null) = (end_reason is null)),
  check (renew_by >= begun_on)
);
create unique index pair_once on register.pair (register, person) where ended_on is null;
create index on register.pair (person);
create index on register.pair (renew_by) where ended_on is null;
call person.protect('register.pair', 'organization');
-- Also a colleague of the team may go over it or end it, not only who wrote it down.
create table register.pair_term (
  id uuid primary key,
  pair uuid not null references register.pair,
  person uuid not null references person.person,
  valid_from date not null,
  renew_by date,
  note text,
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null
);
create index on register.pair_term (pair);
create index on register.pair_term (person);
call person.protect('register.pair_term', 'organization');

create policy jobs on register.pair for select to ${job} using (true);
grant select on register.pair, register.pair_term to ${app};
grant select on register.pair to ${job};
grant insert (id, register, person, hospital, doctor, clinic, begun_on, renew_by, at) on register.pair to ${app};
grant update (renew_by, doctor, clinic, ended_on, end_reason) on register.pair to ${app};
grant insert (id, pair, person, valid_from, renew_by, note, at) on register.pair_term to ${app};
