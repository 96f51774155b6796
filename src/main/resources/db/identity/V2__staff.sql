-- When the account last began to act for the organisation.
alter table identity.membership add column signed_in_at timestamptz;

-- Who belongs where now and since when without a gap: a change of duties closes one row and opens the next.
create view identity.belonging with (security_invoker = true) as
  select membership.account, membership.organization, membership.duties,
    (select max(run.valid_from) from identity.membership run
     where run.account = membership.account and run.organization = membership.organization
       and not exists (select from identity.membership earlier
         where earlier.account = run.account and earlier.organization = run.organization
           and earlier.valid_until = run.valid_from and earlier.id <> run.id)) as since,
    (select max(every.signed_in_at) from identity.membership every
     where every.account = membership.account and every.organization = membership.organization) as signed_in_at
  from identity.membership membership
  where membership.valid_until is null;
grant select on identity.belonging to ${app};
create index on identity.membership (account, organization);

-- The secret of an authenticator that is to replace the present one, which works until the new one has proved to.
alter table identity.authenticator add column candidate bytea;

-- How far the staff of the acting organisation have come; what they sign in with stays closed.
create function identity.staff_readiness()
  returns table (account uuid, signed_up boolean, second_factor boolean)
  language sql stable security definer set search_path = ''
  begin atomic
    select membership.account,
      exists (select from identity.password password where password.account = membership.account),
      exists (select from identity.authenticator authenticator
        where authenticator.account = membership.account and authenticator.confirmed_at is not null)
    from identity.membership membership
    where membership.organization = kernel.organization() and membership.valid_until is null;
  end;

-- Whether anybody at all has chosen a password yet; until then the installation prints a link.
create function identity.anybody_signed_up() returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from identity.password);
  end;

-- A shared computer that an administrator approved. The computer keeps a token, the database its digest.
create table identity.ward_computer (
  id uuid primary key,
  organization uuid not null references directory.organization,
  digest bytea not null unique,
  label text not null,
  -- The computer itself is the second factor beside the password.
  counts_as_factor boolean not null,
  approved_by uuid not null references identity.account,
  approved_at timestamptz not null,
  valid_until timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references identity.account,
  check (valid_until > approved_at and valid_until <= approved_at + interval '366 days')
);
create index on identity.ward_computer (organization);
grant select, insert, update on identity.ward_computer to ${app};

-- A program that acts for one organisation. Only the secret's digest is kept.
create table identity.machine_client (
  id uuid primary key,
  name text not null,
  organization uuid not null references directory.organization,
  secret_digest text not null,
  made_by uuid references identity.account,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references identity.account
);
create unique index machine_client_name on identity.machine_client (name) where withdrawn_at is null;
create index on identity.machine_client (organization);
grant select, insert, update on identity.machine_client to ${app};

-- The key that signs the clients' tokens, encrypted with the key of the installation, one for all nodes.
create table identity.signing_key (
  id uuid primary key,
  secret bytea not null,
  made_at timestamptz not null
);
grant select, insert on identity.signing_key to ${app};

-- What the accounts of the acting organisation did and saw, newest first; the caller's duty is checked before.
-- Sign-ins carry no organisation until they succeed: they show where the account belonged at that time.
create function identity.audit_of_own_organization(
    before uuid, most integer, of_account uuid, of_kind text, since timestamptz, until timestamptz)
  returns table (id uuid, at timestamptz, kind text, what text, account uuid, persons integer, subject uuid,
    detail text)
  language sql stable security definer set search_path = ''
  begin atomic
    select found.* from (
      (select entry.id, entry.at, entry.kind, entry.what, entry.account, cardinality(entry.persons), entry.subject,
         entry.detail
       from audit.entry entry
       where entry.organization = kernel.organization() and entry.id < before
         and (of_account is null or entry.account = of_account) and (of_kind is null or entry.kind = of_kind)
         and (since is null or entry.at >= since) and (until is null or entry.at < until)
       order by entry.id desc limit most)
      union all
      (select own.* from
         (select distinct membership.account from identity.membership membership
          where membership.organization = kernel.organization()
            and (of_account is null or membership.account = of_account)) member
         cross join lateral (
           select entry.id, entry.at, entry.kind, entry.what, entry.account, cardinality(entry.persons),
             entry.subject, entry.detail
           from audit.entry entry
           where entry.account = member.account and entry.kind in ('SIGN_IN', 'REFUSED')
             and entry.organization is null and entry.id < before
             and (of_kind is null or entry.kind = of_kind)
             and (since is null or entry.at >= since) and (until is null or entry.at < until)
             and exists (select from identity.membership membership
               where membership.account = member.account and membership.organization = kernel.organization()
                 and membership.valid_from <= entry.at
                 and (membership.valid_until is null or membership.valid_until > entry.at))
           order by entry.id desc limit most) own
       order by own.id desc limit most)) found (id, at, kind, what, account, persons, subject, detail)
    order by found.id desc limit most;
  end;

-- That somebody went through the log, and up to which row. Rows are only added.
create table identity.audit_review (
  id uuid primary key,
  organization uuid not null default kernel.organization(),
  up_to uuid not null,
  up_to_at timestamptz not null,
  reviewed_by uuid not null default kernel.account(),
  reviewed_at timestamptz not null,
  note text
);
create index on identity.audit_review (organization, id);
alter table identity.audit_review enable row level security;
create policy own on identity.audit_review to ${app}
  using (organization = (select kernel.organization())) with check (organization = (select kernel.organization()));
grant select, insert on identity.audit_review to ${app};
