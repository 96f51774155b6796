-- One look writes several rows of the log: within a minute they count as one.
create or replace function transition.opened_by_mistake(incident uuid)
  returns table (at timestamptz, account_name text)
  language sql stable security definer set search_path = ''
  begin atomic
    select min(e.at), a.name
    from transition.incident i
    join audit.entry e on e.organization = i.recipient and e.at >= i.happened_at
      and e.subject = i.document and e.what like 'document%'
    left join identity.account a on a.id = e.account
    where i.id = opened_by_mistake.incident and i.organization = kernel.organization()
      and not kernel.in_portal()
    group by date_trunc('minute', e.at), a.name
    order by 1 limit 200;
  end;
