-- The few doors through which app does more than its own rows allow. Each checks who calls it.

-- Leaves to the organisation who it is and what the organisation itself wrote, sent or received.
create function person.leave_own(organization uuid, person uuid) returns void
  language sql security definer set search_path = ''
  begin atomic
    insert into person.access (organization, person, id, scope, reason, valid_from)
    select leave_own.organization, leave_own.person, uuidv7(), 'OWN', 'OWN_RECORDS', now()
    where not exists (select from person.access a
      where a.organization = leave_own.organization and a.person = leave_own.person and a.account is null
        and a.scope in ('OWN', 'FULL') and (a.valid_until is null or a.valid_until > now()));
  end;
revoke execute on function person.leave_own from public;

-- An organisation that only had a short look keeps what it wrote meanwhile.
create function person.keep_own(person uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if person.seen_in_full(keep_own.person) and not kernel.in_portal() then
    perform person.leave_own(kernel.care_organization(), keep_own.person);
  end if;
end $$;

-- Ends at once what an organisation, or one account of it, sees of a human being. The organisation keeps its own.
create function person.close_access(person uuid, organization uuid, account uuid) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  closed uuid;
begin
  if not (person.may_let_in(close_access.person)
      or close_access.organization = kernel.care_organization() and person.seen_in_full(close_access.person)) then
    return false;
  end if;
  for closed in select person.same_human(close_access.person) loop
    update person.access a set valid_until = now()
    where a.organization = close_access.organization and a.person = closed and a.scope in ('FULL', 'FORM')
      and (close_access.account is null or a.account = close_access.account)
      and (a.valid_until is null or a.valid_until > now());
    if close_access.account is null then
      perform person.leave_own(close_access.organization, closed);
    end if;
  end loop;
  return true;
end $$;

-- Ends the basis and what it opened to others, at once. Who recorded it keeps what it gave care with, except
-- what only a merger had opened. Also the person and the family may do this, and nothing else of this kind.
create function person.withdraw(basis uuid, reason text, at timestamptz) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  found_basis person.basis;
  ended record;
begin
  select * into found_basis from person.basis b where b.id = withdraw.basis for update;
  if found_basis.id is null or found_basis.withdrawn_at is not null
      or not (person.may_let_in(found_basis.person)
        or kernel.in_portal() and person.seen_in_full(found_basis.person)) then
    return false;
  end if;
  update person.basis b set withdrawn_at = withdraw.at, withdrawn_by = kernel.account(),
      withdrawn_reason = withdraw.reason
  where b.id = withdraw.basis;
  for ended in
    update person.access a set valid_until = now()
    where a.basis = withdraw.basis and a.scope in ('FULL', 'FORM')
      and (a.organization <> found_basis.recorded_for or a.merger is not null)
      and (a.valid_until is null or a.valid_until > now())
    returning a.organization, a.person, a.account
  loop
    if ended.account is null then
      perform person.leave_own(ended.organization, ended.person);
    end if;
    update person.team_member m set left_at = withdraw.at
    where m.person = ended.person and m.organization = ended.organization and m.left_at is null
      and (ended.account is null or m.account = ended.account)
      and not exists (select from person.access a
        where a.organization = ended.organization and a.person = ended.person and a.scope = 'FULL'
          and (ended.account is null or a.account = ended.account)
          and (a.valid_until is null or a.valid_until > now()));
  end loop;
  return true;
end $$;

-- Exact look-up: the human beings who fit; where telephone and postcode fit both, only those. A secret address is no key, or one could
-- try addresses until one fits.
create function person.exactly(insurer_number text, insured_number text, family_kana text, given_kana text,
    birth_date date, sex text, telephone text, postcode text) returns setof uuid
  language sql stable security definer set search_path = ''
  begin atomic
    select distinct coalesce(p.merged_into, p.id)
    from person.insurance i join person.person p on p.id = i.person
    where i.insurer_number = exactly.insurer_number and i.insured_number = exactly.insured_number
    union
    select fitting.id
    from (select coalesce(p.merged_into, p.id) as id, rank() over (order by
          (regexp_replace(r.telephone, '\D', '', 'g') = exactly.telephone) is true
            and (regexp_replace(r.postcode, '\D', '', 'g') = exactly.postcode) is true desc) as rank
      from person.person p join person.residence r on r.person = p.id and not r.secret
      where p.family_kana = exactly.family_kana and p.given_kana = exactly.given_kana
        and p.birth_date = exactly.birth_date and p.sex = exactly.sex
        and (regexp_replace(r.telephone, '\D', '', 'g') = exactly.telephone
          or regexp_replace(r.postcode, '\D', '', 'g') = exactly.postcode)) fitting
    where fitting.rank = 1;
  end;
revoke execute on function person.exactly from public;

-- The plan owner of the month, as the latest row says it; no row where nobody ever said.
create function person.plan_owner_of(person uuid, month date) returns setof person.plan_owner
  language sql stable rows 1
  begin atomic
    select o.* from person.plan_owner o
    where o.person in (select person.same_human(plan_owner_of.person)) and o.from_month <= plan_owner_of.month
    order by o.from_month desc, o.recorded_at desc, o.id desc limit 1;
  end;

-- The certification on a day, also one that has expired; one that begins later does not count yet.
create function person.certification_of(person uuid, day date) returns setof person.certification
  language sql stable rows 1
  begin atomic
    select c.* from person.certification c
    where c.person in (select person.same_human(certification_of.person))
      and (c.valid_from is null or c.valid_from <= certification_of.day)
    order by coalesce(c.applied_on, c.valid_from, (c.recorded_at at time zone 'Asia/Tokyo')::date) desc,
      c.recorded_at desc, c.id desc
    limit 1;
  end;

-- When the account or the organisation may ask again; null where it may now.
create function person.may_ask_again_at() returns timestamptz
  language sql volatile security definer set search_path = ''
  begin atomic
    select max(counted_at) + interval '1 hour' from (
      (select i.counted_at from person.inquiry i
       where i.organization = kernel.organization() and i.account = kernel.account()
         and i.counted_at > now() - interval '1 hour'
       order by i.counted_at desc offset 19 limit 1)
      union all
      (select i.counted_at from person.inquiry i
       where i.organization = kernel.organization() and i.counted_at > now() - interval '1 hour'
       order by i.counted_at desc offset 99 limit 1)) full_hours;
  end;
revoke execute on function person.may_ask_again_at from public;

-- Whether the acting organisation may ask by insurance number: hospitals and medical staff, never care offices.
create function person.may_ask_by_number() returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from directory.organization o where o.id = kernel.care_organization()
      and o.kind in ('HOSPITAL', 'CLINIC', 'DENTAL_CLINIC', 'PHARMACY', 'VISITING_NURSE_STATION'));
  end;

