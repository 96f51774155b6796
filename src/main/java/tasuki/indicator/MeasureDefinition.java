package tasuki.indicator;

import java.util.Locale;
import java.util.Set;

/**
 * What an instrument counts.
 *
 * @param unit what numerator and denominator are counted in, as a message key
 * @param kind whether it is counted from events or answered in a survey; the two are never mixed
 * @param breakdowns the keys by which each value can be taken apart
 */
public record MeasureDefinition(
    MeasureId id, String name, String nameEnglish, String unit, Kind kind, Set<String> breakdowns) {

  /** Where the counts come from. */
  public enum Kind {
    /** Counted from what was recorded when it happened. */
    EVENT,
    /** Answered afterwards, for one month of the year, by those who were asked. */
    SURVEY
  }

  public String name(Locale locale) {
    return locale.getLanguage().equals("en") ? nameEnglish : name;
  }
}
