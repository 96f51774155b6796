-- A fiscal year's rates as they were published. A published year does not change: what is corrected afterwards comes
-- with a revision (改訂) beside it. Rows are only added.
create table transition.publication (
  id uuid primary key,
  fiscal_year integer not null,
  -- 1 is the first publication, those after it are revisions.
  version integer not null check (version >= 1),
  published_at timestamptz not null,
  -- The way of counting at that time, with the printed names.
  standard jsonb not null,
  -- Why it was revised, as the officer says it to the public; null for the first and for a yearly revision.
  reason text,
  organization uuid default kernel.organization(),
  account uuid default kernel.account(),
  unique (fiscal_year, version)
);

-- What stands on the page; null where it is hidden.
create table transition.publication_figure (
  publication uuid not null references transition.publication,
  rate text not null,
  kind text not null check (kind in ('AREA', 'MONTH', 'TOTAL')),
  code text not null,
  care_group text not null check (care_group in ('CARE', 'PREVENTIVE', 'BOTH')),
  cases bigint,
  done bigint,
  -- The figure published before stands here, because the new one is hidden.
  former boolean not null,
  primary key (publication, rate, kind, code, care_group)
);

-- What was counted, and which numbers of it were said: a revision is hidden together with all that was said before.
create table transition.publication_count (
  publication uuid not null references transition.publication,
  rate text not null,
  kind text not null,
  code text not null,
  care_group text not null,
  cases bigint not null,
  done bigint not null,
  cases_told boolean not null,
  done_told boolean not null,
  primary key (publication, rate, kind, code, care_group)
);

-- Who decides how the prefecture counts (県の算式) revises what it published.
create function transition.publishes() returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from directory.organization o
      join identity.membership m on m.organization = o.id
      where o.id = kernel.organization() and o.kind in ('PREFECTURE', 'CARE_OPERATOR')
        and m.account = kernel.account() and m.valid_until is null and 'OFFICER' = any (m.duties));
  end;
revoke execute on function transition.publishes() from public;
grant execute on function transition.publishes() to ${app};

alter table transition.publication enable row level security;
create policy everybody on transition.publication for select to ${app} using (true);
create policy revised on transition.publication for insert to ${app}
  with check ((select transition.publishes()) and organization = (select kernel.organization())
    and account = (select kernel.account()));
create policy jobs on transition.publication to ${job} using (true) with check (true);
alter table transition.publication_figure enable row level security;
create policy everybody on transition.publication_figure for select to ${app} using (true);
create policy revised on transition.publication_figure for insert to ${app}
  with check ((select transition.publishes()));
create policy jobs on transition.publication_figure to ${job} using (true) with check (true);
alter table transition.publication_count enable row level security;
create policy revised on transition.publication_count to ${app}
  using ((select transition.publishes())) with check ((select transition.publishes()));
create policy jobs on transition.publication_count to ${job} using (true) with check (true);

grant select, insert on transition.publication, transition.publication_figure, transition.publication_count
  to ${app}, ${job};
