-- One person with a row in every table. :person, :account, :team and :own stand for ids of the test.
insert into identity.account (id, login, name, kana, profession, created_at)
  values (:account, 'table-' || :account, '試験', 'シケン', 'NURSE', now());
insert into person.person (id, family_name, given_name, family_kana, given_kana, sex, birth_date, provisional, entered_by,
  entered_at, changed_at)
  values (:person, '試験', '花子', 'シケン', 'ハナコ', 'FEMALE', '1940-01-01', false, :team, now(), now());
insert into person.residence (id, person, valid_from, secret, recorded_at, recorded_by)
  values (gen_random_uuid(), :person, '2020-01-01', false, now(), :account);
insert into person.residence (id, person, valid_from, secret, recorded_at, recorded_by)
  values (gen_random_uuid(), :person, '2021-01-01', true, now(), :account);
insert into person.insurance (id, person, kind, insurer_number, insured_number, recorded_at, recorded_by)
  values (gen_random_uuid(), :person, 'MEDICAL', '000000', '0000000000', now(), :account);
insert into person.certification (id, person, status, recorded_at, recorded_by)
  values (gen_random_uuid(), :person, 'NOT_APPLIED', now(), :account);
insert into person.relative (id, person, name, relation, lives_together, key_person, main_carer, recorded_at, recorded_by)
  values (gen_random_uuid(), :person, '試験', '子', true, true, true, now(), :account);
insert into person.plan_owner (id, person, from_month, kind, recorded_at, recorded_by)
  values (md5('plan' || :person)::uuid, :person, '2026-01-01', 'UNDECIDED', now(), :account);
insert into person.plan_manager (plan_owner, person, name)
  values (md5('plan' || :person)::uuid, :person, '試験');
insert into person.team_member (id, person, organization, role, joined_at, recorded_by)
  values (gen_random_uuid(), :person, :team, 'HOSPITAL', now(), :account);
insert into person.basis (id, person, kind, given_by, recorded_by, recorded_for, recorded_at)
  values (md5('basis' || :person)::uuid, :person, 'WRITTEN_CONSENT', 'PERSON', :account, :team, now());
insert into file.file (id, content_type, bytes, sha256, name, locked_key, owner, made_by, at, state)
  values (md5('paper' || :person)::uuid, 'application/pdf', 1, sha256('x'), '試験.pdf', '\x00', :team, gen_random_uuid(), now(), 'REFERENCED');
insert into person.basis_evidence (basis, person, file, organization, account, at)
  values (md5('basis' || :person)::uuid, :person, md5('paper' || :person)::uuid, :team, :account, now());
insert into person.conversation (id, person, held_on, present, matters, wishes, organization, account, at)
  values (md5('talk' || :person)::uuid, :person, '2026-01-01', '試験', '試験', '{}', :team, :account, now());
insert into person.family_view (conversation, person, text, organization)
  values (md5('talk' || :person)::uuid, :person, '試験', :team);
insert into person.living_will (conversation, person, file, organization, at)
  values (md5('talk' || :person)::uuid, :person, md5('paper' || :person)::uuid, :team, now());
insert into record.entry (id, person, kind, text, account, organization, profession, occurred_at, written_at, family, searchable)
  values (md5('own entry' || :person)::uuid, :person, 'NOTE', '試験', :account, :own, 'NURSE', now(), now(), false, '試験');
insert into record.entry (id, person, kind, text, account, organization, profession, occurred_at, written_at, family, searchable)
  values (md5('family entry' || :person)::uuid, :person, 'NOTE', '試験', :account, :team, 'NURSE', now(), now(), true, '試験');
insert into record.receipt (entry, person, account, organization, at)
  values (md5('family entry' || :person)::uuid, :person, :account, :own, now());
insert into record.pin (id, entry, person, account, at)
  values (gen_random_uuid(), md5('family entry' || :person)::uuid, :person, :account, now());
insert into file.file (id, content_type, bytes, sha256, name, locked_key, owner, made_by, at, state)
  values (md5('file' || :person)::uuid, 'image/png', 1, sha256('x'), '試験.png', '\x00', :team, gen_random_uuid(), now(), 'REFERENCED');
insert into record.attachment (entry, person, file, organization)
  values (md5('family entry' || :person)::uuid, :person, md5('file' || :person)::uuid, :team);
insert into transition.chain (id, person, opened_at, entered_by)
  values (md5('chain' || :person)::uuid, :person, now(), :own);
insert into transition.stay (id, case_number, chain, person, hospital, ward_type, state, admitted_at, time_known, entered_by, entered_at)
  values (md5('stay' || :person)::uuid, 'TEST-' || :person, md5('chain' || :person)::uuid, :person, :own, 'GENERAL', 'IN_HOSPITAL',
    now(), true, :own, now());
