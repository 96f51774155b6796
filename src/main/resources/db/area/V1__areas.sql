grant usage on schema area to ${app}, ${job};

-- The smallest pieces of ground that any kind of area is made of.
create table area.base_unit (
  code text primary key,
  kind text not null check (kind in ('MUNICIPALITY', 'WARD', 'FORMER_MUNICIPALITY', 'TOWN')),
  municipality text not null,
  name text not null,
  kana text not null,
  name_en text not null,
  valid_from date not null,
  valid_until date,
  check (valid_until is null or valid_until > valid_from)
);

create table area.area (
  id uuid primary key,
  kind text not null,
  code text not null,
  name text not null,
  name_en text not null,
  valid_from date not null,
  valid_until date,
  unique (kind, code, valid_from),
  check (valid_until is null or valid_until > valid_from)
);

-- Of what an area consists and since when. Areas of different kinds overlap freely; within one kind a unit
-- may stand in several areas only where that kind allows it, which the service knows.
create table area.part (
  area uuid not null references area.area,
  base_unit text not null references area.base_unit,
  valid_from date not null,
  valid_until date,
  primary key (area, base_unit, valid_from),
  check (valid_until is null or valid_until > valid_from)
);
create index on area.part (base_unit);

grant select on all tables in schema area to ${app}, ${job};
grant insert, update on all tables in schema area to ${app};
