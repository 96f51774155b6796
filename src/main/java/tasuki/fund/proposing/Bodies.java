package tasuki.fund.proposing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Area;
import tasuki.area.AreaId;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;

/**
 * Through whom a proposal goes: a single institution through the body of its district, and where
 * the district has none, through another one of the prefecture.
 */
@Component
class Bodies {

  private static final Set<OrganizationKind> DIRECT =
      EnumSet.of(
          OrganizationKind.MUNICIPALITY,
          OrganizationKind.MEDICAL_ASSOCIATION,
          OrganizationKind.CARE_OPERATOR,
          OrganizationKind.PUBLIC_HEALTH_CENTRE,
          OrganizationKind.PREFECTURE);

  private final Organizations organizations;
  private final Areas areas;
  private final Clock clock;

  Bodies(Organizations organizations, Areas areas, Clock clock) {
    this.organizations = organizations;
    this.areas = areas;
    this.clock = clock;
  }

  /** Whether proposals of such an organisation go to the prefecture without a body between. */
  static boolean goesDirectly(OrganizationKind kind) {
    return DIRECT.contains(kind);
  }

  /** The bodies through which the organisation may propose; none where it goes directly. */
  @Transactional(readOnly = true)
  public List<Organization> of(Organization proposer) {
    if (goesDirectly(proposer.kind())) {
      return List.of();
    }
    LocalDate today = JapanTime.today(clock);
    List<Organization> all =
        organizations.ofKinds(Set.of(OrganizationKind.MEDICAL_ASSOCIATION), today).stream()
            .filter(one -> one.member() && !one.outsidePrefecture())
            .toList();
    Set<AreaId> home = districts(proposer, today);
    List<Organization> near =
        all.stream()
            .filter(one -> districts(one, today).stream().anyMatch(home::contains))
            .toList();
    return near.isEmpty() ? all : near;
  }

  private Set<AreaId> districts(Organization organization, LocalDate day) {
    String unit = organization.baseUnit();
    return unit == null
        ? Set.of()
        : areas.around(unit, AreaKind.MEDICAL_ASSOCIATION_DISTRICT, day).stream()
            .map(Area::id)
            .collect(Collectors.toSet());
  }
}
