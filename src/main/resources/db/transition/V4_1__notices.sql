-- When the organisation was told that a clock ran out; once for each clock.
alter table transition.clock add column overdue_told_at timestamptz;
create index clock_untold on transition.clock (late_at)
  where overdue_told_at is null and met_by is null and stopped_at is null and not wish;
grant select on transition.clock, transition.party, transition.stay to ${job};
grant update (overdue_told_at) on transition.clock to ${job};
create policy jobs on transition.clock for select to ${job} using (true);
create policy told on transition.clock for update to ${job} using (true);
create policy jobs on transition.party for select to ${job} using (true);
create policy jobs on transition.stay for select to ${job} using (true);

-- Whom a reminder is for: the parties of the case, without saying whose it is. Only for whoever has just reminded.
create function transition.reminded(reminder uuid)
  returns table (stay uuid, organization uuid, account uuid, stand_in uuid)
  language sql stable security definer set search_path = ''
  begin atomic
    select p.stay, p.organization, p.account, p.stand_in
    from transition.step s
    join transition.party p on p.stay = s.stay and p.side <> 'HOME_TEAM'
    join directory.organization o on o.id = p.organization and o.member
    where s.id = reminded.reminder and s.kind = 'REMINDED' and s.organization = kernel.organization();
  end;
revoke execute on function transition.reminded(uuid) from public;
grant execute on function transition.reminded(uuid) to ${app};
