package tasuki.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiscalYearTest {
  @Test
  void a_year_runs_from_april_to_march() {
    FiscalYear year = FiscalYear.of(LocalDate.of(2027, 3, 31));

    assertThat(year).isEqualTo(new FiscalYear(2026));
    assertThat(FiscalYear.of(LocalDate.of(2027, 4, 1))).isEqualTo(year.next());
    assertThat(FiscalYear.of(YearMonth.of(2026, 3))).isEqualTo(year.previous());
    assertThat(year.firstDay()).isEqualTo("2026-04-01");
    assertThat(year.lastDay()).isEqualTo("2027-03-31");
    assertThat(year.contains(LocalDate.of(2026, 4, 1))).isTrue();
    assertThat(year.contains(LocalDate.of(2026, 3, 31))).isFalse();
    assertThat(year.months())
        .hasSize(12)
        .startsWith(YearMonth.of(2026, 4))
        .endsWith(YearMonth.of(2027, 3));
    assertThat(year).isLessThan(year.next());
  }

  @Test
  void a_year_is_named_by_the_era_of_its_first_day_except_the_first_of_reiwa() {
    assertThat(new FiscalYear(2026).label(Locale.JAPANESE)).isEqualTo("令和8年度");
    assertThat(new FiscalYear(2026).label(Locale.ENGLISH)).isEqualTo("FY2026");
    assertThat(new FiscalYear(2019).label(Locale.JAPANESE)).isEqualTo("令和元年度");
    assertThat(new FiscalYear(2018).label(Locale.JAPANESE)).isEqualTo("平成30年度");
    assertThat(new FiscalYear(1989).label(Locale.JAPANESE)).isEqualTo("平成元年度");
    assertThat(new FiscalYear(1988).label(Locale.JAPANESE)).isEqualTo("昭和63年度");
  }

  @Test
  void the_displayed_age_advances_on_the_birthday() {
    LocalDate birth = LocalDate.of(1937, 3, 4);

    assertThat(Ages.ageOn(birth, LocalDate.of(2026, 3, 3))).isEqualTo(88);
    assertThat(Ages.ageOn(birth, LocalDate.of(2026, 3, 4))).isEqualTo(89);
    assertThat(Ages.ageOn(birth, birth)).isZero();
    assertThatThrownBy(() -> Ages.ageOn(birth, birth.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void who_was_born_on_a_leap_day_grows_older_on_the_first_of_march() {
    LocalDate birth = LocalDate.of(1940, 2, 29);

    assertThat(Ages.ageOn(birth, LocalDate.of(2025, 2, 28))).isEqualTo(84);
    assertThat(Ages.ageOn(birth, LocalDate.of(2025, 3, 1))).isEqualTo(85);
    assertThat(Ages.ageOn(birth, LocalDate.of(2024, 2, 29))).isEqualTo(84);
    assertThat(Ages.dayOfReaching(birth, 65)).isEqualTo("2005-02-28");
    assertThat(Ages.dayOfReaching(birth, 64)).isEqualTo("2004-02-28");
  }

  @Test
  void by_law_an_age_is_reached_at_the_end_of_the_day_before() {
    assertThat(Ages.dayOfReaching(LocalDate.of(1961, 4, 1), 65)).isEqualTo("2026-03-31");
    assertThat(Ages.dayOfReaching(LocalDate.of(1959, 3, 1), 65)).isEqualTo("2024-02-29");
    assertThatThrownBy(() -> Ages.dayOfReaching(LocalDate.of(1959, 3, 1), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_day_before_a_displayed_age_is_always_the_day_of_reaching_it() {
    for (LocalDate birth = LocalDate.of(1939, 1, 1);
        birth.getYear() < 1945;
        birth = birth.plusDays(1)) {
      for (int years = 1; years <= 100; years++) {
        LocalDate reached = Ages.dayOfReaching(birth, years);
        assertThat(Ages.ageOn(birth, reached)).isEqualTo(years - 1);
        assertThat(Ages.ageOn(birth, reached.plusDays(1))).isEqualTo(years);
      }
    }
  }
}
