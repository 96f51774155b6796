-- The person and the family read which hospital takes her in while that holds. What professionals wrote when they went over
-- it, and why it ended, is for them.
create policy running_in_portal on register.pair as restrictive for select to ${app}
  using (ended_on is null or not (select kernel.in_portal()));
create policy professionals on register.pair_term as restrictive for select to ${app}
  using (not (select kernel.in_portal()));
