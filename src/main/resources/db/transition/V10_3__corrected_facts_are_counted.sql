-- V8_2 corrected facts without saying so: the months in which a sheet was confirmed by its code are counted again.
insert into indicator.mark (source, month)
select distinct 'transition', date_trunc('month', day)::date
from transition.fact f
join transition.stay s on s.case_number = f.case_number
cross join lateral (values (f.admitted_on), (f.discharged_on)) as dates (day)
where day is not null and f.hospital_member
  and exists (select from transition.step t where t.stay = s.id and t.kind = 'FORM_RECEIVED'
    and t.account = '00000000-0000-0000-0000-000000000000');
