package tasuki.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;

/**
 * Ages of persons.
 *
 * <p>By law an age is reached when the day before the birthday ends (年齢計算ニ関スル法律 and 民法第143条). Shown
 * by the day, that is the ordinary age which advances on the birthday: {@link #ageOn}. Where a law
 * counts by the day on which the age is reached, such as insurance at 65, that day is the day
 * before the birthday: {@link #dayOfReaching}.
 */
public final class Ages {
  private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

  private Ages() {}

  /**
   * The age in full years as it is displayed on a day. Who was born on 29 February grows older on 1
   * March in a common year.
   *
   * @throws IllegalArgumentException if the day lies before the birth
   */
  public static int ageOn(LocalDate birth, LocalDate day) {
    if (day.isBefore(birth)) {
      throw new IllegalArgumentException(day + " lies before the birth on " + birth);
    }
    return Period.between(birth, day).getYears();
  }

  /**
   * The day at whose end an age is reached by law: the day before the birthday.
   *
   * @param years the age in years, at least one
   * @throws IllegalArgumentException if years is less than one
   */
  public static LocalDate dayOfReaching(LocalDate birth, int years) {
    if (years < 1) {
      throw new IllegalArgumentException("an age to be reached is at least one year");
    }
    // One day earlier first: 29 February becomes the 28th, which every year has.
    return MonthDay.from(birth).equals(LEAP_DAY)
        ? birth.minusDays(1).plusYears(years)
        : birth.plusYears(years).minusDays(1);
  }
}
