-- Whoever works here reads what areas agreed on. Officers of the prefecture write it for every area, those of a health
-- centre for the area in which the centre lies; of what two areas agreed on, whoever keeps the rule of one of them.
create function transition.keeps_rule_of(wanted uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    with today as (select (now() at time zone 'Asia/Tokyo')::date as day)
    select exists (select from directory.organization o
      join identity.membership m on m.organization = o.id
      cross join today
      where o.id = kernel.organization() and m.account = kernel.account() and m.valid_until is null
        and 'OFFICER' = any (m.duties)
        and (o.kind = 'PREFECTURE' or o.kind = 'PUBLIC_HEALTH_CENTRE' and wanted = (
          select a.id from area.area a
          join area.part p on p.area = a.id
          where p.base_unit = o.base_unit and a.kind = 'TRANSITION_RULE_AREA'
            and a.valid_from <= today.day and (a.valid_until is null or a.valid_until > today.day)
            and p.valid_from <= today.day and (p.valid_until is null or p.valid_until > today.day)
          order by a.code limit 1)));
  end;
revoke execute on function transition.keeps_rule_of(uuid) from public;
grant execute on function transition.keeps_rule_of(uuid) to ${app};

alter table transition.area_rule enable row level security;
create policy signed_in on transition.area_rule for select to ${app}
  using ((select kernel.organization()) is not null);
create policy agreed on transition.area_rule for insert to ${app} with check (transition.keeps_rule_of(area));
create policy ended on transition.area_rule for update to ${app} using (transition.keeps_rule_of(area));
create policy jobs on transition.area_rule for select to ${job} using (true);

alter table transition.pair_rule enable row level security;
create policy signed_in on transition.pair_rule for select to ${app}
  using ((select kernel.organization()) is not null);
create policy agreed on transition.pair_rule for insert to ${app}
  with check (transition.keeps_rule_of(hospital_area) or transition.keeps_rule_of(home_area));
create policy ended on transition.pair_rule for update to ${app}
  using (transition.keeps_rule_of(hospital_area) or transition.keeps_rule_of(home_area));
create policy jobs on transition.pair_rule for select to ${job} using (true);

-- A version is written once; the next one only says when it ended.
revoke update on transition.area_rule, transition.pair_rule from ${app};
grant update (valid_until) on transition.area_rule, transition.pair_rule to ${app};