insert into transition.planned_discharge (id, stay, person, planned_on, organization, account, at)
  values (gen_random_uuid(), md5('stay' || :person)::uuid, :person, '2030-01-01', :own, :account, now());
insert into transition.step (id, stay, person, kind, side, organization, account, occurred_at, recorded_at, mode)
  values (gen_random_uuid(), md5('stay' || :person)::uuid, :person, 'CONTACTED', 'HOSPITAL', :own, :account, now(), now(), 'TELEPHONE');
insert into transition.correction (step, what, stay, person, was, became, organization)
  select id, 'WARD', stay, person, '試験', null, :own from transition.step where person = :person;
insert into transition.party (organization, stay, person, side, care_group, plan_undecided, joined_at)
  values (:own, md5('stay' || :person)::uuid, :person, 'HOSPITAL', 'CARE', false, now());
insert into transition.clock (id, stay, person, side, organization, code, family, step, wish, verified, due_at, late_at, words_ja,
  words_en)
  values (gen_random_uuid(), md5('stay' || :person)::uuid, :person, 'HOSPITAL', :own, 'test', 'test', 'SCREENED', false, true, now(),
    now(), '試験', 'test');
insert into transition.leaving_paper (id, stay, person, kind, side, said, organization, account, at)
  values (gen_random_uuid(), md5('stay' || :person)::uuid, :person, 'REFERRAL', 'HOSPITAL', 'GIVEN', :own, :account, now());
insert into transition.office_choice (id, stay, person, office, said, said_on, organization, account, at)
  values (gen_random_uuid(), md5('stay' || :person)::uuid, :person, :team, 'SHOWN', '2026-01-01', :own, :account, now());
insert into transition.conference (id, stay, person, organization, account, at)
  values (md5('conference' || :person)::uuid, md5('stay' || :person)::uuid, :person, :own, :account, now());
insert into transition.conference_slot (id, conference, person, starts_at)
  values (md5('slot' || :person)::uuid, md5('conference' || :person)::uuid, :person, now());
insert into transition.conference_guest (id, conference, person, organization, label)
  values (md5('guest' || :person)::uuid, md5('conference' || :person)::uuid, :person, :team, '試験');
insert into transition.conference_reply (guest, slot, person, answer, at)
  values (md5('guest' || :person)::uuid, md5('slot' || :person)::uuid, :person, 'YES', now());
insert into transition.document (id, stay, person, definition, version, origin, organization, account, recipient, opened_at,
  saved_at, saved_by, sent_at, sent_by)
  values (md5('document' || :person)::uuid, md5('stay' || :person)::uuid, :person, 'admission-information', 1, 'TYPED', :own,
    :account, :team, now(), now(), :account, now(), :account);
insert into file.file (id, content_type, bytes, sha256, name, locked_key, owner, made_by, at, state)
  values (md5('sheet' || :person)::uuid, 'application/pdf', 1, sha256('x'), '試験.pdf', '\x00', :own, gen_random_uuid(), now(), 'REFERENCED');
insert into transition.print (id, document, stay, person, definition, kind, named, pages, code, file, organization, account, at)
  values (gen_random_uuid(), md5('document' || :person)::uuid, md5('stay' || :person)::uuid, :person, 'admission-information', 'FAX',
    'INITIALS', 2, :person::text, md5('sheet' || :person)::uuid, :own, :account, now());
insert into register.pair (id, register, person, hospital, doctor, begun_on, renew_by, organization, account, at)
  values (md5('pair' || :person)::uuid, 'backup-hospital-pairs', :person, :team, '試験', '2026-01-01', '2026-03-31', :own, :account,
    now());
insert into register.pair_term (id, pair, person, valid_from, renew_by, organization, account, at)
  values (gen_random_uuid(), md5('pair' || :person)::uuid, :person, '2026-01-01', '2026-03-31', :own, :account, now());
insert into matching.kind (code, place) values ('table-test', 1) on conflict do nothing;
insert into matching.version (id, kind, number, definition, ended, organization, account, at)
  values (md5('kind' || :person)::uuid, 'table-test', (select count(*) + 1 from matching.version where kind = 'table-test'),
    (select definition from matching.version where kind = 'home-doctor' limit 1), true,
    :own, :account, now());
insert into matching.request (id, version, kind, asker, asked_by, handler, base_unit, needs, half_days, night, situation, answers, state,
  sent_at, escalates_at, to_prefecture)
  values (md5('request' || :person)::uuid, md5('kind' || :person)::uuid, 'table-test', :own, :account, :own, '99101', '{}', '{}', false,
    '試験', '{}', 'WAITING', now(), now() + interval '1 year', false);
insert into matching.subject (request, person, organization) values (md5('request' || :person)::uuid, :person, :own);
