-- 200,000 cases with 1,000,000 steps behind a prefecture's worklists: 240 offices and 40 hospitals beside the sample's
-- own, 80,000 persons with up to three stays each, 2 % of the stays still running, every third case that went home
-- never checked in the second week.
create temp table bench_office as
  select 0 as n, (select m.organization from identity.membership m join identity.account a on a.id = m.account
    where a.login = 'caremanager') as id
  union all select n, md5('bench office ' || n)::uuid from generate_series(1, 239) n;
create temp table bench_hospital as
  select 0 as n, (select m.organization from identity.membership m join identity.account a on a.id = m.account
    where a.login = 'nurse') as id
  union all select n, md5('bench hospital ' || n)::uuid from generate_series(1, 39) n;

insert into directory.organization (id, kind, name, kana, telephone, address, base_unit, member, opened_on, search, grams)
select id, 'CARE_MANAGEMENT_OFFICE', '測定事業所' || n, 'ソクテイ', '000-000-0000', '測定',
  (select base_unit from directory.organization where id = (select id from bench_office where n = 0)),
  true, date '2020-01-01', '', array[]::text[] from bench_office where n > 0
union all
select id, 'HOSPITAL', '測定病院' || n, 'ソクテイ', '000-000-0000', '測定',
  (select base_unit from directory.organization where id = (select id from bench_hospital where n = 0)),
  true, date '2020-01-01', '', array[]::text[] from bench_hospital where n > 0;

create temp table bench_person as
select p, md5('bench person ' || p)::uuid as person, office.id as office, hospital.id as hospital
from generate_series(0, 79999) p
join bench_office office on office.n = p % 240
join bench_hospital hospital on hospital.n = (p / 240) % 40;

insert into person.person (id, family_name, given_name, family_kana, given_kana, sex, birth_date, provisional, changed_at,
  entered_by, entered_at)
select person, '測定', '番号' || p, 'ソクテイ', 'バンゴウ', 'UNKNOWN', date '1930-01-01' + p % 9000, false, now(), office, now()
from bench_person;
insert into person.access (organization, person, id, scope, reason, valid_from)
select office, person, md5('bench access o' || p)::uuid, 'FULL', 'REGISTERED', now() - interval '2 years' from bench_person
union all
select hospital, person, md5('bench access h' || p)::uuid, 'FULL', 'TEAM', now() - interval '2 years' from bench_person;
insert into person.certification (id, person, status, level, valid_from, recorded_at, recorded_by)
select md5('bench certification ' || p)::uuid, person, 'CERTIFIED', 'CARE_' || 1 + p % 5, current_date - 400, now(), person
from bench_person;

create temp table bench_stay as
select s, b.*, md5('bench stay ' || s)::uuid as stay, md5('bench chain ' || s)::uuid as chain,
  s / 80000 = 0 and p % 20 = 0 as running,
  case when s / 80000 = 0 and p % 20 = 0 then date_trunc('hour', now()) - p % 240 * interval '1 hour'
    else date_trunc('hour', now()) - (s / 80000 * 120 + 40 + p % 60) * interval '1 day' end as admitted,
  (5 + p % 25) * interval '1 day' as length
from generate_series(0, 199999) s join bench_person b on b.p = s % 80000;

insert into transition.chain (id, person, opened_at, closed_at, closed_how, entered_by)
select chain, person, admitted, case when not running then admitted + length end, case when not running then 'HOME' end,
  hospital from bench_stay;
insert into transition.stay (id, case_number, chain, person, hospital, ward, ward_type, fee_grade, state, admitted_at,
  time_known, ended_at, entered_by, entered_at)
select stay, 'BENCH-' || s, chain, person, hospital, '3階', 'GENERAL', 1, case when running then 'IN_HOSPITAL' else 'HOME' end,
  admitted, true, case when not running then admitted + length end, hospital, admitted from bench_stay;
insert into transition.step (id, stay, person, kind, side, organization, account, occurred_at, recorded_at, mode)
select md5('bench step ' || s || kind)::uuid, stay, person, kind, side,
  case when side = 'HOSPITAL' then hospital else office end, person, admitted + after, admitted + after, 'SYSTEM'
from bench_stay cross join (values
  ('CONTACTED', 'HOSPITAL', interval '1 hour'), ('FORM_SENT', 'CARE_MANAGER', interval '9 hours'),
  ('FORM_RECEIVED', 'HOSPITAL', interval '10 hours'), ('SCREENED', 'HOSPITAL', interval '20 hours'),
  ('HEARING', 'CARE_MANAGER', interval '4 days')) as told(kind, side, after);
insert into transition.party (organization, stay, person, side, care_group, plan_undecided, next_at, joined_at, listed_until)
select hospital, stay, person, 'HOSPITAL', 'CARE', false, admitted + interval '7 days', admitted,
  case when running then 'infinity' else admitted + length end from bench_stay
union all
select office, stay, person, 'CARE_MANAGER', 'CARE', false,
  case when running then admitted + interval '3 days' else admitted + length + interval '14 days' end, admitted,
  case when running then 'infinity' when s % 3 = 0 then admitted + length + interval '60 days'
    else admitted + length + interval '13 days' end
from bench_stay;
insert into transition.clock (id, stay, person, side, organization, code, family, step, wish, verified, due_at, late_at,
  words_ja, words_en, met_at, stopped_at)
select md5('bench clock ' || s || code)::uuid, stay, person, side, case when side = 'HOSPITAL' then hospital else office end,
  code, family, step, false, true, admitted + days, admitted + days, '測定の期限', 'measured', null,
  case when not running and days < interval '10 days' then admitted + length end
from bench_stay cross join (values
  ('screening', 'screening', 'SCREENED', 'HOSPITAL', interval '3 days'),
  ('talk', 'talk', 'TALKED', 'HOSPITAL', interval '7 days'),
  ('admission-information-1', 'admission-information', 'FORM_SENT', 'CARE_MANAGER', interval '1 day'),
  ('admission-information-2', 'admission-information', 'FORM_SENT', 'CARE_MANAGER', interval '3 days'),
  ('two-weeks', 'two-weeks', 'TWO_WEEK_CHECK', 'CARE_MANAGER', interval '44 days'))
  as line(code, family, step, side, days);
analyze;
