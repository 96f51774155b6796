package tasuki.equipment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.area.Area;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.OrganizationKind;
import tasuki.form.DayField;
import tasuki.web.Form;

/** Says things, days and states in the language of the page, and reads days that were typed. */
@Component
class EquipmentWords {

  /** A line of a list to choose from. */
  record Choice(String value, String label) {}

  private final MessageSource messages;

  EquipmentWords(MessageSource messages) {
    this.messages = messages;
  }

  static Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  String of(String key, Object... arguments) {
    return any("equipment." + key, arguments);
  }

  String any(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  String kind(ThingKind kind) {
    return of("kind." + kind);
  }

  String day(LocalDate day) {
    return JapaneseDates.dayAndMonth(day, locale());
  }

  String dayInFull(LocalDate day) {
    return JapaneseDates.inFull(day, locale());
  }

  String days(Days days) {
    return days.first().equals(days.last())
        ? day(days.first())
        : of("days", day(days.first()), day(days.last()));
  }

  String month(YearMonth month) {
    return JapaneseDates.month(month, locale());
  }

  String moment(OffsetDateTime at) {
    var there = JapanTime.at(at.toInstant());
    return day(there.toLocalDate()) + " %d:%02d".formatted(there.getHour(), there.getMinute());
  }

  String name(Area area) {
    return locale().getLanguage().equals("en") ? area.nameEnglish() : area.name();
  }

  String organizationKinds(Collection<OrganizationKind> kinds) {
    return kinds.stream()
        .map(kind -> any("directory.kind." + kind))
        .collect(Collectors.joining(any("web.list.comma")));
  }

  <E extends Enum<E>> List<Choice> choices(String prefix, E[] all) {
    return Arrays.stream(all).map(one -> new Choice(one.name(), any(prefix + one))).toList();
  }

  /** The days from one field to the other, which must both be there and in this order. */
  Optional<Days> days(Form form, String firstField, String lastField) {
    form.text(firstField, 40);
    form.text(lastField, 40);
    Optional<LocalDate> first = DayField.optional(form, firstField);
    Optional<LocalDate> last = DayField.optional(form, lastField);
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    if (last.get().isBefore(first.get())) {
      form.reject(lastField, "equipment.refused.order");
      return Optional.empty();
    }
    return Optional.of(new Days(first.get(), last.get()));
  }
}
