-- What an organisation answered in a survey that somebody brought in as a list: which one, of which day, by which import,
-- and the version in force before it, which is in force again when the import is undone. A command has no account and
-- speaks for no organisation.
alter table offer.inside
  alter account drop not null,
  alter said_for drop not null,
  add survey text,
  add surveyed_on date,
  add import uuid,
  add former uuid references offer.entry,
  add undone_at timestamptz,
  drop constraint inside_check,
  add check (said_for = organization or reason is not null or import is not null),
  add check (import is not null or account is not null and said_for is not null),
  add check ((survey is null) = (import is null));

create policy taken_back on offer.inside for update to ${app} using (offer.keeps(organization));
grant update (undone_at) on offer.inside to ${app}, ${job};
grant insert (survey, surveyed_on, import, former) on offer.inside to ${app};
grant insert (id, organization, number, capabilities, days, night, holiday, accepts_new, languages, units, areas, said_at)
  on offer.entry to ${job};
grant insert (entry, organization, capabilities, own_patients, note, put_back, survey, surveyed_on, import, former)
  on offer.inside to ${job};
grant update (replaced_at) on offer.entry to ${job};
