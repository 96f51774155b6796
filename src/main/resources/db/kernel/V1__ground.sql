-- Who acts, as the transaction manager told it for this transaction. An unset value reads as '' after its
-- first use in a connection, hence nullif.
grant usage on schema kernel to ${app}, ${job};

create function kernel.account() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('tasuki.account', true), '')::uuid;

create function kernel.organization() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('tasuki.organization', true), '')::uuid;

-- The organisation acted for, but only where the account's duties open persons' data at all.
create function kernel.care_organization() returns uuid
  language sql stable parallel safe
  return case when current_setting('tasuki.sight', true) in ('CARE', 'PORTAL')
    then nullif(current_setting('tasuki.organization', true), '')::uuid end;

-- Whether items hidden from the person and the family must stay hidden.
create function kernel.in_portal() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('tasuki.sight', true) = 'PORTAL', false);

-- The answer to a write that a phone may repeat: the same key of the same account gives the same result.
create table kernel.idempotency (
  account uuid not null,
  key uuid not null,
  result uuid not null,
  at timestamptz not null,
  primary key (account, key)
);
alter table kernel.idempotency enable row level security;
create policy own on kernel.idempotency to ${app}
  using (account = (select kernel.account())) with check (account = (select kernel.account()));
create policy tidy on kernel.idempotency to ${job} using (true);
grant select, insert on kernel.idempotency to ${app};
grant select, delete on kernel.idempotency to ${job};
create index on kernel.idempotency (at);

-- Spring Modulith's publication registry (its structure, version 2). Payloads hold ids only.
create table kernel.event_publication (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index on kernel.event_publication using hash (serialized_event);
create index on kernel.event_publication (completion_date);
grant select, insert on kernel.event_publication to ${app};
grant select, insert, update, delete on kernel.event_publication to ${job};
