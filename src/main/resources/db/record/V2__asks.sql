-- 確認希望: the author asks those who care for the person to confirm that they have read it.
alter table record.entry add column asks boolean not null default false,
  add check (not asks or message is null);
grant insert (asks) on record.entry to ${app};
