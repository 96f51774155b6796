-- The search keeps an index of its own beside each node; PostgreSQL only says what it has to read again.
drop index directory.organization_grams_idx;
alter table directory.organization drop column search, drop column grams;
create index on directory.search_change (written_by);
create index on directory.organization (kind, name);
