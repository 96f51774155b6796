package tasuki.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {
  private final Holidays holidays = Holidays.byLaw();

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        1948 9/23 秋分の日 11/3 文化の日 11/23 勤労感謝の日
        """,
        """
        1949 1/1 元日 1/15 成人の日 3/21 春分の日 4/29 天皇誕生日 5/3 憲法記念日 5/5 こどもの日
        9/23 秋分の日 11/3 文化の日 11/23 勤労感謝の日
        """,
        """
        1973 1/1 元日 1/15 成人の日 2/11 建国記念の日 3/21 春分の日 4/29 天皇誕生日 4/30 振替休日
        5/3 憲法記念日 5/5 こどもの日 9/15 敬老の日 9/23 秋分の日 9/24 振替休日 10/10 体育の日
        11/3 文化の日 11/23 勤労感謝の日
        """,
        """
        1988 1/1 元日 1/15 成人の日 2/11 建国記念の日 3/20 春分の日 3/21 振替休日 4/29 天皇誕生日
        5/3 憲法記念日 5/4 国民の休日 5/5 こどもの日 9/15 敬老の日 9/23 秋分の日 10/10 体育の日
        11/3 文化の日 11/23 勤労感謝の日
        """,
        """
        1989 1/1 元日 1/2 振替休日 1/15 成人の日 1/16 振替休日 2/11 建国記念の日
        2/24 昭和天皇の大喪の礼 3/21 春分の日 4/29 みどりの日 5/3 憲法記念日 5/4 国民の休日
        5/5 こどもの日 9/15 敬老の日 9/23 秋分の日 10/10 体育の日 11/3 文化の日
        11/23 勤労感謝の日 12/23 天皇誕生日
        """,
        """
        2019 1/1 元日 1/14 成人の日 2/11 建国記念の日 3/21 春分の日 4/29 昭和の日 4/30 国民の休日
        5/1 天皇の即位の日 5/2 国民の休日 5/3 憲法記念日 5/4 みどりの日 5/5 こどもの日
        5/6 振替休日 7/15 海の日 8/11 山の日 8/12 振替休日 9/16 敬老の日 9/23 秋分の日
        10/14 体育の日 10/22 即位礼正殿の儀の行われる日 11/3 文化の日 11/4 振替休日
        11/23 勤労感謝の日
        """,
        """
        2020 1/1 元日 1/13 成人の日 2/11 建国記念の日 2/23 天皇誕生日 2/24 振替休日 3/20 春分の日
        4/29 昭和の日 5/3 憲法記念日 5/4 みどりの日 5/5 こどもの日 5/6 振替休日 7/23 海の日
        7/24 スポーツの日 8/10 山の日 9/21 敬老の日 9/22 秋分の日 11/3 文化の日
        11/23 勤労感謝の日
        """,
        """
        2021 1/1 元日 1/11 成人の日 2/11 建国記念の日 2/23 天皇誕生日 3/20 春分の日 4/29 昭和の日
        5/3 憲法記念日 5/4 みどりの日 5/5 こどもの日 7/22 海の日 7/23 スポーツの日 8/8 山の日
        8/9 振替休日 9/20 敬老の日 9/23 秋分の日 11/3 文化の日 11/23 勤労感謝の日
        """,
        """
        2024 1/1 元日 1/8 成人の日 2/11 建国記念の日 2/12 振替休日 2/23 天皇誕生日 3/20 春分の日
        4/29 昭和の日 5/3 憲法記念日 5/4 みどりの日 5/5 こどもの日 5/6 振替休日 7/15 海の日
        8/11 山の日 8/12 振替休日 9/16 敬老の日 9/22 秋分の日 9/23 振替休日 10/14 スポーツの日
        11/3 文化の日 11/4 振替休日 11/23 勤労感謝の日
        """,
        """
        2025 1/1 元日 1/13 成人の日 2/11 建国記念の日 2/23 天皇誕生日 2/24 振替休日 3/20 春分の日
        4/29 昭和の日 5/3 憲法記念日 5/4 みどりの日 5/5 こどもの日 5/6 振替休日 7/21 海の日
        8/11 山の日 9/15 敬老の日 9/23 秋分の日 10/13 スポーツの日 11/3 文化の日
        11/23 勤労感謝の日 11/24 振替休日
        """,
        """
        2026 1/1 元日 1/12 成人の日 2/11 建国記念の日 2/23 天皇誕生日 3/20 春分の日 4/29 昭和の日
        5/3 憲法記念日 5/4 みどりの日 5/5 こどもの日 5/6 振替休日 7/20 海の日 8/11 山の日
        9/21 敬老の日 9/22 国民の休日 9/23 秋分の日 10/12 スポーツの日 11/3 文化の日
        11/23 勤労感謝の日
        """,
        """
        2027 1/1 元日 1/11 成人の日 2/11 建国記念の日 2/23 天皇誕生日 3/21 春分の日 3/22 振替休日
        4/29 昭和の日 5/3 憲法記念日 5/4 みどりの日 5/5 こどもの日 7/19 海の日 8/11 山の日
        9/20 敬老の日 9/23 秋分の日 10/11 スポーツの日 11/3 文化の日 11/23 勤労感謝の日
        """
      })
  void a_year_has_exactly_these_holidays(String expected) {
    String[] words = expected.strip().split("\\s+");
    int year = Integer.parseInt(words[0]);

    assertThat(written(year)).isEqualTo(List.of(words).subList(1, words.length));
  }

  private List<String> written(int year) {
    return holidays.in(Year.of(year)).values().stream()
        .flatMap(
            holiday ->
                List.of(
                    holiday.date().getMonthValue() + "/" + holiday.date().getDayOfMonth(),
                    holiday.japaneseName())
                    .stream())
        .toList();
  }

  @Test
  void the_law_gives_the_very_days_of_the_cabinet_office_from_1955_to_2027() {
    SortedSet<LocalDate> official = CabinetOfficeDates.all();

    assertThat(new TreeSet<>(holidays.between(official.first(), official.last()).keySet()))
        .isEqualTo(official);
    assertThat(official).hasSize(1067);
  }

  @Test
  void days_given_once_are_holidays_in_their_year_only() {
    for (String day :
        List.of(
            "1959-04-10", "1989-02-24", "1990-11-12", "1993-06-09", "2019-05-01", "2019-10-22")) {
      LocalDate date = LocalDate.parse(day);
      assertThat(holidays.on(date)).map(Holiday::kind).contains(HolidayKind.CEREMONY);
      assertThat(holidays.isHoliday(date.plusYears(1))).isFalse();
      assertThat(holidays.isHoliday(date.minusYears(1))).isFalse();
    }
  }

  @Test
  void a_sunday_before_the_amendment_of_1973_had_no_substitute() {
    assertThat(LocalDate.of(1973, 2, 11).getDayOfWeek().getValue()).isEqualTo(7);
    assertThat(holidays.isHoliday(LocalDate.of(1973, 2, 12))).isFalse();
    assertThat(kind(1973, 4, 30)).isEqualTo(HolidayKind.SUBSTITUTE);
  }

  @Test
  void the_fourth_of_may_was_no_holiday_on_a_sunday_or_behind_one_but_a_day_between_otherwise() {
    assertThat(holidays.isHoliday(LocalDate.of(1985, 5, 4))).isFalse();
    assertThat(holidays.isHoliday(LocalDate.of(1986, 5, 4))).isFalse();
    assertThat(kind(1987, 5, 4)).isEqualTo(HolidayKind.SUBSTITUTE);
    assertThat(kind(1988, 5, 4)).isEqualTo(HolidayKind.BETWEEN);
    assertThat(kind(2007, 5, 4)).isEqualTo(HolidayKind.NAMED);
  }

  @Test
  void the_day_inside_a_silver_week_is_a_holiday() {
    assertThat(kind(2009, 9, 22)).isEqualTo(HolidayKind.BETWEEN);
    assertThat(kind(2015, 9, 22)).isEqualTo(HolidayKind.BETWEEN);
    assertThat(kind(2026, 9, 22)).isEqualTo(HolidayKind.BETWEEN);
    assertThat(kind(2032, 9, 21)).isEqualTo(HolidayKind.BETWEEN);
  }

  @Test
  void only_what_hangs_on_an_equinox_not_announced_yet_is_a_forecast() {
    assertThat(holidays.in(Year.of(2027)).values()).noneMatch(Holiday::forecast);
    assertThat(
            holidays.in(Year.of(2032)).values().stream()
                .filter(Holiday::forecast)
                .map(holiday -> holiday.date().toString())
                .toList())
        .containsExactly("2032-03-20", "2032-09-21", "2032-09-22");
  }

  @Test
  void the_formula_agrees_with_every_equinox_announced_since_1980() {
    Equinoxes announced = Equinoxes.announced();
    for (int year = 1980; announced.isAnnounced(year); year++) {
      assertThat(announced.vernal(year).getDayOfMonth()).isEqualTo(Equinoxes.vernalByFormula(year));
      assertThat(announced.autumnal(year).getDayOfMonth())
          .isEqualTo(Equinoxes.autumnalByFormula(year));
    }
    assertThat(announced.isAnnounced(2027)).isTrue();
  }

  @Test
  void a_holiday_has_its_name_in_both_languages() {
    Holiday holiday = holidays.on(LocalDate.of(2026, 9, 22)).orElseThrow();

    assertThat(holiday.name(Locale.JAPAN)).isEqualTo("国民の休日");
    assertThat(holiday.name(Locale.UK)).isEqualTo("Citizens' Holiday");
  }

  @Test
  void a_published_year_replaces_the_computed_one_as_a_whole() {
    NavigableMap<LocalDate, String> published = new TreeMap<>();
    published.put(LocalDate.of(2030, 1, 1), "元日");
    published.put(LocalDate.of(2030, 5, 6), "休日");
    published.put(LocalDate.of(2030, 6, 1), "山の日");
    published.put(LocalDate.of(2030, 6, 3), "万博の日");

    Holidays imported = Holidays.of(published);

    assertThat(imported.in(Year.of(2030)).keySet()).isEqualTo(published.keySet());
    assertThat(imported.on(LocalDate.of(2030, 5, 6)).orElseThrow().japaneseName())
        .isEqualTo("振替休日");
    assertThat(imported.on(LocalDate.of(2030, 6, 1)).orElseThrow().englishName())
        .isEqualTo("Mountain Day");
    assertThat(imported.on(LocalDate.of(2030, 6, 3)).orElseThrow().englishName()).isEqualTo("万博の日");
    assertThat(imported.in(Year.of(2031))).isEqualTo(holidays.in(Year.of(2031)));
  }

  @Test
  void publishing_what_the_law_says_changes_nothing_but_the_forecast() {
    NavigableMap<LocalDate, String> published =
        holidays.in(Year.of(2032)).values().stream()
            .collect(
                Collectors.toMap(
                    Holiday::date, Holiday::japaneseName, (one, other) -> one, TreeMap::new));

    assertThat(Holidays.of(published).in(Year.of(2032)).values())
        .noneMatch(Holiday::forecast)
        .extracting(Holiday::kind)
        .isEqualTo(holidays.in(Year.of(2032)).values().stream().map(Holiday::kind).toList());
  }

  private HolidayKind kind(int year, int month, int day) {
    return holidays.on(LocalDate.of(year, month, day)).orElseThrow().kind();
  }
}
