package tasuki.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tasuki.calendar.FiscalYear;

/** Times of figures, as plans write them. */
class AsOfTest {

  private static final FiscalYear FY2024 = new FiscalYear(2024);

  private static AsOf read(String written) {
    return switch (AsOfReading.of(written)) {
      case AsOfReading.Read(AsOf asOf) -> asOf;
      case AsOfReading.Unreadable(String reason, var arguments) ->
          throw new AssertionError(reason + arguments);
    };
  }

  private static String refused(String written) {
    return switch (AsOfReading.of(written)) {
      case AsOfReading.Read(AsOf asOf) -> "read as " + asOf;
      case AsOfReading.Unreadable(String reason, var _) -> reason;
    };
  }

  @Example
  void every_way_in_which_the_prefecture_writes_a_time_is_read_as_exactly_as_it_was_said() {
    assertThat(read("R6年度")).isEqualTo(AsOf.fiscalYear(FY2024));
    assertThat(read("令和6年度")).isEqualTo(AsOf.fiscalYear(FY2024));
    assertThat(read("2024年度")).isEqualTo(AsOf.fiscalYear(FY2024));
    assertThat(read("FY2024")).isEqualTo(AsOf.fiscalYear(FY2024));
    assertThat(read("平成36年度")).isEqualTo(AsOf.fiscalYear(FY2024));
    assertThat(read("令和元年度")).isEqualTo(AsOf.fiscalYear(new FiscalYear(2019)));
    assertThat(read("R6年度末")).isEqualTo(AsOf.fiscalYearEnd(FY2024));
    assertThat(read("end of FY2024")).isEqualTo(AsOf.fiscalYearEnd(FY2024));
    assertThat(read("R5年度卒")).isEqualTo(AsOf.graduates(new FiscalYear(2023)));
    assertThat(read("R7年")).isEqualTo(AsOf.calendarYear(2025));
    assertThat(read("R7.3月")).isEqualTo(AsOf.month(YearMonth.of(2025, 3)));
    assertThat(read("R5年7月")).isEqualTo(AsOf.month(YearMonth.of(2023, 7)));
    assertThat(read("2025-03")).isEqualTo(AsOf.month(YearMonth.of(2025, 3)));
    assertThat(read("R6.3月末")).isEqualTo(AsOf.monthEnd(YearMonth.of(2024, 3)));
    assertThat(read("R7年6月末頃")).isEqualTo(AsOf.monthEnd(YearMonth.of(2025, 6)));
    assertThat(read("令和7年3月31日")).isEqualTo(AsOf.day(LocalDate.of(2025, 3, 31)));
    assertThat(read("R7.3.31")).isEqualTo(AsOf.day(LocalDate.of(2025, 3, 31)));
  }

  @Example
  void an_era_year_and_a_western_year_that_disagree_are_not_read() {
    assertThat(read("令和6年度(2024年度)")).isEqualTo(AsOf.fiscalYear(FY2024));
    assertThat(read("令和6(2024)年度")).isEqualTo(AsOf.fiscalYear(FY2024));
    assertThat(read("2024年度(令和6年度)")).isEqualTo(AsOf.fiscalYear(FY2024));
    assertThat(refused("令和6年度(2025年度)")).isEqualTo("indicator.as-of.disagree");
    assertThat(refused("令和6(2023)年度")).isEqualTo("indicator.as-of.disagree");
    assertThat(refused("2024年(令和7年)")).isEqualTo("indicator.as-of.disagree");
  }

  @Example
  void what_may_mean_two_things_or_nothing_is_refused_with_the_reason() {
    assertThat(refused("R6")).isEqualTo("indicator.as-of.which-year");
    assertThat(refused("2024")).isEqualTo("indicator.as-of.which-year");
    assertThat(refused("R6年13月")).isEqualTo("indicator.as-of.unreadable");
    assertThat(refused("来年度")).isEqualTo("indicator.as-of.unreadable");
    assertThat(refused(" ")).isEqualTo("indicator.as-of.empty");
  }

  @Example
  void a_time_is_older_than_a_year_only_when_all_of_it_lies_before() {
    assertThat(read("R5年7月").isOlderThanYearOf(read("R6年度"))).isTrue();
    assertThat(read("R6年3月").isOlderThanYearOf(read("R7年3月"))).isTrue();
    assertThat(read("R6年4月").isOlderThanYearOf(read("R7年3月"))).isFalse();
    assertThat(read("R6年度").isOlderThanYearOf(read("R7年"))).as("it reaches into 2025").isFalse();
    assertThat(read("R5年度").isOlderThanYearOf(read("R6年"))).as("until March 2024").isFalse();
    assertThat(read("R2年").isOlderThanYearOf(read("R7年"))).isTrue();
  }

  @Example
  void a_time_is_said_in_both_languages() {
    assertThat(read("R6年度末").label(Locale.JAPANESE)).isEqualTo("令和6年度末");
    assertThat(read("R6年度末").label(Locale.ENGLISH)).isEqualTo("end of FY2024");
    assertThat(read("R6年度卒").label(Locale.JAPANESE)).isEqualTo("令和6年度卒");
    assertThat(read("R7年").label(Locale.JAPANESE)).isEqualTo("令和7年");
    assertThat(read("R7年").label(Locale.ENGLISH)).isEqualTo("2025 (Reiwa 7)");
  }

  @Provide
  Arbitrary<AsOf> times() {
    return Combinators.combine(
            Arbitraries.of(AsOf.Precision.values()), Arbitraries.integers().between(0, 18_000))
        .as((precision, days) -> of(precision, LocalDate.of(1995, 1, 1).plusDays(days)));
  }

  private static AsOf of(AsOf.Precision precision, LocalDate day) {
    return switch (precision) {
      case DAY -> AsOf.day(day);
      case MONTH -> AsOf.month(YearMonth.from(day));
      case MONTH_END -> AsOf.monthEnd(YearMonth.from(day));
      case CALENDAR_YEAR -> AsOf.calendarYear(day.getYear());
      case FISCAL_YEAR -> AsOf.fiscalYear(FiscalYear.of(day));
      case FISCAL_YEAR_END -> AsOf.fiscalYearEnd(FiscalYear.of(day));
      case GRADUATES -> AsOf.graduates(FiscalYear.of(day));
    };
  }

  @Property(tries = 2_000)
  void what_is_written_compactly_is_read_back_as_the_same_time(@ForAll("times") AsOf time) {
    assertThat(read(time.compact())).isEqualTo(time);
  }

  @Property(tries = 2_000)
  void a_time_lies_within_the_year_it_names_and_is_never_older_than_it(@ForAll("times") AsOf time) {
    assertThat(time.isOlderThanYearOf(time)).isFalse();
    assertThat(time.yearBegins()).isBeforeOrEqualTo(time.day());
    assertThat(time.last()).isAfterOrEqualTo(time.day());
    assertThat(time.last()).isBefore(time.yearBegins().plusYears(1));
  }
}
