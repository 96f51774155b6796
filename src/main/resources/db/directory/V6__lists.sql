-- What official lists say of organisations, and which of them are one place.
alter table directory.organization
  -- The organisation it turned out to be; it stays as an alias, so that what names it need not be rewritten.
  add merged_into uuid references directory.organization,
  -- What a person entered, by the names of the columns: no list ever overwrites that.
  add entered text[] not null default '{}',
  -- By what it is compared: made of name, address and telephone whenever one of them changes; null until it was made.
  add name_key text,
  add operator_key text,
  add address_key text,
  add town_key text,
  add telephone_key text,
  add check (merged_into <> id);
update directory.organization set entered = array_remove(array['kind', 'name', 'base_unit', 'address',
  case when kana <> '' then 'kana' end, case when code is not null then 'code' end,
  case when telephone <> '' then 'telephone' end, case when fax is not null then 'fax' end,
  case when postcode is not null then 'postcode' end, case when closed_on is not null then 'closed_on' end], null);
create index on directory.organization (merged_into) where merged_into is not null;
create index on directory.organization (address_key) where address_key <> '';
create index on directory.organization (name_key, base_unit);
create index on directory.organization (id) where name_key is null;

-- Kinds that change into one another, or that one list does not tell apart.
create function directory.family(kind text) returns text
  language sql immutable parallel safe
  return case kind when 'HOSPITAL' then 'MEDICAL' when 'CLINIC' then 'MEDICAL' else kind end;

-- Whether one name holds the other, as 医療法人A会B医院 holds B医院.
create function directory.alike(one text, other text) returns boolean
  language sql immutable parallel safe
  return length(one) >= 4 and length(other) >= 4 and (strpos(one, other) > 0 or strpos(other, one) > 0);

-- A row of a list, and the organisation it speaks of. It stays when it has closed: a new code at its name and place
-- may be its succession.
create table directory.listing (
  list text not null,
  key text not null,
  scope text not null,
  organization uuid not null references directory.organization,
  kind text not null,
  code text,
  service text,
  corporate_number text,
  operator text not null,
  name text not null,
  kana text not null,
  telephone text not null,
  fax text,
  postcode text,
  address text not null,
  base_unit text,
  latitude double precision,
  longitude double precision,
  position_precision text,
  website text,
  capacity integer,
  beds integer,
  -- What is doubtful about the row, as the last words of the messages that say it.
  notes text[] not null,
  name_key text not null,
  operator_key text not null,
  address_key text not null,
  town_key text not null,
  telephone_key text not null,
  since date not null,
  until date,
  primary key (list, key)
);
create index on directory.listing (organization);
create index on directory.listing (code) where code is not null;
create index on directory.listing (list, address_key) where until is not null;
create index on directory.listing (list, name_key) where until is not null;

-- Every joining of a row to an organisation that was there (automatic), and of one organisation to another (by hand).
create table directory.merger (
  id uuid primary key default uuidv7(),
  organization uuid references directory.organization,
  into_organization uuid not null references directory.organization,
  list text,
  key text,
  succession boolean not null default false,
  -- The code of the one that stays, before it took over that of its succession.
  code_before text,
  -- Why, as the last words of the messages that say it.
  reasons text[] not null,
  import uuid,
  merged_at timestamptz not null,
  merged_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  check ((organization is null) <> (list is null)),
  check ((list is null) = (key is null))
);
create unique index merger_once on directory.merger (organization) where undone_at is null and organization is not null;
create index on directory.merger (into_organization);
create index on directory.merger (list, key) where list is not null;

-- The rows that a merging by hand took over, to be given back.
create table directory.merged_listing (
  merger uuid not null references directory.merger,
  list text not null,
  key text not null,
  primary key (merger, list, key)
);

-- Two organisations that may be one place: an officer decides.
create table directory.doubt (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('SAME', 'SUCCESSION')),
  older uuid not null references directory.organization,
  newer uuid not null references directory.organization,
  reasons text[] not null,
  import uuid,
  raised_at timestamptz not null,
  answer text check (answer in ('SAME', 'DIFFERENT', 'SUCCESSION', 'LATER', 'WITHDRAWN')),
  answered_at timestamptz,
  answered_by uuid,
  words text,
  merger uuid references directory.merger,
  unique (older, newer),
  check (older <> newer),
  check ((answer is null) = (answered_at is null))
);
create index on directory.doubt (newer);
create index on directory.doubt (id) where answer is null or answer = 'LATER';

-- The middle of a municipality or town, as the points of its organisations tell it.
create table directory.middle (
  place text primary key,
  latitude double precision not null,
  longitude double precision not null,
  points integer not null
);

-- The rows of the import that is being applied, for that transaction only.
create unlogged table directory.incoming (
  work uuid not null,
  list text not null,
  key text not null,
  scope text not null,
  kept boolean not null,
  family text,
  grp text,
  kind text,
  code text,
  service text,
  corporate_number text,
  operator text,
  name text,
  kana text,
  telephone text,
  fax text,
  postcode text,
  address text,
  base_unit text,
  latitude double precision,
  longitude double precision,
  position_precision text,
  website text,
  capacity integer,
  beds integer,
  notes text[],
  name_key text,
  operator_key text,
  address_key text,
  town_key text,
  telephone_key text,
  outside boolean
);

-- To which organisation each of them belongs, and how one knows.
create unlogged table directory.placing (
  work uuid not null,
  key text not null,
  grp text not null,
  organization uuid not null,
  how text not null check (how in ('KNOWN', 'GROUP', 'CODE', 'ADDRESS', 'NEW')),
  reasons text[] not null
);

-- Which organisations an import changes.
create unlogged table directory.touched (
  work uuid not null,
  organization uuid not null,
  made boolean not null
);

grant select on directory.listing, directory.merger, directory.merged_listing, directory.doubt, directory.middle
  to ${app}, ${job};
grant insert, update on directory.listing, directory.merger, directory.doubt, directory.middle to ${app}, ${job};
grant insert on directory.merged_listing to ${app}, ${job};
grant select, insert, delete, maintain on directory.incoming, directory.placing, directory.touched to ${app}, ${job};
grant maintain on directory.listing, directory.organization to ${app}, ${job};
