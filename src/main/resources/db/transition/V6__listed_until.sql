-- A case leaves the list of a party on a day that is known beforehand: when the stay ends there, after the check in the
-- second week, or sixty days after the person went home. So a list reads only what is on it, however many years lie
-- behind it.
alter table transition.party add column listed_until timestamptz not null default 'infinity';
update transition.party set listed_until = coalesce(closed_at,
  (select ended_at + interval '60 days' from transition.stay where stay.id = party.stay), 'infinity');
drop index transition.party_list;
alter table transition.party drop column closed_at;
create index party_list on transition.party (organization, listed_until);
