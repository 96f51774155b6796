-- Who sees and who changes indicators and goals. Their tables stand with the room indicator, which knows no offices.
grant usage on schema goal to ${app}, ${job};

-- The acting account is an officer of the prefecture, who reads all.
create function goal.reads_all() returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from directory.organization o
      where o.id = kernel.organization() and o.kind = 'PREFECTURE') and identity.has_duty('OFFICER');
  end;

-- The acting account may change what is that organisation's and in charge of that division.
create function goal.keeps(organization uuid, division uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select keeps.organization = kernel.organization() and identity.has_duty('OFFICER')
      and (keeps.division is null or identity.in_division(keeps.division));
  end;

create function goal.keeps_indicator(indicator uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from indicator.indicator i
      where i.id = keeps_indicator.indicator and goal.keeps(i.organization, i.division));
  end;

create function goal.keeps_goal(goal uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from indicator.goal g
      where g.id = keeps_goal.goal and goal.keeps(g.organization, g.division));
  end;

-- What is published is everybody's to read; the rest belongs to the organisation's officers and the prefecture's.
create policy known on indicator.indicator for select to ${app} using (published or (select goal.reads_all())
  or organization = (select kernel.organization()) and (select identity.has_duty('OFFICER')));
create policy set_up on indicator.indicator for insert to ${app} with check (goal.keeps(organization, division));
create policy kept on indicator.indicator for update to ${app} using (goal.keeps(organization, division))
  with check (organization = (select kernel.organization()));
create policy known on indicator.goal for select to ${app} using (published or (select goal.reads_all())
  or organization = (select kernel.organization()) and (select identity.has_duty('OFFICER')));
create policy set_up on indicator.goal for insert to ${app} with check (goal.keeps(organization, division));
create policy kept on indicator.goal for update to ${app} using (goal.keeps(organization, division))
  with check (organization = (select kernel.organization()));

create policy known on indicator.definition for select to ${app}
  using (exists (select from indicator.indicator i where i.id = indicator));
create policy known on indicator.series for select to ${app}
  using (exists (select from indicator.indicator i where i.id = indicator));
create policy known on indicator.target for select to ${app}
  using (exists (select from indicator.indicator i where i.id = indicator));
create policy known on indicator.actual for select to ${app}
  using (exists (select from indicator.indicator i where i.id = indicator));
create policy known on indicator.comparator for select to ${app}
  using (exists (select from indicator.indicator i where i.id = indicator));
create policy added on indicator.definition for insert to ${app} with check (goal.keeps_indicator(indicator));
create policy added on indicator.series for insert to ${app} with check (goal.keeps_indicator(indicator));
create policy added on indicator.target for insert to ${app} with check (goal.keeps_indicator(indicator));
create policy added on indicator.actual for insert to ${app} with check (goal.keeps_indicator(indicator));
create policy added on indicator.comparator for insert to ${app} with check (goal.keeps_indicator(indicator));

-- Under a goal stands whatever its division puts there, also what another division measures.
create policy known on indicator.goal_indicator for select to ${app}
  using (exists (select from indicator.goal g where g.id = goal)
    and exists (select from indicator.indicator i where i.id = indicator));
create policy added on indicator.goal_indicator for insert to ${app}
  with check (goal.keeps_goal(goal) and exists (select from indicator.indicator i where i.id = indicator));
create policy changed on indicator.goal_indicator for update to ${app} using (goal.keeps_goal(goal));
create policy removed on indicator.goal_indicator for delete to ${app} using (goal.keeps_goal(goal));

-- Lists brought in on the command line.
create policy jobs on indicator.indicator to ${job} using (true);
create policy jobs on indicator.definition to ${job} using (true);
create policy jobs on indicator.series to ${job} using (true);
create policy jobs on indicator.target to ${job} using (true);
create policy jobs on indicator.actual to ${job} using (true);
create policy jobs on indicator.comparator to ${job} using (true);
create policy jobs on indicator.goal to ${job} using (true);
create policy jobs on indicator.goal_indicator to ${job} using (true);

revoke execute on function goal.reads_all(), goal.keeps(uuid, uuid), goal.keeps_indicator(uuid),
  goal.keeps_goal(uuid) from public;
grant execute on function goal.reads_all(), goal.keeps(uuid, uuid), goal.keeps_indicator(uuid),
  goal.keeps_goal(uuid) to ${app};
