-- A form as it was put on paper: the exact copy, and who made it when. It stays with the organisation that made it.
create table transition.print (
  id uuid primary key,
  document uuid not null references transition.document,
  stay uuid not null references transition.stay,
  person uuid not null references person.person,
  definition text not null,
  kind text not null check (kind in ('PRINT', 'FAX')),
  named text not null check (named in ('FULL', 'INITIALS', 'MASKED')),
  pages integer not null check (pages > 0),
  to_name text,
  to_fax text,
  -- Whoever holds the sheet confirms with it that the sheet arrived; it opens nothing.
  code text not null unique,
  file uuid not null references file.file,
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null
);
create index on transition.print (document);
create index on transition.print (file);

-- 誤送信: something went to the wrong place. It begins the time limits for the report to the authority.
create table transition.incident (
  id uuid primary key,
  document uuid not null references transition.document,
  person uuid not null references person.person,
  definition text not null,
  case_number text not null,
  -- Null: sent inside Tasuki.
  print uuid references transition.print,
  -- To whom it went inside Tasuki, who cannot open it any more.
  recipient uuid references directory.organization,
  wrong_recipient text not null,
  cause text not null,
  happened_at timestamptz not null,
  found_on date not null,
  recorded_at timestamptz not null,
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account,
  first_reported_on date,
  full_reported_on date,
  check (full_reported_on >= first_reported_on)
);
create index on transition.incident (organization, id desc);
create index on transition.incident (document, recipient);

create function transition.recalled_from_us(document uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from transition.incident i
      where i.document = recalled_from_us.document and i.recipient = kernel.care_organization());
  end;
create policy recalled on transition.document as restrictive for select to ${app}
  using (not transition.recalled_from_us(id));

alter table transition.print enable row level security;
create policy own on transition.print for select to ${app} using (organization = (select kernel.care_organization())
  and not (select kernel.in_portal()) and not transition.recalled_from_us(document));
create policy made on transition.print for insert to ${app} with check (
  organization = (select kernel.care_organization()) and not (select kernel.in_portal())
  and exists (select from transition.document d where d.id = print.document and d.person = print.person
    and d.stay = print.stay)
  and file.sent_by_me(file));
create policy printed on file.file for select to ${app}
  using (exists (select from transition.print p where p.file = file.id));
grant select on transition.print to ${app};
grant insert (id, document, stay, person, definition, kind, named, pages, to_name, to_fax, code, file, at)
  on transition.print to ${app};

-- The list is for the organisation's administrator and auditor too, who see no person: so the column stays closed.
alter table transition.incident enable row level security;
create policy own on transition.incident for select to ${app}
  using (organization = (select kernel.organization()) and not (select kernel.in_portal()));
create policy found on transition.incident for insert to ${app} with check (
  organization = (select kernel.care_organization()) and not (select kernel.in_portal())
  and exists (select from transition.document d where d.id = incident.document
    and d.organization = incident.organization and d.person = incident.person));
create policy reported on transition.incident for update to ${app}
  using (organization = (select kernel.organization()) and not (select kernel.in_portal()));
grant select (id, document, definition, case_number, print, recipient, wrong_recipient, cause, happened_at, found_on,
  recorded_at, organization, account, first_reported_on, full_reported_on) on transition.incident to ${app};
grant insert (id, document, person, definition, case_number, print, recipient, wrong_recipient, cause, happened_at,
  found_on, recorded_at) on transition.incident to ${app};
grant update (first_reported_on, full_reported_on) on transition.incident to ${app};

-- Who of the wrong recipient opened it and when, as the log of looks says it.
create function transition.opened_by_mistake(incident uuid)
  returns table (at timestamptz, account_name text)
  language sql stable security definer set search_path = ''
  begin atomic
    select e.at, a.name
    from transition.incident i
    join audit.entry e on e.organization = i.recipient and e.at >= i.happened_at
      and e.subject = i.document and e.what like 'document%'
    left join identity.account a on a.id = e.account
    where i.id = opened_by_mistake.incident and i.organization = kernel.organization()
      and not kernel.in_portal()
    order by e.id limit 200;
  end;

