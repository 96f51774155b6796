package tasuki.transition;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.area.Area;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;

/** Says moments, deadlines and states in the language of the page. */
@Component
class StayWords {

  /**
   * A deadline line as the parts show it.
   *
   * @param state within, soon, overdue or done
   * @param percent how much of the time has passed
   */
  record Due(String text, String state, int percent, String words) {}

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final MessageSource messages;
  private final Clock clock;

  StayWords(MessageSource messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  String of(String key, Object... arguments) {
    return messages.getMessage("transition." + key, arguments, locale());
  }

  String area(Area area) {
    return locale().getLanguage().equals("en") ? area.nameEnglish() : area.name();
  }

  String profession(String name) {
    return messages.getMessage("identity.profession." + name, null, locale());
  }

  Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  String day(LocalDate day) {
    return JapaneseDates.dayAndMonth(day, locale());
  }

  /** A day with its year, as a rule needs it. */
  String date(LocalDate day) {
    return JapaneseDates.inFull(day, locale());
  }

  String moment(OffsetDateTime at, boolean timeKnown) {
    LocalDateTime there = JapanTime.at(at.toInstant());
    String day = day(there.toLocalDate());
    return timeKnown ? day + " " + TIME.format(there) : day;
  }

  /** A clock's line: until when, how it stands, how much is left or over. */
  Due due(RunningClock clock, RunningClock.Standing standing, OffsetDateTime admitted) {
    OffsetDateTime now = now();
    long whole = Math.max(1, Duration.between(admitted, clock.lateAt()).toMinutes());
    long passed = Math.max(0, Duration.between(admitted, now).toMinutes());
    int percent = (int) Math.min(100, passed * 100 / whole);
    boolean over = !now.isBefore(clock.lateAt());
    String span = span(Duration.between(now, clock.lateAt()).abs());
    String state =
        switch (standing) {
          case OVERDUE, MISSED -> "overdue";
          case SOON -> "soon";
          case OPEN -> "within";
          case KEPT, KEPT_LATE, EARLIER_GRADE, PASSED, STOPPED -> "done";
        };
    String words =
        standing.open() ? of(over ? "due.over" : "due.left", span) : of("standing." + standing);
    return new Due(clock.words(locale()), state, percent, words);
  }

  /** 1日と3時間, 40分. */
  private String span(Duration duration) {
    long days = duration.toDays();
    long hours = duration.toHours() % 24;
    if (days > 0) {
      return hours == 0 ? of("span.days", days) : of("span.days-hours", days, hours);
    }
    return duration.toHours() > 0
        ? of("span.hours", duration.toHours())
        : of("span.minutes", Math.max(1, duration.toMinutes()));
  }
}
