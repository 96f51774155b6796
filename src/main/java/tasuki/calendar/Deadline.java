package tasuki.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Until when something has to be done, and how that was counted.
 *
 * @param code the rule
 * @param event what set the clock going
 * @param count the count of days from the event
 * @param businessDay the number of the last day among business days, null if every day counts
 * @param firstDay the first day on which the act counts, null if it counts beforehand too
 * @param lastDay the last day
 * @param until the end in Japan's time: a closing time, or 00:00 of the day after the last day
 * @param extended the extensions that applied
 */
public record Deadline(
    String code,
    ClockEvent event,
    DayCount count,
    @Nullable Integer businessDay,
    @Nullable LocalDate firstDay,
    LocalDate lastDay,
    LocalDateTime until,
    List<Extended> extended) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** Makes its own copy. */
  public Deadline {
    extended = List.copyOf(extended);
  }

  /**
   * An extension that applied.
   *
   * @param extension the rule's extension
   * @param grounds the simple conditions that held
   */
  public record Extended(Extension extension, List<Condition> grounds) {
    /** Makes its own copy. */
    public Extended {
      grounds = List.copyOf(grounds);
    }
  }

  /** The end as an instant, for storing and sorting. */
  public Instant instant() {
    return JapanTime.instant(until);
  }

  /** The number of the last day by the rule's count. */
  public int day() {
    return count.numberOf(lastDay);
  }

  /** Whether the last day runs to its end at 24:00. */
  public boolean isEndOfDay() {
    return until.toLocalDate().isAfter(lastDay);
  }

  /**
   * Whether the deadline has passed. The minute of a closing time is still in time; 24:00 is not.
   */
  public boolean isPast(LocalDateTime moment) {
    return isEndOfDay() ? !moment.isBefore(until) : JapanTime.minute(moment).isAfter(until);
  }

  /** Whether something done at a moment counts: not before the first day, not past the end. */
  public boolean isKeptBy(LocalDateTime moment) {
    boolean early = firstDay != null && moment.toLocalDate().isBefore(firstDay);
    return !early && !isPast(moment);
  }

  /**
   * Written out: 「11/24(火) 17:30まで(3日目・入院日=1日目)」, in English "until Tue 24 Nov 17:30 (day 3,
   * admission day = day 1)".
   */
  public String inWords(Locale locale) {
    String day = JapaneseDates.dayAndMonth(lastDay, locale);
    String parts = String.join(Wording.of("calendar.deadline.and", locale), explanation(locale));
    return isEndOfDay()
        ? Wording.of("calendar.deadline.end-of-day", locale, day, parts)
        : Wording.of("calendar.deadline.closing", locale, day, TIME.format(until), parts);
  }

  /** How it was counted, part by part: 3日目, 入院日=1日目, 1日延長:営業時間終了後. */
  public List<String> explanation(Locale locale) {
    List<String> parts = new ArrayList<>();
    String eventDay = event.label(locale);
    int number = businessDay == null ? day() : businessDay;
    long before = lastDay.until(count.event(), ChronoUnit.DAYS);
    if (number < 1 && businessDay != null) {
      parts.add(Wording.of("calendar.deadline.business-before", locale, eventDay, 1 - number));
    } else if (number < 1 && before == 0) {
      parts.add(Wording.of("calendar.deadline.on", locale, eventDay));
    } else if (number < 1) {
      String key = before == 1 ? "calendar.deadline.before-one" : "calendar.deadline.before";
      parts.add(Wording.of(key, locale, eventDay, before));
    } else {
      String key = businessDay == null ? "calendar.deadline.day" : "calendar.deadline.business-day";
      parts.add(Wording.of(key, locale, number));
      parts.add(
          switch (count.firstDay()) {
            case EVENT_DAY -> Wording.of("calendar.deadline.from-event", locale, eventDay);
            case NEXT_DAY -> Wording.of("calendar.deadline.from-next", locale, eventDay);
          });
    }
    for (Extended extra : extended) {
      int days = extra.extension().days();
      String key = days == 1 ? "calendar.deadline.extended-one" : "calendar.deadline.extended";
      parts.add(Wording.of(key, locale, days, Grounds.inWords(extra.grounds(), locale)));
    }
    return List.copyOf(parts);
  }
}
