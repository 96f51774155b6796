-- The same-name warning stands on every page of a person; it must not read everybody an organisation ever had.
create index person_name on person.person (family_name, given_name);
