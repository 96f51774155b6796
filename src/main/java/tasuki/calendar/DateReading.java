package tasuki.calendar;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of a typed date: the day it means, or why it could not be read. */
public sealed interface DateReading {

  /** The day that was meant. */
  record Parsed(LocalDate date) implements DateReading {}

  /**
   * The text is no date.
   *
   * @param reason why
   * @param era the era typed, where the reason speaks of it, else null
   */
  record Unreadable(Reason reason, @Nullable Era era) implements DateReading {

    /** The key of the message, which takes the era's name and the day in question as arguments. */
    public String messageKey() {
      return "calendar.unreadable." + Wording.code(reason);
    }

    /** The reason as a sentence for the person who typed it. */
    public String message(Locale locale) {
      if (era == null) {
        return Wording.of(messageKey(), locale);
      }
      LocalDate border =
          reason == Reason.AFTER_ERA ? Objects.requireNonNull(era.lastDay()) : era.firstDay();
      return Wording.of(messageKey(), locale, era.label(locale), border);
    }
  }

  /** Why a text is no date. */
  enum Reason {
    /** Nothing was typed. */
    EMPTY,
    /** None of the known forms. */
    NOT_A_DATE,
    /** A western year of two digits: 26 may be 1926, 2026 or Heisei 26. */
    TWO_DIGIT_YEAR,
    /** The form is right, but the month has no such day. */
    NO_SUCH_DAY,
    /** The day lies before the era that was typed. */
    BEFORE_ERA,
    /** The day lies after the era that was typed, such as S64.1.8. */
    AFTER_ERA,
    /** Before 1873-01-01 Japan counted by another calendar. */
    OLD_CALENDAR,
    /** After 2199: a slip of the finger. */
    TOO_FAR,
    /** The weekday written beside the date is another one. */
    WEEKDAY_DISAGREES
  }
}
