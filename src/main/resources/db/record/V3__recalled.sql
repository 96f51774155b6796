-- 誤送信: an entry that was written by mistake, usually about the wrong person. Only who wrote it reads it further; all
-- others read in its place that something was called back.
alter table record.entry add column recalled_at timestamptz;
create policy recalled on record.entry as restrictive for select to ${app}
  using (recalled_at is null or organization = (select kernel.care_organization()));
create policy recalled on record.attachment as restrictive for select to ${app}
  using (organization = (select kernel.care_organization())
    or exists (select from record.entry e where e.id = attachment.entry));

-- Takes an entry of the acting organisation and every text it had before away from all others, and says so in its
-- place. It needs no access to the person: a mistake is put right also by who no longer cares for them.
create function record.recall(wanted uuid, tombstone uuid, message text, arguments text[], searchable text,
    moment timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
declare
  found_entry record.entry;
begin
  select e.* into found_entry from record.entry e
  where e.id = wanted and e.organization = kernel.care_organization() and not kernel.in_portal()
    and e.message is null and e.recalled_at is null
    and not exists (select from record.entry c where c.corrects = e.id)
  for update;
  if found_entry.id is null then
    return false;
  end if;
  update record.entry e set recalled_at = moment
  where e.id = found_entry.id or e.id = found_entry.origin or e.origin = found_entry.origin;
  update record.pin p set ended_at = moment, ended_by = kernel.account()
  where p.entry = found_entry.id and p.ended_at is null;
  insert into record.entry (id, person, kind, message, arguments, occurred_at, written_at, reply_to, corrects, origin,
    family, searchable)
  values (tombstone, found_entry.person, 'NOTICE', recall.message, recall.arguments, found_entry.occurred_at, moment,
    found_entry.reply_to, found_entry.id, coalesce(found_entry.origin, found_entry.id), found_entry.family,
    recall.searchable);
  return true;
end $$;
revoke execute on function record.recall from public;
grant execute on function record.recall to ${app};

-- Who of others opened the timeline on which it stood, while it stood there. The family saw it only where it was
-- written for them too. One look writes several rows of the log: within a minute they count as one.
create function record.opened_by_mistake(incident uuid)
  returns table (at timestamptz, who text, place text, organization uuid)
  language sql stable security definer set search_path = ''
  begin atomic
    select min(e.at), case when o.kind <> 'PERSON_AND_FAMILY' then a.name end, o.name,
      case when o.kind <> 'PERSON_AND_FAMILY' then o.id end
    from incident.incident i
    join record.entry r on r.id = i.subject
    join person.person p on p.id = r.person
    join audit.entry e on e.persons && array[p.id, coalesce(p.merged_into, p.id)] and e.kind = 'VIEW'
      and e.at >= i.happened_at and e.at <= i.recorded_at and e.organization <> i.organization
      and (e.what in ('record.timeline', 'record.pinned')
        or e.what = 'record.entry' and e.subject in (select v.id from record.entry v
          where v.id = r.id or v.id = r.origin or v.origin = r.origin))
    join directory.organization o on o.id = e.organization and (r.family or o.kind <> 'PERSON_AND_FAMILY')
    left join identity.account a on a.id = e.account
    where i.id = opened_by_mistake.incident and i.organization = kernel.organization()
      and i.source = 'record.entry' and not kernel.in_portal()
    group by date_trunc('minute', e.at), a.name, o.id, o.name, o.kind
    order by 1 limit 200;
  end;
revoke execute on function record.opened_by_mistake from public;
grant execute on function record.opened_by_mistake to ${app};
