package tasuki.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.directory.search.Finder;
import tasuki.directory.search.Hit;
import tasuki.directory.search.Wanted;
import tasuki.kernel.Acting;

/**
 * Finds organisations to choose from while one types: those the own organisation chose before, then
 * those of the own area, then others.
 */
@Repository
class OrganizationFinder {

  /** So many former choices are looked through. */
  private static final int REMEMBERED = 200;

  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final Areas areas;
  private final Finder finder;

  OrganizationFinder(JdbcClient jdbc, Organizations organizations, Areas areas, Finder finder) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.areas = areas;
    this.finder = finder;
  }

  List<Organization> find(
      Collection<OrganizationKind> kinds, String words, LocalDate date, int most) {
    Set<OrganizationId> found = new LinkedHashSet<>();
    List<OrganizationId> before = chosenBefore();
    if (!before.isEmpty()) {
      ids(wanted(kinds, words, date).only(Set.copyOf(before)), REMEMBERED).stream()
          .sorted(Comparator.comparingInt(before::indexOf))
          .limit(most)
          .forEach(found::add);
    }
    Set<String> near = near(date);
    if (!near.isEmpty() && found.size() < most) {
      found.addAll(ids(wanted(kinds, words, date).in(near), most));
    }
    if (found.size() < most) {
      found.addAll(ids(wanted(kinds, words, date), most + found.size()));
    }
    if (found.isEmpty()) {
      finder.find(wanted(kinds, words, date).nearUnits(near).build(), 0, most).hits().stream()
          .map(Hit::id)
          .forEach(found::add);
    }
    Map<OrganizationId, Organization> known = organizations.byId(found);
    return found.stream().map(known::get).filter(Objects::nonNull).limit(most).toList();
  }

  private static Wanted.Builder wanted(
      Collection<OrganizationKind> kinds, String words, LocalDate date) {
    return Wanted.internally(date).kinds(Set.copyOf(kinds)).words(words);
  }

  private List<OrganizationId> ids(Wanted.Builder wanted, int most) {
    return finder.exactly(wanted.build(), 0, most).hits().stream().map(Hit::id).toList();
  }

  private List<OrganizationId> chosenBefore() {
    return jdbc.sql(
            """
            select chosen from directory.chosen
            where organization = kernel.organization() order by last_at desc limit :most
            """)
        .param("most", REMEMBERED)
        .query((row, _) -> new OrganizationId(row.getObject("chosen", UUID.class)))
        .list();
  }

  /** The base units of the area (二次医療圏) in which the acting organisation lies. */
  private Set<String> near(LocalDate date) {
    String own =
        organizations
            .find(new OrganizationId(Acting.organization()))
            .map(Organization::baseUnit)
            .orElse(null);
    if (own == null) {
      return Set.of();
    }
    return areas.neighbours(own, AreaKind.SECONDARY_MEDICAL_AREA, date);
  }
}
