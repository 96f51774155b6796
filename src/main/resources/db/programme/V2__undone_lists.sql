-- What taking a printed list did, so that it can be undone as a whole.
alter table programme.draft add column trace jsonb, add column taken_at timestamptz;
grant update (trace, taken_at) on programme.draft to ${app};

-- What only such a list brought goes with it; everything that refers to it keeps it.
create policy undone on programme.series for delete to ${app}
  using (organization = (select kernel.organization()) and (select programme.compiles()));
create policy undone on programme.edition for delete to ${app}
  using (organization = (select kernel.organization()) and (select programme.compiles()));
create policy undone on programme.programme for delete to ${app}
  using (organization = (select kernel.organization()) and (select programme.compiles()));
grant delete on programme.series, programme.edition, programme.programme to ${app};

-- Nobody changes the record of changes. What a list wrote into it for years that the list itself put there goes only with
-- them: the money first, and nothing that came later.
create function programme.forget_taken(draft uuid) returns void
  language sql volatile security definer set search_path = ''
  begin atomic
    delete from programme.amount_change c
    using programme.draft d, jsonb_array_elements(d.trace -> 'steps') step
    where d.id = forget_taken.draft and d.organization = kernel.organization() and d.state = 'APPLIED'
      and (select programme.compiles()) and step ->> 'before' is null
      and c.year = (step #>> '{year,value}')::uuid and c.organization = d.organization
      and c.id <= (step #>> '{left,change}')::uuid
      and not exists (select from programme.amount a where a.year = c.year);
  end;
revoke execute on function programme.forget_taken(uuid) from public;
grant execute on function programme.forget_taken(uuid) to ${app};
