package tasuki.incident;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;

/** Says moments and days in the language of the page. */
@Component
class IncidentWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final MessageSource messages;

  IncidentWords(MessageSource messages) {
    this.messages = messages;
  }

  String of(String key, Object... arguments) {
    return messages.getMessage("incident." + key, arguments, locale());
  }

  /** A sentence of the report, which the authority reads. */
  String ja(String key, Object... arguments) {
    return messages.getMessage("incident.report." + key, arguments, Locale.JAPANESE);
  }

  String day(LocalDate day) {
    return JapaneseDates.dayAndMonth(day, locale());
  }

  String dayInFull(LocalDate day) {
    return JapaneseDates.inFull(day, locale());
  }

  String moment(OffsetDateTime at) {
    LocalDateTime there = JapanTime.at(at.toInstant());
    return day(there.toLocalDate()) + " " + TIME.format(there);
  }

  String momentInFull(OffsetDateTime at) {
    LocalDateTime there = JapanTime.at(at.toInstant());
    return dayInFull(there.toLocalDate()) + " " + TIME.format(there);
  }

  static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
