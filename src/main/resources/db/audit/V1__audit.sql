grant usage on schema audit to ${app}, ${job};

-- One row for each change and each look. Rows are never changed; written is the transaction that wrote the
-- row, by which the sealer knows that no earlier row can still appear.
create table audit.entry (
  id uuid primary key default uuidv7(),
  written xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  kind text not null check (kind in ('VIEW', 'CHANGE', 'SIGN_IN', 'REFUSED')),
  what text not null,
  account uuid default kernel.account(),
  organization uuid default kernel.organization(),
  persons uuid[] not null default '{}',
  subject uuid,
  detail text
);
create index entry_written on audit.entry (written, id);
create index entry_organization on audit.entry (organization, id);
create index entry_persons on audit.entry using gin (persons);

-- The columns that say who and when cannot be given by app: their defaults are the database's own knowledge.
grant insert (kind, what, persons, subject, detail) on audit.entry to ${app};
grant insert (at, kind, what, account, organization, persons, subject, detail) on audit.entry to ${job};
grant select on audit.entry to ${job};

-- Each seal covers the rows of the transactions [written_from, written_until) and the seal before it.
create table audit.seal (
  number bigint primary key,
  written_from xid8 not null,
  written_until xid8 not null,
  entries bigint not null,
  previous bytea not null,
  digest bytea not null,
  at timestamptz not null default clock_timestamp(),
  check (written_from < written_until)
);
grant select, insert on audit.seal to ${job};

-- What is sealed of one row: every column, in a fixed order and a fixed notation.
create function audit.sealed_text(entry audit.entry) returns text
  language sql stable parallel safe
  return concat_ws('|', 'v1', entry.id, entry.written,
    (extract(epoch from entry.at) * 1000000)::bigint, entry.kind, entry.what,
    coalesce(entry.account::text, '-'), coalesce(entry.organization::text, '-'), entry.persons,
    coalesce(entry.subject::text, '-'), coalesce(quote_literal(entry.detail), '-'));

create function audit.digest_of(written_from xid8, written_until xid8, previous bytea)
  returns table (entries bigint, digest bytea)
  language sql stable
  begin atomic
    select count(*), sha256(previous || convert_to(coalesce(
      string_agg(audit.sealed_text(entry), E'\n' order by entry.written, entry.id), ''), 'UTF8'))
    from audit.entry entry
    where entry.written >= digest_of.written_from and entry.written < digest_of.written_until;
  end;

-- What the accounts of the caller's own organisation did and saw, newest first; the caller's duty is checked
-- before this is called. The rows themselves stay closed to app.
create function audit.of_own_organization(before uuid, most integer)
  returns table (id uuid, at timestamptz, kind text, what text, account uuid, persons uuid[], subject uuid, detail text)
  language sql stable security definer set search_path = ''
  begin atomic
    select entry.id, entry.at, entry.kind, entry.what, entry.account, entry.persons, entry.subject, entry.detail
    from audit.entry entry
    where entry.organization = kernel.organization() and entry.id < before
    order by entry.id desc limit most;
  end;
