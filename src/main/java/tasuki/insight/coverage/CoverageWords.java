package tasuki.insight.coverage;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.area.BaseUnit;
import tasuki.directory.Facet;
import tasuki.directory.Position;

/** Says places, distances and how exact they are in the language of the page. */
@Component
class CoverageWords {

  /** A line of a list to choose from. */
  record Choice(String value, String label) {}

  private final MessageSource messages;

  CoverageWords(MessageSource messages) {
    this.messages = messages;
  }

  static Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  String of(String key, Object... arguments) {
    return any("coverage." + key, arguments);
  }

  String name(Facet facet) {
    return facet.name(messages, locale());
  }

  String any(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  String name(BaseUnit unit) {
    return locale().getLanguage().equals("en") ? unit.nameEnglish() : unit.name();
  }

  String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A distance as exact as it is known: a municipality's middle has no tenths of kilometres. */
  String km(double km, Position.Precision precision) {
    String pattern =
        switch (precision) {
          case POINT -> "%.1f";
          case TOWN, MUNICIPALITY -> "%.0f";
        };
    return of("km." + precision, String.format(Locale.ROOT, pattern, km));
  }

  String precision(Position.@Nullable Precision precision) {
    return Optional.ofNullable(precision).map(one -> of("precision." + one)).orElse("–");
  }
}
