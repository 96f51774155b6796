package tasuki.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tasuki.calendar.AdmissionRules.GRADE_ONE;
import static tasuki.calendar.AdmissionRules.GRADE_ONE_BEFORE_REFORM;
import static tasuki.calendar.AdmissionRules.GRADE_TWO;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tasuki.calendar.Condition.DayIsOff;
import tasuki.calendar.Condition.EventAfterClosing;
import tasuki.calendar.Condition.EventOnDayOff;

class ClockRuleTest {
  private final BusinessCalendar usual = BusinessCalendar.usualForCareManagement(Holidays.byLaw());

  @Test
  void the_first_grade_ends_with_the_day_of_admission() {
    Deadline deadline = GRADE_ONE.evaluate(at("2026-11-24T10:00"), usual);

    assertThat(deadline.until()).isEqualTo("2026-11-25T00:00");
    assertThat(deadline.instant()).isEqualTo(Instant.parse("2026-11-24T15:00:00Z"));
    assertThat(deadline.extended()).isEmpty();
    assertThat(deadline.inWords(Locale.JAPANESE)).isEqualTo("11/24(火) 24:00まで(1日目・入院日=1日目)");
    assertThat(deadline.inWords(Locale.ENGLISH))
        .isEqualTo("until the end of Tue 24 Nov (day 1, admission day = day 1)");
  }

  @Test
  void the_first_grade_has_the_next_day_too_after_closing_time_or_on_a_day_off() {
    Deadline evening = GRADE_ONE.evaluate(at("2026-11-24T19:00"), usual);
    Deadline saturday = GRADE_ONE.evaluate(at("2026-11-21T10:00"), usual);

    assertThat(evening.lastDay()).isEqualTo("2026-11-25");
    assertThat(evening.inWords(Locale.JAPANESE))
        .isEqualTo("11/25(水) 24:00まで(2日目・入院日=1日目・1日延長:営業時間終了後)");
    assertThat(saturday.lastDay())
        .as("one day only, though the Sunday is closed too")
        .isEqualTo("2026-11-22");
    assertThat(saturday.extended().getFirst().grounds()).containsExactly(new EventOnDayOff());
    assertThat(saturday.inWords(Locale.ENGLISH))
        .isEqualTo(
            "until the end of Sun 22 Nov"
                + " (day 2, admission day = day 1, 1 day longer: not a business day)");
  }

  @Test
  void the_second_grade_has_a_fourth_day_only_after_closing_and_when_the_third_is_a_day_off() {
    assertThat(GRADE_TWO.evaluate(at("2026-11-19T10:00"), usual).lastDay()).isEqualTo("2026-11-21");
    assertThat(GRADE_TWO.evaluate(at("2026-11-24T19:00"), usual).lastDay()).isEqualTo("2026-11-26");
    Deadline thursdayEvening = GRADE_TWO.evaluate(at("2026-11-19T19:00"), usual);
    assertThat(thursdayEvening.lastDay()).isEqualTo("2026-11-22");
    assertThat(thursdayEvening.extended().getFirst().grounds())
        .containsExactly(new EventAfterClosing(), new DayIsOff(3));
    assertThat(thursdayEvening.inWords(Locale.JAPANESE))
        .isEqualTo("11/22(日) 24:00まで(4日目・入院日=1日目・1日延長:営業時間終了後、3日目が営業日以外)");
  }

  @Test
  void an_admission_on_a_day_off_is_not_after_closing_time_for_the_second_grade() {
    assertThat(GRADE_TWO.evaluate(at("2026-11-21T23:00"), usual).lastDay()).isEqualTo("2026-11-23");
  }

  @Test
  void information_before_admission_counts_for_the_first_grade_but_not_for_the_second() {
    Deadline first = GRADE_ONE.evaluate(at("2026-11-24T10:00"), usual);
    Deadline second = GRADE_TWO.evaluate(at("2026-11-24T10:00"), usual);

    assertThat(first.isKeptBy(at("2026-11-20T10:00"))).isTrue();
    assertThat(first.isKeptBy(at("2026-11-24T23:59:59"))).isTrue();
    assertThat(first.isKeptBy(at("2026-11-25T00:00"))).isFalse();
    assertThat(second.isKeptBy(at("2026-11-24T23:59"))).isFalse();
    assertThat(second.isKeptBy(at("2026-11-25T00:00"))).isTrue();
    assertThat(second.isKeptBy(at("2026-11-26T23:59"))).isTrue();
    assertThat(second.isKeptBy(at("2026-11-27T00:00"))).isFalse();
  }

