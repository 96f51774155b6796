-- What a correction of an admission changed, item by item: what stood before and what stands since. The step says who
-- corrected it, when and why. Rows are only added.
create table transition.correction (
  step uuid not null references transition.step,
  what text not null check (what in ('HOSPITAL', 'ADMITTED', 'REASON', 'WARD', 'WARD_TYPE', 'GRADE')),
  stay uuid not null references transition.stay,
  person uuid not null references person.person,
  -- As the program writes them: an id, a day or a moment in Japan, a constant, a name. Null where nothing was said.
  was text,
  became text,
  organization uuid not null default kernel.organization(),
  primary key (step, what),
  check (was is distinct from became)
);
create index on transition.correction (stay);
call person.protect('transition.correction', 'organization');
create policy professionals on transition.correction as restrictive for select to ${app}
  using (not (select kernel.in_portal()));
grant select, insert on transition.correction to ${app};
