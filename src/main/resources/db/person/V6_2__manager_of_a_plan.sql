-- The care manager in charge where the office has no account for that person: name and telephone as typed. They stand
-- apart from person.plan_owner, of which jobs read ids and dates.
create table person.plan_manager (
  plan_owner uuid primary key references person.plan_owner,
  person uuid not null references person.person,
  name text not null check (char_length(name) between 1 and 60),
  telephone text
);
create index on person.plan_manager (person);
call person.protect('person.plan_manager');
grant select, insert on person.plan_manager to ${app};
