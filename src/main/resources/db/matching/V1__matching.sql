grant usage on schema matching to ${app}, ${job};

-- A kind of request, such as a home doctor or a substitute for a remote clinic. What it asks, who may ask, who is asked and
-- by which rules are its versions' affair: rows are only added, and a request keeps the version by which it was written.
create table matching.kind (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  place integer not null
);

create table matching.version (
  id uuid primary key,
  kind text not null references matching.kind,
  number integer not null check (number > 0),
  definition jsonb not null,
  -- Not offered any more: requests that run go on by it.
  ended boolean not null,
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null,
  unique (kind, number)
);

-- A request as everybody reads it to whom it is offered: the nameless card. Whose need it is stands apart.
create table matching.request (
  id uuid primary key,
  number bigint generated always as identity,
  version uuid not null references matching.version,
  kind text not null references matching.kind,
  asker uuid not null default kernel.organization() references directory.organization,
  asked_by uuid not null default kernel.account() references identity.account,
  -- Who offers it and chooses: a coordinator's organisation, or the asker itself.
  handler uuid not null references directory.organization,
  base_unit text not null references area.base_unit,
  age_decade integer check (age_decade between 0 and 12),
  sex text,
  care_level text,
  needs text[] not null,
  half_days text[] not null,
  night boolean not null,
  situation text not null,
  answers jsonb not null,
  wanted_by date,
  state text not null check (state in ('WAITING', 'OPEN', 'MATCHED', 'HANDED_OVER', 'UNFILLED', 'WITHDRAWN')),
  way text check (way in ('ALL', 'SHORTLIST', 'SEQUENCE')),
  answer_minutes integer check (answer_minutes between 1 and 100000),
  sent_at timestamptz not null,
  opened_at timestamptz,
  escalates_at timestamptz not null,
  -- Whether the prefecture reads the card when nobody is found in time.
  to_prefecture boolean not null,
  escalated_at timestamptz,
  matched_at timestamptz,
  ended_at timestamptz,
  reason text,
  check ((state in ('MATCHED', 'HANDED_OVER')) = (matched_at is not null)),
  check ((state in ('HANDED_OVER', 'UNFILLED', 'WITHDRAWN')) = (ended_at is not null))
);
create index on matching.request (asker, id desc);
create index on matching.request (handler, id desc);
create index request_to_escalate on matching.request (escalates_at) where state in ('WAITING', 'OPEN') and escalated_at is null;

create table matching.subject (
  request uuid primary key references matching.request,
  person uuid not null references person.person,
  organization uuid not null default kernel.organization() references directory.organization
);
create index on matching.subject (person);

-- Who is asked, in which turn, and what came of it. Two are never chosen for the same place.
create table matching.hand (
  id uuid primary key,
  request uuid not null references matching.request,
  organization uuid not null references directory.organization,
  turn integer not null,
  score integer not null,
  -- Why it was asked, as it was said then: codes with their arguments.
  reasons jsonb not null,
  state text not null check (state in ('QUEUED', 'OFFERED', 'RAISED', 'DECLINED', 'LAPSED', 'CHOSEN', 'PASSED', 'CALLED_OFF')),
  place text check (place in ('MAIN', 'SUB')),
  offered_at timestamptz,
  due_at timestamptz,
  seen_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references identity.account,
  -- Who wrote the answer down: another organisation where it was told by telephone.
  answered_for uuid references directory.organization,
  reason text,
  words text,
  unique (request, organization),
  unique (request, place),
  check ((state = 'CHOSEN') = (place is not null)),
  check ((state = 'DECLINED') = (reason is not null))
);
create index on matching.hand (organization, state);
create index hand_due on matching.hand (due_at) where state = 'OFFERED' and due_at is not null;

-- What happened to a request, in its order; never changed.
create table matching.step (
  id uuid primary key,
  request uuid not null references matching.request,
  kind text not null check (kind in ('SENT', 'OFFERED', 'SEEN', 'RAISED', 'DECLINED', 'LAPSED', 'ESCALATED', 'CHOSEN', 'REOPENED',
    'HANDED_OVER', 'WITHDRAWN', 'UNFILLED')),
  -- Nobody where time did it.
  organization uuid default kernel.organization() references directory.organization,
  account uuid default kernel.account() references identity.account,
  concerned uuid references directory.organization,
  words text,
  at timestamptz not null
);
create index on matching.step (request, id);

create function matching.staff() returns boolean
  language sql stable
  return kernel.organization() is not null and not kernel.in_portal();

-- Whether the acting organisation asked or handles it. Outside the policies, since the tables ask it of each other.
create function matching.runs(request uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from matching.request r where r.id = runs.request
      and kernel.organization() in (r.asker, r.handler));
  end;

