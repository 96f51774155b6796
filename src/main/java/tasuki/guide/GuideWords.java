package tasuki.guide;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.area.Area;
import tasuki.area.BaseUnit;
import tasuki.directory.Facet;
import tasuki.directory.Organization;
import tasuki.directory.Position;
import tasuki.directory.search.Hit;

/** Says places, distances and reasons in the language of the page. */
@Component
class GuideWords {

  private final MessageSource messages;

  GuideWords(MessageSource messages) {
    this.messages = messages;
  }

  static Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  static boolean english() {
    return locale().getLanguage().equals("en");
  }

  String of(String key, Object... arguments) {
    return any("guide." + key, arguments);
  }

  String any(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  String kind(Organization one) {
    return any("directory.kind." + one.kind());
  }

  String name(BaseUnit unit) {
    return english() ? unit.nameEnglish() : unit.name();
  }

  String name(Area area) {
    return english() ? area.nameEnglish() : area.name();
  }

  String name(Facet facet) {
    return facet.name(messages, locale());
  }

  String reasons(Set<Hit.Reason> reasons) {
    return reasons.stream()
        .map(reason -> of("reason." + reason))
        .collect(Collectors.joining(any("web.list.comma")));
  }

  /** 「約3.2 km(町の中心から)」: never more exact than its coarser end. */
  @Nullable String distance(@Nullable Double km, Position.@Nullable Precision precision) {
    if (km == null || precision == null) {
      return null;
    }
    NumberFormat figures = NumberFormat.getNumberInstance(locale());
    figures.setMaximumFractionDigits(precision == Position.Precision.POINT ? 1 : 0);
    return of("km." + precision, figures.format(Math.max(km, 0.1)));
  }

  String number(long count) {
    return NumberFormat.getIntegerInstance(locale()).format(count);
  }
}