  @Test
  void a_version_judges_the_events_of_its_own_time_only() {
    List<ClockRule> rules = List.of(GRADE_ONE_BEFORE_REFORM, GRADE_ONE, GRADE_TWO);
    String code = GRADE_ONE.code();

    assertThat(ClockRule.inForce(rules, code, LocalDate.of(2024, 3, 31)))
        .contains(GRADE_ONE_BEFORE_REFORM);
    assertThat(ClockRule.inForce(rules, code, LocalDate.of(2024, 4, 1))).contains(GRADE_ONE);
    assertThat(ClockRule.inForce(rules, code, LocalDate.of(2018, 3, 31))).isEmpty();
    assertThatThrownBy(() -> GRADE_ONE.evaluate(at("2024-03-31T10:00"), usual))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_local_rule_may_end_at_closing_time_and_is_then_written_so() {
    ClockRule rule = localRule(FirstDay.EVENT_DAY, 3);
    Deadline deadline = rule.evaluate(at("2026-11-24T10:00"), usual);

    assertThat(
            localRule(FirstDay.EVENT_DAY, 5)
                .evaluate(at("2026-11-20T10:00"), usual)
                .inWords(Locale.JAPANESE))
        .isEqualTo("11/24(火) 17:30まで(5日目・入院日=1日目)");
    assertThat(deadline.inWords(Locale.JAPANESE)).isEqualTo("11/26(木) 17:30まで(3日目・入院日=1日目)");
    assertThat(deadline.inWords(Locale.ENGLISH))
        .isEqualTo("until Thu 26 Nov 17:30 (day 3, admission day = day 1)");
    assertThat(deadline.isPast(at("2026-11-26T17:30:59"))).isFalse();
    assertThat(deadline.isPast(at("2026-11-26T17:31"))).isTrue();
  }

  @Test
  void closing_time_never_cuts_a_day_off_short() {
    Deadline deadline = localRule(FirstDay.EVENT_DAY, 3).evaluate(at("2026-11-19T10:00"), usual);

    assertThat(deadline.inWords(Locale.JAPANESE)).isEqualTo("11/21(土) 24:00まで(3日目・入院日=1日目)");
  }

  @Test
  void a_count_may_begin_the_day_after_or_run_before_the_event() {
    LocalDateTime event = at("2026-11-24T10:00");

    assertThat(localRule(FirstDay.NEXT_DAY, 1).evaluate(event, usual).inWords(Locale.JAPANESE))
        .isEqualTo("11/25(水) 17:30まで(1日目・入院日の翌日=1日目)");
    assertThat(localRule(FirstDay.NEXT_DAY, 1).evaluate(event, usual).inWords(Locale.ENGLISH))
        .isEqualTo("until Wed 25 Nov 17:30 (day 1, day after the admission day = day 1)");
    assertThat(localRule(FirstDay.NEXT_DAY, 0).evaluate(event, usual).inWords(Locale.JAPANESE))
        .isEqualTo("11/24(火) 17:30まで(入院日当日)");
    assertThat(localRule(FirstDay.NEXT_DAY, -1).evaluate(event, usual).inWords(Locale.JAPANESE))
        .isEqualTo("11/23(月) 24:00まで(入院日の前日)");
    assertThat(localRule(FirstDay.NEXT_DAY, -7).evaluate(event, usual).inWords(Locale.ENGLISH))
        .isEqualTo("until Tue 17 Nov 17:30 (7 days before the admission day)");
    assertThat(localRule(FirstDay.NEXT_DAY, -60).evaluate(event, usual).inWords(Locale.JAPANESE))
        .isEqualTo("9/25(金) 17:30まで(入院日の60日前)");
  }

  @Test
  void a_rule_that_ends_before_it_begins_is_refused() {
    assertThatThrownBy(
            () ->
                new ClockRule(
                    "wrong",
                    ClockEvent.ADMISSION,
                    FirstDay.EVENT_DAY,
                    4,
                    3,
                    TimeLimit.END_OF_DAY,
                    List.of(),
                    LocalDate.of(2024, 4, 1),
                    null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_period_of_months_ends_the_day_before_its_date_or_with_the_month() {
    assertThat(months("2026-04-01", 6)).isEqualTo("2026-09-30");
    assertThat(months("2026-04-15", 6)).isEqualTo("2026-10-14");
    assertThat(months("2026-08-31", 6)).isEqualTo("2027-02-28");
    assertThat(months("2026-03-01", 12)).isEqualTo("2027-02-28");
    assertThat(months("2027-08-29", 6)).isEqualTo("2028-02-28");
    assertThat(months("2027-08-30", 6)).isEqualTo("2028-02-29");
  }

  private static LocalDate months(String first, int months) {
    return new DayCount(LocalDate.parse(first), FirstDay.EVENT_DAY).lastDayOfMonths(months);
  }

  private static ClockRule localRule(FirstDay firstDay, int dayUntil) {
    return new ClockRule(
        "local",
        ClockEvent.ADMISSION,
        firstDay,
        null,
        dayUntil,
        TimeLimit.CLOSING_TIME,
        List.of(),
        LocalDate.of(2024, 4, 1),
        null);
  }

  private static LocalDateTime at(String text) {
    return LocalDateTime.parse(text);
  }
}