create function matching.handles(request uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from matching.request r where r.id = handles.request and r.handler = kernel.organization());
  end;

create function matching.asks(request uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from matching.request r where r.id = asks.request and r.asker = kernel.organization());
  end;

create function matching.about_somebody(request uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from matching.subject s where s.request = about_somebody.request);
  end;

create function matching.asked(request uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from matching.hand h where h.request = asked.request
      and h.organization = kernel.organization() and h.state <> 'QUEUED');
  end;

-- Chosen, and the name was opened to it.
create function matching.taken_over(request uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from matching.hand h join matching.request r on r.id = h.request
      where h.request = taken_over.request and h.organization = kernel.care_organization() and h.state = 'CHOSEN'
        and r.state = 'HANDED_OVER');
  end;

-- Holds a request until the transaction ends: whoever answers, chooses or ends it does so one after another.
create function matching.hold(request uuid) returns void
  language plpgsql volatile security definer set search_path = '' as $$
begin
  if matching.runs(hold.request) or matching.asked(hold.request) then
    perform from matching.request r where r.id = hold.request for update;
  end if;
end $$;

-- In sequence the next one is asked as soon as nobody has the request before him. Answers who it is, and whether anybody may
-- still take it on. Called by who takes part in it, and by time, which acts for no organisation.
create function matching.next_turn(request uuid, at timestamptz, out organization uuid, out anybody boolean)
  language plpgsql volatile security definer set search_path = '' as $$
begin
  if kernel.organization() is not null and not matching.runs(next_turn.request) and not matching.asked(next_turn.request) then
    anybody := true;
    return;
  end if;
  perform from matching.request r where r.id = next_turn.request for update;
  update matching.hand h set state = 'OFFERED', offered_at = next_turn.at,
    due_at = next_turn.at + make_interval(mins => r.answer_minutes)
  from matching.request r
  where r.id = next_turn.request and r.state = 'OPEN' and r.way = 'SEQUENCE' and h.request = r.id and h.state = 'QUEUED'
    and h.id = (select q.id from matching.hand q where q.request = r.id and q.state = 'QUEUED' order by q.turn limit 1)
    and not exists (select from matching.hand b where b.request = r.id
      and (b.state = 'RAISED' or b.state = 'OFFERED' and b.due_at is not null))
  returning h.organization into organization;
  select exists (select from matching.hand h where h.request = next_turn.request
    and h.state in ('QUEUED', 'OFFERED', 'RAISED')) into anybody;
end $$;

-- Nobody is needed any more: for whoever asked, and whoever handles it.
create function matching.call_off(request uuid) returns void
  language sql volatile security definer set search_path = ''
  begin atomic
    update matching.hand h set state = 'CALLED_OFF', place = null
    where h.request = call_off.request and h.state in ('OFFERED', 'RAISED', 'LAPSED', 'CHOSEN') and matching.runs(call_off.request);
  end;

-- Who wrote an answer down is never said by the one who writes.
create function matching.answered() returns trigger
  language plpgsql set search_path = '' as $$
begin
  new.answered_by := kernel.account();
  new.answered_for := kernel.organization();
  return new;
end $$;
create trigger answered before update of answered_at on matching.hand
  for each row when (new.answered_at is distinct from old.answered_at) execute function matching.answered();

-- How organisations answered in the last year, as counts alone and for those who rank: nobody sees another's requests by it.
create function matching.former(organizations uuid[])
  returns table (organization uuid, offered integer, answered integer, chosen integer)
  language sql stable security definer set search_path = ''
  begin atomic
    select h.organization, count(*)::integer, count(*) filter (where h.answered_at is not null)::integer,
      count(*) filter (where h.state = 'CHOSEN')::integer
    from matching.hand h
    where h.organization = any (former.organizations) and h.offered_at >= now() - interval '365 days'
      and h.state <> 'QUEUED' and matching.staff()
      and exists (select from matching.request r where r.handler = kernel.organization())
    group by h.organization;
  end;

alter table matching.kind enable row level security;
alter table matching.version enable row level security;
create function matching.sets_up() returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select identity.has_duty('OFFICER') and exists (select from directory.organization o
      where o.id = kernel.organization() and o.kind = 'PREFECTURE');
  end;
create policy staff on matching.kind for select to ${app} using ((select matching.staff()));
create policy staff on matching.version for select to ${app} using ((select matching.staff()));
create policy set_up on matching.kind for insert to ${app} with check ((select matching.sets_up()));
create policy set_up on matching.version for insert to ${app}
  with check ((select matching.sets_up()) and organization = (select kernel.organization()));
create policy jobs on matching.kind for select to ${job} using (true);
create policy jobs on matching.version for select to ${job} using (true);

