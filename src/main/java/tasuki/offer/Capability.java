package tasuki.offer;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationKind;

/**
 * Something that can be done at home, as the catalogue has it.
 *
 * @param group under which it stands
 * @param kinds whose offer it can be
 * @param open whether the public may see it and search by it
 * @param words by which people mean it beside its name
 * @param validUntil the last day on which it is offered anew; null while it is
 */
public record Capability(
    String code,
    String group,
    Set<OrganizationKind> kinds,
    boolean open,
    List<String> words,
    LocalDate validFrom,
    @Nullable LocalDate validUntil) {

  /** Key of the message that names it. */
  public String nameKey() {
    return "offer.capability." + code;
  }

  /** Whether an organisation of the kind can say on the day that it does this. */
  boolean fits(OrganizationKind kind, LocalDate day) {
    return kinds.contains(kind) && holdsOn(day);
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
  }
}
