-- Why an access was opened stands there in free words and may tell of an illness. That there is an access, its kind and
-- its end are for everybody who sees the person; the words are for whoever gave or received it, and for the auditor of
-- the organisation that received it.
revoke select, insert on person.access from ${app};
revoke select on person.access from ${job};
grant select (organization, person, id, account, scope, subject, reason, basis, merger, given_by, valid_from,
  valid_until) on person.access to ${app}, ${job};
-- Who gave it is the database's own knowledge; words come in by the door for emergencies alone.
grant insert (organization, person, id, account, scope, subject, reason, basis, merger, valid_from, valid_until)
  on person.access to ${app};

-- The account goes through the log of the organisation.
create function person.audits(organization uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select audits.organization = kernel.organization() and exists (select from identity.membership m
      where m.account = kernel.account() and m.organization = audits.organization
        and m.valid_until is null and 'AUDITOR' = any (m.duties));
  end;
revoke execute on function person.audits from public;

create function person.words_of(access uuid) returns text
  language sql stable security definer set search_path = ''
  begin atomic
    select a.words from person.access a
    where a.id = words_of.access
      and (a.given_by = kernel.account() or a.account = kernel.account()
        or a.account is null and a.organization = kernel.care_organization() and not kernel.in_portal()
        or person.audits(a.organization));
  end;
revoke execute on function person.words_of from public;
grant execute on function person.words_of to ${app};

-- The words behind those of the entries of the log that tell of an emergency access, for the auditor who reads them.
create function person.words_behind(entries uuid[]) returns table (entry uuid, words text)
  language sql stable security definer set search_path = ''
  begin atomic
    select e.id, a.words
    from audit.entry e join person.access a on a.id = e.subject
    where e.id = any (words_behind.entries) and e.what = 'person.emergency-opened'
      and person.audits(a.organization);
  end;
revoke execute on function person.words_behind from public;
grant execute on function person.words_behind to ${app};
