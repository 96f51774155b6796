-- The paper behind a basis: a consent as a photo or a PDF, of several pages or brought later. A row is only added.
--
-- Who may see it: whoever sees the person in full, while the basis is not withdrawn; whoever recorded it, always. Not
-- whoever only received a form, and not the portal: the paper may show an address that a member of the family must not
-- know, and whoever signed it has it.
alter table person.basis add constraint basis_of_person unique (id, person);
create table person.basis_evidence (
  basis uuid not null,
  person uuid not null,
  file uuid not null references file.file,
  organization uuid not null default kernel.organization() references directory.organization,
  account uuid not null default kernel.account(),
  at timestamptz not null,
  primary key (basis, file),
  foreign key (basis, person) references person.basis (id, person)
);
create index on person.basis_evidence (person);
create index on person.basis_evidence (file);

insert into person.basis_evidence (basis, person, file, organization, account, at)
select b.id, b.person, f.id, b.recorded_for, b.recorded_by, b.recorded_at
from person.basis b join file.file f on f.id = b.evidence_file;
alter table person.basis drop column evidence_file;

call person.protect('person.basis_evidence', 'organization');
create policy until_withdrawn on person.basis_evidence as restrictive for select to ${app}
  using (not (select kernel.in_portal()) and (organization = (select kernel.care_organization())
    or exists (select from person.basis b where b.id = basis and b.withdrawn_at is null)));
-- To one's own basis, and only what one sent oneself: whoever could attach a stranger's file could read it.
create policy own on person.basis_evidence as restrictive for insert to ${app}
  with check (file.sent_by_me(file) and exists (select from person.basis b
    where b.id = basis and b.recorded_for = (select kernel.care_organization())));

-- Whoever sees the evidence reads its file.
create policy evidence_of_basis on file.file for select to ${app}
  using (exists (select from person.basis_evidence e where e.file = file.id));

grant select on person.basis_evidence to ${app};
grant insert (basis, person, file, at) on person.basis_evidence to ${app};
