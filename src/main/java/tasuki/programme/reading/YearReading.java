package tasuki.programme.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.Era;
import tasuki.calendar.FiscalYear;

/**
 * The fiscal year a title says, in the years of an era and in western years.
 *
 * @param year null where it does not say one with certainty
 */
record YearReading(@Nullable FiscalYear year, List<Doubt> doubts) {

  // Outside of these a year is a slip of the finger; dates are bounded the same way.
  private static final int FIRST = 1873;
  private static final int LAST = 2199;

  private static final Pattern ERA =
      Pattern.compile("(明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR])\\s*(元|\\d{1,2})\\s*年度");
  private static final Pattern WESTERN =
      Pattern.compile("(?<!\\d)(\\d{4})\\s*年度|年度\\s*\\((\\d{4})年?\\)");

  static boolean isIn(String title) {
    String plain = Plain.of(title);
    return ERA.matcher(plain).find() || WESTERN.matcher(plain).find();
  }

  static YearReading of(String title) {
    String plain = Plain.of(title);
    Set<Integer> eras = new TreeSet<>();
    Matcher era = ERA.matcher(plain);
    while (era.find()) {
      int year = "元".equals(era.group(2)) ? 1 : Integer.parseInt(era.group(2));
      Era found = era(era.group(1));
      if (year == 0 || isOutside(found, found.westernYear(year))) {
        return doubtful(Reason.YEAR_OUTSIDE_ERA, era.group());
      }
      eras.add(found.westernYear(year));
    }
    Set<Integer> westerns = new TreeSet<>();
    Matcher western = WESTERN.matcher(plain);
    while (western.find()) {
      westerns.add(
          Integer.parseInt(western.group(1) == null ? western.group(2) : western.group(1)));
    }
    return of(eras, westerns);
  }

  private static YearReading of(Set<Integer> eras, Set<Integer> westerns) {
    if (eras.isEmpty() && westerns.isEmpty()) {
      return doubtful(Reason.YEAR_MISSING);
    }
    if (eras.size() > 1 || westerns.size() > 1) {
      return doubtful(Reason.YEARS_SEVERAL);
    }
    if (!eras.isEmpty() && !westerns.isEmpty() && !eras.equals(westerns)) {
      return doubtful(Reason.YEAR_DISAGREES, eras.iterator().next(), westerns.iterator().next());
    }
    int year = (eras.isEmpty() ? westerns : eras).iterator().next();
    if (year < FIRST || year > LAST) {
      return doubtful(Reason.YEAR_OUTSIDE_ERA, year);
    }
    return new YearReading(new FiscalYear(year), List.of());
  }

  private static YearReading doubtful(Reason reason, Object... arguments) {
    return new YearReading(null, List.of(Doubt.of(reason, arguments)));
  }

  private static Era era(String word) {
    for (Era era : Era.values()) {
      if (era.label(Locale.JAPANESE).equals(word) || word.equals("" + era.letter())) {
        return era;
      }
    }
    throw new IllegalArgumentException(word + " is no era");
  }

  /** Whether no day of a fiscal year lies in the era: 平成32年度 was planned and never came. */
  private static boolean isOutside(Era era, int year) {
    FiscalYear fiscal = new FiscalYear(year);
    return (era.lastDay() != null && fiscal.firstDay().isAfter(era.lastDay()))
        || fiscal.lastDay().isBefore(era.firstDay());
  }
}
