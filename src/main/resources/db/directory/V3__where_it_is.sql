-- Where an organisation is, how exactly that is known and who says so; what else lists tell of it.
-- Outside the prefecture base_unit holds the municipality too, as far as the address tells it.
alter table directory.organization
  add corporate_number text check (corporate_number ~ '^[0-9]{13}$'),
  add website text,
  add latitude double precision check (latitude between -90 and 90),
  add longitude double precision check (longitude between -180 and 180),
  add position_precision text check (position_precision in ('POINT', 'TOWN', 'MUNICIPALITY')),
  add position_source text,
  add check ((latitude is null) = (longitude is null)),
  add check ((latitude is null) = (position_precision is null)),
  add check ((latitude is null) = (position_source is null));

-- Which organisations the search has to read again, in the order of the changes. Every node keeps its own index and
-- remembers the last number it has read; numbers below the oldest running transaction are complete.
create table directory.search_change (
  number bigint generated always as identity primary key,
  organization uuid not null references directory.organization,
  written_by xid8 not null default pg_current_xact_id()
);
grant select, insert, delete on directory.search_change to ${app}, ${job};
grant insert, update on directory.organization to ${job};
