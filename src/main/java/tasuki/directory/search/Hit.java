package tasuki.directory.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.directory.Position;

/**
 * An organisation that was found.
 *
 * @param reasons by what the words found it; empty where there were none
 * @param facets codes that hold for it, as far as whoever asked may know them
 * @param position where it is, if that is known
 * @param km the distance in a straight line from the place asked for, in kilometres
 * @param precision of the distance: the coarser of its two ends
 */
public record Hit(
    OrganizationId id,
    Set<Reason> reasons,
    Set<String> facets,
    @Nullable Position position,
    @Nullable Double km,
    Position.@Nullable Precision precision) {

  /** By what an organisation was found. */
  public enum Reason {
    NAME,
    READING,
    ADDRESS,
    NUMBER,
    KIND,
    PLACE,
    OFFER,
    /** Only something like the words, in another spelling or without one of them. */
    ROUGHLY
  }
}
