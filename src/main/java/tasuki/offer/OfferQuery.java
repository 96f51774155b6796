package tasuki.offer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of an organisation; what is left out does not narrow the answer. What an
 * organisation has not said counts as not offered.
 *
 * @param date on which areas are what they are
 * @param capabilities all of them
 * @param halfDays at least one of them
 * @param night whether somebody must be reached at night
 * @param holiday whether somebody must be reached on holidays
 * @param newPersons whether persons must be accepted who were not cared for there before
 * @param baseUnit where the person lives
 * @param help kind of help for which there must be room by a fresh word
 */
public record OfferQuery(
    LocalDate date,
    Set<String> capabilities,
    Set<HalfDay> halfDays,
    boolean night,
    boolean holiday,
    boolean newPersons,
    @Nullable String baseUnit,
    @Nullable String help) {

  public OfferQuery {
    capabilities = Set.copyOf(capabilities);
    halfDays = Set.copyOf(halfDays);
  }

  /** Whatever is offered on the date. */
  public static OfferQuery anything(LocalDate date) {
    return new OfferQuery(date, Set.of(), Set.of(), false, false, false, null, null);
  }

  /** And it can do this too. */
  public OfferQuery can(String capability) {
    Set<String> all = new HashSet<>(capabilities);
    all.add(capability);
    return new OfferQuery(date, all, halfDays, night, holiday, newPersons, baseUnit, help);
  }

  /** And on this day of the week, in the morning or in the afternoon. */
  public OfferQuery on(DayOfWeek day) {
    return on(Set.of(new HalfDay(day, false), new HalfDay(day, true)));
  }

  /** And on at least one of these half days. */
  public OfferQuery on(Set<HalfDay> wanted) {
    return new OfferQuery(date, capabilities, wanted, night, holiday, newPersons, baseUnit, help);
  }

  /** And at night. */
  public OfferQuery atNight() {
    return new OfferQuery(date, capabilities, halfDays, true, holiday, newPersons, baseUnit, help);
  }

  /** And on holidays. */
  public OfferQuery onHolidays() {
    return new OfferQuery(date, capabilities, halfDays, night, true, newPersons, baseUnit, help);
  }

  /** And for somebody who was not cared for there before. */
  public OfferQuery forSomebodyNew() {
    return new OfferQuery(date, capabilities, halfDays, night, holiday, true, baseUnit, help);
  }

  /** And goes to this base unit. */
  public OfferQuery comingTo(String unit) {
    return new OfferQuery(date, capabilities, halfDays, night, holiday, newPersons, unit, help);
  }

  /** And has room for this kind of help. */
  public OfferQuery withRoomFor(String wanted) {
    return new OfferQuery(
        date, capabilities, halfDays, night, holiday, newPersons, baseUnit, wanted);
  }
}
