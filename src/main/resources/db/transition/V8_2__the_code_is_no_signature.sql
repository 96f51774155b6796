-- The code on a sheet is not the word of a hospital that works in Tasuki itself: what was counted so becomes the plan
-- owner's word alone.
update transition.fact f set information = 'CARE'
from transition.stay s
where s.case_number = f.case_number and f.hospital_member and f.information in ('BOTH', 'HOSPITAL')
  and exists (select from transition.step t where t.stay = s.id and t.kind = 'FORM_RECEIVED'
    and t.account = '00000000-0000-0000-0000-000000000000')
  and not exists (select from transition.step t where t.stay = s.id and t.side = 'HOSPITAL'
    and t.kind in ('FORM_SENT', 'FORM_RECEIVED', 'READ') and t.account <> '00000000-0000-0000-0000-000000000000'
    and (t.stance is null or t.stance = 'CONFIRMS'));
