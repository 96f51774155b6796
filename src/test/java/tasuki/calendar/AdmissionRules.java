package tasuki.calendar;

import java.time.LocalDate;
import java.util.List;
import tasuki.calendar.Condition.AllOf;
import tasuki.calendar.Condition.AnyOf;
import tasuki.calendar.Condition.DayIsOff;
import tasuki.calendar.Condition.EventAfterClosing;
import tasuki.calendar.Condition.EventOnDayOff;

/** 入院時情報連携加算 as data, the way another room will keep it. */
final class AdmissionRules {
  private static final LocalDate REFORM = LocalDate.of(2024, 4, 1);

  static final ClockRule GRADE_ONE =
      new ClockRule(
          "admission-information-1",
          ClockEvent.ADMISSION,
          FirstDay.EVENT_DAY,
          null,
          1,
          TimeLimit.END_OF_DAY,
          List.of(
              new Extension(new AnyOf(List.of(new EventAfterClosing(), new EventOnDayOff())), 1)),
          REFORM,
          null);

  static final ClockRule GRADE_TWO =
      new ClockRule(
          "admission-information-2",
          ClockEvent.ADMISSION,
          FirstDay.EVENT_DAY,
          2,
          3,
          TimeLimit.END_OF_DAY,
          List.of(new Extension(new AllOf(List.of(new EventAfterClosing(), new DayIsOff(3))), 1)),
          REFORM,
          null);

  static final ClockRule GRADE_ONE_BEFORE_REFORM =
      new ClockRule(
          "admission-information-1",
          ClockEvent.ADMISSION,
          FirstDay.EVENT_DAY,
          null,
          3,
          TimeLimit.END_OF_DAY,
          List.of(),
          LocalDate.of(2018, 4, 1),
          REFORM.minusDays(1));

  private AdmissionRules() {}
}
