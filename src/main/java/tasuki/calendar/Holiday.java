package tasuki.calendar;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A day that is a national holiday.
 *
 * @param date the day
 * @param kind why it is one
 * @param japaneseName its name, 勤労感謝の日
 * @param englishName its name in English; the Japanese one where a published name has no English
 * @param forecast whether the day follows from an equinox that is not announced yet; announced is
 *     each 1 February for the next year
 */
public record Holiday(
    LocalDate date, HolidayKind kind, String japaneseName, String englishName, boolean forecast) {

  /** The name in the reader's language: English for an English locale, else Japanese. */
  public String name(Locale locale) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? englishName : japaneseName;
  }
}
