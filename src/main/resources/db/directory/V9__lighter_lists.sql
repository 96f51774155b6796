-- What a whole country's list has to write for each row, a little less again.

-- All rows are written at once by one statement that reads the organisations they name; looking each of them up once more cost
-- a twentieth of the work. No organisation is ever deleted.
alter table directory.listing drop constraint listing_organization_fkey;

-- Whoever asks for a name in one spelling asks in one municipality, and the rows of a list come in the order of places.
drop index directory.organization_name_key_base_unit_idx, directory.organization_base_unit_idx;
create index on directory.organization (base_unit text_pattern_ops, name_key);

-- A name letter for letter is asked for as a whole.
drop index directory.organization_kind_name_idx;
create index on directory.organization using hash (name);
