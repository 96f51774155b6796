package tasuki.equipment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws the days of a thing: a strip of two weeks for lists, months for its own page. */
final class ThingCalendar {

  /** How many days a strip shows. */
  static final int STRIP = 14;

  private static final int WEEK = 7;

  /**
   * A day.
   *
   * @param number of the month
   * @param href where it is booked from this day on; null where it cannot be
   * @param words the day and what it is, for whoever does not see the sign
   */
  record Square(
      String number,
      boolean blank,
      boolean past,
      boolean free,
      boolean today,
      String words,
      @Nullable String href) {}

  /** A month by weeks from Sunday on. */
  record Month(String name, List<List<Square>> weeks) {}

  private final List<Taken> taken;
  private final LocalDate today;
  private final EquipmentWords say;

  ThingCalendar(List<Taken> taken, LocalDate today, EquipmentWords say) {
    this.taken = taken;
    this.today = today;
    this.say = say;
  }

  /** Whether nobody has or booked the thing on the day; what is away too long is not free today. */
  boolean isFree(LocalDate day) {
    return taken.stream()
        .noneMatch(
            one ->
                one.days().contains(day)
                    || one.away() && !day.isAfter(today) && day.isAfter(one.days().last()));
  }

  /** The first free day from the given one on, within the strip. */
  Optional<LocalDate> nextFree(LocalDate first) {
    return first.datesUntil(first.plusDays(STRIP)).filter(this::isFree).findFirst();
  }

  List<Square> strip(LocalDate first) {
    return first.datesUntil(first.plusDays(STRIP)).map(day -> square(day, null)).toList();
  }

  /**
   * A month.
   *
   * @param base address of the thing; null where one cannot book
   */
  Month month(YearMonth month, @Nullable String base) {
    List<Square> squares = new ArrayList<>();
    blanks(squares, month.atDay(1).getDayOfWeek().getValue() % WEEK);
    for (int number = 1; number <= month.lengthOfMonth(); number++) {
      squares.add(square(month.atDay(number), base));
    }
    blanks(squares, (WEEK - squares.size() % WEEK) % WEEK);
    List<List<Square>> weeks = new ArrayList<>();
    for (int at = 0; at < squares.size(); at += WEEK) {
      weeks.add(List.copyOf(squares.subList(at, at + WEEK)));
    }
    return new Month(say.month(month), weeks);
  }

  private static void blanks(List<Square> squares, int count) {
    for (int i = 0; i < count; i++) {
      squares.add(new Square("", true, false, false, false, "", null));
    }
  }

  private Square square(LocalDate day, @Nullable String base) {
    boolean free = isFree(day);
    boolean bookable = base != null && free && !day.isBefore(today);
    return new Square(
        String.valueOf(day.getDayOfMonth()),
        false,
        day.isBefore(today),
        free,
        day.equals(today),
        day.isBefore(today) ? say.day(day) : say.of(free ? "day.free" : "day.taken", say.day(day)),
        bookable ? base + "/book?from=" + day : null);
  }
}