-- Somebody without an account said that a sheet arrived.
create table transition.print_receipt (
  print uuid not null references transition.print,
  said_name text not null check (char_length(said_name) between 1 and 60),
  said_office text not null check (char_length(said_office) between 1 and 100),
  at timestamptz not null,
  primary key (print, said_office, said_name)
);
alter table transition.print_receipt enable row level security;
create policy own on transition.print_receipt for select to ${app}
  using (exists (select from transition.print p where p.id = print_receipt.print));
grant select on transition.print_receipt to ${app};

-- Wrong codes by the digest of the address they came from; forgotten after an hour.
create table transition.wrong_code (
  address bytea not null,
  at timestamptz not null default clock_timestamp()
);
create index on transition.wrong_code (address, at);
alter table transition.wrong_code enable row level security;

-- The narrow door of the receipt code. It says no more than that a sheet of this kind from this office of this day
-- arrived. A code that is wrong, too old, or one of too many tries gives the same answer: nothing.
create function transition.confirm_by_code(wanted text, wanted_address bytea, who text, office text, new_step uuid,
    moment timestamptz)
  returns table (print uuid, stay uuid, definition text, sender uuid, sender_name text, printed_at timestamptz,
    account uuid, person uuid, fresh boolean)
  language plpgsql volatile security definer set search_path = '' as $$
declare
  found_print transition.print;
  tries integer;
  first_time boolean;
begin
  perform pg_advisory_xact_lock(hashtextextended('transition.wrong_code/' || encode(wanted_address, 'hex'), 0));
  delete from transition.wrong_code w where w.at < clock_timestamp() - interval '1 hour';
  select count(*) into tries from transition.wrong_code w where w.address = wanted_address;
  select p.* into found_print from transition.print p
  where p.code = wanted and p.at > moment - interval '180 days';
  if tries >= 10 or found_print.id is null then
    if tries < 10 then
      insert into transition.wrong_code (address) values (wanted_address);
    end if;
    return;
  end if;
  first_time := not exists (select from transition.print_receipt r where r.print = found_print.id);
  if (select count(*) from transition.print_receipt r where r.print = found_print.id) < 20 then
    insert into transition.print_receipt (print, said_name, said_office, at)
    values (found_print.id, who, office, moment) on conflict do nothing;
  end if;
  if first_time then
    insert into audit.entry (kind, what, organization, persons, subject)
    values ('CHANGE', 'document.confirmed-by-code', found_print.organization, array[found_print.person],
      found_print.document);
    perform transition.step_by_code(found_print, who, office, new_step, moment);
  end if;
  return query select found_print.id, found_print.stay, found_print.definition, found_print.organization, o.name,
    found_print.at, found_print.account, found_print.person, first_time
  from directory.organization o where o.id = found_print.organization;
end $$;

-- The hospital's word of receipt, said without an account: the step has the hospital and no account.
create function transition.step_by_code(sheet transition.print, who text, office text, new_step uuid,
    moment timestamptz) returns void
  language plpgsql volatile security definer set search_path = '' as $$
declare
  found_stay transition.stay;
begin
  select s.* into found_stay from transition.stay s where s.id = sheet.stay;
  if sheet.definition <> 'admission-information' or sheet.organization = found_stay.hospital
      or exists (select from transition.step s where s.stay = sheet.stay and s.kind = 'FORM_RECEIVED') then
    return;
  end if;
  insert into transition.step (id, stay, person, kind, side, organization, account, occurred_at, recorded_at, mode,
    counterpart)
  values (new_step, sheet.stay, sheet.person, 'FORM_RECEIVED', 'HOSPITAL', found_stay.hospital,
    '00000000-0000-0000-0000-000000000000', moment, moment, case sheet.kind when 'FAX' then 'FAX' else 'HANDED_OVER' end,
    office || ' ' || who);
  update transition.clock c set met_by = new_step, met_at = moment
  where c.stay = sheet.stay and c.step = 'FORM_SENT' and c.met_by is null and c.stopped_at is null;
  update transition.nameless n set settled_at = moment
  where n.case_number = found_stay.case_number and n.missing = 'FORM_SENT' and n.settled_at is null;
end $$;
revoke execute on function transition.step_by_code, transition.confirm_by_code from public;
grant execute on function transition.confirm_by_code to ${app};
