package tasuki.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
  private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private static final DayHours MORNING = DayHours.of(LocalTime.of(9, 0), LocalTime.NOON);

  private final Holidays holidays = Holidays.byLaw();
  private final BusinessCalendar usual = BusinessCalendar.usualForCareManagement(holidays);

  @Test
  void the_usual_office_is_closed_on_weekends_holidays_and_around_new_year() {
    assertThat(usual.isBusinessDay(TUESDAY)).isTrue();
    assertThat(usual.closureOn(TUESDAY)).isEmpty();
    assertThat(usual.closureOn(SATURDAY)).contains(new Closure.EveryWeek(DayOfWeek.SATURDAY));
    assertThat(usual.closureOn(LocalDate.of(2026, 11, 23)))
        .containsInstanceOf(Closure.OnHoliday.class);
    assertThat(usual.closureOn(LocalDate.of(2026, 12, 29)))
        .contains(new Closure.EveryYear(YearlyClosing.newYear()));
    assertThat(usual.isBusinessDay(LocalDate.of(2026, 12, 28))).isTrue();
    assertThat(usual.isBusinessDay(LocalDate.of(2027, 1, 3))).isFalse();
    assertThat(usual.isBusinessDay(LocalDate.of(2027, 1, 4))).isTrue();
  }

  @Test
  void the_minute_of_closing_is_closed_but_not_yet_after_closing() {
    assertThat(usual.isOpenAt(TUESDAY.atTime(8, 29))).isFalse();
    assertThat(usual.isOpenAt(TUESDAY.atTime(8, 30))).isTrue();
    assertThat(usual.isOpenAt(TUESDAY.atTime(17, 29))).isTrue();
    assertThat(usual.isOpenAt(TUESDAY.atTime(17, 30))).isFalse();
    assertThat(usual.isAfterClosing(TUESDAY.atTime(17, 30, 59))).isFalse();
    assertThat(usual.isAfterClosing(TUESDAY.atTime(17, 31))).isTrue();
    assertThat(usual.isAfterClosing(TUESDAY.atTime(3, 0))).isFalse();
    assertThat(usual.isAfterClosing(SATURDAY.atTime(23, 0))).isFalse();
    assertThat(usual.closingTime(TUESDAY)).contains(TUESDAY.atTime(17, 30));
    assertThat(usual.closingTime(SATURDAY)).isEmpty();
  }

  @Test
  void an_exception_outweighs_every_rule_in_both_directions() {
    LocalDate holiday = LocalDate.of(2026, 11, 23);
    DatedException founding = DatedException.closed(TUESDAY, "創立記念日");
    BusinessCalendar office =
        BusinessCalendar.of(
            holidays,
            List.of(BusinessRules.usualForCareManagement(LocalDate.of(2024, 4, 1))),
            List.of(founding, new DatedException(holiday, MORNING, "当番")));

    assertThat(office.closureOn(TUESDAY)).contains(new Closure.ThatDay(founding));
    assertThat(office.isBusinessDay(TUESDAY)).isFalse();
    assertThat(office.closureOn(holiday)).isEmpty();
    assertThat(office.closingTime(holiday)).contains(holiday.atTime(12, 0));
  }

  @Test
  void rules_change_on_the_day_they_are_valid_from_and_the_first_ones_reach_back() {
    BusinessRules weekdays = BusinessRules.usualForCareManagement(LocalDate.of(2024, 4, 1));
    BusinessRules withSaturdays =
        new BusinessRules(SATURDAY, Map.of(DayOfWeek.SATURDAY, MORNING), false, List.of());
    BusinessCalendar office =
        BusinessCalendar.of(holidays, List.of(withSaturdays, weekdays), List.of());

    assertThat(office.isBusinessDay(SATURDAY)).isTrue();
    assertThat(office.isBusinessDay(SATURDAY.minusWeeks(1))).isFalse();
    assertThat(office.isBusinessDay(TUESDAY)).isFalse();
    assertThat(office.isBusinessDay(LocalDate.of(2020, 11, 24))).isTrue();
  }

  @Test
  void a_day_may_have_a_noon_break_and_end_at_midnight() {
    DayHours hours =
        new DayHours(
            List.of(
                new OpenInterval(LocalTime.of(9, 0), LocalTime.NOON),
                new OpenInterval(LocalTime.of(13, 0), LocalTime.MIDNIGHT)));

    assertThat(hours.isOpenAt(LocalTime.of(12, 30))).isFalse();
    assertThat(hours.isOpenAt(LocalTime.of(23, 59))).isTrue();
    assertThat(hours.closesOn(TUESDAY)).contains(LocalDateTime.of(2026, 11, 25, 0, 0));
    assertThat(DayHours.ALL_DAY.isOpenAt(LocalTime.MIDNIGHT)).isTrue();
  }

  @Test
  void hours_that_cannot_be_are_refused() {
    OpenInterval morning = new OpenInterval(LocalTime.of(9, 0), LocalTime.NOON);
    OpenInterval night = new OpenInterval(LocalTime.of(18, 0), LocalTime.MIDNIGHT);

    assertThatThrownBy(() -> new OpenInterval(LocalTime.NOON, LocalTime.of(9, 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DayHours(List.of(morning, morning)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DayHours(List.of(night, morning)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void two_truths_for_one_day_and_no_truth_at_all_are_refused() {
    BusinessRules rules = BusinessRules.usualForCareManagement(SATURDAY);
    DatedException closed = DatedException.closed(TUESDAY, "研修");

    assertThatThrownBy(() -> BusinessCalendar.of(holidays, List.of(rules, rules), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BusinessCalendar.of(holidays, List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BusinessCalendar.of(holidays, List.of(rules), List.of(closed, closed)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void business_days_are_counted_over_holidays() {
    LocalDate friday = LocalDate.of(2026, 11, 20);

    assertThat(usual.nextBusinessDay(friday)).contains(TUESDAY);
    assertThat(usual.sameOrNextBusinessDay(friday)).contains(friday);
    assertThat(usual.sameOrNextBusinessDay(SATURDAY)).contains(TUESDAY);
    assertThat(usual.plusBusinessDays(friday, 0)).contains(friday);
    assertThat(usual.plusBusinessDays(friday, 3)).contains(LocalDate.of(2026, 11, 26));
    assertThat(usual.businessDaysBetween(friday, LocalDate.of(2026, 11, 26))).isEqualTo(3);
    assertThat(usual.businessDaysBetween(friday, friday)).isZero();
    assertThatThrownBy(() -> usual.plusBusinessDays(friday, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> usual.businessDaysBetween(TUESDAY, friday))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_suspended_office_has_no_next_business_day() {
    BusinessCalendar suspended =
        BusinessCalendar.of(
            holidays, List.of(new BusinessRules(SATURDAY, Map.of(), true, List.of())), List.of());

    assertThat(suspended.nextBusinessDay(TUESDAY)).isEmpty();
    assertThat(suspended.plusBusinessDays(TUESDAY, 2)).isEmpty();
  }

  @Test
  void a_yearly_closing_may_lie_inside_a_year_or_pass_its_end() {
    YearlyClosing bon = new YearlyClosing(MonthDay.of(8, 13), MonthDay.of(8, 15), "盆");

    assertThat(bon.contains(LocalDate.of(2026, 8, 12))).isFalse();
    assertThat(bon.contains(LocalDate.of(2026, 8, 13))).isTrue();
    assertThat(bon.contains(LocalDate.of(2026, 8, 15))).isTrue();
    assertThat(bon.contains(LocalDate.of(2026, 8, 16))).isFalse();
    assertThat(YearlyClosing.newYear().contains(LocalDate.of(2026, 12, 28))).isFalse();
    assertThat(YearlyClosing.newYear().contains(LocalDate.of(2026, 12, 31))).isTrue();
    assertThat(YearlyClosing.newYear().contains(LocalDate.of(2027, 1, 3))).isTrue();
    assertThat(YearlyClosing.newYear().contains(LocalDate.of(2027, 1, 4))).isFalse();
  }
}
