package tasuki.calendar;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tasuki.calendar.Condition.AllOf;
import tasuki.calendar.Condition.AnyOf;
import tasuki.calendar.Condition.DayIsOff;
import tasuki.calendar.Condition.EventAfterClosing;
import tasuki.calendar.Condition.EventOnDayOff;

/** Judges conditions, and says by which of their parts they hold. */
final class Grounds {
  private final LocalDateTime event;
  private final DayCount count;
  private final BusinessCalendar calendar;

  Grounds(LocalDateTime event, DayCount count, BusinessCalendar calendar) {
    this.event = event;
    this.count = count;
    this.calendar = calendar;
  }

  /** The simple conditions by which a condition holds; empty if it does not hold. */
  List<Condition> of(Condition condition) {
    return switch (condition) {
      case EventAfterClosing simple -> only(simple, calendar.isAfterClosing(event));
      case EventOnDayOff simple -> only(simple, !calendar.isBusinessDay(event.toLocalDate()));
      case DayIsOff(int number) -> only(condition, !calendar.isBusinessDay(count.day(number)));
      case AnyOf(List<Condition> parts) ->
          parts.stream().flatMap(part -> of(part).stream()).toList();
      case AllOf(List<Condition> parts) -> ofAll(parts);
    };
  }

  private List<Condition> ofAll(List<Condition> parts) {
    List<Condition> grounds = new ArrayList<>();
    for (Condition part : parts) {
      List<Condition> found = of(part);
      if (found.isEmpty()) {
        return List.of();
      }
      grounds.addAll(found);
    }
    return List.copyOf(grounds);
  }

  private static List<Condition> only(Condition condition, boolean holds) {
    return holds ? List.of(condition) : List.of();
  }

  /** A simple condition in words: 営業時間終了後, 3日目が休業日. */
  static String inWords(Condition ground, Locale locale) {
    return switch (ground) {
      case EventAfterClosing ignored -> Wording.of("calendar.ground.after-closing", locale);
      case EventOnDayOff ignored -> Wording.of("calendar.ground.day-off", locale);
      case DayIsOff(int number) -> Wording.of("calendar.ground.day-is-off", locale, number);
      case AnyOf(List<Condition> parts) -> inWords(parts, locale);
      case AllOf(List<Condition> parts) -> inWords(parts, locale);
    };
  }

  static String inWords(List<Condition> grounds, Locale locale) {
    List<String> words = grounds.stream().map(ground -> inWords(ground, locale)).toList();
    return String.join(Wording.of("calendar.ground.and", locale), words);
  }
}
