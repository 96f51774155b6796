-- What went to the wrong place is the same affair whatever it was: the room incident keeps it.
insert into incident.incident (id, source, way, subject, sheet, person, reference, title_ja, title_en, items, recipient,
  wrong_recipient, cause, happened_at, found_on, recorded_at, organization, account, first_reported_on, full_reported_on)
select i.id, 'transition.document', case when i.print is null then 'INSIDE' else 'PAPER' end, i.document, i.print,
  i.person, i.case_number,
  case i.definition when 'discharge-record' then '退院・退所情報記録書' else '入院時情報提供書' end,
  case i.definition when 'discharge-record' then 'Discharge record' else 'Admission information' end,
  case i.definition when 'discharge-record' then '退院・退所情報記録書' else '入院時情報提供書' end
    || 'の記載事項。要配慮個人情報(病歴、心身の状況等)を含む。',
  i.recipient, i.wrong_recipient, i.cause, i.happened_at, i.found_on, i.recorded_at, i.organization, i.account,
  i.first_reported_on, i.full_reported_on
from transition.incident i;

-- Only the author's own incident takes a form away from anybody.
create or replace function transition.recalled_from_us(document uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from incident.incident i
      join transition.document d on d.id = i.subject and d.organization = i.organization
      where i.subject = recalled_from_us.document and i.recipient = kernel.care_organization()
        and i.source = 'transition.document');
  end;

-- Who of the wrong recipient opened it and when, as the log of looks says it; of paper, who confirmed it by its code.
-- One look writes several rows of the log: within a minute they count as one.
drop function transition.opened_by_mistake;
create function transition.opened_by_mistake(incident uuid) returns table (at timestamptz, who text, place text)
  language sql stable security definer set search_path = ''
  begin atomic
    with mine as (
      select i.* from incident.incident i
      where i.id = opened_by_mistake.incident and i.organization = kernel.organization()
        and i.source = 'transition.document' and not kernel.in_portal())
    select min(e.at), a.name, null::text
    from mine
    join audit.entry e on e.organization = mine.recipient and e.at >= mine.happened_at
      and e.subject = mine.subject and e.what like 'document%'
    left join identity.account a on a.id = e.account
    group by date_trunc('minute', e.at), a.name
    union all
    select r.at, r.said_name, r.said_office from mine
    join transition.print_receipt r on r.print = mine.sheet
    order by 1 limit 200;
  end;

drop table transition.incident;
