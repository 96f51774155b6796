grant usage on schema fund to ${app}, ${job};

-- What the fund for regional medical care and long-term care pays for (地域医療介護総合確保基金の事業区分), after the law on its
-- promotion (平成元年法律第64号), articles 4 to 6. Which part the state pays may differ between years: it is data.
create table fund.category (
  code text primary key,
  branch text not null check (branch in ('MEDICAL', 'CARE')),
  -- As lists print it: ①-1.
  mark text not null,
  name text not null,
  name_english text not null,
  -- The part that the state pays: numerator and denominator.
  national integer not null check (national > 0),
  of_whole integer not null check (of_whole >= national),
  first_vintage integer not null,
  position integer not null unique
);
insert into fund.category values
  ('I-1', 'MEDICAL', '①-1', '地域医療構想の達成に向けた医療機関の施設又は設備の整備に関する事業',
    'Facilities and equipment of medical institutions for the regional medical care vision', 2, 3, 2014, 1),
  ('I-2', 'MEDICAL', '①-2', '地域医療構想の達成に向けた病床数又は病床の機能の変更に関する事業',
    'Changes of the number or function of beds for the regional medical care vision', 1, 1, 2021, 2),
  ('II', 'MEDICAL', '②', '居宅等における医療の提供に関する事業', 'Medical care at home', 2, 3, 2014, 3),
  ('III', 'CARE', '③', '介護施設等の整備に関する事業', 'Building of care facilities', 2, 3, 2015, 4),
  ('IV', 'MEDICAL', '④', '医療従事者の確保に関する事業', 'Securing medical staff', 2, 3, 2014, 5),
  ('V', 'CARE', '⑤', '介護従事者の確保に関する事業', 'Securing care staff', 2, 3, 2015, 6),
  ('VI', 'MEDICAL', '⑥', '勤務医の労働時間短縮に向けた体制の整備に関する事業', 'Shorter working hours of hospital doctors', 2, 3, 2020,
    7);
alter table fund.category enable row level security;
create policy read on fund.category for select to ${app} using (true);
grant select on fund.category to ${app};
