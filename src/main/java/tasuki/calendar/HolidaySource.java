package tasuki.calendar;

/**
 * Which national holidays count: those the law gives, corrected by what was brought in as
 * published. Whoever counts days asks here; there is one bean.
 */
@FunctionalInterface
public interface HolidaySource {
  Holidays inForce();
}
