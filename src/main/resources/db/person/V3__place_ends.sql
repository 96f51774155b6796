-- The place of a hospital in a care team ends a set time after discharge. What others shared is seen until then;
-- what the hospital itself wrote, sent or received stays its own.
create function person.place_ends(person uuid, organization uuid, member uuid, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  same uuid;
begin
  if not (person.may_let_in(place_ends.person)
      or place_ends.organization = kernel.care_organization() and person.seen_in_full(place_ends.person)) then
    return false;
  end if;
  update person.team_member m set left_at = place_ends.moment
  where m.id = place_ends.member and m.organization = place_ends.organization and m.left_at is null;
  if not found then
    return false;
  end if;
  for same in select person.same_human(place_ends.person) loop
    update person.access a set valid_until = place_ends.moment
    where a.organization = place_ends.organization and a.person = same and a.scope = 'FULL' and a.reason = 'TEAM'
      and a.account is null and (a.valid_until is null or a.valid_until > place_ends.moment);
    insert into person.access (organization, person, id, scope, reason, valid_from)
    select place_ends.organization, same, uuidv7(), 'OWN', 'OWN_RECORDS', now()
    where not exists (select from person.access a
      where a.organization = place_ends.organization and a.person = same and a.account is null
        and a.scope = 'OWN' and a.valid_until is null);
  end loop;
  return true;
end $$;
revoke execute on function person.place_ends from public;
grant execute on function person.place_ends to ${app};

-- Back in hospital before the place had ended: it goes on, as long as its basis holds.
create function person.place_goes_on(person uuid, organization uuid, at timestamptz) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if person.may_let_in(place_goes_on.person)
      or place_goes_on.organization = kernel.care_organization() and person.seen_in_full(place_goes_on.person) then
    update person.access a set valid_until = (select b.valid_until from person.basis b where b.id = a.basis)
    where a.person in (select person.same_human(place_goes_on.person)) and a.scope = 'FULL' and a.reason = 'TEAM'
      and a.organization = place_goes_on.organization and a.account is null and a.valid_until > place_goes_on.at
      and exists (select from person.team_member m
        where m.person in (select person.same_human(place_goes_on.person)) and m.left_at > place_goes_on.at
          and m.organization = place_goes_on.organization)
      and not exists (select from person.basis b where b.id = a.basis and b.withdrawn_at is not null);
    update person.team_member m set left_at = null
    where m.person in (select person.same_human(place_goes_on.person)) and m.left_at > place_goes_on.at
      and m.organization = place_goes_on.organization;
  end if;
end $$;
revoke execute on function person.place_goes_on from public;
grant execute on function person.place_goes_on to ${app};
