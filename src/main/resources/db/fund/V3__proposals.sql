-- The call for proposals of a coming fiscal year (新規事業提案募集).
create table fund.call (
  id uuid primary key,
  organization uuid not null default kernel.organization() references directory.organization,
  branch text not null check (branch in ('MEDICAL', 'CARE')),
  -- The year in which what is adopted will be carried out.
  fiscal_year integer not null check (fiscal_year between 2014 and 2199),
  title text not null,
  purpose text not null,
  -- What decides whether a proposal becomes a programme (事業化に当たっての考え方).
  criteria text not null,
  -- When a draft may be talked over beforehand (事前協議期間).
  consult_from date,
  consult_until date check (consult_until >= consult_from),
  accept_from date not null,
  accept_until date not null check (accept_until >= accept_from),
  -- The list on which adopted programmes will stand.
  series uuid not null references programme.series,
  published boolean not null default false,
  version integer not null default 0,
  check ((consult_from is null) = (consult_until is null))
);
create index on fund.call (organization, fiscal_year desc);

create table fund.call_category (
  call uuid not null references fund.call on delete cascade,
  category text not null references fund.category,
  organization uuid not null default kernel.organization(),
  primary key (call, category)
);

-- Standard examples of programmes and their unit prices (標準事業例・標準単価).
create table fund.standard (
  call uuid not null references fund.call on delete cascade,
  number integer not null check (number > 0),
  organization uuid not null default kernel.organization(),
  category text not null references fund.category,
  name text not null,
  -- What a unit is, and what it may cost; null where the state names no price.
  unit text,
  unit_yen bigint check (unit_yen > 0),
  primary key (call, number),
  check ((unit is null) = (unit_yen is null))
);

create table fund.proposal (
  id uuid primary key,
  call uuid not null references fund.call,
  proposer uuid not null default kernel.organization() references directory.organization,
  state text not null default 'DRAFT' check (state in
    ('DRAFT', 'CONSULTING', 'WITH_BODY', 'RECEIVED', 'RETURNED', 'ADOPTED', 'DECLINED', 'WITHDRAWN')),
  -- The association through which it goes; null where it goes directly.
  body uuid references directory.organization,
  title text not null,
  category text references fund.category,
  yen bigint not null default 0,
  -- All that is proposed, as tasuki.fund.proposing.ProposalEntry.
  entry jsonb not null,
  -- When it was first sent: what is returned may be sent again after the period.
  sent_at timestamptz,
  -- When it first reached the prefecture, from when on its officers read it.
  received_at timestamptz,
  -- The division of the prefecture that looks after it (事業担当課).
  division uuid references identity.division,
  decided_on date,
  document_number text,
  decision_words text,
  programme_year uuid references programme.year on delete set null,
  version integer not null default 0,
  check (state not in ('ADOPTED', 'DECLINED') or (decided_on is not null and decision_words is not null))
);
create index on fund.proposal (call, state);
create index on fund.proposal (proposer, id desc);
create index on fund.proposal (body, id desc) where body is not null;
create index on fund.proposal (programme_year) where programme_year is not null;

-- What happened to a proposal, in its order; what was sent is kept as it was.
create table fund.proposal_step (
  id uuid primary key,
  proposal uuid not null references fund.proposal on delete cascade,
  state text not null,
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account,
  at timestamptz not null,
  words text,
  entry jsonb
);
create index on fund.proposal_step (proposal, id);

-- A hearing (ヒアリング): a record of the prefecture's own.
create table fund.hearing (
  id uuid primary key,
  proposal uuid not null references fund.proposal,
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account() references identity.account,
  held_on date not null,
  attendees text not null,
  record text not null,
  at timestamptz not null
);
create index on fund.hearing (proposal, held_on);

-- Who speaks for an organisation towards the fund: not those who only care for persons.
create function fund.proposes() returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select not kernel.in_portal() and (identity.has_duty('OFFICER') or identity.has_duty('COORDINATOR')
      or identity.has_duty('ADMINISTRATOR'));
  end;

-- Whether the acting organisation made the call.
create function fund.calls(call uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from fund.call c where c.id = calls.call and c.organization = programme.staff_organization())
      and identity.has_duty('OFFICER');
  end;

create function fund.is_open(call uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from fund.call c where c.id = is_open.call and c.published);
  end;

-- What is proposed is written by the proposer alone, and only while it is in his hands.
create function fund.only_the_proposer_writes() returns trigger
  language plpgsql set search_path = '' as $$
