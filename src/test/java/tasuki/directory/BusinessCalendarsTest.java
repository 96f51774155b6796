package tasuki.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.calendar.BusinessRules;
import tasuki.calendar.DatedException;
import tasuki.calendar.DayHours;
import tasuki.calendar.JapanTime;
import tasuki.calendar.OpenInterval;
import tasuki.calendar.YearlyClosing;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;

class BusinessCalendarsTest {

  private static final BusinessCalendars CALENDARS = House.bean(BusinessCalendars.class);

  private static OrganizationId office() {
    return House.as(
        Actor.NOBODY,
        () ->
            House.bean(Organizations.class)
                .add(
                    new NewOrganization(
                        OrganizationKind.CARE_MANAGEMENT_OFFICE,
                        "暦を試す事業所",
                        "コヨミヲタメスジギョウショ",
                        null,
                        "000-000-0000",
                        null,
                        null,
                        "架空県",
                        null,
                        true,
                        true,
                        LocalDate.of(2020, 4, 1))));
  }

  private static Actor of(OrganizationId office) {
    return new Actor.Member(UUID.randomUUID(), office.value(), Actor.Sight.NONE);
  }

  private static void does(OrganizationId office, Runnable work) {
    Acting.run(of(office), work);
  }

  private static LocalDate today() {
    return JapanTime.today(House.bean(Clock.class));
  }

  private static BusinessRules rules(LocalDate from) {
    DayHours halves =
        new DayHours(
            List.of(
                new OpenInterval(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                new OpenInterval(LocalTime.of(14, 0), LocalTime.MIDNIGHT)));
    return new BusinessRules(
        from,
        Map.of(DayOfWeek.SATURDAY, DayHours.ALL_DAY, DayOfWeek.MONDAY, halves),
        false,
        List.of(new YearlyClosing(MonthDay.of(12, 29), MonthDay.of(1, 3), "年末年始")));
  }

  @Test
  void an_office_that_has_said_nothing_works_as_most_do() {
    OrganizationId office = office();
    assertThat(CALENDARS.rulesOf(office)).isEmpty();
    assertThat(CALENDARS.calendarOf(office).isBusinessDay(LocalDate.of(2026, 11, 24))).isTrue();
    assertThat(CALENDARS.calendarOf(office).isBusinessDay(LocalDate.of(2026, 11, 23))).isFalse();
  }

  @Test
  void rules_come_back_as_they_were_set() {
    OrganizationId office = office();
    BusinessRules rules = rules(LocalDate.of(2021, 4, 1));
    does(office, () -> CALENDARS.set(office, rules));
    assertThat(CALENDARS.rulesOf(office)).containsExactly(rules);
    LocalDate holiday = LocalDate.of(2026, 11, 23);
    assertThat(CALENDARS.calendarsOf(List.of(office, office())))
        .hasSize(2)
        .hasEntrySatisfying(office, own -> assertThat(own.isBusinessDay(holiday)).isTrue());
  }

  @Test
  void a_dated_exception_moves_the_business_day_and_can_be_taken_back() {
    OrganizationId office = office();
    LocalDate tuesday = LocalDate.of(2026, 11, 24);
    does(office, () -> CALENDARS.except(office, DatedException.closed(tuesday, "研修")));
    assertThat(CALENDARS.calendarOf(office).isBusinessDay(tuesday)).isFalse();
    DayHours morning = DayHours.of(LocalTime.of(9, 0), LocalTime.of(12, 0));
    does(office, () -> CALENDARS.except(office, new DatedException(tuesday, morning, "午前だけ")));
    assertThat(CALENDARS.calendarOf(office).hoursOn(tuesday)).isEqualTo(morning);
    does(office, () -> CALENDARS.follow(office, tuesday));
    assertThat(CALENDARS.calendarOf(office).hoursOn(tuesday))
        .isEqualTo(DayHours.of(LocalTime.of(8, 30), LocalTime.of(17, 30)));
  }

  @Test
  void rules_of_the_past_stay_and_those_to_come_can_be_taken_back() {
    OrganizationId office = office();
    does(office, () -> CALENDARS.set(office, rules(today().minusYears(1))));
    assertThatThrownBy(() -> does(office, () -> CALENDARS.set(office, rules(today().minusDays(1)))))
        .isInstanceOf(RefusedException.class);
    LocalDate next = today().plusDays(10);
    does(office, () -> CALENDARS.set(office, BusinessRules.usualForCareManagement(next)));
    assertThat(CALENDARS.rulesOf(office)).hasSize(2);
    does(office, () -> CALENDARS.withdraw(office, next));
    assertThat(CALENDARS.rulesOf(office)).hasSize(1);
    assertThatThrownBy(() -> does(office, () -> CALENDARS.withdraw(office, today())))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void nobody_sets_the_days_of_another_not_even_past_the_service() {
    OrganizationId office = office();
    OrganizationId other = office();
    assertThatThrownBy(() -> does(other, () -> CALENDARS.set(office, rules(today()))))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(
            () ->
                House.as(
                    of(other),
                    () ->
                        House.bean(JdbcClient.class)
                            .sql("insert into directory.exception_day values (?, ?, 'x')")
                            .params(office.value(), today())
                            .update()))
        .isInstanceOf(DataAccessException.class);
  }
}
