package tasuki.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tasuki.calendar.DateReading.Parsed;
import tasuki.calendar.DateReading.Reason;
import tasuki.calendar.DateReading.Unreadable;

class JapaneseDatesTest {
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-24",
        "2026/11/24",
        "2026.11.24",
        "20261124",
        "2026年11月24日",
        "2026年11月24日(火)",
        "R8.11.24",
        "r8.11.24",
        "R8/11/24",
        "R08-11-24",
        "R081124",
        "令和8年11月24日",
        "令和 8年 11月 24日",
        "令和8年11月24日(火)",
        "令和8年11月24日（火曜日）",
        "令8.11.24",
        "㋿8.11.24",
        "Ｒ８．１１．２４",
        "２０２６－１１－２４",
        "２０２６／１１／２４",
        "２０２６１１２４",
        "令和８年１１月２４日",
        "  2026-11-24\t",
        "\u3000R8.11.24\u3000",
      })
  void every_form_people_type_means_the_same_day(String typed) {
    assertThat(JapaneseDates.read(typed)).isEqualTo(new Parsed(LocalDate.of(2026, 11, 24)));
  }

  @ParameterizedTest
  @CsvSource({
    "S12.3.4, 1937-03-04",
    "昭12.3.4, 1937-03-04",
    "昭和12年3月4日, 1937-03-04",
    "S64.1.7, 1989-01-07",
    "平成元年1月8日, 1989-01-08",
    "令和元年5月1日, 2019-05-01",
    "令和元.5.1, 2019-05-01",
    "H31.4.30, 2019-04-30",
    "M6.1.1, 1873-01-01",
    "M45.7.30, 1912-07-30",
    "T1.7.30, 1912-07-30",
    "大正15年12月25日, 1926-12-25",
    "S1.12.25, 1926-12-25",
    "2024-02-29, 2024-02-29",
    "R6.2.29, 2024-02-29",
  })
  void eras_begin_and_end_on_their_days(String typed, LocalDate meant) {
    assertThat(JapaneseDates.read(typed)).isEqualTo(new Parsed(meant));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'' | EMPTY",
        "'   ' | EMPTY",
        "tomorrow | NOT_A_DATE",
        "2026-11 | NOT_A_DATE",
        "2026-11/24 | NOT_A_DATE",
        "2026 11 24 | NOT_A_DATE",
        "2026-11-2 4 | NOT_A_DATE",
        "2026-11-1  4 | NOT_A_DATE",
        "2026-11-24T10:00 | NOT_A_DATE",
        "202611 24 | NOT_A_DATE",
        "12026-11-24 | NOT_A_DATE",
        "X8.11.24 | NOT_A_DATE",
        "慶応3.1.1 | NOT_A_DATE",
        "R8.11.241 | NOT_A_DATE",
        "26-11-24 | TWO_DIGIT_YEAR",
        "8.11.24 | TWO_DIGIT_YEAR",
        "261124 | TWO_DIGIT_YEAR",
        "26年11月24日 | TWO_DIGIT_YEAR",
        "2026-02-29 | NO_SUCH_DAY",
        "2026-13-01 | NO_SUCH_DAY",
        "20260431 | NO_SUCH_DAY",
        "R8.0.1 | NO_SUCH_DAY",
        "R0.5.1 | BEFORE_ERA",
        "R1.4.30 | BEFORE_ERA",
        "H1.1.7 | BEFORE_ERA",
        "T1.7.29 | BEFORE_ERA",
        "S1.12.24 | BEFORE_ERA",
        "S64.1.8 | AFTER_ERA",
        "H31.5.1 | AFTER_ERA",
        "M45.7.31 | AFTER_ERA",
        "T15.12.26 | AFTER_ERA",
        "M5.12.2 | OLD_CALENDAR",
        "1872-12-31 | OLD_CALENDAR",
        "0206-11-24 | OLD_CALENDAR",
        "2200-01-01 | TOO_FAR",
        "9999-12-31 | TOO_FAR",
        "令和8年11月24日(水) | WEEKDAY_DISAGREES",
      },
      delimiter = '|')
  void what_is_doubtful_is_refused_with_its_reason(String typed, Reason reason) {
    assertThat(JapaneseDates.read(typed))
        .isInstanceOfSatisfying(
            Unreadable.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void a_day_after_showa_is_told_when_showa_ended() {
    Unreadable refused = (Unreadable) JapaneseDates.read("S64.1.8");

    assertThat(refused.messageKey()).isEqualTo("calendar.unreadable.after-era");
    assertThat(refused.message(Locale.JAPANESE)).startsWith("昭和は1989-01-07までです。");
    assertThat(refused.message(Locale.ENGLISH)).startsWith("Showa ended on 1989-01-07.");
    assertThat(((Unreadable) JapaneseDates.read("R1.4.30")).message(Locale.ENGLISH))
        .startsWith("Reiwa began on 2019-05-01.");
  }

  @Test
  void every_reason_has_a_sentence_in_both_languages() {
    for (Reason reason : Reason.values()) {
      Era era = reason == Reason.BEFORE_ERA || reason == Reason.AFTER_ERA ? Era.SHOWA : null;
      for (Locale locale : new Locale[] {Locale.JAPANESE, Locale.ENGLISH}) {
        assertThat(new Unreadable(reason, era).message(locale)).isNotBlank().doesNotContain("{");
      }
    }
  }

  @Test
  void a_date_is_written_in_full_short_and_compact() {
    LocalDate day = LocalDate.of(2026, 11, 24);

    assertThat(JapaneseDates.inFull(day, Locale.JAPAN)).isEqualTo("令和8年11月24日(火)");
    assertThat(JapaneseDates.inFull(day, Locale.UK)).isEqualTo("Tue 24 Nov 2026 (Reiwa 8)");
    assertThat(JapaneseDates.inFull(LocalDate.of(2019, 5, 1), Locale.JAPAN))
        .isEqualTo("令和元年5月1日(水)");
    assertThat(JapaneseDates.dayAndMonth(day, Locale.JAPANESE)).isEqualTo("11/24(火)");
    assertThat(JapaneseDates.dayAndMonth(day, Locale.ENGLISH)).isEqualTo("Tue 24 Nov");
    assertThat(JapaneseDates.compact(day)).isEqualTo("R8.11.24");
    assertThat(JapaneseDates.month(YearMonth.of(2026, 11), Locale.JAPANESE)).isEqualTo("令和8年11月");
    assertThat(JapaneseDates.month(YearMonth.of(2026, 11), Locale.ENGLISH)).isEqualTo("Nov 2026");
  }

  @Test
  void another_language_than_english_reads_japanese_whatever_the_machine_speaks() {
    Locale machine = Locale.getDefault();
    try {
      Locale.setDefault(Locale.US);
      assertThat(JapaneseDates.dayAndMonth(LocalDate.of(2026, 11, 24), Locale.KOREAN))
          .isEqualTo("11/24(火)");
    } finally {
      Locale.setDefault(machine);
    }
  }

  @Test
  void a_day_before_the_gregorian_calendar_has_no_era_here() {
    assertThatThrownBy(() -> Era.of(LocalDate.of(1872, 12, 31)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 2000)
  void what_was_written_is_read_as_the_same_day(@ForAll("days") LocalDate day) {
    Parsed same = new Parsed(day);

    assertThat(JapaneseDates.read(JapaneseDates.inFull(day, Locale.JAPANESE))).isEqualTo(same);
    assertThat(JapaneseDates.read(JapaneseDates.compact(day))).isEqualTo(same);
    assertThat(JapaneseDates.read(day.toString())).isEqualTo(same);
    assertThat(JapaneseDates.read(day.toString().replace("-", ""))).isEqualTo(same);
    assertThat(JapaneseDates.read(wide(JapaneseDates.compact(day)))).isEqualTo(same);
  }

  @Property(tries = 2000)
  void no_text_whatever_breaks_the_reader(
      @ForAll("nearlyDates") String typed, @ForAll String anything) {
    assertThat(JapaneseDates.read(typed)).isNotNull();
    assertThat(JapaneseDates.read(anything)).isNotNull();
  }

  @Example
  void every_day_since_1873_has_the_era_and_year_that_java_gives_it() {
    for (LocalDate day = Era.FIRST_GREGORIAN_DAY; !day.isAfter(LAST); day = day.plusDays(1)) {
      JapaneseDate other = JapaneseDate.from(day);
      JapaneseEra era = other.getEra();
      assertThat(Era.of(day).kanji()).isEqualTo(era.getDisplayName(TextStyle.FULL, Locale.JAPAN));
      assertThat(Era.of(day).yearOf(day.getYear())).isEqualTo(other.get(ChronoField.YEAR_OF_ERA));
    }
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(Era.FIRST_GREGORIAN_DAY.toEpochDay(), LAST.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<String> nearlyDates() {
    return Arbitraries.strings().withChars("0123456789-/.年月日元令和昭MTSHR()火 ").ofMaxLength(14);
  }

  private static String wide(String narrow) {
    StringBuilder text = new StringBuilder();
    narrow.chars().forEach(letter -> text.append((char) (letter - '!' + '！')));
    return text.toString();
  }
}
