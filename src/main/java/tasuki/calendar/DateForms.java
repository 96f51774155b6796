package tasuki.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.DateReading.Parsed;
import tasuki.calendar.DateReading.Reason;
import tasuki.calendar.DateReading.Unreadable;

/**
 * Reads the forms of dates that people type. Strict: what is doubtful is refused, never guessed.
 */
final class DateForms {
  private static final int LAST_YEAR = 2199;
  private static final String WEEKDAYS = "月火水木金土日";

  /** Spaces are harmless beside a sign; between two digits they could hide a missing one. */
  private static final Pattern HARMLESS_SPACE =
      Pattern.compile("(?<![\\d\\s])\\s+|\\s+(?![\\d\\s])");

  private static final Pattern WEEKDAY = Pattern.compile("(.*)\\(([" + WEEKDAYS + "])(?:曜日?)?\\)");
  private static final Pattern DASH = Pattern.compile("[‐‑‒–—―−ー]");
  private static final Pattern KANJI = Pattern.compile("(.+)年(\\d{1,2})月(\\d{1,2})日");
  private static final Pattern SIGNS =
      Pattern.compile("(.+?)([-/.])(\\d{1,2})\\2(\\d{1,2})", Pattern.DOTALL);
  private static final Pattern RUN =
      Pattern.compile("(\\d{4}|\\d{2}|[MTSHR]\\d{2})(\\d{2})(\\d{2})");
  private static final Pattern ERA_YEAR = Pattern.compile("(\\D{1,2}?)(元|\\d{1,3})");

  private DateForms() {}

  static DateReading read(String typed) {
    String text = normalised(typed);
    if (text.isEmpty()) {
      return refused(Reason.EMPTY);
    }
    Matcher weekday = WEEKDAY.matcher(text);
    if (!weekday.matches()) {
      return readDate(text);
    }
    DateReading reading = readDate(weekday.group(1));
    DayOfWeek written = DayOfWeek.of(WEEKDAYS.indexOf(weekday.group(2)) + 1);
    return reading instanceof Parsed(LocalDate date) && date.getDayOfWeek() != written
        ? refused(Reason.WEEKDAY_DISAGREES)
        : reading;
  }

  private static String normalised(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    String dashed = DASH.matcher(plain).replaceAll("-");
    return HARMLESS_SPACE.matcher(dashed).replaceAll("").toUpperCase(Locale.ROOT);
  }

  private static DateReading readDate(String text) {
    Matcher run = RUN.matcher(text);
    if (run.matches()) {
      return ofYear(run.group(1), run.group(2), run.group(3));
    }
    Matcher kanji = KANJI.matcher(text);
    if (kanji.matches()) {
      return ofYear(kanji.group(1), kanji.group(2), kanji.group(3));
    }
    Matcher signs = SIGNS.matcher(text);
    if (signs.matches()) {
      return ofYear(signs.group(1), signs.group(3), signs.group(4));
    }
    return refused(Reason.NOT_A_DATE);
  }

  private static DateReading ofYear(String year, String month, String day) {
    if (year.matches("\\d{4}")) {
      return ofDay(null, Integer.parseInt(year), month, day);
    }
    if (year.matches("\\d{1,2}")) {
      return refused(Reason.TWO_DIGIT_YEAR);
    }
    Matcher eraYear = ERA_YEAR.matcher(year);
    Era era = eraYear.matches() ? eraNamed(eraYear.group(1)) : null;
    if (era == null) {
      return refused(Reason.NOT_A_DATE);
    }
    int number = eraYear.group(2).equals("元") ? 1 : Integer.parseInt(eraYear.group(2));
    return ofDay(era, era.westernYear(number), month, day);
  }

  private static @Nullable Era eraNamed(String name) {
    for (Era era : Era.values()) {
      if (name.equals(era.kanji())
          || name.equals(era.kanji().substring(0, 1))
          || name.equals(String.valueOf(era.letter()))) {
        return era;
      }
    }
    return null;
  }

  private static DateReading ofDay(@Nullable Era era, int year, String month, String day) {
    if (year < Era.FIRST_GREGORIAN_DAY.getYear() && (era == null || era == Era.MEIJI)) {
      return refused(Reason.OLD_CALENDAR);
    }
    LocalDate date;
    try {
      date = LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException impossible) {
      return refused(Reason.NO_SUCH_DAY);
    }
    if (era != null && date.isBefore(era.firstDay())) {
      return new Unreadable(Reason.BEFORE_ERA, era);
    }
    LocalDate lastDay = era == null ? null : era.lastDay();
    if (lastDay != null && date.isAfter(lastDay)) {
      return new Unreadable(Reason.AFTER_ERA, era);
    }
    return year > LAST_YEAR ? refused(Reason.TOO_FAR) : new Parsed(date);
  }

  private static Unreadable refused(Reason reason) {
    return new Unreadable(reason, null);
  }
}