begin
  if (new.entry, new.title, new.category, new.yen, new.body) is distinct from (old.entry, old.title, old.category, old.yen, old.body)
    and (old.proposer <> kernel.organization() or old.state not in ('DRAFT', 'CONSULTING', 'RETURNED')) then
    raise exception 'what was proposed is changed by the proposer while it is there';
  end if;
  return new;
end $$;
create trigger only_the_proposer_writes before update on fund.proposal
  for each row execute function fund.only_the_proposer_writes();

alter table fund.call enable row level security;
create policy staff on fund.call for select to ${app} using (organization = (select programme.staff_organization()));
create policy published on fund.call for select to ${app} using (published);
create policy kept on fund.call to ${app}
  using (organization = (select kernel.organization()) and (select programme.compiles()))
  with check (organization = (select kernel.organization()) and (select programme.compiles()));

alter table fund.call_category enable row level security;
create policy read on fund.call_category for select to ${app} using (exists (select from fund.call c where c.id = call));
create policy kept on fund.call_category to ${app}
  using (organization = (select kernel.organization()) and (select programme.compiles()))
  with check (organization = (select kernel.organization()) and (select programme.compiles()));

alter table fund.standard enable row level security;
create policy read on fund.standard for select to ${app} using (exists (select from fund.call c where c.id = call));
create policy kept on fund.standard to ${app}
  using (organization = (select kernel.organization()) and (select programme.compiles()))
  with check (organization = (select kernel.organization()) and (select programme.compiles()));

alter table fund.proposal enable row level security;
create policy own on fund.proposal for select to ${app}
  using (proposer = (select kernel.organization()) and (select fund.proposes()));
create policy through_the_body on fund.proposal for select to ${app}
  using (body = (select kernel.organization()) and sent_at is not null and (select fund.proposes()));
create policy at_the_prefecture on fund.proposal for select to ${app}
  using ((received_at is not null or state = 'CONSULTING') and fund.calls(call));
create policy begun on fund.proposal for insert to ${app}
  with check (proposer = (select kernel.organization()) and (select fund.proposes()) and state = 'DRAFT' and fund.is_open(call));
create policy by_the_proposer on fund.proposal for update to ${app}
  using (proposer = (select kernel.organization()) and (select fund.proposes())
    and state not in ('ADOPTED', 'DECLINED', 'WITHDRAWN'))
  with check (proposer = (select kernel.organization())
    and state in ('DRAFT', 'CONSULTING', 'RETURNED', 'WITH_BODY', 'RECEIVED', 'WITHDRAWN'));
create policy by_the_body on fund.proposal for update to ${app}
  using (body = (select kernel.organization()) and state = 'WITH_BODY' and (select fund.proposes()))
  with check (body = (select kernel.organization()) and state in ('RECEIVED', 'RETURNED'));
create policy by_the_prefecture on fund.proposal for update to ${app}
  using (received_at is not null and state in ('RECEIVED', 'ADOPTED') and fund.calls(call))
  with check (fund.calls(call) and (state in ('RECEIVED', 'RETURNED')
    or (state in ('ADOPTED', 'DECLINED') and (select programme.compiles()))));
create policy given_up on fund.proposal for delete to ${app}
  using (proposer = (select kernel.organization()) and (select fund.proposes()) and state = 'DRAFT' and sent_at is null);

alter table fund.proposal_step enable row level security;
create policy read on fund.proposal_step for select to ${app}
  using (exists (select from fund.proposal p where p.id = proposal));
create policy written on fund.proposal_step for insert to ${app}
  with check (organization = (select kernel.organization()) and account = (select kernel.account())
    and exists (select from fund.proposal p where p.id = proposal));

alter table fund.hearing enable row level security;
create policy staff on fund.hearing for select to ${app} using (organization = (select programme.staff_organization())
  and exists (select from fund.proposal p where p.id = proposal));
create policy written on fund.hearing for insert to ${app}
  with check (organization = (select kernel.organization()) and account = (select kernel.account())
    and exists (select from fund.proposal p where p.id = proposal and fund.calls(p.call)));

grant select, insert, update (branch, fiscal_year, title, purpose, criteria, consult_from, consult_until, accept_from,
  accept_until, series, published, version) on fund.call to ${app};
grant select, insert, delete on fund.call_category, fund.standard to ${app};
grant select, insert, update (state, body, title, category, yen, entry, sent_at, received_at, division, decided_on,
  document_number, decision_words, programme_year, version), delete on fund.proposal to ${app};
grant select, insert on fund.proposal_step, fund.hearing to ${app};

revoke execute on function fund.proposes(), fund.calls(uuid), fund.is_open(uuid), fund.only_the_proposer_writes() from public;
grant execute on function fund.proposes(), fund.calls(uuid), fund.is_open(uuid) to ${app};
