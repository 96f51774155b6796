package tasuki.insight.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.area.BaseUnit;
import tasuki.area.Populations;
import tasuki.calendar.FiscalYear;
import tasuki.directory.Facet;
import tasuki.directory.Position;

/** Says places, distances and how exact they are in the language of the page. */
@Component
class CoverageWords {

  /** A line of a list to choose from. */
  record Choice(String value, String label) {}

  /** The year before the first of 令和. */
  private static final int REIWA = 2018;

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

  /** A year with where its figures come from. */
  String year(int year, Populations.Source source) {
    return of("year." + source, year, new FiscalYear(year).year() - REIWA);
  }

  /**
   * What makes a number of people inexact; null where nothing does.
   *
   * @param beyond names of ground whose people are counted too
   * @param missing how many base units nothing is known of
   */
  @Nullable String doubt(Collection<String> beyond, int missing) {
    List<String> doubts = new ArrayList<>();
    if (!beyond.isEmpty()) {
      doubts.add(of("doubt.beyond", String.join(any("web.list.comma"), beyond)));
    }
    if (missing > 0) {
      doubts.add(of("doubt.missing", number(missing)));
    }
    return doubts.isEmpty() ? null : String.join(" ", doubts);
  }
}
