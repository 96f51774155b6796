-- The place in the care team that the hospital was given for this stay; it ends a set time after discharge.
alter table transition.stay add column let_in uuid references person.team_member;

-- What should come home with the person: what the hospital gave, what arrived. Rows are only added; the latest of each
-- side counts.
create table transition.leaving_paper (
  id uuid primary key,
  stay uuid not null references transition.stay,
  person uuid not null references person.person,
  kind text not null check (kind in ('REFERRAL', 'NURSING_SUMMARY', 'REHABILITATION_SUMMARY', 'NURSING_INSTRUCTION',
    'MEDICINE_NOTEBOOK')),
  side text not null check (side in ('HOSPITAL', 'HOME')),
  said text not null check (said in ('GIVEN', 'NOT_NEEDED', 'ARRIVED', 'TAKEN_BACK')),
  organization uuid not null default kernel.organization(),
  account uuid not null default kernel.account(),
  at timestamptz not null
);
create index on transition.leaving_paper (stay, kind, at);
call person.protect('transition.leaving_paper', 'organization');

-- While nobody answers for the plan (未定): the offices that were shown to the person, the choice, the provisional
-- plan. Rows are only added.
create table transition.office_choice (
  id uuid primary key,
  stay uuid not null references transition.stay,
  person uuid not null references person.person,
  office uuid not null references directory.organization,
  said text not null check (said in ('SHOWN', 'CHOSEN', 'PROVISIONAL_PLAN')),
  said_on date not null,
  note text,
  organization uuid not null default kernel.organization(),
  account uuid not null default kernel.account(),
  at timestamptz not null
);
create index on transition.office_choice (stay, at);
call person.protect('transition.office_choice', 'organization');

-- 連携機関との面会: grade 1 of 入退院支援加算 wants linked institutions met so many times a year. No persons.
create table transition.meeting (
  id uuid primary key,
  hospital uuid not null default kernel.organization() references directory.organization,
  held_on date not null,
  mode text not null check (mode in ('MEETING', 'VIDEO')),
  about text,
  account uuid not null default kernel.account(),
  at timestamptz not null,
  withdrawn_at timestamptz
);
create index on transition.meeting (hospital, held_on);
create table transition.meeting_partner (
  meeting uuid not null references transition.meeting,
  -- In the directory; else only by name.
  organization uuid references directory.organization,
  name text not null,
  primary key (meeting, name)
);
alter table transition.meeting enable row level security;
create policy own on transition.meeting to ${app}
  using (hospital = (select kernel.organization())) with check (hospital = (select kernel.organization()));
alter table transition.meeting_partner enable row level security;
create policy own on transition.meeting_partner to ${app}
  using (exists (select from transition.meeting m where m.id = meeting and m.hospital = (select kernel.organization())))
  with check (exists (select from transition.meeting m
    where m.id = meeting and m.hospital = (select kernel.organization())));

-- 退院前カンファレンスの日程調整: candidates, who is asked, what they answered.
create table transition.conference (
  id uuid primary key,
  stay uuid not null references transition.stay,
  person uuid not null references person.person,
  place text,
  online_address text,
  fixed_slot uuid,
  fixed_at timestamptz,
  given_up_at timestamptz,
  organization uuid not null default kernel.organization(),
  account uuid not null default kernel.account(),
  at timestamptz not null
);
create index on transition.conference (stay, at);
call person.protect('transition.conference', 'organization');
create table transition.conference_slot (
  id uuid primary key,
  conference uuid not null references transition.conference,
  person uuid not null references person.person,
  starts_at timestamptz not null,
  unique (conference, starts_at)
);
call person.protect('transition.conference_slot');
alter table transition.conference add foreign key (fixed_slot) references transition.conference_slot;
create table transition.conference_guest (
  id uuid primary key,
  conference uuid not null references transition.conference,
  person uuid not null references person.person,
  -- A member answers inside Tasuki; everybody else by a link, of which only the mark is kept.
  organization uuid references directory.organization,
  label text not null,
  mark text unique,
  check (organization is not null or mark is not null)
);
create index on transition.conference_guest (conference);
call person.protect('transition.conference_guest');
create table transition.conference_reply (
  guest uuid not null references transition.conference_guest,
  slot uuid not null references transition.conference_slot,
  person uuid not null references person.person,
  answer text not null check (answer in ('YES', 'PERHAPS', 'NO')),
  at timestamptz not null,
  primary key (guest, slot)
);
call person.protect('transition.conference_reply');

-- What whoever holds a link sees: the hospital, the candidates, the own answers; nothing of the person. A link is over
-- once the conference was held, given up, or two months have gone by.
create function transition.invited(wanted text, moment timestamptz) returns table (hospital text, label text,
    place text, online_address text, fixed_at timestamptz, slot uuid, starts_at timestamptz, answer text)
  language sql stable security definer set search_path = ''
  begin atomic
    select o.name, g.label, c.place, c.online_address, f.starts_at, s.id, s.starts_at, r.answer
    from transition.conference_guest g
    join transition.conference c on c.id = g.conference
    join transition.stay stay on stay.id = c.stay
    join directory.organization o on o.id = stay.hospital
    join transition.conference_slot s on s.conference = c.id
    left join transition.conference_slot f on f.id = c.fixed_slot
    left join transition.conference_reply r on r.guest = g.id and r.slot = s.id
    where g.mark = invited.wanted and c.given_up_at is null and stay.state <> 'DIED'
      and c.at > invited.moment - interval '60 days'
      and (f.starts_at is null or f.starts_at > invited.moment - interval '1 day')
    order by s.starts_at;
  end;
revoke execute on function transition.invited from public;
grant execute on function transition.invited to ${app};

-- The answer of whoever holds a link, as long as no day is fixed.
create function transition.answer_invitation(wanted text, slot uuid, answer text, moment timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
declare
  guest transition.conference_guest;
begin
  select g.* into guest from transition.conference_guest g
  join transition.conference c on c.id = g.conference
  join transition.conference_slot s on s.conference = c.id and s.id = answer_invitation.slot
  where g.mark = answer_invitation.wanted and c.fixed_slot is null
    and exists (select from transition.invited(answer_invitation.wanted, answer_invitation.moment));
  if not found then
    return false;
  end if;
  insert into transition.conference_reply (guest, slot, person, answer, at)
  values (guest.id, answer_invitation.slot, guest.person, answer_invitation.answer, answer_invitation.moment)
  on conflict on constraint conference_reply_pkey do update set answer = excluded.answer, at = excluded.at;
  return true;
end $$;
revoke execute on function transition.answer_invitation from public;
grant execute on function transition.answer_invitation to ${app};

grant select, insert on transition.leaving_paper, transition.office_choice, transition.meeting_partner,
  transition.conference_slot, transition.conference_guest to ${app};
grant update (mark) on transition.conference_guest to ${app};
grant select, insert, update on transition.meeting, transition.conference, transition.conference_reply to ${app};
