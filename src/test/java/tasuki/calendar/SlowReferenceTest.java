package tasuki.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static tasuki.calendar.AdmissionRules.GRADE_ONE;
import static tasuki.calendar.AdmissionRules.GRADE_TWO;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The arithmetic against {@link SlowOffice}, which enumerates days and minutes. */
class SlowReferenceTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 4, 1);
  private static final LocalDate LAST = LocalDate.of(2030, 12, 20);
  private static final int MINUTES = 24 * 60;

  @Example
  void every_admission_minute_of_the_usual_office_until_2030_has_the_deadline_of_the_slow_way() {
    SlowOffice office = SlowOffice.usual();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      for (int minute = 0; minute < MINUTES; minute++) {
        check(office, day, minute);
      }
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void every_admission_minute_of_any_office_has_the_deadline_of_the_slow_way(
      @ForAll("offices") SlowOffice.Told told, @ForAll("days") LocalDate start) {
    SlowOffice office = new SlowOffice(told);
    for (LocalDate day = start; day.isBefore(start.plusDays(30)); day = day.plusDays(1)) {
      for (int minute = 0; minute < MINUTES; minute++) {
        check(office, day, minute);
      }
    }
  }

  private static void check(SlowOffice office, LocalDate day, int minute) {
    LocalDateTime admitted = SlowOffice.moment(day, minute);
    check(
        GRADE_ONE.evaluate(admitted, office.calendar()),
        office.daysOfGradeOne(day, minute),
        admitted);
    check(
        GRADE_TWO.evaluate(admitted, office.calendar()),
        office.daysOfGradeTwo(day, minute),
        admitted);
  }

  // Plain comparisons: a fluent assertion for each of millions of minutes would be most of the
  // work.
  private static void check(Deadline deadline, List<LocalDate> days, LocalDateTime admitted) {
    if (!deadline.lastDay().equals(days.getLast())
        || !deadline.until().equals(days.getLast().plusDays(1).atStartOfDay())) {
      throw new AssertionError(admitted + ": " + deadline + " but the slow way says " + days);
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void information_counts_exactly_on_the_days_of_the_slow_way(
      @ForAll("offices") SlowOffice.Told told,
      @ForAll("days") LocalDate day,
      @ForAll @IntRange(max = MINUTES - 1) int minute) {
    SlowOffice office = new SlowOffice(told);
    LocalDateTime admitted = SlowOffice.moment(day, minute);
    Deadline two = GRADE_TWO.evaluate(admitted, office.calendar());
    Deadline one = GRADE_ONE.evaluate(admitted, office.calendar());

    for (int later = 0; later < 7 * MINUTES; later += 7) {
      LocalDateTime given = day.minusDays(1).atStartOfDay().plusMinutes(later);
      LocalDate on = given.toLocalDate();
      assertThat(two.isKeptBy(given)).isEqualTo(office.daysOfGradeTwo(day, minute).contains(on));
      assertThat(one.isKeptBy(given))
          .isEqualTo(on.isBefore(day) || office.daysOfGradeOne(day, minute).contains(on));
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void business_days_and_hours_are_those_of_the_slow_way(
      @ForAll("offices") SlowOffice.Told told, @ForAll("days") LocalDate start) {
    SlowOffice office = new SlowOffice(told);
    BusinessCalendar calendar = office.calendar();
    for (LocalDate day = start; day.isBefore(start.plusDays(370)); day = day.plusDays(1)) {
      if (day.getYear() > 2030) {
        return;
      }
      assertThat(calendar.isBusinessDay(day)).as("%s", day).isEqualTo(office.works(day));
      assertThat(calendar.closureOn(day).isEmpty()).as("%s", day).isEqualTo(office.works(day));
      for (int minute = 0; minute < MINUTES; minute += 13) {
        assertThat(calendar.isOpenAt(SlowOffice.moment(day, minute)))
            .isEqualTo(office.isOpen(day, minute));
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void going_on_by_business_days_and_counting_them_back_agree_with_the_slow_way(
      @ForAll("offices") SlowOffice.Told told,
      @ForAll("days") LocalDate start,
      @ForAll @IntRange(min = 1, max = 40) int number) {
    SlowOffice office = new SlowOffice(told);
    LocalDate last = start;
    int worked = 0;
    for (LocalDate day = start.plusDays(1); worked < number; day = day.plusDays(1)) {
      if (!day.isBefore(last.plusYears(3))) {
        assertThat(office.calendar().plusBusinessDays(start, number)).as("three years").isEmpty();
        return;
      }
      if (day.isAfter(LAST)) {
        return;
      }
      if (office.works(day)) {
        last = day;
        worked++;
      }
    }
    assertThat(office.calendar().plusBusinessDays(start, number)).contains(last);
    assertThat(office.calendar().businessDaysBetween(start.plusDays(1), last.plusDays(1)))
        .isEqualTo(number);
  }

  @Property
  void the_number_of_a_counted_day_is_the_number_it_was_counted_by(
      @ForAll("days") LocalDate event,
      @ForAll FirstDay firstDay,
      @ForAll @IntRange(min = -400, max = 400) int number) {
    DayCount count = new DayCount(event, firstDay);

    assertThat(count.numberOf(count.day(number))).isEqualTo(number);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(FIRST.toEpochDay(), LAST.minusDays(40).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<SlowOffice.Told> offices() {
    Arbitrary<Set<LocalDate>> someDays = days().set().ofMaxSize(60);
    Arbitrary<List<Integer>> opens = Arbitraries.integers().between(-400, 700).list().ofSize(7);
    Arbitrary<List<Integer>> closes = Arbitraries.integers().between(701, MINUTES).list().ofSize(7);
    Arbitrary<Boolean> choice = Arbitraries.of(true, false);
    return Combinators.combine(opens, closes, choice, choice, someDays, someDays)
        .as(SlowOffice.Told::new);
  }
}
