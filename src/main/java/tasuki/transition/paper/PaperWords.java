package tasuki.transition.paper;

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
import tasuki.form.FormDefinition;

/** Says moments and days in the language of the page. */
@Component
class PaperWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final MessageSource messages;

  PaperWords(MessageSource messages) {
    this.messages = messages;
  }

  String of(String key, Object... arguments) {
    return messages.getMessage("transition." + key, arguments, locale());
  }

  String title(FormDefinition form) {
    return form.title().in(locale());
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
