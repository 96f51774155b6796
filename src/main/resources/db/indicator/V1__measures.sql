grant usage on schema indicator to ${app}, ${job};

-- What an instrument counted: numerator and denominator, never a ratio, and no person. Written by the recount
-- alone, a month at a time.
create table indicator.value (
  measure text not null,
  month date not null check (extract(day from month) = 1),
  -- Empty where the ground is not known or lies outside the prefecture.
  base_unit text not null,
  -- The keys that the measure names, such as {"group": "CARE"}.
  breakdown jsonb not null,
  numerator bigint not null check (numerator >= 0),
  denominator bigint not null check (denominator >= 0),
  primary key (measure, month, base_unit, breakdown)
);

-- Months of an instrument that changed since they were counted. Marks are only added, so that writers never wait
-- for each other, and removed by the recount that read them.
create table indicator.mark (
  id bigint generated always as identity primary key,
  source text not null,
  month date not null check (extract(day from month) = 1)
);
create index on indicator.mark (source, month);

grant select on indicator.value to ${app};
grant insert on indicator.mark to ${app};
grant select, insert, delete on indicator.value to ${job};
grant select, insert, delete on indicator.mark to ${job};