-- 照会. It answers whether the person is registered and which office answers for the plan, and nothing more; it
-- notes who asked, and counts. ENDED: outside care. NUMBER: may not ask by number. LIMITED: until again_at.
create function person.look_up(id uuid, at timestamptz, month date, purpose text,
    insurer_number text, insured_number text, family_kana text, given_kana text, birth_date date, sex text,
    telephone text, postcode text,
    out outcome text, out again_at timestamptz, out office uuid)
  language plpgsql security definer set search_path = '' as $$
declare
  met uuid;
begin
  if kernel.care_organization() is null or kernel.in_portal() then
    outcome := 'OUTSIDE';
    return;
  end if;
  if insured_number is not null and not person.may_ask_by_number() then
    outcome := 'NUMBER';
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('person.inquiry/' || kernel.organization(), 0));
  again_at := person.may_ask_again_at();
  if again_at is not null then
    outcome := 'LIMITED';
    return;
  end if;
  select hit.person, owner.organization into met, office
  from person.exactly(insurer_number, insured_number, family_kana, given_kana, birth_date, sex, telephone,
      postcode) as hit (person)
    left join lateral person.plan_owner_of(hit.person, look_up.month) owner on true
  order by owner.organization is null, owner.from_month desc, hit.person desc limit 1;
  outcome := case when met is null then 'UNKNOWN' else 'REGISTERED' end;
  insert into person.inquiry (id, at, purpose, registered, person, answered_office)
  values (look_up.id, look_up.at, look_up.purpose, met is not null, met, office);
  if met is not null then
    insert into audit.entry (kind, what, persons, subject) values ('VIEW', 'person.inquired', array[met], look_up.id);
  end if;
