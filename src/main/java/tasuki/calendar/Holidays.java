package tasuki.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The national holidays of Japan from 20 July 1948 to 2099: by the law, or as the Cabinet Office
 * has published them. Local holidays of a prefecture or an office's own are no matter of this
 * class: see {@link BusinessCalendar}.
 */
public final class Holidays {
  /** How the Cabinet Office writes a substitute, a day between and a day of ceremony. */
  private static final String UNNAMED = "休日";

  private static final Holidays BY_LAW = new Holidays(HolidayLaw.holidays(Equinoxes.announced()));

  private final NavigableMap<LocalDate, Holiday> byDate;

  private Holidays(NavigableMap<LocalDate, Holiday> byDate) {
    this.byDate = Collections.unmodifiableNavigableMap(byDate);
  }

  /** The holidays that follow from the law as this programme knows it. */
  public static Holidays byLaw() {
    return BY_LAW;
  }

  /**
   * The holidays as published, such as the Cabinet Office's {@code syukujitsu.csv}. Each year that
   * has a day in the list is replaced as a whole, so a day moved by a later law leaves its old
   * place; every other year stays as the law computes it.
   *
   * @param published day and Japanese name; a nameless 休日 keeps the name the law gives it
   */
  public static Holidays of(NavigableMap<LocalDate, String> published) {
    Set<Integer> years =
        published.keySet().stream().map(LocalDate::getYear).collect(Collectors.toSet());
    NavigableMap<LocalDate, Holiday> merged = new TreeMap<>(BY_LAW.byDate);
    merged.keySet().removeIf(date -> years.contains(date.getYear()));
    published.forEach((date, name) -> merged.put(date, asPublished(date, name)));
    return new Holidays(merged);
  }

  private static Holiday asPublished(LocalDate date, String name) {
    Holiday law = BY_LAW.byDate.get(date);
    if (law != null) {
      String japanese = name.startsWith(UNNAMED) ? law.japaneseName() : name;
      return new Holiday(date, law.kind(), japanese, law.englishName(), false);
    }
    for (HolidayName known : HolidayName.values()) {
      if (known.japanese().equals(name)) {
        return new Holiday(date, HolidayKind.PUBLISHED, name, known.english(), false);
      }
    }
    return new Holiday(date, HolidayKind.PUBLISHED, name, name, false);
  }

  /** The holiday on a day, if it is one. */
  public Optional<Holiday> on(LocalDate day) {
    return Optional.ofNullable(byDate.get(day));
  }

  /** Whether a day is a national holiday, a substitute or a day between. Sundays alone are not. */
  public boolean isHoliday(LocalDate day) {
    return byDate.containsKey(day);
  }

  /** The holidays of a year in their order; empty outside 1948–2099. */
  public NavigableMap<LocalDate, Holiday> in(Year year) {
    return between(year.atDay(1), year.atDay(year.length()));
  }

  /** The holidays from one day to another, both included, in their order. */
  public NavigableMap<LocalDate, Holiday> between(LocalDate first, LocalDate last) {
    return byDate.subMap(first, true, last, true);
  }
}
