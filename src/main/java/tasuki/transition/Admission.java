package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.person.NewBasis;
import tasuki.person.PersonId;

/**
 * A report that a person is in hospital, by whichever side has heard of it first.
 *
 * @param at the time of admission; null where only the day is known
 * @param ward name of the ward
 * @param wardType null where not known: a general ward is assumed until the hospital says otherwise
 * @param mode how the reporting side came to know
 * @param from who told it
 * @param basis on which the hospital is let in, when the home side reports; null where it is in
 * @param decision what a person decided where an open stay of the same hospital began on another
 *     day
 * @param reason why, as far as the rates ask; null where nobody said
 */
public record Admission(
    PersonId person,
    OrganizationId hospital,
    LocalDate on,
    @Nullable LocalTime at,
    @Nullable String ward,
    @Nullable WardType wardType,
    Mode mode,
    @Nullable String from,
    @Nullable NewBasis basis,
    @Nullable Decision decision,
    @Nullable AdmissionReason reason) {

  /** A report that does not say why. */
  public Admission(
      PersonId person,
      OrganizationId hospital,
      LocalDate on,
      @Nullable LocalTime at,
      @Nullable String ward,
      @Nullable WardType wardType,
      Mode mode,
      @Nullable String from,
      @Nullable NewBasis basis,
      @Nullable Decision decision) {
    this(person, hospital, on, at, ward, wardType, mode, from, basis, decision, null);
  }

  /** Whether a report is of a stay already known. */
  public enum Decision {
    SAME,
    SEPARATE
  }

  /** The usual report. */
  public static Admission of(
      PersonId person, OrganizationId hospital, LocalDate on, @Nullable LocalTime at, Mode mode) {
    return new Admission(person, hospital, on, at, null, null, mode, null, null, null);
  }

  Admission decided(Decision decided) {
    return new Admission(
        person, hospital, on, at, ward, wardType, mode, from, basis, decided, reason);
  }
}
