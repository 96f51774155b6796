-- What a whole country's list has to write for each organisation. Names are looked up in the search's own index now, and
-- nothing is listed by reading any more.
drop index directory.organization_kana_id_idx;
drop index directory.organization_kind_kana_idx;

-- A note for an organisation that is no more finds nothing to read, which is no harm; none is ever deleted anyway.
alter table directory.search_change drop constraint search_change_organization_fkey;
