-- Everybody who works here, and the jobs that count deadlines, read which grade a hospital has declared; the hospital
-- alone declares it.
alter table transition.declared_grade enable row level security;
create policy signed_in on transition.declared_grade for select to ${app}
  using ((select kernel.organization()) is not null);
create policy declared on transition.declared_grade for insert to ${app}
  with check (hospital = (select kernel.organization()));
create policy corrected on transition.declared_grade for update to ${app}
  using (hospital = (select kernel.organization()));
create policy jobs on transition.declared_grade for select to ${job} using (true);
