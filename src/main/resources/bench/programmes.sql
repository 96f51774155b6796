-- Ten lists of a thousand programmes over ten years, and twenty measures with their indicators: the officer's prefecture.
create temporary table me as
  select d.organization, d.id as division from identity.division d
  join directory.organization o on o.id = d.organization and o.kind = 'PREFECTURE' where d.compiles limit 1;
insert into programme.series (id, organization, name, numbered)
  select gen_random_uuid(), organization, '計測用一覧' || n, true from me, generate_series(1, 10) n;
insert into programme.edition (id, series, organization, fiscal_year, title)
  select gen_random_uuid(), s.id, s.organization, y, y || '年度' || s.name
  from programme.series s, generate_series(2017, 2026) y where s.name like '計測用一覧%';
insert into programme.heading (id, edition, organization, position, mark, name)
  select gen_random_uuid(), e.id, e.organization, n, '(' || n || ')', '見出し' || n
  from programme.edition e join programme.series s on s.id = e.series, generate_series(1, 10) n where s.name like '計測用一覧%';
create temporary table one as
  select gen_random_uuid() as id, s.id as series, s.organization, n from programme.series s, generate_series(1, 1000) n
  where s.name like '計測用一覧%';
insert into programme.programme (id, series, organization) select id, series, organization from one;
create temporary table stood as
  select gen_random_uuid() as id, one.id as programme, e.id as edition, one.organization, one.n, e.fiscal_year
  from one join programme.edition e on e.series = one.series;
insert into programme.year (id, programme, edition, organization, number, name, content, execution, standing, first_year, division)
  select s.id, s.programme, s.edition, s.organization, s.n, '計測用の事業' || s.n, '研修と同行訪問の経費への助成', 'SUBSIDY', 'CONTINUED', 2017, me.division
  from stood s, me;
insert into programme.placement (year, heading, organization, position, repost)
  select s.id, h.id, s.organization, s.n, false from stood s
  join programme.heading h on h.edition = s.edition and h.position = 1 + s.n % 10;
-- The sums are written below at once: a trigger for each of 200,000 amounts would take minutes.
alter table programme.amount disable trigger balance_again;
insert into programme.amount (year, organization, kind, mark, month, yen)
  select id, organization, 'PLANNED', '', make_date(fiscal_year, 4, 1), 1000000 + 1000 * n from stood
  union all
  select id, organization, 'SETTLED', '', make_date(fiscal_year, 9, 1), 400000 + 900 * n from stood;
alter table programme.amount enable trigger balance_again;
update programme.balance b set planned = 1000000 + 1000 * n, settled = 400000 + 900 * n,
  settled_until = make_date(fiscal_year, 9, 1) from stood where stood.id = b.year;
insert into indicator.value (measure, month, base_unit, breakdown, numerator, denominator)
  select 'bench.measure' || n, m::date, u::text, '{}', 40 + u, 100 from generate_series(1, 20) n,
    generate_series(date '2016-04-01', date '2026-11-01', interval '1 month') m, generate_series(99101, 99112) u;
create temporary table judged as select gen_random_uuid() as id, gen_random_uuid() as series, organization, n
  from me, generate_series(1, 20) n;
insert into indicator.indicator (id, organization, area, known_as)
  select id, organization, '全県', '全県 計測用の指標' || n from judged;
insert into indicator.definition (id, indicator, valid_from, name_ja, name_en, text, unit, direction, decimals, source, breaks, organization, account, at)
  select gen_random_uuid(), id, '2017-04-01', '計測用の指標' || n, 'Indicator ' || n, '', '%', 'HIGHER', 1, '', false, organization, null, now()
  from judged;
insert into indicator.series (id, indicator, label, place) select series, id, '', 0 from judged;
insert into indicator.target (id, indicator, series, plan, year, precision, due, relation, value, printed, organization, at)
  select gen_random_uuid(), id, series, '計測用計画', y, 'FISCAL_YEAR', make_date(y + 1, 3, 31), 'AT_LEAST', 80, '80%', organization, now()
  from judged, generate_series(2017, 2026) y;
insert into indicator.actual (id, indicator, series, year, precision, as_of, value, status, printed, organization, at)
  select gen_random_uuid(), id, series, y, 'FISCAL_YEAR', make_date(y + 1, 3, 31), 70 + n % 20, 'FINAL', '', organization, now()
  from judged, generate_series(2017, 2025) y;
insert into programme.programme_indicator (programme, indicator, organization)
  select o.id, j.id, o.organization from one o join judged j on j.n = 1 + o.n % 20 where o.n % 5 <> 0;
analyze programme.series; analyze programme.edition; analyze programme.heading; analyze programme.programme; analyze programme.year;
analyze programme.placement; analyze programme.amount; analyze programme.balance; analyze programme.programme_indicator;
analyze indicator.value; analyze indicator.target; analyze indicator.actual;
