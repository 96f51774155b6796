package tasuki.transition.rate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tasuki.area.Area;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;

/** Over which ground a viewer watches; whoever watches none counts the own cases only. */
@Component
class Watch {

  private final Areas areas;

  Watch(Areas areas) {
    this.areas = areas;
  }

  /** Whether the viewer counts everybody's cases. */
  boolean watches(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER, Duty.COORDINATOR)
        && switch (viewer.organization().kind()) {
          case PREFECTURE,
              PUBLIC_HEALTH_CENTRE,
              MUNICIPALITY,
              HOME_CARE_HUB,
              MEDICAL_ASSOCIATION,
              CARE_OPERATOR ->
              true;
          case HOSPITAL,
              CLINIC,
              DENTAL_CLINIC,
              PHARMACY,
              VISITING_NURSE_STATION,
              CARE_MANAGEMENT_OFFICE,
              COMMUNITY_SUPPORT_CENTRE,
              SMALL_MULTIFUNCTION_OFFICE,
              CARE_FACILITY,
              HOME_SERVICE,
              CONSULTATION_SUPPORT_OFFICE,
              PERSON_AND_FAMILY ->
              false;
        };
  }

  /** Whether the viewer decides how the prefecture counts and takes in its surveys. */
  boolean decides(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER)
        && (viewer.organization().kind() == OrganizationKind.PREFECTURE
            || viewer.organization().kind() == OrganizationKind.CARE_OPERATOR);
  }

  /** The base units whose cases the viewer may look into; empty for all of the prefecture. */
  Optional<Set<String>> ground(Viewer viewer, LocalDate day) {
    Organization watcher = viewer.organization();
    if (!watches(viewer)
        || watcher.kind() == OrganizationKind.PREFECTURE
        || watcher.kind() == OrganizationKind.CARE_OPERATOR) {
      return Optional.empty();
    }
    String unit = watcher.baseUnit();
    if (unit == null) {
      return Optional.of(Set.of());
    }
    AreaKind kind =
        watcher.kind() == OrganizationKind.PUBLIC_HEALTH_CENTRE
            ? AreaKind.PUBLIC_HEALTH_CENTRE_DISTRICT
            : watcher.kind() == OrganizationKind.MUNICIPALITY
                ? AreaKind.MUNICIPALITY
                : AreaKind.MEDICAL_ASSOCIATION_DISTRICT;
    return Optional.of(
        areas.around(unit, kind, day).stream()
            .map(Area::id)
            .flatMap(area -> areas.parts(area, day).stream())
            .map(BaseUnit::code)
            .collect(Collectors.toSet()));
  }
}
