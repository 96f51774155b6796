package tasuki.insight.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationKind;
import tasuki.insight.coverage.CoverageWords.Choice;
import tasuki.insight.coverage.Ground.Provider;
import tasuki.insight.coverage.Ground.Unit;

/** What one may ask the coverage of: a kind of organisation, or anything a room knows of them. */
@Component
class Services {

  private static final String KIND = "kind:";

  /** Kinds that come to the home or are gone to; the first is asked for at first. */
  private static final List<OrganizationKind> KINDS =
      List.of(
          OrganizationKind.VISITING_NURSE_STATION,
          OrganizationKind.CLINIC,
          OrganizationKind.HOSPITAL,
          OrganizationKind.DENTAL_CLINIC,
          OrganizationKind.PHARMACY,
          OrganizationKind.CARE_MANAGEMENT_OFFICE,
          OrganizationKind.COMMUNITY_SUPPORT_CENTRE,
          OrganizationKind.SMALL_MULTIFUNCTION_OFFICE,
          OrganizationKind.CARE_FACILITY,
          OrganizationKind.HOME_SERVICE);

  /** A service with those who offer it. */
  record Offered(String code, String name, List<Provider> providers) {}

  private final Ground ground;
  private final CoverageWords say;

  Services(Ground ground, CoverageWords say) {
    this.ground = ground;
    this.say = say;
  }

  List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    KINDS.forEach(kind -> choices.add(new Choice(KIND + kind, say.any("directory.kind." + kind))));
    ground.facets().forEach((code, facet) -> choices.add(new Choice(code, say.name(facet))));
    return choices;
  }

  /** The service with this code, else the first. */
  Offered find(String code, List<Unit> units) {
    Optional<Choice> choice =
        choices().stream().filter(one -> one.value().equals(code)).findFirst();
    Choice chosen = choice.orElseGet(() -> choices().getFirst());
    List<Provider> providers =
        chosen.value().startsWith(KIND)
            ? ground.ofKind(
                OrganizationKind.valueOf(chosen.value().substring(KIND.length())), units)
            : ground.offering(chosen.value(), units);
    return new Offered(chosen.value(), chosen.label(), providers);
  }
}
