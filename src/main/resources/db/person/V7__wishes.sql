-- 人生会議: each conversation about how somebody wants to live and be cared for. Rows are only added: the latest one says what
-- is wanted now, and the earlier ones how it came to that.
create table person.conversation (
  id uuid primary key,
  person uuid not null references person.person,
  held_on date not null,
  -- Who was there, in words: names, kinship, professions.
  present text not null,
  -- Who spoke for the person, and why; null where the person did.
  spoken_by text,
  spoken_reason text,
  matters text not null,
  -- What is wanted of each treatment: {"RESUSCITATION": "NOT_WANTED"}. What was not spoken of is not there.
  wishes jsonb not null,
  treatment text,
  last_place text check (last_place in ('HOME', 'HOSPITAL', 'FACILITY', 'UNDECIDED')),
  -- Who is to be asked when the person cannot answer.
  deputy text,
  deputy_relation text,
  deputy_telephone text,
  next_on date,
  -- The entry that was wrong and is replaced by this one.
  corrects uuid unique references person.conversation,
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null,
  check ((spoken_by is null) = (spoken_reason is null)),
  check (corrects <> id),
  unique (id, person)
);
create index on person.conversation (person, held_on desc);
call person.protect('person.conversation', 'organization');

-- Whether a conversation is one with this human being, whoever may read it.
create function person.talk_of(conversation uuid, person uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from person.conversation c where c.id = talk_of.conversation
      and c.person in (select person.same_human(talk_of.person)));
  end;
-- Whether a later entry replaces it, also one that the reader does not see.
create function person.is_corrected(conversation uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from person.conversation c where c.corrects = is_corrected.conversation);
  end;
create policy corrects_the_same on person.conversation as restrictive for insert to ${app}
  with check (corrects is null or person.talk_of(corrects, person));

-- What the family thinks, which nobody reads in the portal.
create table person.family_view (
  conversation uuid primary key,
  person uuid not null,
  text text not null,
  organization uuid not null default kernel.organization() references directory.organization,
  foreign key (conversation, person) references person.conversation (id, person)
);
create index on person.family_view (person);
call person.protect('person.family_view', 'organization');
create policy not_in_the_portal on person.family_view as restrictive for select to ${app} using (not (select kernel.in_portal()));

-- 書面: a living will as a photo or a PDF.
create table person.living_will (
  conversation uuid not null,
  person uuid not null,
  file uuid not null references file.file,
  organization uuid not null default kernel.organization() references directory.organization,
  at timestamptz not null,
  primary key (conversation, file),
  foreign key (conversation, person) references person.conversation (id, person)
);
create index on person.living_will (person);
create index on person.living_will (file);
call person.protect('person.living_will', 'organization');
-- Only what one sent oneself: whoever could attach a stranger's file could read it.
create policy sent on person.living_will as restrictive for insert to ${app} 
  with check (file.sent_by_me(file) and exists (select from person.conversation c
    where c.id = conversation and c.organization = (select kernel.care_organization())));
create policy living_will on file.file for select to ${app}
  using (exists (select from person.living_will w where w.file = file.id));

revoke execute on function person.talk_of(uuid, uuid), person.is_corrected(uuid) from public;
grant execute on function person.talk_of(uuid, uuid), person.is_corrected(uuid) to ${app};
grant select on person.conversation, person.family_view, person.living_will to ${app};
grant insert (conversation, person, text) on person.family_view to ${app};
grant insert (id, person, held_on, present, spoken_by, spoken_reason, matters, wishes, treatment, last_place, deputy, deputy_relation,
  deputy_telephone, next_on, corrects, at) on person.conversation to ${app};
grant insert (conversation, person, file, at) on person.living_will to ${app};
