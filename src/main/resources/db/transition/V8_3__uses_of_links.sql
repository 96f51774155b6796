-- How often a link to a conference was used, by digests of link and address; forgotten after an hour.
create table transition.link_use (
  what bytea not null,
  at timestamptz not null default clock_timestamp()
);
create index on transition.link_use (what, at);
create index on transition.link_use (at);
alter table transition.link_use enable row level security;

-- Whether it was used less often than that within an hour; counts this time too where asked to.
create function transition.link_allowed(wanted bytea, most integer, counts boolean) returns boolean
  language plpgsql volatile security definer set search_path = '' as $$
declare
  uses integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('transition.link_use/' || encode(wanted, 'hex'), 0));
  delete from transition.link_use u where u.at < clock_timestamp() - interval '1 hour';
  select count(*) into uses from transition.link_use u where u.what = wanted;
  if uses < most and counts then
    insert into transition.link_use (what) values (wanted);
  end if;
  return uses < most;
end $$;
revoke execute on function transition.link_allowed from public;
grant execute on function transition.link_allowed to ${app};
