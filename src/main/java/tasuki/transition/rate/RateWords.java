package tasuki.transition.rate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.area.Area;
import tasuki.area.AreaKind;
import tasuki.calendar.Era;
import tasuki.calendar.JapanTime;
import tasuki.calendar.JapaneseDates;

/** Says rates, months and ways of counting in the language of the page. */
@Component
class RateWords {

  /** A line of a list to choose from. */
  record Choice(String value, String label) {}

  private final MessageSource messages;

  RateWords(MessageSource messages) {
    this.messages = messages;
  }

  static Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  String of(String key, Object... arguments) {
    return any("rate." + key, arguments);
  }

  String any(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  /** The printed name: the prefecture's own in Japanese, else the usual. */
  String name(Rate rate, Map<Rate, String> names) {
    String own = names.get(rate);
    return own == null || locale().getLanguage().equals("en") ? of("name." + rate) : own;
  }

  String name(Area area) {
    return locale().getLanguage().equals("en") ? area.nameEnglish() : area.name();
  }

  String kind(AreaKind kind) {
    return any("area.kind." + kind);
  }

  String month(YearMonth month) {
    return JapaneseDates.month(month, locale());
  }

  String day(LocalDate day) {
    return JapaneseDates.compact(day);
  }

  /** The year on an axis, in both counts: 令和8年(2026). */
  String year(YearMonth month) {
    Era era = Era.of(month.atDay(1));
    return "%c%d (%d)".formatted(era.letter(), era.yearOf(month.getYear()), month.getYear());
  }

  String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Which publication of the year it is, and when it was published. */
  String version(Publications.Published published) {
    LocalDate day = JapanTime.at(published.at().toInstant()).toLocalDate();
    String on = JapaneseDates.inFull(day, locale());
    return published.isRevision()
        ? of("public.revision", published.version() - 1, on)
        : of("public.first", on);
  }

  /** What is divided by what, in one sentence. */
  String definition(Rate rate, Standard standard) {
    String words =
        rate == Rate.RULE_USE ? "" : " " + of("definition.words", of("words." + standard.words()));
    return of("definition." + rate, of("of." + standard.of())) + words;
  }

  /** What is left out, in one sentence. */
  String leftOut(Standard standard) {
    List<String> without =
        new java.util.ArrayList<>(
            standard.without().stream().map(one -> of("without." + one)).toList());
    if (standard.shortDays() > 0) {
      without.add(of("without.short", standard.shortDays()));
    }
    return without.isEmpty()
        ? of("left-out.none")
        : of("left-out", String.join(of("left-out.and"), without));
  }

  <E extends Enum<E>> List<Choice> choices(String prefix, E[] all) {
    return Arrays.stream(all).map(one -> new Choice(one.name(), of(prefix + one))).toList();
  }

  List<Choice> kinds() {
    return Arrays.stream(AreaKind.values())
        .map(kind -> new Choice(kind.name(), kind(kind)))
        .toList();
  }

  Choice area(Area area) {
    UUID id = area.id().value();
    return new Choice(id.toString(), of("way.area", name(area)));
  }
}
