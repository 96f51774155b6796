-- What professionals write in the log of a stay, and their deadlines, is not written for the person and the family.
-- They see that and where she lies in hospital.
create policy professionals on transition.step as restrictive for select to ${app} using (not (select kernel.in_portal()));
create policy professionals on transition.planned_discharge as restrictive for select to ${app}
  using (not (select kernel.in_portal()));
create policy professionals on transition.party as restrictive for select to ${app} using (not (select kernel.in_portal()));
create policy professionals on transition.clock as restrictive for select to ${app} using (not (select kernel.in_portal()));
