package tasuki.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a room above knows of organisations that one may search by. Whenever that changes for an
 * organisation, the room tells {@link SearchChanges} in the same transaction.
 */
public interface FacetSource {

  /** Every facet the room gives now, in the order in which filters show them. */
  List<Facet> facets();

  /** The codes that hold for these organisations now; those without any may be left out. */
  Map<OrganizationId, Set<String>> of(Collection<OrganizationId> organizations);
}
