-- A form of a stay: 入院時情報提供書, 退院・退所情報記録書. A draft belongs to the office that writes it; once sent, it
-- is never changed, and a correction is a new document that revises it.
create table transition.document (
  id uuid primary key,
  stay uuid not null references transition.stay,
  person uuid not null references person.person,
  definition text not null,
  version integer not null,
  -- Whose layout it was written in; null for the national one.
  layout_area uuid references area.area,
  -- PAPER: it came or went on paper; the scan is attached and what it says was typed beside it.
  origin text not null check (origin in ('TYPED', 'PAPER')),
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account,
  recipient uuid references directory.organization,
  -- The form whose answers it began with, and against which changes are marked.
  previous uuid references transition.document,
  revises uuid references transition.document,
  opened_at timestamptz not null,
  -- Of paper: when it came or went, and how.
  paper_at timestamptz,
  paper_mode text check (paper_mode in ('FAX', 'MAIL', 'HANDED_OVER', 'MEETING')),
  -- How often the draft was saved.
  edition integer not null default 0,
  saved_at timestamptz not null,
  saved_by uuid not null default kernel.account() references identity.account,
  sent_at timestamptz,
  sent_by uuid references identity.account,
  discarded_at timestamptz,
  check ((sent_at is null) = (sent_by is null)),
  check (sent_at is null or discarded_at is null),
  check ((origin = 'PAPER') = (paper_at is not null)),
  check ((origin = 'PAPER') = (paper_mode is not null)),
  check (previous <> id and revises <> id)
);
create unique index document_draft on transition.document (stay, organization, definition)
  where sent_at is null and discarded_at is null and origin = 'TYPED';
create index on transition.document (stay);
create index on transition.document (person, definition, sent_at);
create index document_to on transition.document (recipient, sent_at) where sent_at is not null;

alter table transition.document enable row level security;
-- Who wrote or got it keeps it. Everybody else sees what was sent, with access to the person or to this form.
create policy own on transition.document for select to ${app} using (not (select kernel.in_portal())
  and (organization = (select kernel.care_organization())
    or recipient = (select kernel.care_organization()) and sent_at is not null));
create policy seen on transition.document for select to ${app} using (sent_at is not null and exists (
  select from person.access a
  where a.organization = (select kernel.care_organization()) and a.person = document.person
    and (a.scope = 'FULL' or a.scope = 'FORM' and a.subject = document.id)
    and (a.account is null or a.account = (select kernel.account()))
    and a.valid_from <= now() and (a.valid_until is null or a.valid_until > now())));
create policy opened on transition.document for insert to ${app} with check (
  organization = (select kernel.care_organization()) and not (select kernel.in_portal()) and sent_at is null
  and exists (select from person.access a
    where a.organization = (select kernel.care_organization()) and a.person = document.person and a.scope = 'FULL'
      and (a.account is null or a.account = (select kernel.account()))
      and a.valid_from <= now() and (a.valid_until is null or a.valid_until > now())));
-- A draft only, and only by its own office.
create policy draft on transition.document for update to ${app}
  using (organization = (select kernel.care_organization()) and not (select kernel.in_portal())
    and sent_at is null and discarded_at is null)
  with check (organization = (select kernel.care_organization()));

-- The answers, one row for each class of items, so that the database itself hides what somebody must not read.
create table transition.document_values (
  document uuid not null references transition.document,
  item_class text not null check (item_class in ('OPEN', 'HIDDEN_FROM_PERSON', 'NOT_ON_FAX', 'SECRET_ADDRESS')),
  person uuid not null references person.person,
  answers jsonb not null,
  -- Of a draft: where a prefilled answer came from, and who changed which item in which edition, from what.
  origins jsonb not null default '{}',
  trail jsonb not null default '{}',
  -- Of a sent form: the items that changed since the previous one.
  changed text[] not null default '{}',
  primary key (document, item_class)
);
alter table transition.document_values enable row level security;
create policy seen on transition.document_values for select to ${app} using (
  exists (select from transition.document d where d.id = document_values.document)
  and (not (select kernel.in_portal()) or item_class in ('OPEN', 'NOT_ON_FAX')
    or item_class = 'SECRET_ADDRESS'
      and not person.address_is_secret(person, (now() at time zone 'Asia/Tokyo')::date)));

