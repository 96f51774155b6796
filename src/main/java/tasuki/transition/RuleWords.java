package tasuki.transition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.calendar.BusinessCalendar;
import tasuki.calendar.ClockEvent;
import tasuki.calendar.HolidaySource;
import tasuki.calendar.JapanTime;

/** Writes the clocks of a rule out, each with an example that begins today. */
@Component
class RuleWords {

  /**
   * A clock in words.
   *
   * @param groups for whom it is; null for everybody
   */
  record ClockWords(
      String who, String what, String example, boolean wish, @Nullable String groups) {}

  /** What a rule would mean for somebody admitted on a Friday evening. */
  record Preview(String example, List<ClockWords> clocks) {}

  /** A version in words. */
  record VersionWords(
      String name, String valid, boolean inForce, String readmission, List<ClockWords> clocks) {}

  private static final int EXAMPLE_STAY = 14;

  private final StayWords say;
  private final HolidaySource holidays;

  RuleWords(StayWords say, HolidaySource holidays) {
    this.say = say;
    this.holidays = holidays;
  }

  VersionWords version(TransitionRules.Version version) {
    LocalDate today = today();
    LocalDate until = version.until();
    boolean inForce = !version.from().isAfter(today) && (until == null || !until.isBefore(today));
    return new VersionWords(
        say.locale().getLanguage().equals("en") ? version.nameEnglish() : version.name(),
        until == null
            ? say.of("rule.since", say.date(version.from()))
            : say.of("rule.between", say.date(version.from()), say.date(until)),
        inForce,
        say.of("rule.readmission", version.readmissionDays()),
        version.lines().stream().map(this::clock).toList());
  }

  private ClockWords clock(ClockLine line) {
    LocalDate today = today();
    return clock(line, today.atTime(10, 0), today.plusDays(EXAMPLE_STAY).atTime(10, 0));
  }

  private ClockWords clock(ClockLine line, LocalDateTime admitted, LocalDateTime discharged) {
    boolean leaving = line.rule().event() == ClockEvent.DISCHARGE;
    LocalDateTime event = leaving ? discharged : admitted;
    String deadline =
        line.rule()
            .evaluate(event, BusinessCalendar.usualForCareManagement(holidays.inForce()))
            .inWords(say.locale());
    return new ClockWords(
        say.of("side." + line.side()),
        say.of("todo." + line.step()),
        say.of(
            leaving ? "rule.example.discharge" : "rule.example.admission",
            say.day(event.toLocalDate()),
            deadline,
            event.toLocalTime().toString()),
        line.wish(),
        groups(line));
  }

  private @Nullable String groups(ClockLine line) {
    if (line.groups().isEmpty()) {
      return null;
    }
    return line.groups().stream()
        .sorted()
        .map(group -> say.of("group." + group))
        .collect(Collectors.joining(say.of("rule.and")));
  }

  /** The dates of a rule that is being written, for a Friday on which it would be in force. */
  Preview preview(List<LocalClock> clocks, LocalDate from) {
    LocalDateTime admitted =
        from.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)).atTime(18, 10);
    LocalDateTime discharged = admitted.toLocalDate().plusDays(EXAMPLE_STAY).atTime(10, 0);
    return new Preview(
        say.of(
            "rule.preview.example",
            say.date(admitted.toLocalDate()),
            admitted.toLocalTime().toString(),
            say.date(discharged.toLocalDate())),
        ClockReader.read(LocalClock.json(clocks, "preview")).stream()
            .map(line -> clock(line, admitted, discharged))
            .toList());
  }

  /** A line of the hospitals' fee in words. */
  record FeeWords(int grade, @Nullable WardType wardType, ClockWords clock) {}

  /** What each grade of 入退院支援加算 asks for today. */
  List<FeeWords> fees() {
    List<FeeWords> fees = new ArrayList<>();
    for (ClockLine line : ClockTable.fees()) {
      Integer grade = line.grade();
      if (line.side() == Side.HOSPITAL && grade != null && line.rule().isInForceOn(today())) {
        fees.add(new FeeWords(grade, line.wardType(), clock(line)));
      }
    }
    return fees;
  }

  LocalDate today() {
    return JapanTime.at(say.now().toInstant()).toLocalDate();
  }
}
