package tasuki.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tasuki.calendar.FiscalYear;

/** When entries end, are reminded of and renewed, against references that walk day by day. */
class TermPropertyTest {

  private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 4_500).map(FIRST::plusDays);
  }

  @Provide
  Arbitrary<Validity> limited() {
    return Combinators.combine(
            Arbitraries.of(Validity.Unit.YEARS, Validity.Unit.MONTHS, Validity.Unit.FISCAL_YEARS),
            Arbitraries.integers().between(1, 14))
        .as(Validity::new);
  }

  @Property(tries = 2_000)
  void an_entry_ends_on_the_day_that_counting_on_the_fingers_gives(
      @ForAll("days") LocalDate from, @ForAll("limited") Validity validity) {
    assertThat(validity.until(from)).contains(slowEnd(from, validity));
  }

  /** Walks from day to day until the period is full (民法第143条). */
  private static LocalDate slowEnd(LocalDate from, Validity validity) {
    if (validity.unit() == Validity.Unit.FISCAL_YEARS) {
      int ends = 0;
      for (LocalDate day = from; ; day = day.plusDays(1)) {
        boolean lastOfYear = day.getMonth() == Month.MARCH && day.getDayOfMonth() == 31;
        ends += lastOfYear ? 1 : 0;
        if (ends == validity.count()) {
          return day;
        }
      }
    }
    int months = validity.unit() == Validity.Unit.YEARS ? 12 * validity.count() : validity.count();
    int passed = 0;
    LocalDate day = from;
    while (true) {
      LocalDate next = day.plusDays(1);
      passed += next.getDayOfMonth() == 1 ? 1 : 0;
      boolean full =
          passed == months && next.getDayOfMonth() == from.getDayOfMonth()
              // The last month has no such day: it ends with the month.
              || passed == months + 1;
      if (full) {
        return day;
      }
      day = next;
    }
  }

  @Example
  void the_days_that_people_argue_about() {
    assertThat(new Validity(Validity.Unit.YEARS, 1).until(LocalDate.of(2024, 2, 29)))
        .contains(LocalDate.of(2025, 2, 28));
    assertThat(new Validity(Validity.Unit.YEARS, 4).until(LocalDate.of(2024, 2, 29)))
        .contains(LocalDate.of(2028, 2, 28));
    assertThat(new Validity(Validity.Unit.MONTHS, 1).until(LocalDate.of(2026, 1, 31)))
        .contains(LocalDate.of(2026, 2, 28));
    assertThat(new Validity(Validity.Unit.FISCAL_YEARS, 1).until(LocalDate.of(2026, 3, 31)))
        .contains(LocalDate.of(2026, 3, 31));
    assertThat(Validity.WITHOUT_END.until(FIRST)).isEmpty();
  }

  @Property(tries = 1_000)
  void whoever_asks_every_day_is_told_each_step_once_on_its_day(
      @ForAll("days") LocalDate from,
      @ForAll @IntRange(min = 1, max = 400) int length,
      @ForAll @Size(max = 5) Set<@IntRange(min = 1, max = 420) Integer> steps) {
    LocalDate until = from.plusDays(length - 1L);
    Set<Integer> told = new HashSet<>();
    List<LocalDate> on = new ArrayList<>();
    for (LocalDate day = from.minusDays(3);
        !day.isAfter(until.plusDays(3));
        day = day.plusDays(1)) {
      LocalDate today = day;
      Reminders.due(from, until, steps, told, day)
          .ifPresent(
              step -> {
                assertThat(told.add(step)).as("once").isTrue();
                assertThat(until.minusDays(step)).isEqualTo(today);
                on.add(today);
              });
    }
    Set<LocalDate> expected = new TreeSet<>();
    for (int step : steps) {
      if (!until.minusDays(step).isBefore(from)) {
        expected.add(until.minusDays(step));
      }
    }
    assertThat(on).containsExactlyElementsOf(expected);
  }

  @Property(tries = 1_000)
  void after_days_without_anybody_only_the_nearest_step_is_told(
      @ForAll @Size(min = 1, max = 5) Set<@IntRange(min = 1, max = 90) Integer> steps,
      @ForAll @IntRange(min = 0, max = 100) int daysLeft) {
    LocalDate until = LocalDate.of(2026, 11, 30);
    LocalDate today = until.minusDays(daysLeft);
    List<Integer> told = new ArrayList<>();
    for (int again = 0; again < 3; again++) {
      Reminders.due(until.minusYears(1), until, steps, told, today).ifPresent(told::add);
    }
    List<Integer> missed = steps.stream().filter(step -> step >= daysLeft).sorted().toList();
    assertThat(told).isEqualTo(missed.isEmpty() ? List.of() : missed.subList(0, 1));
  }

  @Property(tries = 1_000)
  void who_applies_in_time_holds_without_a_gap_and_who_does_not_from_the_decision(
      @ForAll("days") LocalDate from,
      @ForAll("limited") Validity validity,
      @ForAll @IntRange(min = -400, max = 60) int applied,
      @ForAll @IntRange(min = 0, max = 90) int decidedAfter) {
    Term before = Term.of(from, validity);
    LocalDate last = slowEnd(from, validity);
    LocalDate appliedOn = last.plusDays(applied);
    LocalDate decidedOn = appliedOn.plusDays(decidedAfter);
    Term next = before.renewed(appliedOn, decidedOn, validity);
    LocalDate expected = applied <= 0 ? last.plusDays(1) : decidedOn;
    assertThat(next).isEqualTo(new Term(expected, slowEnd(expected, validity)));
    assertThat(next.from()).isAfter(last);
  }

  @Property(tries = 500)
  void a_report_is_owed_for_each_year_of_which_a_day_was_held(
      @ForAll("days") LocalDate from,
      @ForAll @IntRange(min = 0, max = 900) int held,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @Size(max = 3) Set<@IntRange(min = 2018, max = 2031) Integer> reported) {
    LocalDate last = from.plusDays(held);
    LocalDate today = last.plusDays(200);
    Set<Integer> years = new TreeSet<>();
    for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
      int year = day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear();
      boolean over = today.isAfter(LocalDate.of(year + 1, 3, 31));
      boolean recent = year >= FiscalYear.of(today).year() - 3;
      if (over && recent && !reported.contains(year)) {
        years.add(year);
      }
    }
    List<Reporting.Owed> owed = Reporting.owed(from, last, month, reported, today);
    assertThat(owed).extracting(one -> one.year().year()).containsExactlyElementsOf(years);
    for (Reporting.Owed one : owed) {
      LocalDate due = one.year().lastDay().plusDays(1);
      while (due.getMonthValue() != month || due.plusDays(1).getMonthValue() == month) {
        due = due.plusDays(1);
      }
      assertThat(one.due()).isEqualTo(due);
      assertThat(one.overdue()).isEqualTo(today.isAfter(due));
    }
  }
}
