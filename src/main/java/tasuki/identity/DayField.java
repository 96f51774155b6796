package tasuki.identity;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.calendar.DateReading;
import tasuki.calendar.JapaneseDates;
import tasuki.web.Form;

/** Reads a day from a form, in every notation people in Japan use. */
@Component
class DayField {

  /** A day that must be there. */
  Optional<LocalDate> required(Form form, String name) {
    if (form.text(name, 40).isEmpty()) {
      return Optional.empty();
    }
    return optional(form, name);
  }

  /** A day that may be left out; anything unreadable is an error at the field. */
  Optional<LocalDate> optional(Form form, String name) {
    return form.optional(name, 40)
        .flatMap(
            typed ->
                switch (JapaneseDates.read(typed)) {
                  case DateReading.Parsed parsed -> Optional.of(parsed.date());
                  case DateReading.Unreadable unreadable -> {
                    form.reject(
                        name,
                        "identity.as-it-is",
                        unreadable.message(LocaleContextHolder.getLocale()));
                    yield Optional.empty();
                  }
                });
  }
}
