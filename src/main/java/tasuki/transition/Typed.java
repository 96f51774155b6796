package tasuki.transition;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import tasuki.calendar.DateReading;
import tasuki.calendar.JapaneseDates;
import tasuki.web.Form;

/** Reads days and times as people type them, with the error at the field. */
public final class Typed {

  private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:時]?(\\d{2})分?|(\\d{1,2})時");

  private Typed() {}

  /** A day that must be there. */
  public static Optional<LocalDate> day(Form form, String name) {
    return switch (JapaneseDates.read(form.value(name))) {
      case DateReading.Parsed(LocalDate day) -> Optional.of(day);
      case DateReading.Unreadable unreadable -> {
        reject(form, name, unreadable);
        yield Optional.empty();
      }
    };
  }

  /** A day that may be left out. */
  public static Optional<LocalDate> optionalDay(Form form, String name) {
    return form.value(name).isBlank() ? Optional.empty() : day(form, name);
  }

  private static void reject(Form form, String name, DateReading.Unreadable unreadable) {
    if (unreadable.reason() == DateReading.Reason.EMPTY) {
      form.reject(name, "web.form.missing");
      return;
    }
    form.rejectSaid(name, unreadable.message(LocaleContextHolder.getLocale()));
  }

  /** A time of day that may be left out: 9:30, 930, 9時30分, in any width of digits. */
  public static Optional<LocalTime> time(Form form, String name) {
    String typed =
        Normalizer.normalize(form.value(name), Normalizer.Form.NFKC).replaceAll("\\s", "");
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    Matcher found = TIME.matcher(typed);
    if (found.matches()) {
      String hour = found.group(1) == null ? found.group(3) : found.group(1);
      String minute = found.group(2) == null ? "0" : found.group(2);
      if (Integer.parseInt(hour) < 24 && Integer.parseInt(minute) < 60) {
        return Optional.of(LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute)));
      }
    }
    form.reject(name, "transition.time.unreadable");
    return Optional.empty();
  }
}