end $$;

-- 緊急閲覧: the same exact look-up, counted with the others, opens one person to one account for an hour.
-- SEVERAL: more than one fits, and none is opened. ALREADY: the account sees the person anyway.
create function person.open_emergency(id uuid, inquiry uuid, at timestamptz, month date, words text,
    insurer_number text, insured_number text, family_kana text, given_kana text, birth_date date, sex text,
    telephone text, postcode text,
    out outcome text, out again_at timestamptz, out person uuid)
  language plpgsql security definer set search_path = '' as $$
declare
  met uuid[];
  office uuid;
begin
  if kernel.care_organization() is null or kernel.in_portal() or length(btrim(words)) = 0 then
    outcome := 'OUTSIDE';
    return;
  end if;
  if insured_number is not null and not person.may_ask_by_number() then
    outcome := 'NUMBER';
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('person.inquiry/' || kernel.organization(), 0));
  again_at := person.may_ask_again_at();
  if again_at is not null then
    outcome := 'LIMITED';
    return;
  end if;
  met := array(select person.exactly(insurer_number, insured_number, family_kana, given_kana, birth_date, sex,
    telephone, postcode));
  if cardinality(met) = 1 then
    select owner.organization into office from person.plan_owner_of(met[1], open_emergency.month) owner;
  end if;
  insert into person.inquiry (id, at, purpose, emergency, registered, person, answered_office)
  values (open_emergency.inquiry, open_emergency.at, open_emergency.words, true, cardinality(met) > 0,
    case when cardinality(met) = 1 then met[1] end, office);
  outcome := case when cardinality(met) = 0 then 'UNKNOWN' when cardinality(met) > 1 then 'SEVERAL'
    when person.seen_in_full(met[1]) then 'ALREADY' else 'OPENED' end;
  if cardinality(met) = 1 then
    open_emergency.person := met[1];
  end if;
  if outcome = 'OPENED' then
    insert into person.access (organization, person, id, account, scope, reason, words, valid_from, valid_until)
    select kernel.organization(), same.id,
      case when same.id = met[1] then open_emergency.id else uuidv7() end, kernel.account(), 'FULL',
      'EMERGENCY', open_emergency.words, now(), now() + interval '60 minutes'
    from person.same_human(met[1]) as same (id);
  end if;
end $$;

-- Ends the account's own emergency access before its time.
create function person.end_emergency(person uuid) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update person.access a set valid_until = now()
  where a.organization = kernel.care_organization() and a.account = kernel.account() and a.reason = 'EMERGENCY'
    and a.person in (select person.same_human(end_emergency.person)) and a.valid_until > now();
  return found;
end $$;

-- The client an inquiry met, for the office that was named in the answer and still sees the client.
create function person.client_of(inquiry uuid) returns uuid
  language sql stable security definer set search_path = ''
  begin atomic
    select i.person from person.inquiry i
    where i.id = client_of.inquiry and i.answered_office = kernel.care_organization()
      and not kernel.in_portal() and person.seen_in_full(i.person);
  end;

-- Who looked at the person and when, newest first, for whoever sees the person in full: also the family.
create function person.looks(person uuid, before uuid, most integer)
  returns table (id uuid, at timestamptz, kind text, what text, account uuid, account_name text,
    organization uuid, organization_name text)
  language sql stable security definer set search_path = ''
  begin atomic
    select e.id, e.at, e.kind, e.what, e.account, a.name, e.organization, o.name
    from audit.entry e
      left join identity.account a on a.id = e.account
      left join directory.organization o on o.id = e.organization
    where person.seen_in_full(looks.person)
      and e.persons && array(select person.same_human(looks.person))
      and e.kind in ('VIEW', 'CHANGE') and e.id < looks.before
    order by e.id desc limit most;
  end;

-- In the portal an older address must not pass for the present one that is secret.
create function person.address_is_secret(person uuid, day date) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select coalesce((select r.secret from person.residence r
      where person.seen_in_full(address_is_secret.person)
        and r.person in (select person.same_human(address_is_secret.person)) and r.valid_from <= day
      order by r.valid_from desc, r.recorded_at desc, r.id desc limit 1), false);
  end;
