grant usage on schema form to ${app}, ${job};

-- How an area lays a national form out, dated; the national layout where there is no row. The area's id stands
-- without a foreign key: this room does not know areas.
create table form.layout (
  area uuid not null,
  definition text not null,
  valid_from date not null,
  layout jsonb not null,
  primary key (area, definition, valid_from)
);
grant select on form.layout to ${app}, ${job};
grant insert, update on form.layout to ${app};
