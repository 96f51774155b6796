package tasuki.form;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import tasuki.calendar.DateReading;
import tasuki.calendar.JapaneseDates;
import tasuki.web.Form;

/** Reads a day from a field, in every notation people in Japan use. */
public final class DayField {

  private static final int LONGEST = 40;

  private DayField() {}

  /** A day that must be there. */
  public static Optional<LocalDate> required(Form form, String name) {
    return form.text(name, LONGEST).isEmpty() ? Optional.empty() : optional(form, name);
  }

  /** A day that may be left out; anything unreadable is an error at the field. */
  public static Optional<LocalDate> optional(Form form, String name) {
    return form.optional(name, LONGEST)
        .flatMap(
            typed ->
                switch (JapaneseDates.read(typed)) {
                  case DateReading.Parsed(LocalDate day) -> Optional.of(day);
                  case DateReading.Unreadable unreadable -> {
                    form.rejectSaid(name, unreadable.message(LocaleContextHolder.getLocale()));
                    yield Optional.empty();
                  }
                });
  }
}