alter table matching.request enable row level security;
create policy runs on matching.request for select to ${app} using ((select matching.staff())
  and (asker = (select kernel.organization()) or handler = (select kernel.organization())));
create policy asked on matching.request for select to ${app} using ((select matching.staff()) and matching.asked(id));
-- What nobody found help for is the prefecture's affair: the nameless card, never whose it is.
create policy escalated on matching.request for select to ${app}
  using (escalated_at is not null and to_prefecture and state in ('WAITING', 'OPEN') and (select matching.sets_up()));
create policy written on matching.request for insert to ${app}
  with check (asker = (select kernel.organization()) and asked_by = (select kernel.account()) and (select matching.staff()));
-- Who asked opens the name and withdraws; who handles it offers, chooses and gives up.
create policy changed on matching.request for update to ${app}
  using ((select matching.staff()) and (asker = (select kernel.organization()) or handler = (select kernel.organization())))
  with check (asker = (select kernel.organization()) and state in ('HANDED_OVER', 'WITHDRAWN')
    or handler = (select kernel.organization()) and (state in ('OPEN', 'MATCHED', 'UNFILLED')
      or state = 'HANDED_OVER' and not matching.about_somebody(id)));
create policy jobs on matching.request to ${job} using (true);

alter table matching.subject enable row level security;
-- Whose need it is is for those whose duties open persons: of the asker, and of the chosen from the hand-over on.
create policy asker on matching.subject for select to ${app}
  using (organization = (select kernel.care_organization()) and (select matching.staff()) or matching.taken_over(request));
create policy written on matching.subject for insert to ${app}
  with check (organization = (select kernel.care_organization()) and (select matching.staff()) and matching.asks(request)
    and exists (select from person.person p where p.id = person));

alter table matching.hand enable row level security;
create policy runs on matching.hand for select to ${app} using ((select matching.staff()) and matching.runs(request));
create policy own on matching.hand for select to ${app} using (organization = (select kernel.organization())
  and state <> 'QUEUED' and (select matching.staff()));
create policy offered on matching.hand for insert to ${app} with check (matching.handles(request));
create policy handled on matching.hand for update to ${app} using ((select matching.staff()) and matching.handles(request));
create policy answered on matching.hand for update to ${app} using (organization = (select kernel.organization())
  and state in ('OFFERED', 'RAISED', 'DECLINED', 'LAPSED') and (select matching.staff()))
  with check (organization = (select kernel.organization()) and state in ('OFFERED', 'RAISED', 'DECLINED', 'LAPSED'));
create policy jobs on matching.hand to ${job} using (true);

alter table matching.step enable row level security;
create policy runs on matching.step for select to ${app} using ((select matching.staff()) and matching.runs(request));
create policy written on matching.step for insert to ${app} with check ((select matching.staff())
  and organization = (select kernel.organization()) and (matching.runs(request) or matching.asked(request)
    and kind in ('SEEN', 'RAISED', 'DECLINED') and concerned = (select kernel.organization())));
create policy jobs on matching.step for insert to ${job} with check (true);

grant select on matching.kind, matching.version, matching.request, matching.subject, matching.hand, matching.step to ${app};
grant insert on matching.kind to ${app};
grant insert (id, kind, number, definition, ended, at) on matching.version to ${app};
grant insert (id, version, kind, handler, base_unit, age_decade, sex, care_level, needs, half_days, night, situation, answers,
  wanted_by, state, sent_at, escalates_at, to_prefecture) on matching.request to ${app};
grant update (state, way, answer_minutes, opened_at, escalates_at, matched_at, ended_at, reason)
  on matching.request to ${app};
grant insert (request, person) on matching.subject to ${app};
grant insert (id, request, organization, turn, score, reasons, state, offered_at) on matching.hand to ${app};
grant update (state, place, seen_at, answered_at, reason, words) on matching.hand to ${app};
grant insert (id, request, kind, concerned, words, at) on matching.step to ${app}, ${job};
grant select on matching.kind, matching.version, matching.request, matching.hand to ${job};
grant update (escalated_at) on matching.request to ${job};
grant update (state, offered_at, due_at) on matching.hand to ${job};

revoke execute on all functions in schema matching from public;
grant execute on function matching.staff(), matching.runs(uuid), matching.handles(uuid), matching.asks(uuid),
  matching.about_somebody(uuid), matching.asked(uuid), matching.taken_over(uuid), matching.former(uuid[]), matching.sets_up(),
  matching.hold(uuid), matching.next_turn(uuid, timestamptz), matching.call_off(uuid) to ${app};
grant execute on function matching.next_turn(uuid, timestamptz) to ${job};
