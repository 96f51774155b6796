-- The sums stand with what they are added up by, one row for every programme's year, so that a page over ten thousand of them
-- reads an index of this table alone.
alter table programme.balance add column edition uuid, add column division uuid;
insert into programme.balance (year, organization) select id, organization from programme.year on conflict do nothing;
update programme.balance b set edition = y.edition, division = y.division from programme.year y where y.id = b.year;
alter table programme.balance alter column edition set not null, alter column division set not null,
  alter column planned drop default, alter column supplementary drop default, alter column carried_in drop default,
  alter column carried_out drop default, alter column transferred drop default, alter column committed drop default;
create index balance_of_list on programme.balance (edition, division) include
  (year, organization, planned, supplementary, carried_in, carried_out, transferred, committed, settled, settled_until);

drop policy published on programme.balance;
create policy published on programme.balance for select to ${app}
  using (programme.is_published(edition) or programme.carries_out(year));

create or replace function programme.balance_again() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  -- Whoever changes another amount of the year at the same time is waited for, and then seen.
  perform from programme.balance where year = coalesce(new.year, old.year) for update;
  update programme.balance b set planned = s.planned, supplementary = s.supplementary, carried_in = s.carried_in,
    carried_out = s.carried_out, transferred = s.transferred, committed = s.committed, settled = s.settled,
    settled_until = s.settled_until
  from (
    select coalesce(sum(yen) filter (where kind = 'PLANNED'), 0) as planned,
      coalesce(sum(yen) filter (where kind = 'SUPPLEMENTARY'), 0) as supplementary,
      coalesce(sum(yen) filter (where kind = 'CARRIED_IN'), 0) as carried_in,
      coalesce(sum(yen) filter (where kind = 'CARRIED_OUT'), 0) as carried_out,
      coalesce(sum(yen) filter (where kind = 'TRANSFERRED'), 0) as transferred,
      coalesce(sum(yen) filter (where kind = 'COMMITTED'), 0) as committed,
      sum(yen) filter (where kind = 'SETTLED') as settled,
      max(month) filter (where kind = 'SETTLED' and yen <> 0) as settled_until
    from programme.amount where year = coalesce(new.year, old.year)
  ) s
  where b.year = coalesce(new.year, old.year);
  return null;
end $$;

create function programme.balance_stands() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  insert into programme.balance (year, organization, edition, division, planned, supplementary, carried_in, carried_out,
    transferred, committed)
  values (new.id, new.organization, new.edition, new.division, 0, 0, 0, 0, 0, 0)
  on conflict (year) do update set edition = excluded.edition, division = excluded.division;
  return null;
end $$;
create trigger balance_stands after insert or update of edition, division on programme.year
  for each row execute function programme.balance_stands();
revoke execute on function programme.balance_stands() from public;

-- A programme stands in a list of its own organisation: totals add up whatever stands in a list.
alter policy kept on programme.year with check (organization = (select kernel.organization()) and identity.in_division(division)
  and exists (select from programme.edition e where e.id = edition and e.organization = (select kernel.organization())));
alter policy changed on programme.year with check (organization = (select kernel.organization())
  and exists (select from identity.division d where d.id = division and d.organization = (select kernel.organization()))
  and exists (select from programme.edition e where e.id = edition and e.organization = (select kernel.organization())));
