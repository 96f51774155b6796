package tasuki.equipment;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tasuki.directory.Organization;
import tasuki.identity.Duty;
import tasuki.identity.OrganizationPart;
import tasuki.identity.Viewer;

/** What an organisation lends, on its page; for staff alone. */
@Component
class EquipmentPart implements OrganizationPart {

  private static final int MOST = 10;

  /** A thing. */
  record Lent(ThingId id, String name, String kind) {}

  private final Things things;
  private final EquipmentWords say;

  EquipmentPart(Things things, EquipmentWords say) {
    this.things = things;
    this.say = say;
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public Optional<String> template(
      Organization organization, Optional<Viewer> viewer, Model model) {
    boolean staff =
        viewer
            .filter(
                one -> one.hasAny(Duty.CARE, Duty.COORDINATOR, Duty.OFFICER, Duty.ADMINISTRATOR))
            .isPresent();
    if (!staff || !LendingRules.lends(organization.kind())) {
      return Optional.empty();
    }
    List<Lent> lent =
        things.search(ThingSearch.of(organization.id()), MOST).stream()
            .map(thing -> new Lent(thing.id(), thing.name(), say.kind(thing.kind())))
            .toList();
    if (lent.isEmpty()) {
      return Optional.empty();
    }
    model.addAttribute("equipmentLent", lent);
    model.addAttribute("equipmentOwner", organization.id());
    return Optional.of("equipment/part");
  }
}
