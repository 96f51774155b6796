package tasuki.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tasuki.calendar.BusinessCalendar;
import tasuki.calendar.Closure;
import tasuki.calendar.DayHours;
import tasuki.calendar.JapaneseDates;
import tasuki.calendar.OpenInterval;

/** Writes business days and hours out for people. */
@Component
public class HoursWords {

  /**
   * One day as it is shown.
   *
   * @param why why it is closed or differs; empty on a usual day
   */
  public record Day(LocalDate date, String label, boolean open, String hours, String why) {}

  /** A square of a month's sheet; blank ones fill the first and the last week. */
  record Square(String number, boolean blank, boolean open, boolean today, String words) {}

  private final MessageSource messages;

  HoursWords(MessageSource messages) {
    this.messages = messages;
  }

  /** The hours: 「8:30–12:00、14:00–18:00」, 「休み」, 「24時間」. */
  String hours(DayHours hours, Locale locale) {
    if (hours.isClosed()) {
      return say("desk.hours.closed", locale);
    }
    if (hours.equals(DayHours.ALL_DAY)) {
      return say("desk.hours.all-day", locale);
    }
    return hours.intervals().stream()
        .map(interval -> time(interval.opens()) + "–" + closing(interval))
        .collect(Collectors.joining(say("web.list.comma", locale)));
  }

  static String time(LocalTime time) {
    return "%d:%02d".formatted(time.getHour(), time.getMinute());
  }

  /** The end of a stretch; midnight at the end of the day is 24:00. */
  static String closing(OpenInterval interval) {
    return interval.closes().equals(LocalTime.MIDNIGHT) ? "24:00" : time(interval.closes());
  }

  /** Why the office is closed on the day; empty on a business day. */
  String why(BusinessCalendar calendar, LocalDate day, Locale locale) {
    return calendar
        .closureOn(day)
        .map(
            closure ->
                switch (closure) {
                  case Closure.ThatDay that -> that.exception().reason();
                  case Closure.OnHoliday on -> on.holiday().name(locale);
                  case Closure.EveryYear every -> every.closing().reason();
                  case Closure.EveryWeek _ -> say("desk.hours.every-week", locale);
                })
        .orElse("");
  }

  /** The days from the first on, as many as wanted. */
  public List<Day> days(BusinessCalendar calendar, LocalDate first, int number, Locale locale) {
    return first
        .datesUntil(first.plusDays(number))
        .map(
            day ->
                new Day(
                    day,
                    JapaneseDates.dayAndMonth(day, locale),
                    calendar.isBusinessDay(day),
                    hours(calendar.hoursOn(day), locale),
                    why(calendar, day, locale)))
        .toList();
  }

  /** The month as weeks that begin on Sunday, as calendars on Japanese walls do. */
  List<List<Square>> month(
      BusinessCalendar calendar, YearMonth month, LocalDate today, Locale locale) {
    List<Square> squares = new ArrayList<>();
    int blanks = month.atDay(1).getDayOfWeek().getValue() % 7;
    for (int i = 0; i < blanks; i++) {
      squares.add(new Square("", true, false, false, ""));
    }
    for (int number = 1; number <= month.lengthOfMonth(); number++) {
      LocalDate day = month.atDay(number);
      String why = why(calendar, day, locale);
      String hours = hours(calendar.hoursOn(day), locale);
      squares.add(
          new Square(
              String.valueOf(number),
              false,
              calendar.isBusinessDay(day),
              day.equals(today),
              why.isEmpty() ? hours : hours + " " + why));
    }
    while (squares.size() % 7 != 0) {
      squares.add(new Square("", true, false, false, ""));
    }
    List<List<Square>> weeks = new ArrayList<>();
    for (int at = 0; at < squares.size(); at += 7) {
      weeks.add(List.copyOf(squares.subList(at, at + 7)));
    }
    return weeks;
  }

  /** Whether somebody answers now, until when, or else from when on. */
  String now(BusinessCalendar calendar, LocalDateTime now, Locale locale) {
    LocalDate today = now.toLocalDate();
    if (calendar.isOpenAt(now)) {
      OpenInterval open =
          calendar.hoursOn(today).intervals().stream()
              .filter(interval -> interval.contains(now.toLocalTime()))
              .findFirst()
              .orElseThrow();
      return say("desk.hours.open-now", locale, closing(open));
    }
    Optional<OpenInterval> later =
        calendar.hoursOn(today).intervals().stream()
            .filter(interval -> interval.opens().isAfter(now.toLocalTime()))
            .findFirst();
    if (later.isPresent()) {
      return say("desk.hours.later-today", locale, time(later.get().opens()));
    }
    return calendar
        .nextBusinessDay(today)
        .map(
            next ->
                say(
                    "desk.hours.next",
                    locale,
                    JapaneseDates.dayAndMonth(next, locale),
                    time(calendar.hoursOn(next).intervals().getFirst().opens())))
        .orElseGet(() -> say("desk.hours.never", locale));
  }

  private String say(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }
}
