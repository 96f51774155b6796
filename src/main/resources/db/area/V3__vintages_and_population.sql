-- A part of a municipality that a living area (日常生活圏域) is made of, where no towns are listed.
alter table area.base_unit drop constraint base_unit_kind_check;
alter table area.base_unit add constraint base_unit_kind_check
  check (kind in ('MUNICIPALITY', 'WARD', 'FORMER_MUNICIPALITY', 'TOWN', 'LIVING_PART'));

-- What a list says of an area's end. The end itself (valid_until) is that day, or the day on which a later vintage
-- takes its ground over, whichever comes first. Areas that no list brought were there before and stay when a list is undone.
alter table area.area add said_until date, add listed boolean not null default false;

grant insert, update on area.base_unit, area.area, area.part to ${job};
grant delete on area.base_unit, area.area, area.part to ${app}, ${job};

-- How many people live where: counted (resident register) or projected. A figure of a code that is no base unit stands
-- for a group of municipalities. Bands: ALL, five years such as 65-69, 100+; 65+% and 75+% are shares of all.
create table area.population (
  source text not null check (source in ('REGISTER', 'PROJECTION')),
  code text not null,
  sex text not null check (sex in ('BOTH', 'MEN', 'WOMEN')),
  year smallint not null,
  band text not null,
  value numeric not null check (value >= 0),
  primary key (source, code, sex, year, band)
);
create index on area.population (year, source);

create table area.population_group (
  code text primary key,
  name text not null,
  members text[] not null
);
grant select, insert, update, delete on area.population, area.population_group to ${app}, ${job};
