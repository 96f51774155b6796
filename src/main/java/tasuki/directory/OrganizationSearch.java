package tasuki.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tasuki.area.AreaId;

/**
 * What one looks for in the directory; what is left out does not narrow the answer.
 *
 * @param words parts of name, reading, address, number or telephone, in any spelling
 * @param closed whether organisations that closed are shown too
 * @param after the last organisation of the page before; null for the first page
 */
public record OrganizationSearch(
    String words,
    Optional<OrganizationKind> kind,
    Optional<AreaId> area,
    Optional<Boolean> member,
    boolean closed,
    LocalDate date,
    @Nullable OrganizationId after) {

  /** Everything that is open on the date. */
  public static OrganizationSearch all(LocalDate date) {
    return new OrganizationSearch(
        "", Optional.empty(), Optional.empty(), Optional.empty(), false, date, null);
  }

  /** The same search for these words. */
  public OrganizationSearch words(String wanted) {
    return new OrganizationSearch(wanted, kind, area, member, closed, date, after);
  }
}
