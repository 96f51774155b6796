package tasuki.directory.search;

import java.util.HashSet;
import java.util.Set;
import tasuki.directory.OrganizationKind;

/**
 * What a word stands for, besides being part of a text.
 *
 * @param facets codes of facets open to everybody
 * @param internalFacets codes of facets that staff alone may search by
 * @param units base units
 */
public record Meaning(
    Set<OrganizationKind> kinds,
    Set<String> facets,
    Set<String> internalFacets,
    Set<String> units) {

  static final Meaning NOTHING = new Meaning(Set.of(), Set.of(), Set.of(), Set.of());

  Meaning and(Meaning other) {
    return new Meaning(
        union(kinds, other.kinds),
        union(facets, other.facets),
        union(internalFacets, other.internalFacets),
        union(units, other.units));
  }

  /** As far as the public may know it. */
  Meaning publicly() {
    return new Meaning(kinds, facets, Set.of(), units);
  }

  boolean isNothing() {
    return kinds.isEmpty() && facets.isEmpty() && internalFacets.isEmpty() && units.isEmpty();
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> all = new HashSet<>(one);
    all.addAll(other);
    return Set.copyOf(all);
  }
}