create function transition.own_draft(document uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select not kernel.in_portal() and exists (select from transition.document d
      where d.id = own_draft.document and d.organization = kernel.care_organization()
        and d.sent_at is null and d.discarded_at is null);
  end;
create policy written on transition.document_values for insert to ${app}
  with check (transition.own_draft(document));
create policy draft on transition.document_values for update to ${app}
  using (transition.own_draft(document)) with check (transition.own_draft(document));

-- A scan of the paper, a picture of the home, a copy of the medicine notebook.
create table transition.document_file (
  document uuid not null references transition.document,
  file uuid not null references file.file,
  person uuid not null references person.person,
  place integer not null,
  primary key (document, file)
);
create index on transition.document_file (file);
alter table transition.document_file enable row level security;
-- A scan shows every item at once, so the person and the family do not get it.
create policy seen on transition.document_file for select to ${app} using (not (select kernel.in_portal())
  and exists (select from transition.document d where d.id = document_file.document));
create policy own on transition.document_file for insert to ${app}
  with check (transition.own_draft(document) and file.sent_by_me(file));
create policy attached_to_document on file.file for select to ${app}
  using (exists (select from transition.document_file f where f.file = file.id));

-- 受領しました, 確認しました: by whom of the receiving side.
create table transition.document_receipt (
  document uuid not null references transition.document,
  kind text not null check (kind in ('RECEIVED', 'READ')),
  account uuid not null default kernel.account() references identity.account,
  organization uuid not null default kernel.organization() references directory.organization,
  person uuid not null references person.person,
  at timestamptz not null,
  primary key (document, kind, account)
);
alter table transition.document_receipt enable row level security;
create policy seen on transition.document_receipt for select to ${app}
  using (exists (select from transition.document d where d.id = document_receipt.document));
create function transition.sent_to_us(document uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select not kernel.in_portal() and exists (select from transition.document d
      where d.id = sent_to_us.document and d.recipient = kernel.care_organization() and d.sent_at is not null);
  end;
create policy said on transition.document_receipt for insert to ${app}
  with check (organization = (select kernel.care_organization()) and transition.sent_to_us(document));

-- One hidden item opened to the person and the family: who decided, and why. It carries the answer, so the hidden
-- row itself stays closed.
create table transition.document_release (
  id uuid primary key,
  document uuid not null references transition.document,
  person uuid not null references person.person,
  item text not null,
  answer jsonb not null,
  reason text not null check (char_length(reason) between 1 and 400),
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null,
  unique (document, item)
);
alter table transition.document_release enable row level security;
create policy seen on transition.document_release for select to ${app}
  using (exists (select from transition.document d where d.id = document_release.document));
-- The author decides, while its whole office sees the person in full.
create function transition.may_release(document uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from transition.document d
      where d.id = may_release.document and d.organization = kernel.care_organization()
        and d.sent_at is not null and person.may_let_in(d.person));
  end;
create policy decided on transition.document_release for insert to ${app}
  with check (organization = (select kernel.care_organization()) and transition.may_release(document));

grant select on transition.document, transition.document_values, transition.document_file,
  transition.document_receipt, transition.document_release to ${app};
grant insert (id, stay, person, definition, version, layout_area, origin, recipient, previous, revises, opened_at,
  paper_at, paper_mode, saved_at) on transition.document to ${app};
grant update (edition, saved_at, saved_by, sent_at, sent_by, discarded_at, recipient) on transition.document to ${app};
grant insert on transition.document_values to ${app};
grant update (answers, origins, trail, changed) on transition.document_values to ${app};
grant insert on transition.document_file to ${app};
grant insert (document, kind, person, at) on transition.document_receipt to ${app};
grant insert (id, document, person, item, answer, reason, at) on transition.document_release to ${app};
