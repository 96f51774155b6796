package tasuki.insight.usage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.area.Area;
import tasuki.area.AreaKind;
import tasuki.calendar.JapaneseDates;

/** Says figures, months and areas in the language of the page. */
@Component
class UsageWords {

  /** A line of a list to choose from. */
  record Choice(String value, String label) {}

  private final MessageSource messages;

  UsageWords(MessageSource messages) {
    this.messages = messages;
  }

  static Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  String of(String key, Object... arguments) {
    return any("usage." + key, arguments);
  }

  String any(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", share * 100);
  }

  String month(YearMonth month) {
    return JapaneseDates.month(month, locale());
  }

  String day(LocalDate day) {
    return JapaneseDates.inFull(day, locale());
  }

  String name(Area area) {
    return locale().getLanguage().equals("en") ? area.nameEnglish() : area.name();
  }

  List<Choice> areaKinds() {
    return Stream.of(
            AreaKind.SECONDARY_MEDICAL_AREA,
            AreaKind.MEDICAL_ASSOCIATION_DISTRICT,
            AreaKind.PUBLIC_HEALTH_CENTRE_DISTRICT,
            AreaKind.HOME_CARE_AREA,
            AreaKind.MUNICIPALITY)
        .map(kind -> new Choice(kind.name(), any("area.kind." + kind)))
        .toList();
  }
}
